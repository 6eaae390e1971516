import { codeLines } from "./code-lines.ts";

/** An element of MDX, as documentation sites list fields with: `<ParamField body="name" type="string" required>`. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  /** Text and elements, in their order. */
  readonly content: (Line | Element)[];
}

const elements: readonly string[] = [
  ...["ParamField", "ResponseField", "Expandable"],
  ...["RequestExample", "ResponseExample"],
];

/** A line of the source by its one-based number. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

/** What a page consists of, in its order. */
export type Part =
  | { readonly kind: "text"; readonly lines: Line[] }
  | { readonly kind: "fields"; readonly fields: Element[] }
  | { readonly kind: "example"; readonly line: number; readonly isAnswer: boolean; readonly lines: readonly Line[] };

/** What stands between braces is JavaScript, which may have objects of objects. */
const script = String.raw`(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,500}\}){0,500}\}){0,2000}`;

/** Tags are short, so that what is never closed costs no more than its own length. */
const value = String.raw`"[^"]{0,2000}"|'[^']{0,2000}'|\{${script}\}`;
const tag = new RegExp(
  String.raw`<(\/?)([A-Z][A-Za-z]{0,40})((?:\s+[\w-]{1,60}(?:=(?:${value}))?){0,30})\s*(\/?)>`,
  "g",
);

const attribute = new RegExp(String.raw`([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|\{(${script})\}))?`, "g");

/** The parts of a page: elements that follow each other with nothing between them are one. */
export function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const node of parseElements(lines).content) {
    const before = parts.at(-1);
    if (!("name" in node)) {
      if (before?.kind === "text") before.lines.push(node);
      else if (node.text.trim() !== "" || before?.kind !== "fields") parts.push({ kind: "text", lines: [node] });
    } else if (node.name.endsWith("Example")) {
      const text = node.content.flatMap((one) => ("name" in one ? [] : [one]));
      parts.push({ kind: "example", line: node.line, isAnswer: node.name === "ResponseExample", lines: text });
    } else {
      const fields = [...fieldsIn(node)];
      if (before?.kind === "fields") before.fields.push(...fields);
      else if (fields.length > 0) parts.push({ kind: "fields", fields });
    }
  }
  return parts;
}

/** Elements by how they stand inside one another; others are text, without their tags. */
function parseElements(lines: readonly string[]): Element {
  const root: Element = { name: "", attributes: new Map(), line: 1, content: [] };
  const open = [root];
  const top = (): Element => open.at(-1) ?? root;
  const plain = withoutCode(lines);
  const comments = commentsIn(plain);
  const [source, text] = [without(lines.join("\n"), comments), without(plain, comments)];
  let [at, line] = [0, 1];
  const take = (to: number): void => {
    const taken = source.slice(at, to).split("\n");
    const visible = text.slice(at, to).split("\n");
    for (const [index, part] of taken.entries()) {
      const isCode = visible[index]?.trim() === "";
      top().content.push({ line: line + index, text: isCode ? part : withoutTags(part) });
    }
    line += taken.length - 1;
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
    // What looks like code in a value is its text.
    const from = index + 1 + name.length;
    const given = attributesOf(source.slice(from, from + attributes.length));
    const element: Element = { name, attributes: given, line: begun, content: [] };
    top().content.push(element);
    if (end !== "/" && open.length < deepest) open.push(element);
  }
  take(text.length);
  return root;
}

/** Other elements are how the site looks; what they hold is text. */
function withoutTags(text: string): string {
  if (/^(?:import|export)\s/.test(text)) return "";
  // Nor what would begin a comment and take along the page.
  const tags = /(`{1,3})[^`]+\1|<\/?[A-Z][A-Za-z]{0,40}(?:\s[^<>]{0,500})?>|<!--/g;
  return text.includes("<") ? text.replaceAll(tags, (found) => (found.startsWith("`") ? found : "")) : text;
}

/** Nobody nests fields any deeper. */
const deepest = 40;

/** The text with its code blanked out: what stands there is no element. */
function withoutCode(lines: readonly string[]): string {
  const isCode = codeLines(lines, /^\s*(`{3,}(?!.*`)|~{3,})/);
  return lines.map((line, at) => (isCode[at] ? blank(line) : line.replaceAll(/(`{1,3})[^`]+\1/g, blank))).join("\n");
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

/** Where comments of MDX and of HTML stand, from where to where; one that nothing closes is text. */
function commentsIn(text: string): readonly (readonly [number, number])[] {
  return [
    ["{/*", "*/}"],
    ["<!--", "-->"],
  ].flatMap(([open = "", close = ""]) => {
    const found: [number, number][] = [];
    for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at)) {
      const end = text.indexOf(close, at + open.length);
      if (end < 0) break;
      found.push([at, end + close.length]);
      at = end + close.length;
    }
    return found;
  });
}

function without(text: string, spans: readonly (readonly [number, number])[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    if (to <= at) continue;
    parts.push(text.slice(at, Math.max(at, from)), blank(text.slice(Math.max(at, from), to)));
    at = to;
  }
  return [...parts, text.slice(at)].join("");
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(attribute);
  return new Map(
    [...found].map(([, name = "", double, single, braces]) => [name, double ?? single ?? braces?.trim() ?? "true"]),
  );
}

/** `<Expandable>` groups the fields of an object, and is none. */
export function fieldsIn(node: Line | Element): readonly Element[] {
  if (!("name" in node)) return [];
  if (node.name === "Expandable") return node.content.flatMap(fieldsIn);
  return node.name.endsWith("Field") ? [node] : [];
}
