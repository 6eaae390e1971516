import { existsSync } from "node:fs";
import { type Comparator, defaults, figures, loadComparator } from "./fidelity-lib.mjs";
import type { Corpus } from "./folder.ts";

/** What has to be recovered of a contract at least, in per cent. Overall and strict leaf, corpus by corpus. */
const floors: Readonly<Record<string, readonly [overall: number, leaf: number]>> = {
  "dub-python": [97, 83],
  "dub-go": [94, 55],
  "dub-ruby": [94, 55],
  "dub-ts": [93, 44],
  "dub-php": [93, 43],
  "dub-ts+dub-python+dub-go+dub-php": [97, 84],
};

/** Nothing may be made up, in whatever language it was read. */
const precision = {
  "property.precision": 95.5,
  "operation.precision": 99,
  "parameter.precision": 99,
  "nullTrue.precision": 95,
} as const;

/** The figures of a corpus, in the order of the comparator's list, with those that are too low. */
export interface Fidelity {
  readonly figures: readonly string[];
  readonly missed: readonly string[];
}

/** Whether there is anything to measure with, and a bound to hold it to. */
export function isMeasured({ name, truth }: Pick<Corpus, "name" | "truth">): boolean {
  return truth !== null && Object.hasOwn(floors, name) && existsSync(defaults.comparator);
}

export function startComparator(work: string): Promise<Comparator> {
  return loadComparator(defaults.comparator, work);
}

/** Holds an `openapi.json` against the vendor's contract. */
export function fidelityOf(comparator: Comparator, name: string, truth: string, candidate: string): Fidelity {
  const comparison = comparator.compare(comparator.Doc.read(truth), comparator.Doc.read(candidate), 0);
  const [overall = 0, leaf = 0] = floors[name] ?? [];
  const bounds: Readonly<Record<string, number>> = { overall, leaf, ...precision };
  // A figure that the contract has nothing of passes.
  const missed = Object.entries(bounds).flatMap(([figure, least]) => {
    const value = comparator.figure(comparison, figure) ?? 100;
    return value < least ? [`${figure} is ${value.toFixed(2)}, below ${least}`] : [];
  });
  return { figures: figures.map((figure) => shown(comparator.figure(comparison, figure))), missed };
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? "n/a" : value.toFixed(2);
}
