import { asTold, linkedType, readAnswers, typeIn } from "./answers.ts";
import type { Block } from "./blocks.ts";
import type { Bullet } from "./bullets.ts";
import { type Context, keyPart, mark, placeOf } from "./context.ts";
import { encodingOf } from "./encoding.ts";
import { readErrors } from "./errors.ts";
import { paragraphText } from "./labels.ts";
import { hasFields, readTables } from "./model.ts";
import { join, merge, type Section } from "./outline.ts";
import type { OperationSection, Row } from "./page.ts";
import { describe, headingOf } from "./prose.ts";
import { routeLine } from "./route.ts";
import { reportEmpty, reportSection, reportText } from "./schema.ts";
import { plainName, unescaped } from "./text.ts";
import { readUsage, usageName } from "./usage.ts";

/** Reads one operation of a resource's README; `isWritten` where no generator made the page. */
export function readOperation(
  context: Context,
  bullet: Bullet,
  sections: readonly [Section, ...Section[]],
  isWritten = false,
): OperationSection {
  const [heading] = sections;
  const key = mark(context, keyPart(bullet.name), heading.from);
  const { intro, parts } = partsOf(sections, isWritten);
  const struck = bullet.struck || plainName(heading.name).struck;
  const named = (name: string): readonly Section[] => parts.filter((part) => part.name === name);
  const usages = parts.filter((part) => usageName(part) !== null);
  reportOthers(context, parts);
  const answers = isWritten ? readAnswers(context, named("Response"), `${key}/response`) : undefined;
  const listed = named("Response").find((part) => !/^[345]/.test(part.status ?? "") && hasFields(context, part));
  const fields = isWritten && !answers?.response ? fieldsOf(context, listed, `${key}/fields`) : undefined;
  const stated = [intro, ...(isWritten ? parts : [])].map((section) => routeLine(context.document, section));
  const route = stated.find((found) => found !== undefined);
  const without = route === undefined ? [] : [route.span];
  const described = describe(context, intro, [headingOf(heading), ...without], { key: null, struck });
  const response =
    answers !== undefined && fields === undefined
      ? answers.response
      : readResponse(context, listed ?? named("Response").at(-1), `${key}/response`, { fields, isWritten });
  return {
    name: bullet.name,
    ...(heading.group === undefined ? {} : { group: heading.group }),
    summary: bullet.summary,
    ...described,
    ...(route === undefined
      ? {}
      : { route: { snippet: route.snippet, place: placeOf(context, mark(context, `${key}:route`, route.line)) } }),
    ...(heading.takes === undefined
      ? {}
      : {
          takes: {
            schemes: heading.takes.schemes,
            place: placeOf(context, mark(context, `${key}:authorization`, heading.takes.line)),
          },
        }),
    ...(heading.sends === undefined
      ? {}
      : {
          sends: {
            types: heading.sends.types,
            place: placeOf(context, mark(context, `${key}:encoding`, heading.sends.line)),
          },
        }),
    usages: usages.map((part, index) => readUsage(context, part, `${key}/usage/${index + 1}`)),
    ...(isWritten ? encodingOf(context, named("Parameters"), key) : {}),
    parameters: named("Parameters").flatMap((part) =>
      readParameters(context, isWritten ? withoutProse(part) : part, `${key}/parameters`),
    ),
    response:
      response === null || !isWritten
        ? response
        : { ...response, raw: heading.sends ? unescaped(response.raw) : asTold(response.raw, described.description) },
    ...(fields === undefined ? {} : { fields }),
    errors: [
      ...(answers?.errors ?? []),
      ...named("Errors").flatMap(
        (part) =>
          (isWritten ? readAnswers(context, [part], `${key}/errors`)?.errors : undefined) ??
          readErrors(context, part, `${key}/errors`),
      ),
    ],
    place: placeOf(context, key),
  };
}

/**
 * Divides an operation at its first sample, or where it has none at its first known heading: above it all headings are
 * text of the description, below it each is a part of its own.
 */
function partsOf(
  sections: readonly [Section, ...Section[]],
  isWritten: boolean,
): { intro: Section; parts: readonly Section[] } {
  const [heading, ...rest] = sections;
  const sample = rest.findIndex((section) => usageName(section) !== null);
  const part = rest.findIndex((section) => section.depth === 3 && isPart(section.name));
  // Generators begin with the sample, people end with it.
  const first = sample < 0 || (isWritten && part >= 0 && part < sample) ? part : sample;
  if (first < 0) return { intro: merge(sections), parts: [] };
  return {
    intro: merge([heading, ...rest.slice(0, first)]),
    // Sections below a heading of depth 2 are that heading's.
    parts: join(rest.slice(first), (section, above) => section.depth < 3 || (section.depth === 3 && above.depth === 3)),
  };
}

/** Code that shows the same call by other means; the samples say it already. */
const duplicates: readonly string[] = ["Standalone function", "React hooks and utilities"];

function isPart(name: string): boolean {
  return name === "Parameters" || name === "Response" || name === "Errors" || duplicates.includes(name);
}

function reportOthers(context: Context, parts: readonly Section[]): void {
  for (const part of parts) {
    if (part.depth === 3 && (isPart(part.name) || usageName(part) !== null)) continue;
    const found = `section \`${part.name.slice(0, 60)}\``;
    if (part.depth === 2) reportSection(context, part, found, "a listed operation", "docs/unlisted-operation");
    else reportSection(context, part, found, "a part of an operation");
  }
}

/** The rows of the parameters; a body may be told in a sentence that links to its type. */
function readParameters(context: Context, section: Section, key: string): readonly Row[] {
  const { location } = section;
  const hasTable = section.children.some(({ type }) => type === "table");
  if (!hasTable && section.children.length > 0 && saysNone(context, section)) return [];
  const type = location === "body" && !hasTable ? linkedType(context, section) : undefined;
  if (type === undefined || location === undefined) return readTables(context, section, key);
  const own = mark(context, `${key}/body`, section.from);
  const place = placeOf(context, own);
  for (const column of ["type", "required"])
    context.positions.set(`${own}:${column}`, { line: section.from, column: 1 });
  return [{ name: "body", type, required: true, description: "", examples: [], location, place }];
}

/** Whether all that stands below a heading is that there is nothing. */
function saysNone({ document }: Context, section: Section): boolean {
  const text = section.children.map((block) => paragraphText(document, section, block)).join(" ");
  return /^[*_`]*(?:none|n\/a|(?:this \w+ takes )?no (?:request |query |path )?(?:parameters|body|arguments))[*_`]*\.?$/i.test(
    text.trim(),
  );
}

/** A sentence above a table leads to it. */
function withoutProse(section: Section): Section {
  const tables = section.children.filter(({ type }) => type === "table");
  return tables.length === 0 ? section : { ...section, children: tables };
}

/** The fields of a response, where it has a table of them; a sentence may stand above it. */
function fieldsOf(context: Context, section: Section | undefined, key: string): readonly Row[] | undefined {
  if (section === undefined || !hasFields(context, section)) return undefined;
  return readTables(context, { ...section, children: section.children.filter(({ type }) => type === "table") }, key);
}

/** The response is one paragraph in bold type, with links and escapes in it; a person may list the fields of an object. */
function readResponse(
  context: Context,
  section: Section | undefined,
  key: string,
  { fields, isWritten }: { readonly fields: readonly Row[] | undefined; readonly isWritten: boolean },
): OperationSection["response"] {
  if (section === undefined) return null;
  if (fields !== undefined) return { raw: "object", place: placeOf(context, mark(context, key, section.from)) };
  const { document } = context;
  const paragraph = section.children.find((node) => node.type === "paragraph");
  // People show an answer below its type.
  const isShown = isWritten && section.children.some(({ type }) => type === "code");
  const read = (node: Block): boolean => node === paragraph || (isWritten && node.type === "code");
  reportText(context, { ...section, children: section.children.filter((node) => !read(node)) }, []);
  const { from, to } = paragraph === undefined ? { from: section.from, to: 0 } : paragraph;
  const own = mark(context, key, from);
  if (isShown && (paragraph === undefined || paragraphText(document, section, { from, to }).endsWith(":")))
    return { raw: "any", place: placeOf(context, own) };
  if (paragraph === undefined) {
    reportEmpty(context, section, "text", "one paragraph in bold type");
    return null;
  }
  const text = paragraphText(document, section, { from, to });
  const bold = text.length > 4 && text.startsWith("**") && text.endsWith("**");
  return { raw: bold ? text.slice(2, -2) : (typeIn(text) ?? text), place: placeOf(context, own) };
}
