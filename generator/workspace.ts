import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DocsFolder, isWithin } from "./folders.ts";
import { sha256 } from "./hash.ts";
import type { Source, Templates } from "./options.ts";
import { type Disk, type Manifest, manifestPath, type OnDisk, type Plan, parseManifest } from "./plan.ts";

// This file alone touches the file system. Everything is read and written synchronously: for some thousand small files
// that is several times faster than promises, and nothing else waits.

/** The package's own folder; this file stands one level below it, as source and as build. */
const packageRoot: string = fileURLToPath(new URL("../", import.meta.url));

/** Whether a folder stands there, links followed. */
export function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Whether a file stands there, links followed. */
export function isFile(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The text of a file. */
export function readText(path: string): string {
  return fs.readFileSync(path, "utf8");
}

/** Puts a file into a folder that stands, whole or not at all. */
export function writeText(path: string, content: string | Uint8Array): void {
  const from = join(dirname(path), `.docsdk-${randomUUID()}.tmp`);
  try {
    fs.writeFileSync(from, content, { flag: "wx" });
    fs.renameSync(from, path);
  } finally {
    fs.rmSync(from, { force: true });
  }
}

/** Puts a file into a folder that is made where it is missing. */
export function putFile(path: string, content: string): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  writeText(path, content);
}

/** The names of the direct subfolders in the order of their code units, without dot folders and `node_modules`. */
export function subfolders(path: string): readonly string[] {
  const names = fs.readdirSync(path).filter((name) => !isSkipped(name) && isFolder(join(path, name)));
  return names.sort();
}

/** The path with its links resolved, as far as it exists. */
export function realPath(path: string): string {
  if (fs.existsSync(path)) return fs.realpathSync.native(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** The version in the package's own package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(fs.readFileSync(join(packageRoot, "package.json"), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version);
}

/**
 * What a config file exports; undefined for a module without a default export. A module is loaded with `docsdk` standing
 * for `self`, so that it can import `defineConfig` where the package is not installed. Throws what it throws.
 */
export async function loadModule(path: string, self: Readonly<Record<string, unknown>>): Promise<unknown> {
  if (extname(path) === ".json") return JSON.parse(fs.readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  const { createJiti } = await import("jiti");
  // Its compiler takes a third of a second to load, and is not needed for a config that it has seen.
  const home = dirname(path);
  const fsCache = isFolder(join(home, "node_modules")) ? join(cacheFolder(home), "config") : false;
  const jiti = createJiti(path, { fsCache, moduleCache: false, virtualModules: { docsdk: self } });
  // An absent default export is told apart from an empty one: jiti's own fallback would give the whole module.
  const module: unknown = await jiti.import(path);
  return typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
}

/** Puts files into a folder of their own while the work goes on; paths that would lead out of it are left out. */
export async function withTemporary<T>(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  work: (root: string) => Promise<T>,
): Promise<T> {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), "docsdk-")));
  try {
    for (const { path, bytes } of files) {
      const to = join(root, path);
      if (!isWithin(root, to)) continue;
      fs.mkdirSync(dirname(to), { recursive: true });
      fs.writeFileSync(to, bytes);
    }
    return await work(root);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

/** Watches documents below folders, and single files. */
export interface Watcher {
  /** What is watched already is not watched twice; what is gone, or not there yet, is watched for. */
  readonly add: (paths: readonly string[]) => void;
  /** When the paths that were added first have been looked at. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Calls back whenever a document, a folder of documents or a watched file comes, goes or changes. */
export async function watchPaths(changed: () => void): Promise<Watcher> {
  const { FSWatcher } = await import("chokidar");
  const known = new Set<string>();
  const added = new Set<string>();
  const watcher = new FSWatcher({
    ignoreInitial: true,
    ignored: (path) => isSkipped(basename(path)) && !known.has(path),
  });
  watcher.on("all", (event, path) => {
    // What comes back is another one to the system.
    if (event.startsWith("unlink")) added.delete(path);
    if (event.endsWith("Dir") || isDocument(basename(path)) || known.has(path)) changed();
  });
  const ready = new Promise<void>((resolve) => void watcher.once("ready", resolve));
  return {
    add: (paths) => {
      const fresh = paths.filter((path) => !added.has(path));
      for (const path of fresh) {
        known.add(path);
        added.add(path);
      }
      if (fresh.length > 0) watcher.add(fresh);
    },
    ready,
    close: () => watcher.close(),
  };
}

/** The documents of one folder, in the order of their paths, and where those begin to be garbled that are not UTF-8. */
export function readDocs(folder: DocsFolder): {
  readonly sources: readonly Source[];
  readonly garbled: readonly { readonly path: string; readonly line: number }[];
} {
  const sources: Source[] = [];
  const garbled: { path: string; line: number }[] = [];
  const beside = { isReadme: true } as const;
  const take = (path: string, isReadme: boolean): void => {
    const bytes = fs.readFileSync(join(folder.base, path));
    const text = new TextDecoder().decode(bytes);
    const source = { path: `${folder.prefix}${path}`, text, ...(isReadme && folder.prefix !== "" ? beside : {}) };
    if (!isUtf8(bytes))
      garbled.push({ path: source.path, line: source.text.split("\ufffd", 1)[0]?.split("\n").length ?? 1 });
    sources.push(source);
  };
  for (const path of documents(folder)) take(path, false);
  const readme = folder.readme === "never" ? undefined : readmeOf(folder.base);
  if (readme !== undefined) {
    take(readme, true);
    if (folder.readme === "when-linked" && !speaksOf(folder.walk, sources.at(-1)?.text ?? "")) sources.pop();
  }
  return { sources: sources.sort((a, b) => (a.path < b.path ? -1 : 1)), garbled };
}

/** One of the templates that are no part of a package. */
export function readTemplate(path: string): string {
  return fs.readFileSync(join(packageRoot, "templates", path), "utf8");
}

/** The Handlebars templates by their path without extension, and the runtime with the paths of the package. */
export function readTemplates(): Templates {
  const root = join(packageRoot, "templates", "typescript");
  const read = (path: string): string => fs.readFileSync(join(root, path), "utf8");
  const paths = filesBelow(root).sort();
  const handlebars = paths.filter((path) => path.endsWith(".hbs"));
  const runtime = paths.filter((path) => path.startsWith("runtime/") && path.endsWith(".ts"));
  return {
    handlebars: Object.fromEntries(handlebars.map((path) => [path.slice(0, -".hbs".length), read(path)])),
    runtime: runtime.map((path) => ({ path: `src/${path}`, text: read(path) })),
  };
}

/**
 * What tells this program from another one: its version, its own files by size and time, and the records that package
 * managers keep of what they installed beside a project.
 */
export function programStamp(home: string): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const own = filesBelow(folder).sort();
  const records = [".package-lock.json", ".modules.yaml", ".yarn-state.yml"];
  const stampOf = (path: string): string => {
    const found = fs.statSync(path, { throwIfNoEntry: false });
    return found === undefined ? "" : `${found.size} ${found.mtimeMs}`;
  };
  return [
    packageVersion(),
    ...own.map((path) => `${path} ${stampOf(join(folder, path))}`),
    ...records.map((name) => stampOf(join(home, "node_modules", name))),
  ].join("\n");
}

/** A file of the cache in `node_modules` of a project; undefined where there is none, or where it cannot be read. */
export function readCache(home: string, name: string): Buffer | undefined {
  try {
    return fs.readFileSync(join(cacheFolder(home), name));
  } catch {
    return undefined;
  }
}

/** Keeps a file in the cache of a project that has one. A cache that cannot be written is none: that is no failure. */
export function writeCache(home: string, name: string, content: string | Uint8Array): void {
  if (!isFolder(join(home, "node_modules"))) return;
  try {
    fs.mkdirSync(cacheFolder(home), { recursive: true });
    writeText(join(cacheFolder(home), name), content);
  } catch {}
}

/** Where tools are expected to keep what they can make again. */
function cacheFolder(home: string): string {
  return join(home, "node_modules", ".cache", "docsdk");
}

/** What stands in the output folder at the wanted paths and at those of its manifest. */
export function readOutput(out: string, wanted: readonly string[]): Disk {
  const manifest = readManifest(out);
  const files = new Map<string, OnDisk>();
  const listed = manifest.kind === "read" ? [...manifest.hashes.keys()] : [];
  const root = realPath(out);
  const folders = new Map<string, boolean>();
  for (const path of [...wanted, ...listed]) {
    if (!files.has(path)) files.set(path, onDisk(out, path, root, folders));
  }
  return { manifest, files };
}

/**
 * Carries out plans, all or nothing: every new text is first written to a temporary file beside its target, and only when
 * all of them stand are they renamed; what was done is undone when a later step fails. The manifest comes last, so that a
 * run that was cut short can be repeated.
 */
export function writePlans(plans: readonly { readonly out: string; readonly plan: Plan }[]): void {
  const made: string[] = [];
  const staged: { readonly from: string; readonly to: string }[] = [];
  const undo: (() => void)[] = [];
  const stage = (to: string, text: string): void => {
    const first = fs.mkdirSync(dirname(to), { recursive: true });
    if (first !== undefined) made.push(first);
    const from = join(dirname(to), `.docsdk-${randomUUID()}.tmp`);
    staged.push({ from, to });
    fs.writeFileSync(from, text, { flag: "wx" });
  };
  try {
    for (const { out, plan } of plans) for (const file of plan.write) stage(join(out, file.path), file.text);
    for (const { out, plan } of plans) if (plan.manifest !== null) stage(join(out, manifestPath), plan.manifest);
    const [manifests, files] = partition(staged, ({ to }) => basename(to) === manifestPath);
    for (const { from, to } of files) replace(from, to, undo);
    for (const { out, plan } of plans) for (const path of plan.remove) replace(null, join(out, path), undo);
    for (const { from, to } of manifests) replace(from, to, undo);
  } catch (error) {
    for (const step of undo.reverse()) step();
    for (const { from } of staged) fs.rmSync(from, { force: true });
    for (const folder of made.reverse()) removeEmpty(folder);
    throw error;
  }
  for (const { out, plan } of plans) for (const path of plan.remove) removeEmptyAbove(out, path);
}

/** Puts a staged file, or nothing, into a place, and notes how to undo it. */
function replace(from: string | null, to: string, undo: (() => void)[]): void {
  const old = fs.lstatSync(to, { throwIfNoEntry: false })?.isFile() ? fs.readFileSync(to) : null;
  if (from === null) fs.rmSync(to, { force: true });
  else fs.renameSync(from, to);
  undo.push(() => (old === null ? fs.rmSync(to, { force: true }) : fs.writeFileSync(to, old)));
}

function removeEmptyAbove(out: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const full = join(out, folder);
    if (isFolder(full) && fs.readdirSync(full).length > 0) return;
    if (isFolder(full)) fs.rmdirSync(full);
  }
}

function removeEmpty(folder: string): void {
  if (!isFolder(folder)) return;
  for (const name of fs.readdirSync(folder)) if (isFolder(join(folder, name))) removeEmpty(join(folder, name));
  if (fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}

function readManifest(out: string): Manifest {
  const path = join(out, manifestPath);
  const found = fs.lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { kind: "none" };
  return found.isFile() ? parseManifest(fs.readFileSync(path, "utf8")) : { kind: "unreadable" };
}

function onDisk(out: string, path: string, root: string, folders: Map<string, boolean>): OnDisk {
  if (!isOpen(out, dirname(path), root, folders)) return { kind: "blocked" };
  const found = fs.lstatSync(join(out, path), { throwIfNoEntry: false });
  if (found === undefined) return { kind: "absent" };
  if (found.isSymbolicLink()) return { kind: "link" };
  if (!found.isFile()) return { kind: "blocked" };
  const bytes = fs.readFileSync(join(out, path));
  return { kind: "file", bytes, hash: sha256(bytes) };
}

/** Whether files can be put into the folder without leaving `root`. Each folder is looked at once. */
function isOpen(out: string, folder: string, root: string, known: Map<string, boolean>): boolean {
  if (folder === ".") return true;
  const before = known.get(folder);
  if (before !== undefined) return before;
  const path = join(out, folder);
  const stands = fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const fits = !stands || (isFolder(path) && isWithin(root, realPath(path)));
  const open = fits && isOpen(out, dirname(folder), root, known);
  known.set(folder, open);
  return open;
}

/** The paths of the documents of a folder, relative to its base. */
function documents(folder: DocsFolder): readonly string[] {
  const start = join(folder.base, folder.walk);
  if (!isFolder(start)) return [];
  // A person who gives `docs` by name means it, wherever it leads; a `docs` that was found may not lead away.
  const root = realPath(folder.readme === "always" ? folder.base : start);
  return isWithin(root, realPath(start)) ? walk(folder, folder.walk, root, []) : [];
}

function walk(folder: DocsFolder, path: string, root: string, above: readonly string[]): readonly string[] {
  const real = realPath(join(folder.base, path));
  if (above.includes(real)) return [];
  const entries = fs.readdirSync(join(folder.base, path), { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (isSkipped(entry.name)) return [];
    const below = path === "" ? entry.name : `${path}/${entry.name}`;
    const full = join(folder.base, below);
    if (entry.isSymbolicLink() && !isWithin(root, realPath(full))) return [];
    const isBranch = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(full));
    if (isBranch) return walk(folder, below, root, [...above, real]);
    return isDocument(entry.name) && isFile(full) ? [below] : [];
  });
}

function readmeOf(base: string): string | undefined {
  if (!isFolder(base)) return undefined;
  const names = fs.readdirSync(base).filter((name) => /^readme\.mdx?$/i.test(name));
  return names.sort().find((name) => isFile(join(base, name)) && isWithin(realPath(base), realPath(join(base, name))));
}

/** Whether a README belongs to the docs beside it: it links into them, or has the sections of an SDK's README. */
function speaksOf(folder: string, text: string): boolean {
  const links = text.matchAll(/(?:\]\(|href=["']|^\[[^\]]+\]:\s*)<?(?:\.\/)?([\w-]+)\//gm);
  return /<!-- Start .*-->/.test(text) || [...links].some(([, name]) => name === folder);
}

function filesBelow(root: string): string[] {
  const entries = fs.readdirSync(root, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (!entry.isDirectory()) return [entry.name];
    return filesBelow(join(root, entry.name)).map((path) => `${entry.name}/${path}`);
  });
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function isDocument(name: string): boolean {
  return /\.mdx?$/i.test(name);
}

function isSkipped(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
