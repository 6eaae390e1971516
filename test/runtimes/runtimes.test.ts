import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { copyPackage, packageName, type Ran, runProgram, workFolder } from "../packages/fixture.ts";
import { missing, run, runtimes } from "./runtimes.ts";
import { startSmokeServer } from "./smoke-server.ts";
import { want } from "./want.ts";

/** The folder of a program that has the package installed. */
const app = workFolder();
const server = await startSmokeServer(app);
const reasons = await Promise.all(runtimes.map(missing));

beforeAll(async () => {
  const sdk = copyPackage("harbor", join(app, "copy"));
  const { code, stdout } = await runProgram("npm", ["run", "build"], sdk);
  expect({ code, output: code === 0 ? "" : stdout }).toEqual({ code: 0, output: "" });

  const name = packageName(sdk);
  const installed = join(app, "node_modules", name);
  mkdirSync(installed, { recursive: true });
  for (const part of ["dist", "package.json"]) cpSync(join(sdk, part), join(installed, part), { recursive: true });
  writeFileSync(join(app, "package.json"), JSON.stringify({ type: "module", dependencies: { [name]: "*" } }));
  writeFileSync(join(app, "index.html"), page(name, installed));
  cpSync(join(import.meta.dirname, "smoke.mjs"), join(app, "smoke.mjs"));
});

/** A page that knows where the entries of the package are: no bundler stands between. */
function page(name: string, installed: string): string {
  const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const imports = Object.entries<string | { readonly default: string }>(exports).flatMap(([entry, target]) =>
    typeof target === "string" ? [] : [[name + entry.slice(1), `/node_modules/${name}/${target.default.slice(2)}`]],
  );
  return `<!doctype html><script type="importmap">${JSON.stringify({ imports: Object.fromEntries(imports) })}</script>`;
}

describe.each(runtimes.map((runtime, index) => ({ name: runtime.name, runtime, reason: reasons[index] })))(
  "$name",
  ({ name, runtime, reason }) => {
    if (reason !== undefined) console.log(`skipped: ${name}, ${reason}`);
    describe.skipIf(reason !== undefined)("runs the package", () => {
      const told = new Map<string, unknown>();
      let ran: Ran;

      beforeAll(async () => {
        ran = await run(runtime, app, server);
        const lines = ran.stdout.split("\n").filter((line) => line.startsWith("["));
        for (const line of lines) {
          const [what, got]: [string, unknown] = JSON.parse(line);
          told.set(what, got);
        }
      });

      test("to the end of the program", () => {
        expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: "" });
        expect([...told.keys()]).toEqual(want.map(([what]) => what));
      });

      test.each(want)("%s", (what, got) => {
        expect(told.get(what)).toEqual(got);
      });
    });
  },
);
