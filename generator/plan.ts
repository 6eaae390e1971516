import { sha256 } from "./hash.ts";
import { type OutputFile, type Target, targetOf, targets } from "./options.ts";

/** The manifest's place in the output folder. */
export const manifestPath = ".docsdk.json";

/** What stands at the paths that a run may touch. */
export interface Disk {
  readonly manifest: Manifest;
  /** Every wanted path and every path of the manifest. */
  readonly files: ReadonlyMap<string, OnDisk>;
}

export type OnDisk =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly hash: string }
  /** A link stands there. Writing replaces it and never follows it. */
  | { readonly kind: "link" }
  /** A folder or a special file stands there, or the way there is a file or leaves the output folder. */
  | { readonly kind: "blocked" };

export type Manifest =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly text: string; readonly hashes: ReadonlyMap<string, string> }
  | { readonly kind: "unreadable" };

/** What has to happen on disk so that it holds the wanted files and no file that was generated before and is not wanted. */
export interface Plan {
  readonly write: readonly OutputFile[];
  readonly unchanged: readonly string[];
  readonly remove: readonly string[];
  readonly findings: readonly Finding[];
  /** The manifest's new text; null where it stands already. */
  readonly manifest: string | null;
}

/** Why a path cannot be treated as generated. Every kind but `kept` forbids the run. */
export interface Finding {
  readonly kind: "edited" | "foreign" | "blocked" | "manifest" | "kept";
  readonly path: string;
}

/** The SHA-256 of files by their paths. */
export type Hashes = ReadonlyMap<string, string>;

export function hashesOf(files: readonly OutputFile[]): Hashes {
  return new Map(files.map(({ path, text }) => [path, sha256(text)]));
}

interface PlanOptions {
  readonly force: boolean;
  readonly emit?: readonly Target[];
  /** Those of the wanted files, where they are known already. */
  readonly hashes?: Hashes;
}

/**
 * Compares the wanted files with the disk. With `force` a person's changes give way. Where `emit` names some parts of the
 * output alone, what was generated of the others stays, and stays in the manifest.
 */
export function planOutput(
  wanted: readonly OutputFile[],
  disk: Disk,
  { force, emit = targets, hashes = hashesOf(wanted) }: PlanOptions,
): Plan {
  checkPaths(wanted);
  const listedHashes = disk.manifest.kind === "read" ? disk.manifest.hashes : new Map<string, string>();
  const write: OutputFile[] = [];
  const unchanged: string[] = [];
  const remove: string[] = [];
  const findings: Finding[] = [];
  if (disk.manifest.kind === "unreadable" && !force) findings.push({ kind: "manifest", path: manifestPath });

  for (const file of wanted) {
    const found = disk.files.get(file.path) ?? { kind: "absent" };
    if (found.kind === "file" && found.hash === hashes.get(file.path)) {
      unchanged.push(file.path);
      continue;
    }
    write.push(file);
    if (found.kind === "blocked") findings.push({ kind: "blocked", path: file.path });
    if (found.kind === "absent" || found.kind === "blocked" || force) continue;
    const listed = listedHashes.get(file.path);
    if (listed === undefined) findings.push({ kind: "foreign", path: file.path });
    else if (found.kind === "link" || found.hash !== listed) findings.push({ kind: "edited", path: file.path });
  }

  const kept = new Set(wanted.map((file) => file.path));
  const others = new Map([...listedHashes].filter(([path]) => !kept.has(path) && !emit.includes(targetOf(path))));
  for (const [path, listed] of listedHashes) {
    if (others.has(path)) continue;
    const found = disk.files.get(path) ?? { kind: "absent" };
    if (kept.has(path) || found.kind === "absent") continue;
    if (found.kind === "file" && found.hash === listed) remove.push(path);
    else findings.push({ kind: force ? "kept" : "edited", path });
  }

  const manifest = printManifest(hashes, others);
  const stands = disk.manifest.kind === "read" && disk.manifest.text === manifest;
  return { write, unchanged, remove, findings, manifest: stands ? null : manifest };
}

/** The manifest of the wanted files and of others that stay: sorted path → sha256 of the bytes. */
export function printManifest(hashes: Hashes, others: Hashes = new Map()): string {
  const entries = [...hashes, ...others].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(entries) }, null, 2)}\n`;
}

/** Reads a manifest. One that names a path outside its folder is not ours and counts as unreadable. */
export function parseManifest(text: string): Manifest {
  const files = manifestFiles(text);
  if (files === undefined) return { kind: "unreadable" };
  const hashes = new Map<string, string>();
  for (const [path, hash] of Object.entries(files)) {
    if (typeof hash !== "string" || pathFault(path) !== null) return { kind: "unreadable" };
    hashes.set(path, hash);
  }
  return { kind: "read", text, hashes };
}

/** What is wrong with the path of an output file, or null. */
export function pathFault(path: string): string | null {
  if (path === "") return "is empty";
  if (path === manifestPath) return "is the manifest's own";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(path)) return "holds a control character";
  if (path.includes("\\")) return "holds a backslash";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "is absolute";
  if (path.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) return "is not plain";
  return null;
}

/** Paths come from our own emitters, so that a bad one is our bug. */
function checkPaths(files: readonly OutputFile[]): void {
  const taken = new Map<string, string>();
  for (const { path } of files) {
    const fault = pathFault(path);
    if (fault !== null) throw new Error(`The output path ${JSON.stringify(path)} ${fault}.`);
    const other = taken.get(path.toLowerCase());
    if (other !== undefined) throw new Error(`The output paths ${other} and ${path} are one file on some machines.`);
    taken.set(path.toLowerCase(), path);
  }
  for (const { path } of files) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const above = taken.get(path.slice(0, end).toLowerCase());
      if (above !== undefined) throw new Error(`The output path ${path} lies below the file ${above}.`);
    }
  }
}

function manifestFiles(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1) return undefined;
    return "files" in value && typeof value.files === "object" && value.files !== null ? value.files : undefined;
  } catch {
    return undefined;
  }
}
