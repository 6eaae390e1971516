import { type Element, fieldsIn, type Line, partsOf } from "./elements.ts";

/**
 * The fields that documentation sites list as elements of MDX: `<ParamField body="name" type="string" required>`, and
 * `<ResponseField name="id" type="string">` inside one another. Their page is written anew as people write one in Markdown,
 * with a heading and a table for each kind, so that one reader reads all; each line knows which of the source it stands for.
 */
export interface Rewritten {
  readonly lines: readonly string[];
  /** For each line the one-based number of the line in the source. */
  readonly origin: readonly number[];
}

/** What front matter says of a page. */
export interface FrontMatter {
  readonly title: string | null;
  readonly description: string | null;
  /** `POST https://harbor.example/v1/ships`. */
  readonly route: string | null;
}

/** Whether a text may list fields in elements. */
export function mayHaveElements(text: string): boolean {
  return text.includes("<ParamField") || text.includes("<ResponseField");
}

/**
 * The page anew: its text as it stands, with a table in the place of each run of elements, below a heading that says what they
 * are. Undefined where the fields belong to no operation and the page is of no model: guides list options in elements, too.
 */
export function rewriteElements(lines: readonly string[], front: FrontMatter): Rewritten | undefined {
  const parts = partsOf(lines);
  const fields = parts.flatMap((part) => (part.kind === "fields" ? part.fields : []));
  if (fields.length === 0) return undefined;
  const text = parts.flatMap((part) => (part.kind === "text" ? part.lines : [])).map((line) => line.text);
  const isOperation = front.route !== null || text.some((line) => routeIn.test(line));
  if (!isOperation && !isModel(fields, text, front)) return undefined;
  const page = newPage();
  if (front.title !== null) page.add(1, `# ${front.title}`, "");
  if (front.route !== null) page.add(1, `\`${front.route}\``, "");
  if (front.description !== null) page.add(1, front.description, "");
  let hasAnswer = false;
  for (const [at, part] of parts.entries()) {
    if (part.kind === "text") {
      if (part.lines.some((line) => /^#{1,3}\s/.test(line.text))) hasAnswer = false;
      const shown = parts[at + 1]?.kind === "fields" ? withoutHeading(part.lines) : part.lines;
      for (const line of shown)
        if (line.text.trim() !== "" || page.lines.at(-1)?.trim() !== "") page.add(line.line, line.text);
    } else if (part.kind === "example") {
      const answer = hasAnswer ? "Example response" : "Response";
      page.add(part.line, "", `###### ${part.isAnswer ? answer : "Example request"}`, "");
      for (const line of part.lines) page.add(line.line, line.text);
      page.add(part.line, "");
      hasAnswer ||= part.isAnswer;
    } else if (isOperation) {
      hasAnswer ||= part.fields.some(({ name }) => name === "ResponseField");
      addFields(page, part.fields);
    } else page.table("## Fields", rowsOf(part.fields));
  }
  return page;
}

/** The tables of what is sent, and of what is answered; an answer without a name is the whole of it. */
function addFields(page: NewPage, fields: readonly Element[]): void {
  const sent = rowsOf(fields.filter(({ name }) => name === "ParamField"));
  if (sent.length > 0) page.table("###### Parameters", sent);
  const answers = fields.filter(({ name }) => name === "ResponseField");
  const [only] = answers;
  if (only === undefined) return;
  if (nameOf(only.attributes) !== "") page.table("###### Response", rowsOf(answers));
  else page.add(only.line, "", `**Response**: \`${only.attributes.get("type") ?? "any"}\``, "");
}

/** A line that states a route, in whatever decoration. */
const routeIn =
  /(?:^|[\s`*])(?:GET|POST|PUT|PATCH|DELETE)[`*]{0,3}\s{1,3}[`*]{0,3}(?:https?:\/\/[^\s`]{1,300}|\/[^\s`]{0,300})/;

/** Whether a page holds the fields of one thing and nothing else: it has no headings but that of its fields. */
function isModel(fields: readonly Element[], text: readonly string[], { title }: FrontMatter): boolean {
  const headings = text.flatMap((line) => /^\s*#{1,6}\s+(.*)$/.exec(line)?.[1]?.trim() ?? []);
  const own = title === null ? headings.slice(1) : headings;
  return (
    fields.every(({ name }) => name === "ResponseField") &&
    own.length < 2 &&
    own.every((heading) => /^(?:the )?(?:fields|properties|attributes|schema|\S+ object)$/i.test(heading))
  );
}

/** Without the heading, or the label, that ends a text: the table below it gets its own. */
function withoutHeading(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ text }) => text.trim() !== "");
  const text = lines[last]?.text.trim() ?? "";
  const named = /^#{1,6}\s+(.*)$/.exec(text)?.[1] ?? /^\*\*([^*]+)\*\*:?$/.exec(text)?.[1] ?? "";
  return partWords.test(named) ? lines.slice(0, last) : lines;
}

const partWords =
  /\b(?:path|query|headers?|body|requests?|responses?|parameters?|params|arguments|returns?|fields|properties|attributes)\b/i;

/** Where an attribute of the name's kind says that a parameter stands. */
const locations = [
  ["path", "path"],
  ["query", "query"],
  ["header", "header"],
  ["body", "body"],
  ["formData", "form data"],
] as const;

/** A row of a table, and the line of its element. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The fields of elements, and those inside them by names that lead there: `owner.name`. */
function rowsOf(fields: readonly Element[], owner = ""): readonly Row[] {
  return fields.flatMap((field): readonly Row[] => {
    const { attributes, content, line } = field;
    const called = nameOf(attributes);
    if (called === "") return [];
    const name = owner === "" || called.startsWith(`${owner}.`) ? called : `${owner}.${called}`;
    const inner = rowsOf(content.flatMap(fieldsIn), name);
    const deprecated = isSet(attributes.get("deprecated"));
    const description = prose(content.flatMap((one) => ("name" in one ? [] : [one.text])))
      .join("\n")
      .trim();
    const cells = [
      deprecated ? `~~\`${name}\`~~` : `\`${name}\``,
      typeOf(attributes.get("type") ?? "any", inner.length > 0, description),
      isSet(attributes.get("required")) ? ":heavy_check_mark:" : ":heavy_minus_sign:",
      description,
      attributes.get("default") ?? "",
      locations.find(([key]) => attributes.has(key))?.[1] ?? (owner === "" ? "" : "body"),
    ];
    return [{ line, cells }, ...inner];
  });
}

function nameOf(attributes: ReadonlyMap<string, string>): string {
  const [name = ""] = [...locations.map(([key]) => key), "name"].flatMap((key) => attributes.get(key) ?? []);
  return name.trim();
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "false";
}

/** Types as people write them in tables: what an object holds is told by its fields, what an enum has by its description. */
function typeOf(type: string, hasFields: boolean, description: string): string {
  const text = type.trim();
  const isList = /^(?:array|list)\b|\[\]$|^\[.*\]$/i.test(text);
  if (hasFields) return isList ? "array of objects" : "object";
  const [, listed = ""] =
    /(?:available|possible|allowed) (?:options|values):?\**\s*((?:`[^`\n]+`[,\s]*(?:or )?)+)/i.exec(description) ?? [];
  const values = [...listed.matchAll(/`([^`\n]+)`/g)].map(([, value = ""]) => JSON.stringify(value));
  const [, of = ""] = /^enum<(\w+)>(?:\[\])?$/.exec(text) ?? [];
  if (of !== "" && isList) return `${of}[]`;
  if (values.length > 1 && (of !== "" || text === "string")) return values.join(" | ");
  return of === "" ? text : of;
}

/** Without the indentation that elements give their text. */
function prose(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line, at, all) => line !== "" || (all[at - 1] ?? "") !== "");
}

interface NewPage extends Rewritten {
  readonly add: (line: number, ...text: readonly string[]) => void;
  readonly table: (heading: string, rows: readonly Row[]) => void;
}

function newPage(): NewPage {
  const [lines, origin]: [string[], number[]] = [[], []];
  const add = (line: number, ...text: readonly string[]): void => {
    lines.push(...text);
    origin.push(...text.map(() => line));
  };
  const table = (heading: string, rows: readonly Row[]): void => {
    const [first = { line: 1, cells: [] }] = rows;
    // Only parameters stand anywhere.
    const width = heading.endsWith("Parameters") ? 6 : 5;
    const head = ["Name", "Type", "Required", "Description", "Default", "In"].slice(0, width);
    add(first.line, "", heading, "", row(head), row(head.map(() => "---")));
    for (const { line, cells } of rows) add(line, row(cells.slice(0, width).map(cell)));
    add(first.line, "");
  };
  return { lines, origin, add, table };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A bar that is escaped already stays so. */
function cell(text: string): string {
  return text.replaceAll(/(?<!\\)((?:\\\\)*)\|/g, "$1\\|").replaceAll("\n", "<br/>");
}
