import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../generator/options.ts";
import { project, runNode, workFolder } from "../packages/fixture.ts";

const config = { root: true, formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 120 } };

/** What a formatter and linter with default rules would change in the sources of some packages; empty where nothing. */
export async function complaints(
  packages: Readonly<Record<string, readonly OutputFile[]>>,
  options: readonly string[] = [],
): Promise<string> {
  const folder = workFolder();
  writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
  for (const [name, files] of Object.entries(packages)) {
    for (const { path, text } of files.filter(({ path }) => /^(src|test|examples)\//.test(path))) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
  }
  const biome = join(project, "node_modules/@biomejs/biome/bin/biome");
  const args = [
    "check",
    "--error-on-warnings",
    "--colors=off",
    "--max-diagnostics=20",
    ...options,
    ...Object.keys(packages),
  ];
  const { code, stdout, stderr } = await runNode([biome, ...args], folder);
  return code === 0 ? "" : stdout + stderr;
}
