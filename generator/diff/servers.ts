import type { Api, Server, ServerVariable } from "../ir/index.ts";
import { type Change, change, type Detail, differing, type Impact } from "./change.ts";
import { behind } from "./scope.ts";

/** How the servers differ that a client may be given, and the variables of their addresses. */
export function serverChanges(before: Api, after: Api): readonly Change[] {
  const rows = { before: behind(before.servers, null), after: behind(after.servers, null) };
  const told = (code: string, impact: Impact, texts: Detail): Change =>
    change({ code, impact, direction: "package", subject: "servers" }, { ...rows, ...texts });
  const kept = (was: Server, is: Server): readonly Change[] => [
    ...differing(was.url, is.url).map((texts) => told("server/address", "minor", texts)),
    ...variables(was, is).map(({ impact, ...texts }) => told("server/variable", impact, texts)),
  ];
  const listed = (was: Server | undefined, is: Server | undefined): readonly Change[] =>
    differing(was?.url ?? null, is?.url ?? null).map((texts) =>
      told("server/list", is === undefined ? "breaking" : "minor", texts),
    );
  const [first, another] = [before.servers.value[0], after.servers.value[0]];
  const [old, now] = [choicesOf(before), choicesOf(after)];
  const choices = union(old, now).flatMap((name): readonly Change[] => {
    const [was, is] = [old.get(name), now.get(name)];
    return was === undefined || is === undefined ? listed(was, is) : kept(was, is);
  });
  // Where nothing else is asked for, requests go to the first.
  if (first === undefined || another === undefined) return choices.length > 0 ? choices : listed(first, another);
  if (old.size === 0 || now.size === 0) return [...choices, ...kept(first, another)];
  return [...choices, ...differing(first.name, another.name).map((texts) => told("server/first", "minor", texts))];
}

/**
 * The servers that a client chooses by their names. Without names, or with a lone number, the first one is the server,
 * and the others are but addresses.
 */
function choicesOf({ servers: { value } }: Api): ReadonlyMap<string, Server> {
  const choices = new Map(value.map((server) => [server.name, server]));
  const [name = ""] = choices.keys();
  const isChoice = choices.size === value.length && !choices.has("") && (value.length > 1 || !/^\d+$/.test(name));
  return isChoice ? choices : new Map();
}

function variables(was: Server, is: Server): readonly (Detail & { readonly impact: Impact })[] {
  const [old, now] = [variablesOf(was), variablesOf(is)];
  return union(old, now).flatMap((name) => {
    const [one, other] = [old.get(name), now.get(name)];
    return differing(spelled(one), spelled(other)).map((texts) => ({ ...texts, impact: impactOf(one, other) }));
  });
}

/** Each variable is an option of the client, whose type lists the values that the docs allow. */
function impactOf(was: ServerVariable | undefined, is: ServerVariable | undefined): Impact {
  if (is === undefined) return "breaking";
  // Without a default the caller has to give it.
  if (is.default === "" && was?.default !== "") return "breaking";
  if (was === undefined || is.allowed.length === 0) return "minor";
  const values = [...was.allowed, was.default];
  const isKept = values.every((value) => value === "" || is.allowed.includes(value) || is.default === value);
  return was.allowed.length > 0 && isKept ? "minor" : "breaking";
}

/** The variables of an address, by their names there. */
function variablesOf({ url, variables: all }: Server): ReadonlyMap<string, ServerVariable> {
  const names = [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
  return new Map(
    names.map((name) => [name, all.find((one) => one.name === name) ?? { name, default: "", allowed: [] }]),
  );
}

function spelled(variable: ServerVariable | undefined): string | null {
  if (variable === undefined) return null;
  const { name, default: value, allowed } = variable;
  return [`${name}=${value}`, ...allowed].join(" | ");
}

/** The keys of both. */
export function union(old: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...old.keys(), ...now.keys()])];
}
