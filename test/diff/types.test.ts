import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generator/index.ts";
import type { OutputFile } from "../../generator/options.ts";
import type { Docs } from "../checklist/docs.ts";
import { runNode, typescript7, workFolder } from "../packages/fixture.ts";
import { cases, docs, edited } from "./cases.ts";

/** What a change says of a field that stays: which way it travels, and whether it breaks code. */
const fieldChange = /^(breaking|minor) (request|response) field (\w+)\.\w+: field\/(type|presence|null|added)/;

test("a field breaks code where the compiler says so: what was sent is not taken, or what is received was not expected", async () => {
  const folder = workFolder();
  const old = await packageOf(docs);
  put(folder, "old", old);
  const [want, asked]: [string[], string[]] = [[], []];
  for (const [at, [, [page, from, to], forth, back]] of cases.entries()) {
    put(folder, `case-${at}`, (await packageOf(edited(page, from, to))).map(withRuntimeOf("old")));
    for (const [way, change, [before, after]] of [
      ["forth", forth, ["old", `case-${at}`]],
      ["back", back, [`case-${at}`, "old"]],
    ] as const) {
      const [, impact, direction, name] = fieldChange.exec(change) ?? [];
      if (impact === undefined) continue;
      const [given, taken] = direction === "request" ? [before, after] : [after, before];
      const file = `${way}-${at}.ts`;
      asked.push(file);
      if (impact === "breaking") want.push(file);
      writeFileSync(
        join(folder, file),
        `import type { ${name} as Given } from "./${given}/src/models/index.ts";
import type { ${name} as Taken } from "./${taken}/src/models/index.ts";
export const taken = (given: Given): Taken => given;
`,
      );
    }
  }
  const tsconfig = JSON.parse(old.find(({ path }) => path === "tsconfig.json")?.text ?? "{}");
  const compilerOptions = { ...tsconfig.compilerOptions, rootDir: ".", noEmit: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { stdout } = await runNode([typescript7, "-p", "."], folder);
  const found = [...stdout.matchAll(/^([\w-]+\.ts)\(\d+,\d+\): error TS(?:2322|2375|2379|2741)/gm)].map(
    ([, file]) => file,
  );
  expect(asked.length).toBeGreaterThan(20);
  expect(stdout.split("\n").filter((line) => line.includes("error")).length).toBe(found.length);
  expect([...new Set(found)].sort()).toEqual(want.sort());
});

async function packageOf(sources: Docs): Promise<readonly OutputFile[]> {
  const { files } = await generate({ sources: Object.entries(sources).map(([path, text]) => ({ path, text })) });
  return files;
}

/** One runtime for all, as for two versions of a package: what it brands is the same there. */
function withRuntimeOf(name: string): (file: OutputFile) => OutputFile {
  return ({ path, text }) =>
    path.startsWith("src/runtime/") ? { path, text: `export * from "../../../${name}/${path}";\n` } : { path, text };
}

function put(folder: string, name: string, files: readonly OutputFile[]): void {
  for (const { path, text } of files.filter(({ path }) => path.startsWith("src/"))) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
}
