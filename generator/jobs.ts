import { basename, dirname, join, resolve } from "node:path";
import type { ApiConfig, Defaults } from "./config.ts";
import { type LoadedConfig, loadConfig } from "./config-file.ts";
import type { DialectName } from "./dialects/sighting.ts";
import { type DocsFolder, displayPath, docsFolders, docsName, slugOf } from "./folders.ts";
import { type ApiOptions, defaultOptions } from "./options.ts";
import { outputProblems } from "./output-guard.ts";
import { readOverrides } from "./overrides-file.ts";
import { failure, type Problem, type Result, success, suggestion } from "./problem.ts";
import { isFile, isFolder, subfolders } from "./workspace.ts";

/** One API to generate: what to read, what was decided about it, and where it goes. */
export interface Job {
  readonly folders: readonly DocsFolder[];
  readonly options: ApiOptions;
  /** Absolute. */
  readonly out: string;
  /** The folder of the config, absolute; where there is none, that of the command. */
  readonly home: string;
  /** The files in which overrides may stand, absolute: those that the config names, then the config. */
  readonly stated: readonly string[];
}

/** What the command line asks for. */
export interface Request {
  /** Folders of one API; empty for every API of the config or of `input-docs/`. */
  readonly docs: readonly string[];
  readonly out?: string;
  readonly config?: string;
  readonly dialect?: DialectName;
  /** Where nothing is written, any folder of docs will do. */
  readonly writesNothing?: boolean;
}

/** The jobs that a request means in a folder, or everything that is wrong with it. */
export async function findJobs(request: Request, cwd: string): Promise<Result<readonly Job[]>> {
  const loaded = await loadConfig(request.config, cwd);
  if (!loaded.ok) return loaded;
  const wishes = request.docs.length > 0 ? given(request, loaded.value, cwd) : configured(request, loaded.value, cwd);
  if (!wishes.ok) return wishes;
  const missing = wishes.value.flatMap((wish) => missingFolders(wish, cwd));
  if (missing.length > 0) return { ok: false, problems: missing };
  const jobs: Job[] = [];
  for (const wish of wishes.value) {
    const job = jobOf(wish, request, loaded.value, cwd);
    if (!job.ok) return job;
    jobs.push(job.value);
  }
  if (request.writesNothing === true) return success(jobs);
  const problems = outputProblems(jobs, [cwd, loaded.value.folder], cwd);
  return problems.length > 0 ? { ok: false, problems } : success(jobs);
}

/** What is known of an API before its folders are looked at. */
interface Wish {
  readonly docs: readonly string[];
  /** Where the folders were named, for messages. */
  readonly source: string;
  readonly slug: string | null;
  readonly out: (slug: string) => string;
  readonly decided: Omit<ApiConfig, "docs" | "out">;
}

/** The folders of the command line are one API, with the decisions of the config's API of the same folders, if any. */
function given(request: Request, loaded: LoadedConfig, cwd: string): Result<readonly Wish[]> {
  const docs = request.docs.map((folder) => resolve(cwd, folder));
  const entry = Object.entries(loaded.config.apis ?? {}).find(([, api]) => {
    const known = listed(api.docs).map((folder) => resolve(loaded.folder, folder));
    return known.length === docs.length && known.every((folder) => docs.includes(folder));
  });
  const [slug, api] = entry ?? [null, undefined];
  const out = (name: string): string => {
    if (request.out !== undefined) return resolve(cwd, request.out);
    return api?.out === undefined ? resolve(cwd, "output", name) : resolve(loaded.folder, api.out);
  };
  return success([{ docs, source: "the command line", slug, out, decided: api ?? {} }]);
}

/** Every API of the config, or of `input-docs/` where the config lists none. */
function configured(request: Request, loaded: LoadedConfig, cwd: string): Result<readonly Wish[]> {
  const { apis } = loaded.config;
  if (apis === undefined) return scanned(request, cwd);
  const wishes = Object.entries(apis).map(([slug, api]) => ({
    docs: listed(api.docs).map((folder) => resolve(loaded.folder, folder)),
    source: `${loaded.name}: apis.${slug}.docs`,
    slug,
    out: (): string => {
      if (request.out !== undefined) return resolve(cwd, request.out, slug);
      return resolve(loaded.folder, api.out ?? join("output", slug));
    },
    decided: api,
  }));
  if (wishes.length > 0) return success(wishes);
  return failure(`${loaded.name}: apis: Unexpected empty record, expected an API.`, "Add one, or remove the key.");
}

function scanned(request: Request, cwd: string): Result<readonly Wish[]> {
  const root = join(cwd, "input-docs");
  const help =
    "Pass a docs folder (`docsdk path/to/docs --out sdk`), put one folder an API into input-docs/, or list them in docsdk.config.ts.";
  if (!isFolder(root)) return failure("Unexpected absence of input-docs/, expected a folder of docs.", help);
  const names = subfolders(root);
  if (names.length === 0) return failure("Unexpected empty input-docs/, expected one folder an API.", help);
  const wishes = names.map((name) => ({
    docs: [join(root, name)],
    source: "input-docs/",
    slug: slugOf(name),
    out: (slug: string): string => resolve(cwd, request.out ?? "output", slug),
    decided: {},
  }));
  return success(wishes);
}

function missingFolders(wish: Wish, cwd: string): readonly Problem[] {
  const missing = wish.docs.filter((folder) => !isFolder(folder));
  return missing.map((folder) => {
    const name = displayPath(cwd, folder);
    const near = suggestion(basename(folder), neighbours(folder));
    const command =
      wish.source === "the command line" ? suggestion(name, ["check", "lint", "explain", "diff", "watch", "init"]) : "";
    const what = isFile(folder) ? "file" : "missing folder";
    return {
      message: `${wish.source}: Unexpected ${what} ${name}, expected a folder of docs.${near || command}`,
      help: "Pass the folder that holds `docs/` and `README.md`.",
    };
  });
}

function neighbours(folder: string): readonly string[] {
  return isFolder(dirname(folder)) ? subfolders(dirname(folder)) : [];
}

function jobOf(wish: Wish, request: Request, { config, name, folder }: LoadedConfig, cwd: string): Result<Job> {
  const given = readOverrides(wish.decided.overrides, folder, cwd);
  if (!given.ok) return given;
  const folders = docsFolders(wish.docs, { isFolder, subfolders });
  const slug = wish.slug ?? docsName(folders, cwd);
  const { decided } = wish;
  const servers = (decided.servers ?? []).map(({ name = "", url, description = "" }) => ({ name, url, description }));
  const dialect = request.dialect ?? decided.dialect;
  const options: ApiOptions = {
    ...defaultOptions,
    ...decisions(config),
    ...decisions(decided),
    slug,
    package: decided.package ?? defaultOptions.package,
    servers,
    overrides: given.value.overrides,
    ...(dialect === undefined ? {} : { dialect }),
  };
  const stated = [...given.value.files, ...(name === "" ? [] : [resolve(cwd, name)])];
  return success({ folders, options, out: wish.out(slug), home: folder, stated });
}

function decisions({ fields, dates, unknownFields, unstatedNull, evidence }: Defaults): Defaults {
  return {
    ...(fields === undefined ? {} : { fields }),
    ...(dates === undefined ? {} : { dates }),
    ...(unknownFields === undefined ? {} : { unknownFields }),
    ...(unstatedNull === undefined ? {} : { unstatedNull }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function listed(docs: string | readonly string[]): readonly string[] {
  return typeof docs === "string" ? [docs] : docs;
}
