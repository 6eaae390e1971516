import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import { defaultOptions } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { filesBelow, project } from "../packages/fixture.ts";
import {
  api,
  enumeration,
  fact,
  guessed,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  text,
  union,
} from "./api.ts";
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
  const hostile = hostileApi((own) => own);
  const options = { ...defaultOptions, slug: "harbor" };
  const emit = (more: Partial<typeof options>) => emitTypescript(hostile, { ...options, ...more }, readTemplates());
  const packages = {
    plain: emit({}),
    documented: emit({ fields: "documented", dates: "string" }),
    wire: emit({ fields: "wire", unknownFields: "drop" }),
  };
  expect(await complaints(packages)).toBe("");
});

test("and so is one with long names", { timeout: 60_000 }, async () => {
  const long = (name: string) => `${name}OfWhateverIsInTheHarborAtTheMoment`;
  const manifest = object(long("Manifest"), [
    property("weight", text, {
      wireName: guessed("weight_of_all_that_is_on_board_a_ship", "weightOfAllThatIsOnBoardAShip"),
    }),
  ]);
  const crates = object(long("Crates"), [property("count", { kind: "integer" })]);
  const cargo = union(long("Cargo"), [
    { type: reference(manifest.title) },
    { type: reference(crates.title) },
    { type: { kind: "map", value: { kind: "unknown", reason: "any" } } },
  ]);
  const cases = enumeration(long("Berth"), ["a", "b"]);
  const nullable = { ...optional, nullable: fact("yes" as const), global: { place: "README.md#globals/1" } };
  const load = operation(long("load"), "POST", "/load", {
    parameters: [
      parameter(long("since"), "query", reference(manifest.title), optional),
      parameter(long("agent"), "header", text, nullable),
      parameter(long("berths"), "header", listOf(reference(cases.title)), optional),
    ],
    body: jsonBody(reference(cargo.title), { presence: fact("optional"), as: [long("cargo")] }),
    replies: fact([json(reference(cargo.title))]),
  });
  const words = ["key", "of", "whatever", "is", "in", "the", "harbor"];
  const key = { kind: "api-key" as const, words, environment: null, place: "README.md" };
  const given = api({ models: [manifest, crates, cargo, cases], operations: [load], security: fact([key]) });
  const options = { ...defaultOptions, slug: "harbor" };
  expect(await complaints({ long: emitTypescript(given, options, readTemplates()) })).toBe("");
});
