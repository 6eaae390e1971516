import type { Fence, ReadmeSection, Table } from "../../docs/page.ts";
import type { ReadmeSighting, ServerSighting } from "../sighting.ts";
import { cellAt, textsOf, unquoted } from "./tables.ts";

type Variable = ServerSighting["variables"][number];

/**
 * The servers of the server section, in one of its shapes: a table by number or name, a sentence with the address and a
 * table of its variables, or nothing but the address in a sample. Beside a table the sample shows any address.
 */
export function serversOf(section: ReadmeSection): readonly ServerSighting[] {
  const variables = section.tables.flatMap(variablesOf);
  const listed = section.tables.flatMap((table) => listedServers(table, variables));
  if (listed.length > 0) return listed;
  const bullets = bulletsIn(section);
  if (bullets.length > 1) return bullets;
  const stated = /default server\s+`([^`]+)`/i.exec(section.text)?.[1] ?? baseUrl(section.text);
  if (stated !== undefined) {
    const whole = /\bset to\s+`([^`]+)`\s+by default/i.exec(section.text)?.[1] ?? "";
    const known = withDefaults(variables, withoutDollars(stated), withoutDollars(whole));
    return [server("", stated, known, section.place, "stated")];
  }
  const own = ownFences(section);
  for (const fence of section.fences.filter((one) => !own.includes(one))) {
    const shown = shownIn(fence);
    if (shown !== undefined) return [server("", shown, [], fence.place, "shown")];
  }
  return [];
}

/** The addresses that a person lists by name: `` - Sandbox: `https://…` ``. */
function bulletsIn({ text, place }: ReadmeSection): readonly ServerSighting[] {
  return text.split("\n").flatMap((line) => {
    const [before = "", url] = line.split(/(https?:\/\/[^\s`<>)]+)/, 2);
    const [, name = ""] = /^[-*+] [*_ ]{0,3}(\w[\w -]{0,40}?)[*_]{0,3} ?[:–—-][*_]{0,3} ?[`<]?$/.exec(before) ?? [];
    return url === undefined || name === "" ? [] : [server(name.toLowerCase(), url, [], place, "stated")];
  });
}

/** The address that a person states: behind the words, or on a line of its own. */
function baseUrl(text: string): string | undefined {
  const [, said, alone] =
    /\b(?:base (?:URL|URI|address)\b[^\n]{0,40}?|URIs are relative to [*<]{0,2})(https?:\/\/[^\s`*<>"')\]|]*[^\s`*<>"')\]|,.;])|^[`<]?(https?:\/\/[^\s`<>]+)[`>]?$/im.exec(
      text,
    ) ?? [];
  return said ?? alone;
}

/** The samples that call one operation on a server of its own, with its address. */
export function ownServersOf(section: ReadmeSection): NonNullable<ReadmeSighting["ownServers"]> {
  return ownFences(section).flatMap((fence) => {
    // PHP hands it over without a name.
    const all = [...fence.text.matchAll(/["'](https?:\/\/[^"']+)["']/g)].map(([, url]) => url);
    const url = shownIn(fence) ?? (all.length === 1 ? all[0] : undefined);
    return url === undefined ? [] : [{ url: withoutDollars(url), sample: fence.text, place: fence.place }];
  });
}

/** The samples below the heading for servers of single operations. */
function ownFences({ text, fences }: ReadmeSection): readonly Fence[] {
  const [, ...parts] = text.split(/^#+ .*\bPer-Operation\b/im);
  const own = parts.join("\n");
  return fences.filter((fence) => own.includes(fence.text));
}

function shownIn({ text }: Fence): string | undefined {
  return /server_?url[^"'\n]{0,20}["'](https?:\/\/[^"']+)["']/i.exec(text)?.[1];
}

/** The variables of an address, with the defaults that the address has where the sentence sets it, for what no table has. */
function withDefaults(variables: readonly Variable[], url: string, whole: string): readonly Variable[] {
  const parts = url.split(/\{([^{}]*)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const values = valuesIn(
    whole,
    parts.filter((_, index) => index % 2 === 0),
  );
  const shown = names.flatMap((name, index): Variable[] => {
    const isKnown = variables.some((variable) => variable.name === name) || names.indexOf(name) < index;
    const value = values[index];
    return isKnown || value === undefined ? [] : [{ name, default: value, allowed: [] }];
  });
  return [...variables, ...shown];
}

/** What stands between these texts in a whole; nothing where it is not made of them. */
function valuesIn(whole: string, [first = "", ...others]: readonly string[]): readonly string[] {
  if (!whole.startsWith(first)) return [];
  const values: string[] = [];
  let from = first.length;
  for (const [index, text] of others.entries()) {
    const isLast = index === others.length - 1;
    const to = isLast ? whole.length - text.length : whole.indexOf(text, from + 1);
    if (to <= from || !whole.startsWith(text, to)) return [];
    values.push(whole.slice(from, to));
    from = to + text.length;
  }
  return values;
}

/**
 * An address as a contract has it: who writes its variables as a shell does (`https://${host}`) leaves a dollar where one
 * is filled in, which no host has. So does one vendor, in two languages.
 */
function withoutDollars(url: string): string {
  return url.replaceAll("${", "{").replace(/^(https?:\/\/)\$/, "$1");
}

/**
 * An address as its contract has it: the generator writes `https://` before one that is a variable as a whole, of which the
 * default has its own (two of two vendors with such a variable). No host is reached by both.
 */
function withoutSecondScheme(url: string, variables: readonly Variable[]): string {
  const [, prefix = "", first] = /^(https?:\/\/)\{([^{}]+)\}/.exec(url) ?? [];
  const isWhole = variables.some((variable) => variable.name === first && /^https?:\/\//.test(variable.default));
  return isWhole ? url.slice(prefix.length) : url;
}

function server(
  name: string,
  address: string,
  variables: readonly Variable[],
  place: string,
  strength: ServerSighting["strength"],
  description = "",
): ServerSighting {
  const url = withoutSecondScheme(withoutDollars(address), variables);
  const used = variables.filter((variable) => url.includes(`{${variable.name}}`));
  return { name, url, description, variables: used, place, strength };
}

function listedServers(table: Table, variables: readonly Variable[]): readonly ServerSighting[] {
  const column = addresses.find((name) => table.header.some((cell) => cell.trim().toLowerCase() === name));
  if (column === undefined) return [];
  return table.rows.flatMap((row) => {
    const [url] = textsOf(cellAt(table, row, column));
    if (column !== "server" && !/^https?:\/\//.test(url ?? "")) return [];
    const called = ["name", "#", "environment"].map((name) => cellAt(table, row, name)).find((text) => text !== "");
    const [name = ""] = textsOf(column === "server" ? (called ?? "") : (called ?? "").toLowerCase());
    const known = [...variables, ...inlineVariables(cellAt(table, row, "variables"), variables)];
    const description = cellAt(table, row, "description");
    return url === undefined ? [] : [server(name, url, known, row.place, "stated", description)];
  });
}

/** What the column of addresses is called: by generators, then by people. */
const addresses: readonly string[] = ["server", "base url", "url", "address"];

/** The Variables cell of a server: names on lines of their own or with commas, each perhaps with "(default is `x`)". */
function inlineVariables(cell: string, known: readonly Variable[]): readonly Variable[] {
  const texts = textsOf(cell).flatMap((text) => text.split(/,\s+(?=[\w$-]+(?:\s+\(default is\s|,\s|$))/));
  return texts.flatMap((text) => {
    const name = /^[\w$-]+/.exec(text)?.[0];
    if (name === undefined || known.some((variable) => variable.name === name)) return [];
    const value = /default is\s+([^)]*)\)/i.exec(text)?.[1]?.trim() ?? "";
    return [{ name, default: unquoted(value), allowed: [] }];
  });
}

/** A table of variables: `| Variable | Parameter | Supported Values | Default | Description |`. */
function variablesOf(table: Table): readonly Variable[] {
  return table.rows.flatMap((row) => {
    const [name] = textsOf(cellAt(table, row, "variable"));
    const [value = ""] = textsOf(cellAt(table, row, "default"));
    return name === undefined
      ? []
      : [{ name, default: unquoted(value), allowed: allowedOf(cellAt(table, row, "supported values")) }];
  });
}

/** The values of a list; a cell without one has the name of a type. */
function allowedOf(cell: string): readonly string[] {
  return /^\s*-\s|["']/.test(cell) ? textsOf(cell).map(unquoted) : [];
}
