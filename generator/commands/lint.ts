import { join } from "node:path";
import { diagnostic } from "../diagnostics.ts";
import { displayPath, fileOf } from "../folders.ts";
import { deadLinks } from "../lint/dead-links.ts";
import type { PlacedFinding } from "../lint/placed.ts";
import { isStub, printOverrides, stubsFor } from "../lint/stubs.ts";
import { type LocatedDiagnostic, locate, nowhere, strictly } from "../located.ts";
import { overridesFile, readOverridesFile } from "../overrides-file.ts";
import { success } from "../problem.ts";
import type { Linter } from "../toolchain.ts";
import { isFile, isFolder, writeText } from "../workspace.ts";
import { hasErrors } from "./build.ts";
import type { Inspected } from "./inspect.ts";

/** What is wrong with the docs of each API. */
export interface LintReport {
  readonly apis: readonly LintedApi[];
  readonly ok: boolean;
}

export interface LintedApi {
  readonly slug: string;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The file of stubs that was written; null where none was asked for, or none was needed. */
  readonly overrides: { readonly file: string; readonly stubs: number; readonly isNamed: boolean } | null;
}

export interface LintOptions {
  readonly linter: Linter;
  readonly cwd: string;
  readonly strict: boolean;
  readonly writeOverrides: boolean;
  readonly force: boolean;
}

/** Checks one API, and writes the stubs of its overrides where that was asked for. */
export function lint(inspected: Inspected, options: LintOptions): LintedApi {
  const stubs = options.writeOverrides ? writeStubs(inspected, options) : nothingWritten;
  const found = [...findings(inspected, options), ...stubs.diagnostics];
  return {
    slug: inspected.job.options.slug,
    diagnostics: options.strict ? found.map(strictly) : found,
    overrides: stubs.overrides,
  };
}

/** The report about all of them. */
export function lintReport(apis: readonly LintedApi[]): LintReport {
  return { apis, ok: !apis.some((api) => hasErrors(api.diagnostics)) };
}

function findings(inspected: Inspected, { linter, cwd }: LintOptions): readonly LocatedDiagnostic[] {
  const { job, sources, pages, api, diagnostics, locationOf, positionOf } = inspected;
  const located = diagnostics.map((finding) => locate(finding, locationOf));
  const place = ({ finding, at }: PlacedFinding): LocatedDiagnostic => {
    const file = displayPath(cwd, fileOf(job.folders, at.path));
    return { ...locate(finding, locationOf), file, line: at.line, column: at.column };
  };
  const told = new Set(
    diagnostics.flatMap(({ code, place }) => {
      const at = code.startsWith("link/") && place !== null ? positionOf(place) : undefined;
      return at === undefined ? [] : [`${at.path}:${at.line}`];
    }),
  );
  const stands = (path: string): boolean => {
    const file = fileOf(job.folders, path);
    return isFile(file) || isFolder(file);
  };
  const links = deadLinks(sources, stands, told);
  return [...located, ...[...linter.sampleFindings(pages, api), ...links].map(place)];
}

interface Written {
  readonly overrides: LintedApi["overrides"];
  readonly diagnostics: readonly LocatedDiagnostic[];
}

const nothingWritten: Written = { overrides: null, diagnostics: [] };

/** Never over a file that stands, unless forced; what a person gave a reason for is kept even then. */
function writeStubs({ job, diagnostics }: Inspected, { cwd, force }: LintOptions): Written {
  const stubs = stubsFor(diagnostics);
  if (stubs.length === 0) return nothingWritten;
  const path = join(job.home, overridesFile(job.options.slug));
  const name = displayPath(cwd, path);
  if (isFile(path) && !force) return refused(`Unexpected file ${name}, expected none where stubs are written`);
  const before = isFile(path) ? readOverridesFile(path, name) : success([]);
  if (!before.ok) return refused(before.problems.map(({ message }) => message).join(" "));
  const stated = before.value.filter((override) => !isStub(override));
  writeText(path, printOverrides(stated, stubs));
  return { overrides: { file: name, stubs: stubs.length, isNamed: job.stated.includes(path) }, diagnostics: [] };
}

function refused(message: string): Written {
  return { overrides: null, diagnostics: [locate(diagnostic("workspace/overrides", message, null), () => nowhere)] };
}
