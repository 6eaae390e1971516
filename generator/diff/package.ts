import type { Api, Place, SecurityScheme, Server } from "../ir/index.ts";
import { type Change, change as changeOf, type Detail, differing, type Impact } from "./change.ts";

/** How the package differs in what is no operation and no model: its name, its client, servers, credentials. */
export function packageChanges(before: Api, after: Api): readonly Change[] {
  const hasOtherWords = before.title !== after.title || before.description !== after.description;
  return [
    ...differing(before.package.name, after.package.name).map((texts) => change("package/name", "breaking", texts)),
    ...differing(before.clientClass, after.clientClass).map((texts) => change("package/client", "breaking", texts)),
    ...globalChanges(before, after),
    ...schemeChanges(before, after),
    ...serverChanges(before, after),
    ...(hasOtherWords ? [change("package/docs", "patch", {})] : []),
  ];
}

/** What the client may be given once for all calls. */
function globalChanges(before: Api, after: Api): readonly Change[] {
  const [old, now] = [globalsOf(before), globalsOf(after)];
  return union(old, now).flatMap((name) => {
    const rows = { before: old.get(name) ?? null, after: now.get(name) ?? null };
    const texts = differing(old.has(name) ? name : null, now.has(name) ? name : null);
    return texts.map((one) => change("package/global", now.has(name) ? "minor" : "breaking", { ...rows, ...one }));
  });
}

function globalsOf({ operations }: Api): ReadonlyMap<string, Place> {
  const parameters = operations.flatMap((operation) => operation.parameters);
  return new Map(parameters.flatMap(({ name, global }) => (global === undefined ? [] : [[name, global.place]])));
}

function schemeChanges(before: Api, after: Api): readonly Change[] {
  const [old, now] = [schemesOf(before), schemesOf(after)];
  return union(old, now).flatMap((name): readonly Change[] => {
    const [was, is] = [old.get(name), now.get(name)];
    const rows = { before: was?.place ?? null, after: is?.place ?? null, subject: "security" };
    if (was === undefined || is === undefined) {
      const impact = was === undefined ? "minor" : "breaking";
      return [change("security/scheme", impact, { ...rows, was: spelled(was), is: spelled(is) })];
    }
    const fewer = is.environment === null ? "breaking" : "minor";
    return [
      ...differing(was.kind, is.kind).map((texts) => change("security/kind", "breaking", { ...rows, ...texts })),
      ...differing(placed(was), placed(is)).map((texts) => change("security/place", "minor", { ...rows, ...texts })),
      ...differing(was.environment, is.environment).map((texts) =>
        change("security/environment", fewer, { ...rows, ...texts }),
      ),
    ];
  });
}

function schemesOf({ security }: Api): ReadonlyMap<string, SecurityScheme> {
  return new Map(security.value.map((scheme) => [scheme.words.join(" "), scheme]));
}

function spelled(scheme: SecurityScheme | undefined): string | null {
  return scheme === undefined ? null : `${scheme.words.join(" ")} (${scheme.kind})`;
}

function placed({ header, query }: SecurityScheme): string | null {
  if (header !== undefined) return `header \`${header}\``;
  return query === undefined ? null : `query \`${query}\``;
}

function serverChanges(before: Api, after: Api): readonly Change[] {
  const rows = { before: rowOf(before), after: rowOf(after), subject: "servers" };
  const told = (code: string, impact: Impact, texts: Detail): Change => change(code, impact, { ...rows, ...texts });
  const kept = (was: Server, is: Server): readonly Change[] => [
    ...differing(was.url, is.url).map((texts) => told("server/address", "minor", texts)),
    ...variables(was, is).map((texts) => told("server/variable", texts.is === null ? "breaking" : "minor", texts)),
  ];
  const [first, another] = [before.servers.value[0], after.servers.value[0]];
  // A lone server without a name is the same server at another address.
  if (isAlone(before) && isAlone(after) && first !== undefined && another !== undefined) return kept(first, another);
  const [old, now] = [serversOf(before), serversOf(after)];
  return [
    ...union(old, now).flatMap((name): readonly Change[] => {
      const [was, is] = [old.get(name), now.get(name)];
      if (was !== undefined && is !== undefined) return kept(was, is);
      const impact = was === undefined ? "minor" : "breaking";
      return [told("server/list", impact, { was: was?.url ?? null, is: is?.url ?? null })];
    }),
    // Where nothing else is asked for, requests go to the first.
    ...differing(first === undefined ? null : keyOf(first), another === undefined ? null : keyOf(another)).map(
      (texts) => told("server/first", "minor", texts),
    ),
  ];
}

function isAlone({ servers: { value } }: Api): boolean {
  return value.length === 1 && value[0]?.name === "";
}

function serversOf({ servers }: Api): ReadonlyMap<string, Server> {
  return new Map(servers.value.map((server) => [keyOf(server), server]));
}

function keyOf({ name, url }: Server): string {
  return name || url;
}

function variables(was: Server, is: Server): ReturnType<typeof differing> {
  const [old, now] = [spelledVariables(was), spelledVariables(is)];
  return union(old, now).flatMap((name) => differing(old.get(name) ?? null, now.get(name) ?? null));
}

function spelledVariables({ variables: all }: Server): ReadonlyMap<string, string> {
  return new Map(all.map(({ name, default: value, allowed }) => [name, [`${name}=${value}`, ...allowed].join(" | ")]));
}

function rowOf({ servers }: Api): Place | null {
  return servers.because.find(({ places }) => places.length > 0)?.places[0] ?? null;
}

/** The keys of both. */
function union(old: ReadonlyMap<string, unknown>, now: ReadonlyMap<string, unknown>): readonly string[] {
  return [...new Set([...old.keys(), ...now.keys()])];
}

function change(code: string, impact: Impact, detail: Detail & { readonly subject?: string }): Change {
  const { subject = "package", ...rest } = detail;
  return changeOf({ code, impact, direction: "package", subject }, rest);
}
