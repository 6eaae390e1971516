import type { Api, SecurityScheme, Server } from "../ir/index.ts";
import { type Change, change as changeOf, type Detail, differing, type Impact } from "./change.ts";

/** How the package differs in what is no operation and no model: its name, its client, servers, credentials. */
export function packageChanges(before: Api, after: Api): readonly Change[] {
  return [
    ...differing(before.package.name, after.package.name).map((detail) => change("package/name", "breaking", detail)),
    ...differing(before.clientClass, after.clientClass).map((detail) => change("package/client", "breaking", detail)),
    ...schemeChanges(before, after),
    ...serverChanges(before, after),
    ...(before.title === after.title && before.description === after.description
      ? []
      : [change("package/docs", "patch", {})]),
  ];
}

function schemeChanges(before: Api, after: Api): readonly Change[] {
  const keyOf = ({ words }: SecurityScheme): string => words.join(" ");
  const [old, now] = [before, after].map(({ security }) => new Map(security.value.map((one) => [keyOf(one), one])));
  return [...union(old, now)].flatMap((name): readonly Change[] => {
    const [was, is] = [old?.get(name), now?.get(name)];
    const rows = { before: was?.place ?? null, after: is?.place ?? null, subject: "security" };
    if (was === undefined || is === undefined)
      return [
        change("security/scheme", was === undefined ? "minor" : "breaking", {
          ...rows,
          ...{ was: was === undefined ? null : spelled(was), is: is === undefined ? null : spelled(is) },
        }),
      ];
    return [
      ...differing(was.kind, is.kind).map((detail) => change("security/kind", "breaking", { ...rows, ...detail })),
      ...differing(placed(was), placed(is)).map((detail) => change("security/place", "minor", { ...rows, ...detail })),
      ...differing(was.environment, is.environment).map((detail) =>
        change("security/environment", is.environment === null ? "breaking" : "minor", { ...rows, ...detail }),
      ),
    ];
  });
}

function spelled(scheme: SecurityScheme): string {
  return `${scheme.words.join(" ")} (${scheme.kind})`;
}

function placed({ header, query }: SecurityScheme): string | null {
  if (header !== undefined) return `header \`${header}\``;
  return query === undefined ? null : `query \`${query}\``;
}

function serverChanges(before: Api, after: Api): readonly Change[] {
  const keyOf = ({ name, url }: Server): string => name || url;
  const [old, now] = [before, after].map(({ servers }) => new Map(servers.value.map((one) => [keyOf(one), one])));
  // A lone server without a name is the same server at another address.
  const [lone, another] = [before, after].map(({ servers: { value } }) => (value.length === 1 ? value[0] : undefined));
  if (lone !== undefined && another !== undefined && lone.name === "" && another.name === "")
    return [...addresses(before, after, lone, another), ...variables(before, after, lone, another)];
  return [...union(old, now)].flatMap((name): readonly Change[] => {
    const [was, is] = [old?.get(name), now?.get(name)];
    if (was !== undefined && is !== undefined)
      return [...addresses(before, after, was, is), ...variables(before, after, was, is)];
    const impact = was === undefined ? "minor" : "breaking";
    return [change("server/list", impact, { ...rowsOf(before, after), was: was?.url ?? null, is: is?.url ?? null })];
  });
}

function addresses(before: Api, after: Api, was: Server, is: Server): readonly Change[] {
  return differing(was.url, is.url).map((detail) =>
    change("server/address", "minor", { ...rowsOf(before, after), ...detail }),
  );
}

function variables(before: Api, after: Api, was: Server, is: Server): readonly Change[] {
  const spelledOf = ({ variables: all }: Server): ReadonlyMap<string, string> =>
    new Map(all.map(({ name, default: value, allowed }) => [name, [`${name}=${value}`, ...allowed].join(" | ")]));
  const [old, now] = [spelledOf(was), spelledOf(is)];
  return [...union(old, now)].flatMap((name) =>
    differing(old.get(name) ?? null, now.get(name) ?? null).map((detail) =>
      change("server/variable", now.has(name) ? "minor" : "breaking", { ...rowsOf(before, after), ...detail }),
    ),
  );
}

function rowsOf(before: Api, after: Api): Pick<Change, "before" | "after" | "subject"> {
  const rowOf = ({ servers }: Api): string | null =>
    servers.because.find(({ places }) => places.length > 0)?.places[0] ?? null;
  return { before: rowOf(before), after: rowOf(after), subject: "servers" };
}

function union(
  old: ReadonlyMap<string, unknown> = new Map(),
  now: ReadonlyMap<string, unknown> = new Map(),
): ReadonlySet<string> {
  return new Set([...old.keys(), ...now.keys()]);
}

function change(code: string, impact: Impact, detail: Detail & { readonly subject?: string }): Change {
  const { subject = "package", ...rest } = detail;
  return changeOf({ code, impact, direction: "package", subject }, rest);
}
