import type { Claim, ModelId, Pagination, Place, Route, SecurityScheme, StreamEnd, Type } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import { splitWords } from "../../link/words.ts";
import type { Override } from "../../options.ts";
import { claim } from "../decide.ts";
import type { DeclaredField, DeclaredOperation } from "./declared.ts";
import { modelSubjects, normalised } from "./subjects.ts";

/** A value as read, or what it should have been. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly expected: string };

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

/** `"POST /chat/completions"`, or `{ route, id, secured, server, pagination, collect, encoding }`. */
export function readOperation(override: Override, place: Place, draft: Draft): Read<DeclaredOperation> {
  const fields = typeof override.value === "string" ? { route: override.value } : record(override.value);
  const expected =
    "`METHOD /path`, or an object of `route`, `id`, `secured`, `server`, `pagination`, `collect`, `encoding`";
  if (
    fields === undefined ||
    !hasOnly(fields, ["route", "id", "secured", "server", "pagination", "collect", "encoding"])
  )
    return { ok: false, expected };
  const { server } = fields;
  if (server !== undefined && server !== null && !isAddress(server))
    return { ok: false, expected: "`server` as an http(s) URL, or null for the servers of the API" };
  const encoding = oneOf(fields["encoding"], ["json", "form", "multipart", "bytes"] as const);
  if (encoding === null) return { ok: false, expected: "`encoding` as `json`, `form`, `multipart` or `bytes`" };
  const { route, id, secured } = fields;
  const pagination = fields["pagination"] === undefined ? undefined : readPagination(fields["pagination"]);
  if (pagination !== undefined && !pagination.ok) return pagination;
  const collect = fields["collect"] === undefined ? undefined : readModel(fields["collect"], draft);
  if (collect !== undefined && !collect.ok) return collect;
  const read = readRoute(route);
  if (route !== undefined && read === undefined)
    return { ok: false, expected: `\`METHOD /path\` with ${methods.join(", ")}` };
  if ((id !== undefined && typeof id !== "string") || (secured !== undefined && typeof secured !== "boolean")) {
    return { ok: false, expected };
  }
  return {
    ok: true,
    value: {
      ...(read === undefined ? {} : { route: declared(override, place, read) }),
      ...(id === undefined ? {} : { id: declared(override, place, id) }),
      ...(secured === undefined ? {} : { secured: declared(override, place, secured) }),
      ...(server === undefined ? {} : { server: declared(override, place, server) }),
      ...(pagination === undefined ? {} : { pagination: declared(override, place, pagination.value) }),
      ...(collect === undefined ? {} : { collect: declared(override, place, collect.value) }),
      ...(encoding === undefined ? {} : { encoding: declared(override, place, encoding) }),
    },
  };
}

function isAddress(value: unknown): value is string {
  return typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** The title of a model, or null for a stream that makes up none. */
function readModel(value: unknown, draft: Draft): Read<ModelId | null> {
  if (value === null) return { ok: true, value };
  const type = readType(value, draft);
  return type?.kind === "reference"
    ? { ok: true, value: type.id }
    : { ok: false, expected: "`collect` as the title of a model, or null" };
}

/** `{ kind, parameter, in?, first?, size?, next?, link?, more?, items? }`, or null for an operation without pages. */
function readPagination(value: unknown): Read<Pagination | null> {
  if (value === null) return { ok: true, value };
  const fields = record(value);
  const expected =
    "`pagination` as null or an object of `kind`, `parameter`, `in`, `first`, `size`, `next`, `link`, `more`, `items`";
  const names = ["kind", "parameter", "in", "first", "size", "next", "link", "more", "items"];
  if (fields === undefined || !hasOnly(fields, names)) return { ok: false, expected };
  const kind = oneOf(fields["kind"], ["cursor", "page", "offset"] as const);
  const where = oneOf(fields["in"], ["query", "body"] as const);
  const { parameter, first = null, size = null } = fields;
  const [next, more, items] = [readWay(fields["next"]), readWay(fields["more"]), readWay(fields["items"])];
  const isNamed = typeof parameter === "string" && parameter !== "" && (size === null || typeof size === "string");
  const { link = false } = fields;
  if (!kind || where === null || !isNamed || next === undefined || items === undefined) return { ok: false, expected };
  if (typeof link !== "boolean" || (link && next.length === 0)) return { ok: false, expected };
  if (more === undefined || (more.length > 0 && next.length === 0)) return { ok: false, expected };
  if ((kind === "cursor") !== next.length > 0)
    return {
      ok: false,
      expected: "`next` with the way to the next cursor where `kind` is `cursor`, and none elsewhere",
    };
  const isCounted = first === null || (kind === "page" && Number.isInteger(first));
  if (!isCounted)
    return {
      ok: false,
      expected: "`first` with the number of the first page where `kind` is `page`, and none elsewhere",
    };
  return {
    ok: true,
    value: {
      kind,
      parameter,
      in: where ?? "query",
      first: first === null ? null : Number(first),
      size,
      next,
      ...(link ? { link } : {}),
      ...(more.length === 0 ? {} : { more }),
      items,
    },
  };
}

/** `pagination.next_cursor` as its parts; empty where nothing is given. */
function readWay(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === "") return [];
  return typeof value === "string" ? value.split(".") : undefined;
}

/**
 * A method and a path, with the fragment stripped that only sets apart two operations on one path. The ellipsis of a
 * stub is none.
 */
export function readRoute(text: unknown): Route | undefined {
  const match = typeof text === "string" ? /^\s*([A-Za-z]+)\s+(\/[^\s#…]*)(?:#\S*)?\s*$/.exec(text) : null;
  const method = methods.find((other) => other === match?.[1]?.toUpperCase());
  return method === undefined || match?.[2] === undefined ? undefined : { method, path: match[2] };
}

/** `{ wireName?, type?, presence?, nullable?, location? }`. */
export function readField(override: Override, place: Place, draft: Draft): Read<DeclaredField> {
  const fields = record(override.value);
  const expected = "an object of `wireName`, `type`, `presence`, `nullable`, `location`";
  if (fields === undefined || !hasOnly(fields, ["wireName", "type", "presence", "nullable", "location"])) {
    return { ok: false, expected };
  }
  const { wireName } = fields;
  if (wireName !== undefined && (typeof wireName !== "string" || wireName === ""))
    return { ok: false, expected: "a name" };
  const type = fields["type"] === undefined ? undefined : readType(fields["type"], draft);
  if (fields["type"] !== undefined && type === undefined) {
    return { ok: false, expected: `one of ${plainTypes.join(", ")}, a title of a model, or one of these with \`[]\`` };
  }
  const presence = oneOf(fields["presence"], ["required", "optional"] as const);
  const nullable = oneOf(fields["nullable"], ["yes", "no", "unstated"] as const);
  const location = oneOf(fields["location"], ["path", "query", "header"] as const);
  if (presence === null) return { ok: false, expected: "`required` or `optional`" };
  if (nullable === null) return { ok: false, expected: "`yes`, `no` or `unstated`" };
  if (location === null) return { ok: false, expected: "`path`, `query` or `header`" };
  return {
    ok: true,
    value: {
      ...(wireName === undefined ? {} : { wireName: declared(override, place, wireName) }),
      ...(type === undefined ? {} : { type: declared(override, place, type) }),
      ...(presence === undefined ? {} : { presence: declared(override, place, presence) }),
      ...(nullable === undefined ? {} : { nullable: declared(override, place, nullable) }),
      ...(location === undefined ? {} : { location: declared(override, place, location) }),
    },
  };
}

/** `{ end: "[DONE]" | null }`. */
export function readEnd(override: Override, place: Place): Read<Claim<StreamEnd | null>> {
  const end = record(override.value)?.["end"];
  if (end !== null && (typeof end !== "string" || end === "")) {
    return { ok: false, expected: '`{ end: "…" }` or `{ end: null }`' };
  }
  return { ok: true, value: declared(override, place, end === null ? null : { data: end, yielded: false }) };
}

const kinds = ["bearer", "basic", "api-key", "oauth2", "unknown"] as const;

/** `[{ name, kind, environment?, header?, query? }]`; a key goes into one of the two. */
export function readSecurity(override: Override, place: Place): Read<Claim<readonly SecurityScheme[]>> {
  const expected = `a list of \`{ name, kind, environment?, header? or query? }\` with a kind of ${kinds.join(", ")}`;
  if (!Array.isArray(override.value)) return { ok: false, expected };
  const schemes: SecurityScheme[] = [];
  for (const item of override.value) {
    const fields = record(item);
    const { name, environment = null, header, query } = fields ?? {};
    const kind = oneOf(fields?.["kind"], kinds);
    const texts = typeof name === "string" && (environment === null || typeof environment === "string");
    const isKeyed = [header, query].filter((where) => where !== undefined).every((where) => typeof where === "string");
    if (!texts || !kind || !isKeyed || (header !== undefined && query !== undefined)) return { ok: false, expected };
    const where = {
      ...(typeof header === "string" && { header }),
      ...(typeof query === "string" && { query }),
    };
    schemes.push({ words: splitWords(name), kind, environment, ...where, place });
  }
  return { ok: true, value: declared(override, place, schemes) };
}

const plainTypes = [
  "string",
  "boolean",
  "integer",
  "number",
  "date-time",
  "date",
  "decimal",
  "bytes",
  "unknown",
] as const;

function readType(value: unknown, draft: Draft): Type | undefined {
  if (typeof value !== "string") return undefined;
  if (value.endsWith("[]")) {
    const item = readType(value.slice(0, -2), draft);
    return item === undefined ? undefined : { kind: "list", item };
  }
  const kind = oneOf(value, plainTypes);
  if (kind === "unknown") return { kind, reason: "any" };
  if (kind) return { kind };
  const ids = modelSubjects(draft).get(normalised(value))?.keys ?? [];
  const [id] = ids;
  return id === undefined || ids.length > 1 ? undefined : { kind: "reference", id };
}

function declared<T>(override: Override, place: Place, value: T): Claim<T> {
  return claim("override", "declared", value, [place], override.reason);
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function hasOnly(fields: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  return Object.keys(fields).every((key) => keys.includes(key));
}

/** The value if it is one of the candidates; null if it is another. */
function oneOf<T extends string>(value: unknown, candidates: readonly T[]): T | null | undefined {
  return value === undefined ? undefined : (candidates.find((candidate) => candidate === value) ?? null);
}
