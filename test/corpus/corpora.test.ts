import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { validate } from "@readme/openapi-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Inspected } from "../../generator/commands/inspect.ts";
import { agreementOf } from "./agreement.ts";
import { breaksBetween } from "./breaks.ts";
import { conformanceFigures, conformanceOf } from "./conforming.ts";
import { type Counts, columns, countsOf, rowOf } from "./counts.ts";
import { type SpotOf, spotsOf } from "./docs-text.ts";
import { checkExamples } from "./examples.ts";
import { checkExplain } from "./explain.ts";
import { fidelityOf, isMeasured, startComparator } from "./fidelity.ts";
import { figures } from "./fidelity-lib.mjs";
import { corporaFolder, corporaIn, temporaryFolder } from "./folder.ts";
import { type Built, fileOf, generate, inspected, ownFindings, startBuilding } from "./generated.ts";
import { aligned, listed, percent, report } from "./report.ts";
import { checkSamples } from "./samples.ts";

const corpora = corporaIn(corporaFolder);
const work = temporaryFolder("packages");
const building = startBuilding(corpora, work);
const comparator = corpora.some(isMeasured) ? startComparator(work) : undefined;
comparator?.catch(() => undefined);

const table: (readonly (string | number)[])[] = [columns];
const fidelity: (readonly string[])[] = [["fidelity", ...figures]];
const conformance: (readonly string[])[] = [["conformance", ...conformanceFigures]];
const notes: string[] = [];

afterAll(() => {
  const tables = [table, fidelity, conformance].filter((rows) => rows.length > 1).map(aligned);
  report([...tables, notes.filter((note) => note !== "").join("\n")].join("\n\n"));
});

test("the folder has corpora", () => {
  expect(corpora, `no corpus in ${corporaFolder}`).not.toEqual([]);
});

describe.each(corpora)("$name", (corpus) => {
  const { name, truth } = corpus;
  let read: Inspected;
  let spotOf: SpotOf;
  let counts: Counts;
  let samples = "n/a";
  let examples = "";

  const note = (heading: string, lines: readonly string[]): void =>
    void notes.push(listed(`${name}: ${heading}`, lines));

  beforeAll(async () => {
    read = await inspected(corpus, work);
    spotOf = spotsOf(read);
    counts = countsOf(read, spotOf);
    note("pages that are not of the format", counts.foreignPages);
    note("sections that are not read", counts.unreadSections);
  });

  afterAll(() => {
    table.push([...rowOf(name, counts), samples, examples]);
  });

  test("is read without an error", () => {
    const errors = read.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, place, message }) => `${code} ${place}: ${message}`)).toEqual([]);
  });

  test("is understood as a whole", () => {
    expect(some(Object.values(counts.unread).flat())).toEqual([]);
    expect(some(counts.unreadPages)).toEqual([]);
    expect(counts.rows).toBe(counts.rowsInText);
    expect(some(counts.unknowns.unexplained)).toEqual([]);
  });

  test("is explained by lines that say so", () => {
    const { subjects, facts, places, nowhere, unsupported, credulous } = checkExplain(read, spotOf);
    const wrong = [...unsupported.values()].reduce((sum, found) => sum + found.length, 0);
    notes.push(`${name}: ${facts} facts of ${subjects} subjects at ${places} places, ${wrong} of them without support`);
    for (const [rule, found] of unsupported) note(`${rule} (${found.length})`, found.slice(0, 4));
    expect(some(nowhere)).toEqual([]);
    expect(wrong).toBe(0);
    expect(credulous).toEqual([]);
  });

  test("has samples that the emitted types take, or that lint complains about", async () => {
    const folder = join(work, `${name}-samples`);
    mkdirSync(folder);
    const found = await checkSamples(read, folder);
    const good = found.samples - found.failing.length;
    samples = percent(good, found.samples);
    note(
      "samples that the compiler refuses",
      found.failing.map(({ place, why, isFound }) => `${place}: ${why}${isFound ? "" : " (lint does not say so)"}`),
    );
    note("samples that lint alone refuses", found.lintAlone);
    expect(some(found.failing.filter(({ isFound }) => !isFound))).toEqual([]);
    expect(good / (found.samples || 1)).toBeGreaterThanOrEqual(found.samples === 0 ? 0 : 0.98);
  });

  test("becomes a package by the command line, which compiles under its own settings", async () => {
    const built = await builtOf(name);
    expect(built.ran, built.ran.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(fileOf(built, "ir.json"))).toEqual(JSON.parse(JSON.stringify(read.api)));
    expect(built.compiled).toBe("");
  });

  test("has examples that the emitted decoders read, or that are found to be wrong", async () => {
    const found = await checkExamples(read, await builtOf(name), spotOf);
    examples = `${found.decoded}/${found.examples}`;
    expect(some(found.untold)).toEqual([]);
    expect(some(found.unfounded)).toEqual([]);
    expect(some(found.misplaced)).toEqual([]);
  });

  test("passes its own tests, of requests and examples, and is what publint wants", async () => {
    expect(await ownFindings(await builtOf(name))).toEqual({ tests: "", publint: "" });
  });

  test("becomes a document that is valid OpenAPI", async () => {
    const found = await validate(JSON.parse(fileOf(await builtOf(name), "openapi.json")));
    expect(found.valid ? [] : found.errors).toEqual([]);
  });

  test.skipIf(!isMeasured(corpus))("recovers the vendor's contract", async () => {
    const candidate = join((await builtOf(name)).folder, "openapi.json");
    const tools = await comparator;
    if (tools === undefined || truth === null) throw new Error("There is nothing to compare with.");
    const { figures: found, missed } = fidelityOf(tools, name, truth, candidate);
    fidelity.push([name, ...found]);
    expect(missed).toEqual([]);
  });

  // The server is installed where it is absent, and reads a large contract for long.
  test.skipIf(truth === null)(
    "is understood by a server of the vendor's contract",
    { timeout: 900_000 },
    async (it) => {
      const found = await conformanceOf(corpus, await builtOf(name), work);
      if (typeof found === "string") {
        notes.push(`${name}: ${found}`);
        return it.skip(found);
      }
      conformance.push([name, ...conformanceFigures.map((figure) => `${found.figures[figure].toFixed(2)} %`)]);
      notes.push(found.findings);
      expect(found.figures.conforming, found.findings).toBeGreaterThanOrEqual(95);
    },
  );
});

/** Four readings of one API, of one day. */
const twins = ["dub-ts", "dub-python", "dub-go", "dub-php"];

describe("several languages", () => {
  const hasTwins = twins.every((twin) => corpora.some(({ name }) => name === twin));

  test.skipIf(!hasTwins)("are read as one and the same API", async () => {
    const documents = await Promise.all(
      twins.map(async (name): Promise<[string, string]> => [name, fileOf(await builtOf(name), "openapi.json")]),
    );
    const { all, same, differences } = agreementOf(Object.fromEntries(documents));
    notes.push(`${twins.join(", ")}: ${percent(same, all)} of ${all} names are the same`);
    notes.push(listed("  the others:", differences));
    expect(same / all).toBeGreaterThanOrEqual(0.98);
  });

  const measured = corpora.find((corpus) => corpus.name === twins[0] && isMeasured(corpus));
  test.skipIf(!hasTwins || measured === undefined)("recover more of the contract together", async () => {
    const folders = corpora.filter(({ name }) => twins.includes(name)).map(({ folder }) => folder);
    const { folder, ran } = await generate(folders, join(work, "merged"), work);
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    const tools = await comparator;
    if (tools === undefined || measured?.truth == null) throw new Error("There is nothing to compare with.");
    const found = fidelityOf(tools, twins.join("+"), measured.truth, join(folder, "openapi.json"));
    fidelity.push(["merged", ...found.figures]);
    expect(found.missed).toEqual([]);
  });
});

/** Corpora of which an older state stands beside them. */
const aged = corpora.filter(({ name }) => corpora.some((other) => other.name === `${name}-previous`));

describe.each(aged)("$name and its older state", ({ name }) => {
  test("differ where the compiler says so", { timeout: 120_000 }, async () => {
    const { refused, untold, changes } = await breaksBetween(
      await builtOf(`${name}-previous`),
      await builtOf(name),
      work,
    );
    const breaking = changes.filter(({ impact }) => impact === "breaking").length;
    notes.push(
      `${name}-previous to ${name}: ${changes.length} changes, ${breaking} breaking; ${refused.length} types refused`,
    );
    expect(untold).toEqual([]);
  });
});

async function builtOf(name: string): Promise<Built> {
  const built = await building.get(name);
  if (built === undefined) throw new Error(`${name} was not built.`);
  return built;
}

/** Enough of a list to see what is wrong. */
function some<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, 12);
}
