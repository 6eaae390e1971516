import { join, resolve } from "node:path";
import { type Change, diffApis, type Impact, impacts, type Verdict, verdictOf } from "../diff/index.ts";
import type { Api, Place } from "../ir/index.ts";
import { parseIr } from "../ir-text.ts";
import { findJobs, type Job } from "../jobs.ts";
import { type LocatedChange, type LocatedDiagnostic, type Location, locate, type Sighted } from "../located.ts";
import { failure, type Result, success } from "../problem.ts";
import { parseRevision, readRevision } from "../revision.ts";
import type { Shell } from "../shell.ts";
import type { Toolchain } from "../toolchain.ts";
import { isFile, isFolder, readText, withTemporary } from "../workspace.ts";
import { inspect } from "./inspect.ts";
import type { Flags } from "./options.ts";

/** Two states of an API, compared. */
export interface Differences {
  readonly old: string;
  readonly new: string;
  /** The version of the package before the change. */
  readonly version: string;
  readonly verdict: Verdict;
  readonly changes: readonly LocatedChange[];
}

/** One state of an API, read. */
export interface ReadState {
  readonly name: string;
  readonly api: Api;
  readonly locationOf: (place: Place) => Location;
}

interface State extends ReadState {
  /** Where the docs have errors, nothing can be said of them. */
  readonly errors: readonly LocatedDiagnostic[];
}

/** How two states differ, or why nothing can be said of it. */
export type Compared =
  | { readonly kind: "compared"; readonly differences: Differences }
  | { readonly kind: "errors"; readonly errors: readonly LocatedDiagnostic[] };

/** What a state is read with. */
interface Around {
  readonly flags: Flags;
  readonly shell: Shell;
  readonly toolchain: Toolchain;
}

/** Where a state stands: the folder of its docs, or the text of an `ir.json`. */
type Found =
  | {
      readonly kind: "docs";
      readonly name: string;
      readonly folder: string;
      /** What its files are named from. */
      readonly root: string;
      /** The same folder in the working tree, which its config knows. */
      readonly at: string;
      /** Null for the working tree itself. */
      readonly revision: string | null;
    }
  | { readonly kind: "ir"; readonly name: string; readonly text: string };

/** Compares two states of an API. The docs of both are read with the config of the new ones, where it has them. */
export async function compareStates([old, now]: readonly [string, string], around: Around): Promise<Result<Compared>> {
  const [other, another] = [pathOf(old), pathOf(now)];
  return within(old, another, around, (before) =>
    within(now, other, around, (after) => compareFound(before, after, around)),
  );
}

async function compareFound(before: Found, after: Found, around: Around): Promise<Result<Compared>> {
  const job = await configured([after, before], around);
  if (!job.ok) return job;
  const one = await stateOf(before, job.value, around);
  const two = await stateOf(after, job.value, around);
  if (!one.ok) return one;
  if (!two.ok) return two;
  const errors = [...one.value.errors, ...two.value.errors];
  if (errors.length > 0) return success({ kind: "errors", errors });
  const differences = compare(one.value, two.value, job.value?.options.fields ?? "camelCase");
  return success({ kind: "compared", differences });
}

/** Compares two states that were read. */
export function compare(before: ReadState, after: ReadState, fields: Job["options"]["fields"]): Differences {
  const changes = diffApis(before.api, after.api, { fields }).map((change) => ({
    ...change,
    before: sighted(before, change.before),
    after: sighted(after, change.after),
  }));
  const { version } = before.api.package;
  return { old: before.name, new: after.name, version, verdict: verdictOf(changes), changes };
}

/** Whether changes are as grave as `--fail-on` allows no more. */
export function isForbidden(changes: readonly Pick<Change, "impact">[], failOn: Impact | undefined): boolean {
  if (failOn === undefined) return false;
  const forbidden = impacts.slice(0, impacts.indexOf(failOn) + 1);
  return changes.some(({ impact }) => forbidden.includes(impact));
}

function sighted({ locationOf }: ReadState, place: Place | null): Sighted | null {
  return place === null ? null : { place, ...locationOf(place) };
}

/** The path that a state of the working tree has. */
function pathOf(text: string): string | null {
  const revision = parseRevision(text);
  return revision === undefined ? text : revision.path;
}

/** Finds a state and works on it: what a revision holds stands in a folder of its own as long as the work lasts. */
async function within<T>(
  text: string,
  otherPath: string | null,
  { shell }: Around,
  work: (found: Found) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { cwd } = shell;
  const revision = parseRevision(text);
  const path = revision === undefined ? text : (revision.path ?? otherPath);
  if (path === null)
    return failure(
      `Unexpected ${text} without a path, expected git:<rev>:<path>.`,
      "One of the two has to name the docs folder.",
    );
  const at = resolve(cwd, path);
  if (revision === undefined) {
    if (isFile(at)) return work({ kind: "ir", name: text, text: readText(at) });
    return work({ kind: "docs", name: text, folder: at, root: cwd, at, revision: null });
  }
  const read = readRevision(shell.git, revision.revision, path, cwd);
  if (!read.ok) return read;
  const committed = read.value;
  const name = `git:${revision.revision}:${path}`;
  if (committed.kind === "file") return work({ kind: "ir", name, text: committed.text });
  return withTemporary(committed.files, (root) =>
    work({ kind: "docs", name, folder: join(root, committed.folder), root, at, revision: revision.revision }),
  );
}

/** The first of these docs that stand in the working tree, as its config knows them; undefined where there are none. */
async function configured(found: readonly Found[], { flags, shell }: Around): Promise<Result<Job | undefined>> {
  const [docs] = found.flatMap((state) => (state.kind === "docs" && isFolder(state.at) ? [state.at] : []));
  if (docs === undefined) return success(undefined);
  const jobs = await findJobs({ docs: [docs], ...flags, writesNothing: true }, shell.cwd);
  return jobs.ok ? success(jobs.value[0]) : jobs;
}

async function stateOf(found: Found, known: Job | undefined, around: Around): Promise<Result<State>> {
  const { flags, shell, toolchain } = around;
  if (found.kind === "ir") {
    const api = parseIr(found.text, found.name);
    return api.ok ? success({ name: found.name, api: api.value, locationOf: inIr, errors: [] }) : api;
  }
  const jobs = await findJobs({ docs: [found.folder], ...flags, writesNothing: true }, shell.cwd);
  if (!jobs.ok) return jobs;
  const [job] = jobs.value.map((one) => (known === undefined ? one : { ...one, options: known.options }));
  if (job === undefined) return failure(`Unexpected ${found.name}, expected docs.`, "Pass a docs folder.");
  const { api, diagnostics, locationOf } = inspect(job, await toolchain.reader(), found.root);
  const located = (place: Place): Location => named(locationOf(place), found.revision);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map((finding) => locate(finding, located));
  return success({ name: found.name, api, locationOf: located, errors });
}

/** A file of a revision is named as git names it. */
function named(location: Location, revision: string | null): Location {
  return revision === null || location.file === null ? location : { ...location, file: `${revision}:${location.file}` };
}

/** A place of the docs that an `ir.json` was made of: its page is known, its line is not. */
export function inIr(place: Place): Location {
  return { file: place.slice(0, place.lastIndexOf("#")), line: null, column: null };
}
