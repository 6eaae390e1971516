import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { OutputFile } from "../../generator/options.ts";
import { runNode, typescript7, workFolder } from "../packages/fixture.ts";

/**
 * What the compiler says of several packages, all in one run, under the strictest of the settings that they ship; empty
 * where all is well. The runtime, which is the same in all of them, is written once.
 */
export async function typeErrors(packages: readonly (readonly OutputFile[])[]): Promise<string> {
  const folder = workFolder();
  packages.forEach((files, index) => {
    for (const { path, text } of files) {
      if (path.startsWith("src/")) put(join(folder, String(index), path), text);
    }
  });
  const tsconfig = packages[0]?.find(({ path }) => path === "tsconfig.json");
  const { compilerOptions } = JSON.parse(tsconfig?.text ?? "{}");
  const options = { ...compilerOptions, rootDir: ".", noEmit: true };
  put(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*/src"] }));
  put(join(folder, "package.json"), '{ "type": "module" }');
  const { stdout, stderr } = await runNode([typescript7, "-p", "."], folder);
  return stdout + stderr;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
