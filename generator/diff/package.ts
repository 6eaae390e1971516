import type { Api, Place, SecurityScheme } from "../ir/index.ts";
import { lacksHeader } from "../ir/schemes.ts";
import { type Change, change as changeOf, type Detail, differing, type Impact } from "./change.ts";
import { serverChanges, union } from "./servers.ts";

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
    const impact = givenAs(was) === givenAs(is) ? "minor" : "breaking";
    return [
      ...differing(was.kind, is.kind).map((texts) => change("security/kind", impact, { ...rows, ...texts })),
      ...differing(placed(was), placed(is)).map((texts) => change("security/place", impact, { ...rows, ...texts })),
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

/** Which options of the client hold the credentials: two for Basic, and for a key whose header the docs do not name. */
function givenAs(scheme: SecurityScheme): string {
  if (scheme.kind === "basic") return "a user and a password";
  return lacksHeader(scheme) ? "a key and its header" : "a secret";
}

function placed({ header, query }: SecurityScheme): string | null {
  if (header !== undefined) return `header \`${header}\``;
  return query === undefined ? null : `query \`${query}\``;
}

function change(code: string, impact: Impact, detail: Detail & { readonly subject?: string }): Change {
  const { subject = "package", ...rest } = detail;
  return changeOf({ code, impact, direction: "package", subject }, rest);
}
