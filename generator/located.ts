import type { Diagnostic, DiagnosticCode, Severity } from "./diagnostics.ts";
import type { Change } from "./diff/index.ts";
import type { Place } from "./ir/index.ts";

/** A diagnostic as a reader needs it: the place is a file and, where it is known, a line. */
export interface LocatedDiagnostic extends Location {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly related: readonly (Location & { readonly message: string })[];
}

/** Everything is null where a finding is about no document. */
export interface Location {
  /** As a terminal can open it. */
  readonly file: string | null;
  /** One-based, like the column. */
  readonly line: number | null;
  readonly column: number | null;
}

/** A change with the lines that said so. */
export interface LocatedChange extends Omit<Change, "before" | "after"> {
  readonly before: Sighted | null;
  readonly after: Sighted | null;
}

/** A place of the docs, and where it is found; what stands in an `ir.json` has no line. */
export interface Sighted extends Location {
  readonly place: Place;
}

/** The diagnostic with its places looked up. */
export function locate(finding: Diagnostic, locationOf: (place: Place) => Location): LocatedDiagnostic {
  const { code, severity, message, help, place } = finding;
  const location = place === null ? nowhere : locationOf(place);
  const related = finding.related.map((other) => ({ ...locationOf(other.place), message: other.message }));
  return { code, severity, message, ...location, help, related };
}

/** The location of what is about no document. */
export const nowhere: Location = { file: null, line: null, column: null };

/** With warnings as errors. */
export function strictly(finding: LocatedDiagnostic): LocatedDiagnostic {
  return finding.severity === "warning" ? { ...finding, severity: "error" } : finding;
}

/** In reading order: by file, then by line; what is about no document comes first. */
export function inReadingOrder(findings: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  return [...findings].sort(
    (a, b) => compare(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
