import { deepStrictEqual } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import type { Api, Model } from "../../generator/ir/index.ts";
import { defaultOptions } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { samplesOf } from "./arbitrary.ts";
import { chatApi } from "./collect-api.ts";
import { apis, compile, irOf, packageFolder, typescript7, workFolder } from "./fixture.ts";
import { type Further, splitterOf } from "./pieces.ts";

/** A package that has an answer in pieces: those that are checked in, and one with all that pieces may hold. */
interface Package {
  readonly name: string;
  readonly api: Api;
  readonly folder: string;
}

const folder = workFolder();
for (const file of emitTypescript(chatApi, { ...defaultOptions, slug: "chat" }, readTemplates())) {
  mkdirSync(dirname(join(folder, file.path)), { recursive: true });
  writeFileSync(join(folder, file.path), file.text);
}

const packages: readonly Package[] = [
  ...apis.map((name) => ({ name, api: irOf(name), folder: packageFolder(name) })),
  { name: "all that pieces may hold", api: chatApi, folder },
];

const pairs = packages.flatMap((one) =>
  one.api.operations.flatMap(({ collect }) => (collect?.value ? [{ ...one, ...collect.value }] : [])),
);

test("the packages at hand have answers in pieces, and those compile", async () => {
  expect(pairs.map(({ name, whole }) => `${name}: ${whole}`)).toEqual([
    "cove: models/chatcompletionresponse",
    "all that pieces may hold: models/completion",
  ]);
  expect(await compile(typescript7, ["-p", folder, "--noEmit"], folder)).toBe("");
});

async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe.each(pairs)("$name", ({ api, folder, piece, whole }) => {
  test("an answer in pieces is the answer", async () => {
    const models = await import(join(folder, "src/models/index.ts"));
    const further: Further = await import(join(folder, "src/runtime/index.ts"));
    const split = splitterOf(api, further);
    const title = titleOf(api.models, whole);
    const answers = samplesOf(api, further.withUnknownFields)(whole);
    await fc.assert(
      fc.asyncProperty(
        answers.chain(({ value }) => split(piece, whole, Object(value))),
        async ({ whole, pieces }) => deepStrictEqual(await models[`collect${title}`](streamOf(pieces)), whole),
      ),
      { numRuns: 100 },
    );
  });
});

function titleOf(models: readonly Model[], id: string): string {
  return models.find((model) => model.id === id)?.title ?? "";
}
