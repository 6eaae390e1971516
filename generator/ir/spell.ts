import type { Server } from "./api.ts";
import type { Body, StreamEnd } from "./model.ts";
import type { Collected, Pagination } from "./operation.ts";
import { alternatives } from "./schemes.ts";
import type { SecurityScheme } from "./security.ts";
import type { Type } from "./type.ts";

/** How people call the models of an API. */
export type ModelNames = (id: string) => string;

/** A type as a person would write it. */
export function spellType(type: Type, nameOf: ModelNames): string {
  switch (type.kind) {
    case "literal":
      return JSON.stringify(type.value);
    case "list":
      return type.item.kind === "union" ? `(${spellType(type.item, nameOf)})[]` : `${spellType(type.item, nameOf)}[]`;
    case "map":
      return `map of ${spellType(type.value, nameOf)}`;
    case "nullable":
      return `${spellType(type.of, nameOf)} | null`;
    case "union":
      return type.members.map((member) => spellType(member, nameOf)).join(" | ");
    case "stream":
      return `${framings[type.framing]} of ${spellType(type.item, nameOf)}`;
    case "reference":
      return nameOf(type.id);
    case "unknown":
      return unknowns[type.reason];
    default:
      return type.kind;
  }
}

const framings = { sse: "server-sent events", "json-lines": "JSON Lines" } as const;
const unknowns = {
  any: "unknown: the docs allow any value",
  missing: "unknown: its document is missing",
  unread: "unknown: its cell could not be read",
} as const;

/** The bodies of a response. */
export function spellBodies(bodies: readonly Body[], nameOf: ModelNames): string {
  return bodies.map((body) => spellBody(body, nameOf)).join("; ");
}

function spellBody(body: Body, nameOf: ModelNames): string {
  switch (body.kind) {
    case "json":
      return `JSON: ${spellType(body.type, nameOf)}`;
    case "stream":
      return `a stream: ${framings[body.framing]} of ${spellType(body.item, nameOf)}`;
    case "empty":
      return "no body";
    default:
      return body.kind;
  }
}

/** How a stream ends. */
export function spellEnd(end: StreamEnd | null): string {
  if (end === null) return "the end of the body";
  return `${end.data}${end.yielded ? ", which is an item too" : ""}`;
}

/** How pages follow each other. */
export function spellPagination(pagination: Pagination | null): string {
  if (pagination === null) return "none";
  const { kind, parameter, in: where, first, next, link, more, items } = pagination;
  const list = items.length === 0 ? "the answer is the list" : `items at \`${items.join(".")}\``;
  const from = next.length === 0 ? "" : `, the next one ${link === true ? "in the link " : ""}at \`${next.join(".")}\``;
  const last = more === undefined ? "" : `, if \`${more.join(".")}\` is true`;
  const begin = first === null ? "" : `, from ${first} on`;
  return `by ${kind}: \`${parameter}\` in the ${where}${begin}${from}${last}; ${list}`;
}

/** What the items of a stream make up. */
export function spellCollected(collected: Collected | null, nameOf: ModelNames): string {
  return collected === null ? "nothing" : `${nameOf(collected.whole)}, of pieces that are ${nameOf(collected.piece)}`;
}

export function spellServers(servers: readonly Server[]): string {
  return servers.length === 0 ? "none" : servers.map(({ url }) => url).join(", ");
}

/** The alternatives; of the schemes that a call has together, each is one with all of them. */
export function spellSecurity(schemes: readonly SecurityScheme[]): string {
  const names = schemes.map(
    ({ words, kind, header }) => `${words.join(" ")} (${kind}${header === undefined ? "" : ` in ${header}`})`,
  );
  const spelled = alternatives(schemes).map((positions) => positions.map((at) => names[at]).join(" and "));
  return spelled.length === 0 ? "none" : spelled.join(" or ");
}
