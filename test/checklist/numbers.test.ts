import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** Every case of the checklist, by the number that begins the title of its tests. */
test("the numbers 1 to 70 are all there", () => {
  const folder = fileURLToPath(new URL("./", import.meta.url));
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
  const titles = files.flatMap((name) => readFileSync(`${folder}/${name}`, "utf8").match(/\("(\d+) [^"]+",/g) ?? []);
  const numbers = new Set(titles.map((title) => Number.parseInt(title.slice(2), 10)));
  expect([...numbers].sort((one, other) => one - other)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
});
