import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { bench, built, compiler } from "./build.mjs";
import { buildCorpus, corpus } from "./corpus.mjs";
import { ratio, spreadOf, takeTurns } from "./measure.mjs";
import { figure, heading } from "./report.mjs";

/** What the compiler of a user does with a whole product: our sources beside those that the vendor publishes. */
export async function measureTypes() {
  if (!buildCorpus()) return;
  const projects = { ours: built(corpus, "tsconfig.json"), vendor: vendorProject() };
  const results = await takeTurns(Object.keys(projects), 3, (name) => check(projects[name]));
  const of = (name, what) => results[name].map((result) => result[what]);

  heading(`tsc --noEmit of ${corpus}, TypeScript 7`);
  for (const what of ["processor", "wall"]) {
    const bars = what === "processor" ? { bar: 0.15, aim: 0.08 } : {};
    figure(`${what} time, over @mistralai/mistralai's src`, ratio(of("ours", what), of("vendor", what)), bars);
    for (const name of Object.keys(projects)) {
      figure(`  ${name}`, spreadOf(of(name, what)), { unit: "s", digits: 1 });
    }
  }
  figure("memory, over the same", ratio(of("ours", "memory"), of("vendor", "memory")));
  for (const name of Object.keys(projects)) {
    figure(`  ${name}`, spreadOf(of(name, "memory")), { unit: "MB", digits: 0 });
  }
}

/** The package of the vendor holds its sources, and not the configuration that it compiles them with. */
function vendorProject() {
  const path = `${bench}.work/vendor.json`;
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "nodenext",
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const sources = `${bench}node_modules/@mistralai/mistralai/src`;
  // What is extra needs further packages; the SDK itself does not import it.
  const files = { include: [sources], exclude: [`${sources}/extra`] };
  writeFileSync(path, JSON.stringify({ compilerOptions, ...files }));
  return path;
}

/** Seconds, and megabytes by the compiler's own account. The shell knows what processor time its children took. */
function check(project) {
  const start = performance.now();
  const args = ["-c", '"$@" && times', "sh", process.execPath, compiler, "-p", project, "--noEmit", "--diagnostics"];
  const text = execFileSync("sh", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const wall = (performance.now() - start) / 1000;
  const memory = Number(/Memory used:\s*(\d+)K/.exec(text)?.[1]) / 1000;
  const children = text.trim().split("\n").at(-1);
  const spent = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => 60 * minutes + Number(seconds),
  );
  return { wall, memory, processor: spent[0] + spent[1] };
}
