import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import { defaultOptions } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { filesBelow, project } from "../packages/fixture.ts";
import { complaints } from "./biome.ts";
import { hostileApi } from "./hostile-api.ts";

test("the packages that are checked in are formatted, and lint finds nothing", { timeout: 60_000 }, async () => {
  const packages = readdirSync(join(project, "output")).map((api) => {
    const folder = join(project, "output", api);
    const paths = filesBelow(folder).filter((path) => !/^(dist|node_modules)\//.test(path));
    return [api, paths.map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }))];
  });
  expect(await complaints(Object.fromEntries(packages))).toBe("");
});

test("so is an API with one of everything, in every spelling", { timeout: 60_000 }, async () => {
  const api = hostileApi((own) => own);
  const options = { ...defaultOptions, slug: "harbor" };
  const emit = (more: Partial<typeof options>) => emitTypescript(api, { ...options, ...more }, readTemplates());
  const packages = {
    plain: emit({}),
    documented: emit({ fields: "documented", dates: "string" }),
    wire: emit({ fields: "wire", unknownFields: "drop" }),
  };
  expect(await complaints(packages)).toBe("");
});
