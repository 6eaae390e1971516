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

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  readonly children: Element[];
  readonly text: string[];
}

/** Whether a text may list fields in elements. */
export function mayHaveElements(text: string): boolean {
  return text.includes("<ParamField") || text.includes("<ResponseField");
}

/** The page anew; undefined where it lists no fields in elements, or they belong to nothing. */
export function rewriteElements(lines: readonly string[], front: FrontMatter): Rewritten | undefined {
  const root = parseElements(lines);
  const sent = root.children.filter(({ name }) => name === "ParamField");
  const answered = root.children.filter(({ name }) => name === "ResponseField");
  if (front.route === null && answered.length === 0) return undefined;
  const page = newPage();
  page.add(1, `# ${front.title ?? ""}`, "", front.description ?? "", "", ...lead(root.text), "");
  if (front.route === null) page.table("Fields", rowsOf(answered));
  else {
    page.add(1, `\`${front.route}\``, "");
    for (const [key, heading] of locations) {
      const rows = rowsOf(sent.filter(({ attributes }) => attributes.has(key)));
      if (rows.length > 0) page.table(heading, rows);
    }
    const examples = root.children.filter(({ name }) => name === "ResponseExample");
    if (answered.length > 0) page.table("Response", rowsOf(answered));
    else for (const { line, text } of examples.slice(0, 1)) page.add(line, "## Response", "", ...text, "");
    for (const { name, line, text } of root.children)
      if (name === "RequestExample") page.add(line, "## Example Usage", "", ...text, "");
  }
  return page;
}

/** What an attribute of the name's kind says of where a parameter stands. */
const locations = [
  ["path", "Path parameters"],
  ["query", "Query parameters"],
  ["header", "Headers"],
  ["body", "Request body"],
  ["formData", "Request body"],
] as const;

const elements: readonly string[] = [
  ...["ParamField", "ResponseField", "Expandable"],
  ...["RequestExample", "ResponseExample"],
];

/** Tags are short, so that what is never closed costs no more than its own length. */
const tag =
  /<(\/?)([A-Z][A-Za-z]{0,40})((?:\s+[\w-]{1,60}(?:=(?:"[^"]{0,2000}"|'[^']{0,2000}'|\{[^{}]{0,2000}\}))?){0,30})\s*(\/?)>/g;

/** Elements by how they stand inside one another; others are text, without their tags. */
function parseElements(lines: readonly string[]): Element {
  const root: Element = { name: "", attributes: new Map(), line: 1, children: [], text: [] };
  const open = [root];
  const top = (): Element => open.at(-1) ?? root;
  const source = lines.join("\n");
  const text = withoutCode(lines);
  let [at, line] = [0, 1];
  const take = (to: number): void => {
    const parts = source.slice(at, to).split("\n");
    for (const part of parts) top().text.push(part);
    line += parts.length - 1;
    at = to;
  };
  for (const { 0: whole, 1: slash, 2: name = "", 3: attributes = "", 4: end, index } of text.matchAll(tag)) {
    if (!elements.includes(name)) continue;
    take(index);
    const begun = line;
    line += whole.split("\n").length - 1;
    at = index + whole.length;
    if (slash === "/") {
      const opened = open.findLastIndex((one) => one.name === name);
      if (opened > 0) open.length = opened;
      continue;
    }
    const element: Element = { name, attributes: attributesOf(attributes), line: begun, children: [], text: [] };
    top().children.push(element);
    if (end !== "/" && open.length < deepest) open.push(element);
  }
  take(text.length);
  return root;
}

/** Nobody nests fields any deeper. */
const deepest = 40;

/** The text with its code blanked out: what stands there is no element. */
function withoutCode(lines: readonly string[]): string {
  let fence: string | undefined;
  const plain = lines.map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    const isCode = fence !== undefined || mark !== undefined;
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    return isCode ? blank(line) : line.replaceAll(/(`{1,3})[^`]+\1/g, blank);
  });
  return plain.join("\n");
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}))?/g);
  return new Map(
    [...found].map(([, name = "", double, single, braces]) => [name, double ?? single ?? braces?.trim() ?? "true"]),
  );
}

/** A row of a table, and the line of its element. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The fields of elements, and those inside them by names that lead there: `owner.name`. */
function rowsOf(fields: readonly Element[], owner = ""): readonly Row[] {
  return fields.flatMap((field): readonly Row[] => {
    const { attributes, children, line } = field;
    const called = nameOf(attributes);
    if (called === "") return [];
    const name = owner === "" || called.startsWith(`${owner}.`) ? called : `${owner}.${called}`;
    const inner = rowsOf(children.flatMap(fieldsIn), name);
    const deprecated = isSet(attributes.get("deprecated"));
    const description = prose(field.text).join("\n").trim();
    const cells = [
      deprecated ? `~~\`${name}\`~~` : `\`${name}\``,
      typeOf(attributes.get("type") ?? "any", inner.length > 0, description),
      isSet(attributes.get("required")) ? ":heavy_check_mark:" : ":heavy_minus_sign:",
      description,
      attributes.get("default") ?? "",
    ];
    return [{ line, cells }, ...inner];
  });
}

/** `<Expandable>` groups the fields of an object, and is none. */
function fieldsIn(element: Element): readonly Element[] {
  if (element.name === "Expandable") return element.children.flatMap(fieldsIn);
  return element.name.endsWith("Field") ? [element] : [];
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
  const isList = /^(?:array|list)\b|\[\]$/i.test(text);
  if (hasFields) return isList ? "array of objects" : "object";
  const [, listed = ""] =
    /(?:available|possible|allowed) (?:options|values):?\**\s*((?:`[^`\n]+`[,\s]*(?:or )?)+)/i.exec(description) ?? [];
  const values = [...listed.matchAll(/`([^`\n]+)`/g)].map(([, value = ""]) => JSON.stringify(value));
  const [, of = ""] = /^enum<(\w+)>(?:\[\])?$/.exec(text) ?? [];
  if (of !== "" && isList) return `${of}[]`;
  if (values.length > 1 && (of !== "" || text === "string")) return values.join(" | ");
  return of === "" ? text : of;
}

/** What stands on the page beside its elements, without the headings above these. */
function lead(lines: readonly string[]): readonly string[] {
  const text = lines.map((line) => line.replaceAll(/<\/?[A-Z][A-Za-z]{0,40}(?:\s[^<>]{0,500})?>/g, ""));
  return prose(text.filter((line) => !/^\s*#{1,6}\s|^(?:import|export)\s/.test(line)));
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
    const [first] = rows;
    add(first?.line ?? 1, `## ${heading}`, "");
    add(first?.line ?? 1, "| Name | Type | Required | Description | Default |", "| --- | --- | --- | --- | --- |");
    for (const { line, cells } of rows) add(line, `| ${cells.map(cell).join(" | ")} |`);
    add(first?.line ?? 1, "");
  };
  return { lines, origin, add, table };
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", "<br/>");
}
