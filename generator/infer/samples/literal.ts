/** A value as a sample of the docs writes it: JSON, or a literal of a programming language. */
export type Literal =
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: Literal])[] }
  | { readonly kind: "list"; readonly items: readonly Literal[] }
  | { readonly kind: "number"; readonly integer: boolean }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "null" }
  /** A boolean, a call, a name: nothing that a rule reads. */
  | { readonly kind: "other" };

/** Reads the literal at the start of a text; what it does not understand becomes `other`. Never fails. */
export function readLiteral(text: string): Literal {
  return value({ text, at: 0 }).literal;
}

/** The literal that a model's sample assigns: `const value: X = …`. */
export function readAssigned(sample: string): Literal | undefined {
  const start = /\b(?:let|const)\s+\w+\s*(?::[^=]*)?=\s*/.exec(sample);
  return start === null ? undefined : readLiteral(sample.slice(start.index + start[0].length));
}

interface Cursor {
  readonly text: string;
  readonly at: number;
}

interface Read {
  readonly literal: Literal;
  readonly end: number;
}

const number = /-?\d[\d_]*(\.\d+)?(?:[eE]([+-]?)\d+)?(?![\w.])/y;
const word = /[\w$.]+/y;
const text = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`/y;
const blank = /(?:\s|\/\/[^\n]*)*/y;

function value({ text: source, at }: Cursor): Read {
  const start = skip(source, at);
  const first = source[start];
  if (first === "{") return object(source, start + 1);
  if (first === "[") return list(source, start + 1);
  const quoted = match(text, source, start);
  if (quoted !== undefined) return plain(source, start, quoted, { kind: "string", value: quoted.slice(1, -1) });
  const digits = match(number, source, start);
  if (digits !== undefined) {
    return plain(source, start, digits, { kind: "number", integer: !/[.]|[eE]-/.test(digits) });
  }
  const name = match(word, source, start);
  const isNull = name === "null" || name === "None" || name === "nil";
  return plain(source, start, name ?? "", isNull ? { kind: "null" } : { kind: "other" });
}

/** A literal is one only if nothing follows it before the next separator: `1 + x`, `"a".repeat(3)` are none. */
function plain(source: string, start: number, taken: string, literal: Literal): Read {
  const end = skip(source, start + taken.length);
  if (taken !== "" && (end >= source.length || /[,\]};)]/.test(source[end] ?? ""))) return { literal, end };
  return { literal: { kind: "other" }, end: expressionEnd(source, start) };
}

function object(source: string, from: number): Read {
  const entries: (readonly [string, Literal])[] = [];
  let at = skip(source, from);
  while (at < source.length && source[at] !== "}") {
    const key = match(text, source, at) ?? match(word, source, at);
    const colon = skip(source, at + (key?.length ?? 0));
    if (key === undefined || source[colon] !== ":") at = expressionEnd(source, at);
    else {
      const read = value({ text: source, at: colon + 1 });
      entries.push([key.replace(/^["'`]|["'`]$/g, ""), read.literal]);
      at = read.end;
    }
    at = next(source, at, "}");
  }
  return { literal: { kind: "object", entries }, end: at + 1 };
}

function list(source: string, from: number): Read {
  const items: Literal[] = [];
  let at = skip(source, from);
  while (at < source.length && source[at] !== "]") {
    const read = value({ text: source, at });
    items.push(read.literal);
    at = next(source, read.end, "]");
  }
  return { literal: { kind: "list", items }, end: at + 1 };
}

/** Behind the separator or a stray bracket, but before the bracket that closes; each call steps on, so reading ends. */
function next(source: string, at: number, close: string): number {
  const here = skip(source, at);
  return source[here] === close ? here : skip(source, here + 1);
}

/** The end of an expression that is no literal: the next separator outside its brackets and strings. */
function expressionEnd(source: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const quoted = match(text, source, at);
    if (quoted !== undefined) {
      at += quoted.length;
      continue;
    }
    const char = source[at] ?? "";
    if ("([{".includes(char)) depth += 1;
    if (")]}".includes(char)) {
      if (depth === 0) return at;
      depth -= 1;
    }
    if ((char === "," || char === ";") && depth === 0) return at;
    at += 1;
  }
  return at;
}

function skip(source: string, at: number): number {
  return at + (match(blank, source, at)?.length ?? 0);
}

function match(sticky: RegExp, source: string, at: number): string | undefined {
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0];
}
