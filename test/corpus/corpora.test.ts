import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Inspected } from "../../generator/commands/inspect.ts";
import { type Counts, countsOf } from "./counts.ts";
import { type SpotOf, spotsOf } from "./docs-text.ts";
import { checkExamples } from "./examples.ts";
import { corporaFolder, corporaIn, temporaryFolder } from "./folder.ts";
import { fileOf, inspected, startBuilding } from "./generated.ts";
import { aligned, listed, percent, report } from "./report.ts";
import { checkSamples } from "./samples.ts";

const corpora = corporaIn(corporaFolder);
const work = temporaryFolder("packages");
const building = startBuilding(corpora, work);
const table: (readonly (string | number)[])[] = [];
const notes: string[] = [];

test("the folder has corpora", () => {
  expect(corpora, `no corpus in ${corporaFolder}`).not.toEqual([]);
});

describe.each(corpora)("$name", (corpus) => {
  let read: Inspected;
  let spotOf: SpotOf;
  let counts: Counts;

  beforeAll(async () => {
    read = await inspected(corpus, work);
    spotOf = spotsOf(read);
    counts = countsOf(read, spotOf);
    notes.push(listed(`${corpus.name}: hand-written pages`, counts.foreignPages));
  });

  test("is generated without an error", () => {
    const errors = read.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, place, message }) => `${code} ${place}: ${message}`)).toEqual([]);
  });

  test("is understood as a whole", () => {
    expect(some(counts.unread)).toEqual([]);
    expect(some(counts.unreadPages)).toEqual([]);
    expect(counts.rows).toBe(counts.rowsInText);
    expect(some(counts.unknowns.unexplained)).toEqual([]);
  });

  test("has samples that the emitted types take, or that lint complains about", async () => {
    const folder = join(work, `${corpus.name}-samples`);
    mkdirSync(folder);
    const { samples, failing, lintAlone } = await checkSamples(read, folder);
    if (samples === 0) return;
    const good = samples - failing.length;
    notes.push(
      listed(
        `${corpus.name}: samples that the compiler refuses`,
        failing.map(({ place, why, isFound }) => `${isFound ? "" : "NOT FOUND BY LINT "}${place}: ${why}`),
      ),
    );
    notes.push(listed(`${corpus.name}: samples that lint alone refuses`, lintAlone));
    notes.push(`${corpus.name}: ${good} of ${samples} samples compile, ${percent(good, samples)}`);
    expect(some(failing.filter(({ isFound }) => !isFound))).toEqual([]);
    expect(good / samples).toBeGreaterThanOrEqual(0.98);
  });

  test("becomes a package by the command line that compiles under its own settings", async () => {
    const built = await building.get(corpus.name);
    if (built === undefined) throw new Error("The package was not built.");
    expect(built.ran, built.ran.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(fileOf(built, "ir.json"))).toEqual(JSON.parse(JSON.stringify(read.api)));
    expect(built.compiled).toBe("");
  });

  test("has examples that the emitted decoders read, or that are found to be wrong", async () => {
    const built = await building.get(corpus.name);
    if (built === undefined) throw new Error("The package was not built.");
    const { examples, decoded, untold, unfounded, misplaced } = await checkExamples(read, built, spotOf);
    notes.push(`${corpus.name}: ${examples} examples, ${decoded} of them read by emitted decoders`);
    expect(some(untold)).toEqual([]);
    expect(some(unfounded)).toEqual([]);
    expect(some(misplaced)).toEqual([]);
  });
});

afterAll(() => {
  report(aligned(table));
  report(notes.filter((note) => note !== "").join("\n"));
});

/** Enough of a list to see what is wrong. */
function some<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, 12);
}
