import { posix, relative, sep } from "node:path";
import { failure, type Result, success } from "./problem.ts";
import type { Git } from "./shell.ts";

/** What a revision holds at a path. */
export type Committed =
  /** Its documents, with those that belong to it beside it; paths from the root of the repository on. */
  | { readonly kind: "folder"; readonly folder: string; readonly files: readonly CommittedFile[] }
  | { readonly kind: "file"; readonly text: string };

export interface CommittedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** `git:<rev>[:path]`, taken apart; undefined for what does not begin so. */
export function parseRevision(text: string): { readonly revision: string; readonly path: string | null } | undefined {
  const [, revision, path] = /^git:([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  return revision === undefined ? undefined : { revision, path: path === undefined || path === "" ? null : path };
}

/** Reads what a revision of the repository around `cwd` holds at a path; nothing is checked out. */
export function readRevision(git: Git, revision: string, path: string, cwd: string): Result<Committed> {
  const around = prefixIn(git);
  if (around.prefix === undefined)
    return failure(
      `Unexpected git:${revision}, expected a repository around this folder.${said(around.error)}`,
      "Run the command in a checkout, or pass folders.",
    );
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (revision === "" || revision.startsWith("-") || commit.code !== 0)
    return failure(
      `Unexpected revision \`${revision}\`, expected a branch, a tag or a commit of this repository.`,
      "In CI, fetch it first: a shallow checkout has the newest commit alone.",
    );
  const from = relative(cwd, posix.resolve(cwd.replaceAll(sep, "/"), path)).replaceAll(sep, "/");
  const id = text(commit.output).trim();
  const inside = linked(git, id, posix.normalize(posix.join(around.prefix, from)));
  if (inside === ".." || inside.startsWith("../"))
    return failure(`Unexpected path ${path}, expected one inside the repository.`, "Pass a path of the repository.");
  const listed = entries(git, id, inside === "." ? "" : inside);
  const [first] = listed;
  if (first === undefined)
    return failure(`Unexpected path ${path}, expected one that ${revision} holds.`, "See `git ls-tree -r <rev>`.");
  if (first.path === inside) return success({ kind: "file", text: text(contents(git, [first])[0]?.bytes ?? empty) });
  const beside = /^docs?$/.test(posix.basename(inside)) ? siblings(git, id, posix.dirname(inside)) : [];
  return success({ kind: "folder", folder: inside, files: contents(git, [...listed, ...beside].filter(isDocument)) });
}

/** The way from the root of the repository to the folder that git runs in; undefined outside of one. */
export function prefixIn(git: Git): { readonly prefix: string | undefined; readonly error: string } {
  const { code, output, error } = git(["rev-parse", "--show-prefix"]);
  return { prefix: code === 0 ? text(output).trim() : undefined, error };
}

interface Entry {
  readonly path: string;
  readonly object: string;
}

/** The path that a path with links in it leads to, as far as it stays in the repository. */
function linked(git: Git, commit: string, path: string, count = 0): string {
  if (path === "." || path === ".." || path.startsWith("../") || count === mostLinks) return path;
  const names = path.split("/");
  const [link] = parseTree(
    tree(
      git,
      commit,
      names.map((_, at) => names.slice(0, at + 1).join("/")),
    ),
    "120000",
  );
  if (link === undefined) return path;
  const target = text(contents(git, [link])[0]?.bytes ?? empty);
  if (target === "" || posix.isAbsolute(target)) return path;
  const rest = path.slice(link.path.length + 1);
  return linked(
    git,
    commit,
    posix.normalize(posix.join(posix.dirname(link.path), target, rest)).replace(/(?<=.)\/$/, ""),
    count + 1,
  );
}

/** As many as a path of the system may have. */
const mostLinks = 40;

/** The files at a path and below it; links and other repositories are none. */
function entries(git: Git, commit: string, path: string): readonly Entry[] {
  return parseTree(tree(git, commit, path === "" ? [] : [path], "-r"));
}

/** What stands at paths; none of their letters means anything to git. */
function tree(git: Git, commit: string, paths: readonly string[], ...flags: readonly string[]): Uint8Array {
  const named = paths.length === 0 ? [] : ["--", ...paths];
  return git(["--literal-pathspecs", "ls-tree", ...flags, "-z", "--full-tree", commit, ...named]).output;
}

/** The files of a folder, and not those below it. */
function siblings(git: Git, commit: string, folder: string): readonly Entry[] {
  return parseTree(tree(git, commit, folder === "." ? [] : [`${folder}/`]));
}

/** The entries of a mode: files, unless it is said. */
function parseTree(output: Uint8Array, mode = "100\\d{3}"): readonly Entry[] {
  const entry = new RegExp(`^${mode} blob ([0-9a-f]+)\\t(.+)$`, "s");
  return text(output)
    .split("\0")
    .flatMap((line): Entry[] => {
      const [, object, path] = entry.exec(line) ?? [];
      return object === undefined || path === undefined ? [] : [{ path, object }];
    });
}

/** The contents of files, in one call: a process a file would take minutes. */
function contents(git: Git, files: readonly Entry[]): readonly CommittedFile[] {
  const { output } = git(["cat-file", "--batch"], files.map(({ object }) => `${object}\n`).join(""));
  const found: CommittedFile[] = [];
  let at = 0;
  for (const { path } of files) {
    const end = output.indexOf(lineFeed, at);
    const size = Number(text(output.subarray(at, end)).split(" ")[2]);
    if (end < 0 || !Number.isInteger(size)) break;
    found.push({ path, bytes: output.subarray(end + 1, end + 1 + size) });
    at = end + 1 + size + 1;
  }
  return found;
}

const lineFeed = 10;
const empty = new Uint8Array();

function isDocument({ path }: Entry): boolean {
  return /\.mdx?$/i.test(path);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function said(error: string): string {
  const [line = ""] = error.trim().split("\n");
  return line === "" ? "" : ` It says: ${line}`;
}
