import type { PackageInfo } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import type { ApiOptions } from "../options.ts";

/** The package: as the config says, else as the README's installation section calls it, else after the folder. */
export function packageOf(draft: Draft, options: ApiOptions): PackageInfo {
  const documented = draft.readmes.map(({ packageName }) => packageName?.name).find((name) => name !== undefined);
  return {
    name: options.package.name ?? npmName(documented ?? "") ?? npmName(options.slug) ?? "sdk",
    version: options.package.version ?? "0.1.0",
    license: options.package.license ?? null,
  };
}

/** The name as npm allows it: a module path's last part, `vendor/name` as a scope, the rest in lower case with hyphens. */
function npmName(name: string): string | undefined {
  const scoped = /^@([^/]+)\/([^/]+)$/.exec(name);
  if (scoped !== null) {
    const [scope, rest] = [legal(scoped[1] ?? ""), legal(scoped[2] ?? "")];
    return scope === "" || rest === "" ? undefined : `@${scope}/${rest}`;
  }
  const last = legal(name.split(/[/:]/).at(-1) ?? "");
  return last === "" ? undefined : last;
}

function legal(part: string): string {
  return part
    .toLowerCase()
    .replace(/[^a-z0-9._~-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "")
    .slice(0, 214);
}

/** The client's class as the README's samples call it, made an identifier. */
export function clientClassOf(draft: Draft, options: ApiOptions): string {
  const documented = draft.readmes.map(({ clientClass }) => clientClass?.name).find((name) => name !== undefined);
  return identifier(documented ?? "") ?? identifier(options.slug) ?? "Client";
}

function identifier(name: string): string | undefined {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  const joined = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
  return /^\p{L}/u.test(joined) ? joined : undefined;
}
