import type { Inspected } from "../../generator/commands/inspect.ts";
import type { Api, Model, ObjectModel, Place, Property, Type } from "../../generator/ir/index.ts";
import { letters, type Spot, type SpotOf } from "./docs-text.ts";

/** A type of the API with the place that it was read from. */
export interface TypedPlace {
  readonly name: string;
  readonly type: Type;
  readonly place: Place;
}

/** Every type that the emitted package shows, where it was read. */
export function typedPlaces(api: Api): readonly TypedPlace[] {
  const operations = api.operations.flatMap(({ id, parameters, body, replies, errors }): readonly TypedPlace[] => [
    ...parameters.map((row) => typedRow(id, row)),
    ...(body === null ? [] : [{ name: `${id}, its body`, type: body.type, place: body.place }]),
    ...replies.value.flatMap((reply) => {
      const type = reply.kind === "json" ? reply.type : reply.kind === "stream" ? reply.item : undefined;
      const place = replies.because[0]?.places[0];
      return type === undefined || place === undefined ? [] : [{ name: `${id}, its reply`, type, place }];
    }),
    ...errors.map(({ status, type, place }) => ({ name: `${id}, error ${status}`, type, place })),
  ]);
  return [...api.models.flatMap(modelPlaces), ...operations];
}

function modelPlaces(model: Model): readonly TypedPlace[] {
  switch (model.kind) {
    case "object":
      return emitted(model).map((row) => typedRow(model.title, row));
    case "union":
      return model.members.map(({ type, place }, at) => ({ name: `${model.title}, member ${at + 1}`, type, place }));
    case "enum":
      return [];
  }
}

/** Of an envelope, the bodies: its other rows are those of HTTP, and none of them is emitted. */
function emitted({ properties, role, read }: ObjectModel): readonly Property[] {
  if (role.value !== "envelope") return properties;
  const bodies = (read?.value ?? []).map((body) => JSON.stringify(body.kind === "json" ? body.type : null));
  return properties.filter(({ type }) => bodies.includes(JSON.stringify(type.value)));
}

function typedRow(
  owner: string,
  { name, type, place }: { readonly name: string; readonly type: { readonly value: Type }; readonly place: Place },
): TypedPlace {
  return { name: `${owner}.${name}`, type: type.value, place: `${place}:type` };
}

export interface Unknowns {
  /** By what the cell itself says. */
  readonly any: number;
  readonly missing: number;
  /** Those that nothing in the docs explains. */
  readonly unexplained: readonly string[];
}

/** The emitted unknowns, judged by the text that they were read from and not by what the generator says of them. */
export function unknownsOf(read: Inspected, spotOf: SpotOf): Unknowns {
  const found = typedPlaces(read.api).filter(({ type }) => hasUnknown(type));
  const judged = found.map((typed) => ({ typed, why: reasonIn(spotOf(typed.place), read, spotOf) }));
  return {
    any: judged.filter(({ why }) => why === "any").length,
    missing: judged.filter(({ why }) => why === "missing").length,
    unexplained: judged
      .filter(({ why }) => why === null)
      .map(({ typed }) => `${typed.name} (${typed.place}): ${spotOf(typed.place)?.cell ?? "no such place"}`),
  };
}

/** What a program gets of an HTTP library without a look at the body. */
const rawResponse =
  /\b(?:httpx|requests)\.Response\b|\bHttpResponse(?:Message)?\b|\bFaraday::Response\b|\bResponseInterface\b/;
const anything = /\b(?:(?:MapOf|ArrayOf)?any|object|mixed|interface\s*\{\}|untyped|unknown|dynamic)\b/i;

function reasonIn(spot: Spot | undefined, read: Inspected, spotOf: SpotOf): "any" | "missing" | null {
  if (spot === undefined) return null;
  const text = spot.cells === null ? spot.section : spot.cell;
  if (spot.cells === null && isBare(spot, read)) return "missing";
  // What a link is called is the name of a document, whatever it is.
  if (anything.test(text.replaceAll(/\]\([^)]*\)/g, "]")) || rawResponse.test(text)) return "any";
  if (linksOf(text).some((href) => isMissing(href, spot.path, read))) return "missing";
  const rows = spot.cells === null ? linksOf(text).flatMap((href) => envelopeRows(href, spot.path, read.api)) : [];
  return rows.map((row) => reasonIn(spotOf(row.place), read, spotOf)).find((why) => why !== null) ?? null;
}

/** The rows of the bodies, where an operation answers with an envelope. */
function envelopeRows(href: string, from: string, { models }: Api): readonly TypedPlace[] {
  const model = models.find(({ page }) => page === targetOf(href, from));
  return model?.kind === "object" && model.role.value === "envelope" ? modelPlaces(model) : [];
}

function targetOf(href: string, from: string): string {
  return new URL(href, `file:///${from}`).pathname.slice(1);
}

/** Some languages print nothing of a union but its title: what its members are is nowhere. */
function isBare(spot: Spot, read: Inspected): boolean {
  const source = read.sources.find(({ path }) => path === spot.path);
  return spot.text.startsWith("# ") && source !== undefined && !/^## /m.test(source.text);
}

function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]*)\)/g)].map(([, href = ""]) => href);
}

/** Whether a link leads to no document, and there is none of that name elsewhere. */
function isMissing(href: string, from: string, { sources }: Inspected): boolean {
  if (/^https?:/.test(href) || !/\.mdx?$/.test(href)) return false;
  const target = targetOf(href, from);
  const base = (path: string): string => letters(path.slice(path.lastIndexOf("/") + 1));
  return !sources.some(({ path }) => path === target || base(path) === base(target));
}

function hasUnknown(type: Type): boolean {
  switch (type.kind) {
    case "unknown":
      return true;
    case "list":
    case "stream":
      return hasUnknown(type.item);
    case "map":
      return hasUnknown(type.value);
    case "nullable":
      return hasUnknown(type.of);
    case "union":
      return type.members.some(hasUnknown);
    default:
      return false;
  }
}
