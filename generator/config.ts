import * as v from "valibot";
import { type DialectName, dialectNames } from "./dialects/index.ts";
import { jsrPattern } from "./ir/package-name.ts";
import type { ApiOptions, Override } from "./options.ts";
import { type Problem, type Result, suggestion } from "./problem.ts";

/** What `docsdk.config.{ts,js,json}` holds. Paths are relative to the config file. */
export interface Config extends Defaults {
  /** One entry an API, by its slug in kebab case. It replaces the scan of `input-docs/`. */
  readonly apis?: Readonly<Record<string, ApiConfig>>;
}

/** Decisions that hold for every API that does not make its own. */
export interface Defaults {
  readonly fields?: ApiOptions["fields"];
  readonly dates?: ApiOptions["dates"];
  readonly unknownFields?: ApiOptions["unknownFields"];
  readonly unstatedNull?: ApiOptions["unstatedNull"];
  readonly evidence?: ApiOptions["evidence"];
}

/** One API of the config. */
export interface ApiConfig extends Defaults {
  /** The folder that holds `docs/` and `README.md`, or `docs` itself; several for several dialects of one API. */
  readonly docs: string | readonly string[];
  /** The folder of the package: `output/<slug>` unless given. */
  readonly out?: string;
  readonly package?: ApiOptions["package"];
  readonly dialect?: DialectName;
  readonly servers?: readonly { readonly name?: string; readonly url: string; readonly description?: string }[];
  /** Facts that the docs do not state, or the path of a JSON file that holds a list of them. */
  readonly overrides?: string | readonly (Override | string)[];
}

/** Types a config; it gives back what it is given. */
export function defineConfig(config: Config): Config {
  return config;
}

/** The config that a module or a JSON file holds, or everything that is wrong with it. */
export function parseConfig(value: unknown, file: string): Result<Config> {
  const parsed = v.safeParse(configSchema, value);
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, problems: parsed.issues.map((issue) => problem(issue, file)) };
}

/** The list that an overrides file holds, or everything that is wrong with it. */
export function parseOverrides(value: unknown, file: string): Result<readonly Override[]> {
  const parsed = v.safeParse(v.array(override, "expected a list of overrides"), value);
  if (parsed.success) return { ok: true, value: parsed.output };
  return { ok: false, problems: parsed.issues.map((issue) => problem(issue, file)) };
}

/** The form of a slug: a folder's name and, where nothing else gives one, the package's. */
export const slugPattern: RegExp = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const text = v.pipe(v.string(), v.regex(/\S/, "expected some text"));
const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const version = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/;

const defaultEntries = {
  fields: v.exactOptional(v.picklist(["camelCase", "documented", "wire"])),
  dates: v.exactOptional(v.picklist(["Date", "string"])),
  unknownFields: v.exactOptional(v.picklist(["keep", "drop"])),
  unstatedNull: v.exactOptional(v.picklist(["exclude", "include"])),
  evidence: v.exactOptional(v.picklist(["exclude", "include"])),
};
const packageEntries = {
  name: v.exactOptional(v.pipe(v.string(), v.regex(packageName, "expected an npm package name, e.g. `@harbor/sdk`"))),
  version: v.exactOptional(v.pipe(v.string(), v.regex(version, "expected a semantic version, e.g. `1.2.3`"))),
  license: v.exactOptional(text),
  author: v.exactOptional(text),
  repository: v.exactOptional(
    v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, "expected a URL that begins with `https://`")),
  ),
  jsr: v.exactOptional(v.pipe(v.string(), v.regex(jsrPattern, "expected a JSR package name, e.g. `@harbor/sdk`"))),
};
const serverEntries = {
  name: v.exactOptional(text),
  url: v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/i, "expected a URL that begins with `https://`")),
  description: v.exactOptional(v.string()),
};
const overrideEntries = { subject: text, value: v.unknown(), reason: text };
const override = v.strictObject(overrideEntries);
const overrideOrFile = v.lazy((input) => (typeof input === "string" ? text : override));
const apiEntries = {
  docs: v.union(
    [text, v.pipe(v.array(text), v.minLength(1, "expected at least one folder"))],
    "expected a folder or a list of folders",
  ),
  out: v.exactOptional(text),
  package: v.exactOptional(v.strictObject(packageEntries)),
  dialect: v.exactOptional(v.picklist(dialectNames)),
  ...defaultEntries,
  servers: v.exactOptional(v.array(v.strictObject(serverEntries))),
  overrides: v.exactOptional(v.lazy((input) => (typeof input === "string" ? text : v.array(overrideOrFile)))),
};
const slug = v.pipe(v.string(), v.regex(slugPattern, "expected a slug in kebab case, e.g. `harbor-api`"));
const configEntries = {
  apis: v.exactOptional(v.record(slug, v.strictObject(apiEntries))),
  ...defaultEntries,
};
const configSchema = v.strictObject(configEntries);

function problem(issue: v.BaseIssue<unknown>, file: string): Problem {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const key = keys.at(-1) ?? "";
  const parent = keys.slice(0, -1);
  const at = keys.length === 0 ? file : `${file}: ${spelled(keys)}`;
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = knownKeys(parent);
    const help = `Use one of ${known.join(", ")}, or remove it.`;
    return { message: `${at}: Unexpected key "${key}", expected a known one.${suggestion(key, known)}`, help };
  }
  if (issue.type === "strict_object" && issue.received === "undefined" && keys.length > 0) {
    const where = parent.length === 0 ? file : `${file}: ${spelled(parent)}`;
    return { message: `${where}: Unexpected end, expected the key "${key}".`, help: `Add ${spelled(keys)}.` };
  }
  // Messages of ours begin in lower case; the library's own are replaced by what it knows.
  const wanted = (issue.expected ?? "another value").replace(/^\(|\)$/g, "").replaceAll(" | ", ", ");
  const choices = [...wanted.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
  const expected = issue.message.startsWith("expected ")
    ? issue.message
    : `expected ${choices.length > 1 ? "one of " : ""}${wanted}`;
  const near = typeof issue.input === "string" ? suggestion(issue.input, choices) : "";
  const help =
    keys.length === 0 ? "Export an object: `export default defineConfig({ … })`." : `Correct ${spelled(keys)}.`;
  return { message: `${at}: Unexpected ${issue.received}, ${expected}.${near}`, help };
}

function knownKeys(parent: readonly string[]): readonly string[] {
  const [first, , section] = parent;
  // A file of overrides is a list of them and nothing else.
  const isListed = first !== undefined && /^\d+$/.test(first);
  if (first === undefined) return Object.keys(configEntries);
  if (section === "package") return Object.keys(packageEntries);
  if (section === "servers") return Object.keys(serverEntries);
  if (section === "overrides" || isListed) return Object.keys(overrideEntries);
  return Object.keys(apiEntries);
}

function spelled(keys: readonly string[]): string {
  return keys
    .map((key, index) =>
      /^\d+$/.test(key)
        ? `[${key}]`
        : /^[\w$-]+$/.test(key)
          ? `${index === 0 ? "" : "."}${key}`
          : `[${JSON.stringify(key)}]`,
    )
    .join("");
}
