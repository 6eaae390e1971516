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

/** Tags are short, so that what is never closed costs no more than its own length. */
const tag =
  /<(\/?)([A-Z][A-Za-z]{0,40})((?:\s+[\w-]{1,60}(?:=(?:"[^"]{0,2000}"|'[^']{0,2000}'|\{[^{}]{0,2000}\}))?){0,30})\s*(\/?)>/g;

/** The parts of a page: elements that follow each other with nothing between them are one. */
export function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const node of parseElements(lines).content) {
    const before = parts.at(-1);
    if (!("name" in node)) {
      if (before?.kind === "text") before.lines.push(node);
      else if (node.text.trim() !== "" || before?.kind !== "fields") parts.push({ kind: "text", lines: [node] });
    } else if (node.name.endsWith("Field")) {
      if (before?.kind === "fields") before.fields.push(node);
      else parts.push({ kind: "fields", fields: [node] });
    } else if (node.name.endsWith("Example")) {
      const text = node.content.flatMap((one) => ("name" in one ? [] : [one]));
      parts.push({ kind: "example", line: node.line, isAnswer: node.name === "ResponseExample", lines: text });
    }
  }
  return parts;
}

/** Elements by how they stand inside one another; others are text, without their tags. */
function parseElements(lines: readonly string[]): Element {
  const root: Element = { name: "", attributes: new Map(), line: 1, content: [] };
  const open = [root];
  const top = (): Element => open.at(-1) ?? root;
  const source = lines.join("\n");
  const text = withoutCode(lines);
  let [at, line] = [0, 1];
  const take = (to: number): void => {
    const taken = source.slice(at, to).split("\n");
    const plain = text.slice(at, to).split("\n");
    for (const [index, part] of taken.entries()) {
      const isCode = plain[index]?.trim() === "";
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
    const element: Element = { name, attributes: attributesOf(attributes), line: begun, content: [] };
    top().content.push(element);
    if (end !== "/" && open.length < deepest) open.push(element);
  }
  take(text.length);
  return root;
}

/** Other elements are how the site looks; what they hold is text. */
function withoutTags(text: string): string {
  if (/^(?:import|export)\s/.test(text)) return "";
  const tags = /(`{1,3})[^`]+\1|<\/?[A-Z][A-Za-z]{0,40}(?:\s[^<>]{0,500})?>/g;
  return text.includes("<") ? text.replaceAll(tags, (found) => (found.startsWith("`") ? found : "")) : text;
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
