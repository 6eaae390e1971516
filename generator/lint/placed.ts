import type { Diagnostic } from "../diagnostics.ts";
import type { SourcePosition } from "../toolchain.ts";

/** A finding about a line that has no key of its own: inside a sample, or anywhere in a text. */
export interface PlacedFinding {
  readonly finding: Diagnostic;
  readonly at: SourcePosition;
}
