import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a documentation several times into one folder. Each further time its namespaces, its resources, the ids of its
 * operations and its paths have other names, so that nothing is there twice.
 */
export function multiply(from, to, factor) {
  rmSync(to, { recursive: true, force: true });
  const paths = readdirSync(join(from, "docs"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  const documents = paths.map((path) => ({ path, text: readFileSync(join(from, "docs", path), "utf8") }));
  const namespaces = [...new Set(paths.map((path) => /^models\/(\w+)\//.exec(path)?.[1]).filter(Boolean))];
  for (let time = 1; time <= factor; time += 1) {
    for (const { path, text } of documents) {
      const file = join(to, "docs", time === 1 ? path : renamed(path, time, namespaces));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, time === 1 ? text : renamed(text, time, namespaces));
    }
  }
}

function renamed(text, time, namespaces) {
  const names = namespaces.join("|");
  return text
    .replaceAll(new RegExp(`\\b(models/)?(${names})([./])`, "g"), `$1$2${time}$3`)
    .replaceAll(/\b(sdks\/)(\w+)/g, `$1$2${time}`)
    .replaceAll(/\b(operationID=")(\w+)(")/g, `$1$2${time}$3`)
    .replaceAll(/\b(path=")(\/)/g, `$1/again${time}$2`);
}
