import type { ReadmePage, ReadmeSection } from "../../docs/page.ts";
import { clientClassIn } from "../samples.ts";
import type { ReadmeSighting, SecuritySighting } from "../sighting.ts";
import { resourcePathOf } from "../words.ts";
import type { Context } from "./context.ts";
import { listedSchemes } from "./listed-schemes.ts";
import { placeOf } from "./schema.ts";
import { securityInProse } from "./security-prose.ts";
import { ownServersOf, serversOf } from "./servers.ts";
import { cellAt, textsOf } from "./tables.ts";

/** What the README says of the API as a whole. */
export function readmeSighting(page: ReadmePage, context: Context): ReadmeSighting {
  const packageName = packageOf(page, context);
  const clientClass = clientOf(page, context);
  const ownServers = tagged(page, "server").flatMap(ownServersOf);
  return {
    kind: "readme",
    dialect: context.dialect.name,
    page: page.path,
    title: page.title,
    description: page.description,
    ...(tagged(page, "summary").length === 0 ? {} : { isSummarized: true }),
    ...(packageName === undefined ? {} : { packageName }),
    ...(clientClass === undefined ? {} : { clientClass }),
    security: tagged(page, "security").flatMap(securityOf),
    servers: tagged(page, "server").flatMap(serversOf),
    ...(ownServers.length === 0 ? {} : { ownServers }),
    resources: tagged(page, "operations").flatMap(resourcesOf),
    samples: page.fences.filter(({ language }) => context.dialect.fences.has(language)),
    globals: tagged(page, "global-parameters").flatMap((section) => globalsOf(section, context)),
    ...(page.headers === undefined ? {} : { headers: page.headers }),
  };
}

function tagged(page: ReadmePage, tag: string): readonly ReadmeSection[] {
  return page.sections.filter((section) => section.tag === tag);
}

function packageOf(page: ReadmePage, { dialect }: Context): ReadmeSighting["packageName"] {
  for (const { text, fences, place } of tagged(page, "installation")) {
    const name = dialect.packageName([...fences.map((fence) => fence.text), text].join("\n"));
    if (name !== undefined) return { name, place };
  }
  const name = dialect.packageName(page.description) ?? importedName(page);
  return name === undefined ? undefined : { name, place: placeOf(page) };
}

/** The usage section shows the client first; any other will do. */
function clientOf(page: ReadmePage, { dialect }: Context): ReadmeSighting["clientClass"] {
  for (const { fences } of [...tagged(page, "usage"), ...page.sections, page]) {
    for (const { language, text, place } of fences) {
      const name = dialect.fences.has(language) ? clientClassIn(text, dialect.clientClass) : undefined;
      if (name !== undefined) return { name, place };
    }
  }
  const name = dialect.clientClass(page.description);
  return name === undefined ? undefined : { name, place: placeOf(page) };
}

function securityOf(section: ReadmeSection): readonly SecuritySighting[] {
  const { tables, text } = section;
  const listed = listedSchemes(section);
  if (listed.length > 0) return listed;
  if (tables.length === 0) return securityInProse(section);
  const areCombined = /\ball of the following schemes\s+must\s+be\s+satisfied\b/i.test(text);
  return tables
    .filter((table) => ["name", "type", "scheme"].every((column, at) => table.header[at]?.toLowerCase() === column))
    .flatMap((table, combination) =>
      table.rows.map((row) => {
        const environment = textsOf(cellAt(table, row, "environment variable")).join(", ");
        return {
          names: textsOf(cellAt(table, row, "name")),
          type: cellAt(table, row, "type"),
          scheme: cellAt(table, row, "scheme"),
          ...(environment === "" ? {} : { environment }),
          ...(areCombined ? { combination } : {}),
          place: row.place,
        };
      }),
    );
}

/** A heading links to a resource's page, a bullet to a section of it. A heading that names the SDK is its root. */
function resourcesOf({ links, place }: ReadmeSection): ReadmeSighting["resources"] {
  return links
    .filter(({ href }) => /readme\.mdx?$/i.test(href))
    .map(({ text, href }) => ({ href, accessor: / SDK$/.test(text) ? [] : resourcePathOf(text), place }));
}

function globalsOf({ tables, text }: ReadmeSection, { dialect }: Context): ReadmeSighting["globals"] {
  const called = /\byou can set `([^`]+)` to `/.exec(text)?.[1];
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const [environment] = ["environment", "environment variable"].flatMap((column) =>
        textsOf(cellAt(table, row, column)),
      );
      return textsOf(cellAt(table, row, "name")).map((name) => ({
        words: dialect.words(name),
        ...(environment === undefined ? {} : { environment }),
        ...(called === undefined ? {} : { called }),
        place: row.place,
      }));
    }),
  );
}

/** What a sample imports, where nothing says how to install it; a path and a part of a package are no names. */
function importedName({ fences }: ReadmePage): string | undefined {
  const imports = fences.flatMap(({ text }) => [...text.matchAll(/^import\b[^"'\n]*\bfrom\s+["']([^"'\n]+)["']/gm)]);
  const names = imports.map(([, name = ""]) => name).filter((name) => /^(?:@[\w.-]+\/)?[a-z][\w.-]*$/.test(name));
  return names[0];
}
