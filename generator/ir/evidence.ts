/**
 * Where a sentence stands: the page's path, `#`, and the key of the row or section on that page
 * (`models/chat.md#fields/usage`). Never a line, so that a change of table padding changes no output.
 */
export type Place = string;

/**
 * How much a claim weighs, weakest first.
 * `assumed`: a default that no sentence supports. `derived`: follows from other facts. `shown`: an example or a sample
 * has it. `stated`: a table cell or a sentence says it. `declared`: a person's override.
 */
export type Strength = "assumed" | "derived" | "shown" | "stated" | "declared";

/** One reason to believe that a fact has a value. */
export interface Claim<T> {
  readonly value: T;
  /** The name of the rule that made the claim, e.g. `wire-name/back-ticked`. */
  readonly rule: string;
  readonly strength: Strength;
  readonly places: readonly Place[];
  /** One sentence for people. */
  readonly why: string;
}

/** A decided leaf: its value, the claims that agree with it, and those that do not. */
export interface Fact<T> {
  readonly value: T;
  readonly because: readonly Claim<T>[];
  readonly against: readonly Claim<T>[];
}
