import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../generator/compile.ts";
import { readPages } from "../../generator/docs/index.ts";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import { type ApiOptions, defaultOptions, type OutputFile } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { withUsages } from "../packages/usage-examples.ts";
import { hostileApi } from "./hostile-api.ts";
import { hostileDocs } from "./hostile-docs.ts";
import { hostileSlots, type Slots } from "./hostile-text.ts";
import { flawsOf } from "./package-checks.ts";
import { typeErrors } from "./type-check.ts";

const templates = readTemplates();
/** More of them for a search by hand: `HOSTILE_RUNS=1000`. */
const runs = Number(process.env["HOSTILE_RUNS"] ?? 12);
const timeout = 60_000 + runs * 1000;

function fromApi(slots: Slots, options: ApiOptions): readonly OutputFile[] {
  return emitTypescript(hostileApi(slots), options, templates);
}

function fromDocs(slots: Slots, options: ApiOptions): readonly OutputFile[] {
  return compile({ pages: readPages(hostileDocs(slots)).pages, templates, options }).files;
}

const options: fc.Arbitrary<ApiOptions> = fc
  .record({
    fields: fc.constantFrom("camelCase", "documented", "wire"),
    dates: fc.constantFrom("Date", "string"),
    unknownFields: fc.constantFrom("keep", "drop"),
  })
  .map((chosen) => ({ ...defaultOptions, slug: "harbor", ...chosen }));

describe.each([
  { from: "documents", filesOf: fromDocs },
  { from: "an API", filesOf: fromApi },
])("a package made from $from whose every text is hostile", ({ filesOf }) => {
  test("is what was meant", { timeout }, () => {
    const holds = fc.property(hostileSlots(), options, (slots, chosen) => {
      expect(flawsOf(filesOf(slots(), chosen))).toEqual([]);
    });
    fc.assert(holds, { numRuns: runs });
  });

  test("compiles", { timeout }, async () => {
    const samples = fc.sample(fc.tuple(hostileSlots(), options), runs);
    expect(await typeErrors(samples.map(([slots, chosen]) => withUsages(filesOf(slots(), chosen))))).toBe("");
  });
});
