import type { Operation, RequestBody, Route } from "../../ir/index.ts";
import { sameErrors, sameParameters, sameReplies, typedId } from "../../ir/same-operations.ts";
import { camelCase, uniqueNames } from "../print/identifier.ts";
import type { Json } from "./json.ts";
import { operationObject } from "./operations.ts";
import type { Scope } from "./scope.ts";

/** Where an operation stands in the document. */
export interface PathEntry {
  readonly operation: Operation;
  /** What it may be sent, one of each content type. */
  readonly bodies: readonly RequestBody[];
  /** Unique, as OpenAPI asks for. */
  readonly id: string;
  readonly path: string;
  readonly method: string;
  /** The variables of its route, by the name that the path has for them. */
  readonly variables: ReadonlyMap<string, string>;
}

/** The paths, in the order of their first operation. Operations without a route have no place in OpenAPI. */
export function paths(scope: Scope): Json {
  const entries = pathEntries(scope);
  const keys = [...new Set(entries.map(({ path }) => path))];
  return new Map(
    keys.map((key): [string, Json] => {
      const own = entries.filter(({ path }) => path === key);
      return [key, new Map(own.map((entry) => [entry.method, operationObject(scope, entry)]))];
    }),
  );
}

/**
 * Templates that differ in the names of their variables alone are one path: the first one's names hold. A second
 * operation of one path and method, as for the stream of what the first one gives at once, is told apart by a fragment,
 * which no request carries.
 */
function pathEntries(scope: Scope): readonly PathEntry[] {
  const spellings = new Map<string, string>();
  const taken = new Set<string>();
  const unique = uniqueNames();
  return families(scope).map(({ operation, route, bodies }): PathEntry => {
    const spelled = spellings.get(shapeOf(route)) ?? spelling(route.path);
    spellings.set(shapeOf(route), spelled);
    const method = route.method.toLowerCase();
    const path = free(spelled, operation, (candidate) => !taken.has(`${method} ${candidate}`));
    taken.add(`${method} ${path}`);
    const id = unique(bodies.length > 1 ? operation.id.replace(typedId, "$1") : operation.id);
    return { operation, bodies, id, path, method, variables: renamed(route, spelled) };
  });
}

interface Family extends Pick<PathEntry, "operation"> {
  readonly route: Route;
  readonly bodies: RequestBody[];
}

/**
 * Generators of docs make an operation of each content type that one takes, `pay_json` and `pay_form`: a contract has
 * one. The forms of a dozen vendors differ in nothing else.
 */
function families({ api, models }: Scope): readonly Family[] {
  const found: Family[] = [];
  const known = new Map<string, Family[]>();
  for (const operation of api.operations) {
    const { route, body } = operation;
    if (route === null) continue;
    const key = `${route.value.method} ${shapeOf(route.value)}`;
    const family = known
      .get(key)
      ?.find(
        ({ operation: first, bodies }) =>
          body !== null &&
          bodies.length > 0 &&
          bodies.every(({ encoding }) => encoding.value !== body.encoding.value) &&
          sameParameters(first, operation, models) &&
          sameReplies(first, operation, models) &&
          sameErrors(first, operation, models),
      );
    if (family !== undefined && body !== null) {
      family.bodies.push(body);
      continue;
    }
    const own = { operation, route: route.value, bodies: body === null ? [] : [body] };
    found.push(own);
    known.set(key, [...(known.get(key) ?? []), own]);
  }
  return found;
}

function shapeOf({ path }: Route): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}

/** Names of variables are not on the wire, and OpenAPI takes some letters in them for the end of a segment. */
function spelling(path: string): string {
  const unique = uniqueNames();
  return path.replaceAll(
    /\{([^{}]*)\}/g,
    (_, name: string) => `{${unique(name.replaceAll(/[/?#]/g, "_") || "value")}}`,
  );
}

function free(path: string, { words }: Operation, isFree: (path: string) => boolean): string {
  const root = path.startsWith("/") ? path : `/${path}`;
  if (isFree(root)) return root;
  const named = `${root}#${camelCase(words)}`;
  let candidate = named;
  for (let number = 2; !isFree(candidate); number += 1) candidate = `${named}${number}`;
  return candidate;
}

function renamed(route: Route, path: string): ReadonlyMap<string, string> {
  const [own, names] = [variables(route.path), variables(path)];
  return new Map(own.map((name, index) => [name, names[index] ?? name]));
}

function variables(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}
