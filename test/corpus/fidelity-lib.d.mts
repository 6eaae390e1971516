export const root: string;
export const defaults: { readonly corpora: string; readonly comparator: string };
export const figures: readonly string[];

/** What the comparator found; its figures are asked for by name. */
export interface Comparison {
  readonly facts: unknown;
}

/** An OpenAPI document as the comparator reads it. */
export interface Contract {
  readonly root: unknown;
}

export interface Comparator {
  readonly Doc: { readonly read: (path: string) => Contract };
  /** The vendor's contract, then ours. */
  readonly compare: (truth: Contract, candidate: Contract, samples: number) => Comparison;
  readonly table: (comparison: Comparison) => string;
  /** In per cent; null where the truth has nothing of it. */
  readonly figure: (comparison: Comparison, name: string) => number | null | undefined;
}

export function loadComparator(comparator: string, work: string): Promise<Comparator>;
export function folderOf(corpus: string, corpora: string, work: string): string;
