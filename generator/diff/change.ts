import type { Place } from "../ir/index.ts";

/**
 * What a change means to code that uses the package. `breaking`: it may no longer compile, or meets values that it was not
 * written for. `minor`: something is new, or a call that stays as it is does something else on the wire. `patch`: words.
 */
export type Impact = "breaking" | "minor" | "patch";

/** The gravest first. */
export const impacts: readonly Impact[] = ["breaking", "minor", "patch"];

/** Which way the thing travels: `both` where a model is sent and received, `package` for what is no data. */
export type Direction = "request" | "response" | "both" | "package";

/** One difference between two states of an API. */
export interface Change {
  /** What differs of what, e.g. `field/type`. */
  readonly code: string;
  readonly impact: Impact;
  readonly direction: Direction;
  /** What is concerned, by the name that `explain` takes: `field ChatRequest.maxTokens`. */
  readonly subject: string;
  /** As people read it; null where the thing is new, or where only words differ. */
  readonly was: string | null;
  /** As people read it; null where the thing is gone, or where only words differ. */
  readonly is: string | null;
  /** The row that said so in the old docs, and that in the new ones; null where there is none. */
  readonly before: Place | null;
  readonly after: Place | null;
}

/** Which part of a version number has to grow. */
export type Verdict = "major" | "minor" | "patch" | "none";

/** The verdict over some changes: that of the gravest. */
export function verdictOf(changes: readonly Pick<Change, "impact">[]): Verdict {
  const gravest = impacts.find((impact) => changes.some((change) => change.impact === impact));
  return gravest === "breaking" ? "major" : (gravest ?? "none");
}

/** How the values that a thing may have differ: all that it had and more, fewer, or others. */
export type Shift = "wider" | "narrower" | "other";

/** Callers send what they sent before, and handle what they received before. */
export function impactOf(direction: Direction, shift: Shift): Impact {
  if (direction === "request" && shift === "wider") return "minor";
  return direction === "response" && shift === "narrower" ? "minor" : "breaking";
}

/** What a change says beside its name. */
export type Detail = Partial<Pick<Change, "was" | "is" | "before" | "after">>;

/** A change; what `detail` leaves out is null. */
export function change(
  { code, impact, direction, subject }: Pick<Change, "code" | "impact" | "direction" | "subject">,
  detail: Detail,
): Change {
  return { code, impact, direction, subject, was: null, is: null, before: null, after: null, ...detail };
}

/** Both texts, where they differ. */
export function differing(was: string | null, is: string | null): readonly Pick<Change, "was" | "is">[] {
  return was === is ? [] : [{ was, is }];
}
