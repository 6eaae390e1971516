import type { DialectName } from "../dialects/sighting.ts";
import type { PackageInfo } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import type { ApiOptions } from "../options.ts";

/** The package: as the config says, else as the README's installation section calls it, else after the folder. */
export function packageOf(draft: Draft, options: ApiOptions): PackageInfo {
  const documented = draft.readmes.flatMap(({ packageName, dialect }) =>
    packageName === undefined ? [] : (npmName(packageName.name, dialect) ?? []),
  );
  return {
    name: options.package.name ?? documented[0] ?? npmName(options.slug) ?? "sdk",
    version: options.package.version ?? "0.1.0",
    license: options.package.license ?? null,
  };
}

/**
 * The name as npm allows it: a scope stays, of the paths and coordinates of other languages the last part that is a name,
 * the rest in lower case with hyphens.
 */
function npmName(name: string, dialect?: DialectName): string | undefined {
  const scoped = /^@([^/]+)\/([^/]+)$/.exec(name);
  if (scoped !== null) {
    const [scope, rest] = [legal(scoped[1] ?? ""), legal(scoped[2] ?? "")];
    return scope === "" || rest === "" ? undefined : `@${scope}/${rest}`;
  }
  const [last = "", owner = ""] = name
    .replace(/\/v\d+$/, "")
    .split(/[/:]/)
    .reverse();
  const own = withoutLanguage(legal(last), languages.get(dialect));
  // `com.acme:sdk` and `github.com/acme/go-sdk` say whose it is in the part before.
  const whose = legal(owner.split(".").at(-1) ?? "");
  if (!generic.test(own) || whose === "" || whose === own) return own === "" ? undefined : own;
  return own === "" ? whose : `${whose}-${own}`;
}

/**
 * What the API is called: `Acme API` where the README's summary begins so, as generators write it, else the README's
 * title without the words for its language and its kind, since the emitted package is of another.
 */
export function titleOf(readme: { readonly title: string; readonly description: string } | undefined): string {
  const named = /^([^:\n]{1,60}\bAPI): /.exec(readme?.description ?? "")?.[1];
  return named ?? (readme?.title ?? "").replace(languageAndKind, "").trim();
}

const languageAndKind =
  /(?:\s+(?:python|typescript|javascript|node(?:\.?js)?|go(?:lang)?|java|c#|csharp|\.net|php|ruby))?(?:\s+(?:api\s+)?(?:sdk|client|library))+$/i;

/** What many packages are called. */
const generic = /^(?:(?:api|openapi|client|sdk|server|core)(?:-|$))*$/;

/** How packages say which language they are for; the emitted one is for another. */
const languages: ReadonlyMap<DialectName | undefined, readonly string[]> = new Map([
  ["python", ["python", "py"]],
  ["go", ["go", "golang"]],
  ["java", ["java"]],
  ["csharp", ["csharp", "dotnet", "net"]],
  ["php", ["php"]],
  ["ruby", ["ruby", "rb"]],
]);

/** `acme-go`, `go-acme` and `acme-go-sdk` without the word for the language; nothing is left of `go`. */
function withoutLanguage(name: string, words: readonly string[] = []): string {
  const parts = name.split(/[-_]/);
  const at = parts.findIndex((part) => words.includes(part));
  const isMark = at === 0 || at === parts.length - 1 || generic.test(parts.slice(at + 1).join("-"));
  return at >= 0 && isMark ? parts.filter((_, index) => index !== at).join("-") : name;
}

function legal(part: string): string {
  return part
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "")
    .slice(0, 214);
}

/** The client's class as the README's samples call it, else those of the operations, made an identifier. */
export function clientClassOf(draft: Draft, options: ApiOptions): string {
  const [documented] = [
    ...draft.readmes.flatMap(({ clientClass }) => clientClass?.name ?? []),
    ...draft.operations.flatMap(({ sightings }) => sightings.flatMap(({ clientClass }) => clientClass ?? [])),
  ];
  return identifier(documented ?? "") ?? identifier(options.slug) ?? "Client";
}

function identifier(name: string): string | undefined {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  const joined = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  return /^\p{L}/u.test(joined) ? joined : undefined;
}
