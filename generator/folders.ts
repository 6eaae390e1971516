import { basename, dirname, join, relative, sep } from "node:path";

/** One folder of documents. Only `walk` and a README beside it are read. */
export interface DocsFolder {
  /** The folder that `Source.path` is relative to, absolute. */
  readonly base: string;
  /** The folder below `base` whose documents are read: `docs`, `doc`, or empty for `base` itself. */
  readonly walk: string;
  /** Whether `base/README.md` is read: one beside a folder that was given by name must speak of it. */
  readonly readme: "always" | "when-linked" | "never";
  /** What stands before the paths of its sources, e.g. `python/`, where an API has several folders. */
  readonly prefix: string;
}

/** What the resolution of folders asks of the disk. */
export interface FolderView {
  readonly isFolder: (path: string) => boolean;
  /** The names of the direct subfolders, sorted, without dot folders and `node_modules`. */
  readonly subfolders: (path: string) => readonly string[];
}

/** What is read for the folders that a person gave for one API. */
export function docsFolders(given: readonly string[], view: FolderView): readonly DocsFolder[] {
  const folders = given.flatMap((folder) => expand(folder, view));
  const distinct = folders.filter((folder, at) => at === folders.findIndex((other) => sameFolder(folder, other)));
  if (distinct.length < 2) return distinct;
  const names = namesOf(distinct.map(({ base }) => base));
  return distinct.map((folder, at) => ({ ...folder, prefix: `${names[at]}/` }));
}

/** What the paths of each folder's sources begin with. */
export function rootsOf(folders: readonly DocsFolder[]): readonly string[] {
  return folders.map(({ prefix }) => prefix);
}

/** A name for the API of these folders: that of the folder they share, else the first of their own in any order. */
export function docsName(folders: readonly DocsFolder[], cwd: string): string {
  const [first] = folders;
  if (first === undefined) return "";
  const parent = dirname(first.base);
  const shared = folders.length > 1 && parent !== cwd && folders.every((folder) => dirname(folder.base) === parent);
  const [name = ""] = shared ? [basename(parent)] : folders.map(({ base }) => basename(base)).sort();
  return slugOf(name);
}

/** A folder's name in kebab case: `HarborApi v2` → `harbor-api-v2`; empty where nothing of it can stand in a slug. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2");
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Where a source stands on disk. */
export function fileOf(folders: readonly DocsFolder[], path: string): string {
  const folder = folders.find((candidate) => path.startsWith(candidate.prefix));
  return folder === undefined ? path : join(folder.base, path.slice(folder.prefix.length));
}

/** Whether a path is the folder or lies inside it; both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way));
}

/** A path as people know it: relative to where they stand, with forward slashes. */
export function displayPath(cwd: string, path: string): string {
  return relative(cwd, path).replaceAll(sep, "/") || ".";
}

function expand(folder: string, view: FolderView): readonly DocsFolder[] {
  const name = basename(folder);
  if (name === "docs" || name === "doc")
    return [{ base: dirname(folder), walk: name, readme: "when-linked", prefix: "" }];
  if (view.isFolder(join(folder, "docs"))) return [{ base: folder, walk: "docs", readme: "always", prefix: "" }];
  const names = view.subfolders(folder);
  // One folder a dialect. A bare docs folder may have a resource called `docs`, so that one alone proves nothing.
  if (names.length > 0 && names.every((name) => view.isFolder(join(folder, name, "docs"))))
    return names.map((name) => ({ base: join(folder, name), walk: "docs", readme: "always", prefix: "" }));
  return [{ base: folder, walk: "", readme: "never", prefix: "" }];
}

function sameFolder(a: DocsFolder, b: DocsFolder): boolean {
  return a.base === b.base && a.walk === b.walk;
}

/** A name for each folder, whatever their order: its own, with as much of the way to it as sets it apart from the others. */
function namesOf(bases: readonly string[]): readonly string[] {
  const longest = Math.max(...bases.map((base) => segmentsOf(base).length));
  const named = bases.map((base) => {
    const names = Array.from({ length: longest }, (_, more) => tailOf(base, more + 1));
    const lone = names.find((name, more) => bases.filter((other) => tailOf(other, more + 1) === name).length === 1);
    return lone ?? names.at(-1) ?? "";
  });
  const names = [...named];
  const taken = new Set<string>();
  for (const at of [...bases.keys()].sort((a, b) => ((bases[a] ?? "") < (bases[b] ?? "") ? -1 : 1))) {
    const name = named[at] ?? "";
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
    taken.add(free);
    names[at] = free;
  }
  return names;
}

/** The last names of a path, as one name. */
function tailOf(path: string, length: number): string {
  return segmentsOf(path).slice(-length).join("-") || "docs";
}

function segmentsOf(path: string): readonly string[] {
  return path.split(/[\\/]/).filter((segment) => segment !== "" && !/^[A-Za-z]:$/.test(segment));
}
