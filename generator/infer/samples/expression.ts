/** A value as a sample of any language writes it. Keys are as the sample spells them. */
export type Shown =
  | { readonly kind: "plain"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly items: readonly Shown[] }
  | { readonly kind: "object"; readonly entries: readonly ShownEntry[] }
  /** A name, as `Role.USER` or a variable. */
  | { readonly kind: "name"; readonly name: string }
  /** What only running it would tell. */
  | { readonly kind: "unread" };

export type ShownEntry = readonly [key: string, value: Shown];

/** What stands between brackets: what has a key, and what has none, in their order. */
export interface Arguments {
  readonly named: readonly ShownEntry[];
  readonly positional: readonly Shown[];
}

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

const unread: Shown = { kind: "unread" };
const blank = /(?:\s|\/\/[^\n]*|#(?!\{)[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const text = /"""([\s\S]*?)"""|"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|`((?:[^`\\]|\\[\s\S])*)`/y;
const number = /-?(?:\d[\d_]*)(?:\.\d+)?(?:[eE][+-]?\d+)?[LlFfDdMm]?(?![\w.])/y;
const path = /(?:::|\\)?[A-Za-z_$][\w$]*(?:(?:\.|::|\\|->|\?\.)[A-Za-z_$][\w$]*)*/y;
const typeArguments = /<[\w\s.,<>?[\]]*>|\[[\w.*]+\](?=\()/y;
const sliceType = /\[\]\**(?:\[\]|map\[\w+\]|[\w.*])*(?=\{)|map\[\w+\][\w.*[\]{}]*?(?=\{)/y;
const prefix = /(?:await\b|new\b|async\b|&|\*(?=\w)|\+(?=\d)|\s)+/y;
const key = /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\$?([A-Za-z_$][\w$-]*))\s*(?:=>|:(?![:=])|=(?![=>]))/y;

/** Reads the expression at a position; what a sample computes is unread. Never fails, and always steps on. */
export function readExpression(source: string, from: number): Read<Shown> {
  const start = skip(source, from);
  const at = start + (match(prefix, source, start)?.[0].length ?? 0);
  const quoted = match(text, source, at);
  if (quoted !== undefined) {
    const raw = quoted.slice(1).find((group) => group !== undefined) ?? "";
    // A template with holes is no constant.
    const value: Shown =
      quoted[0].startsWith("`") && raw.includes("${") ? unread : { kind: "plain", value: plainText(raw) };
    return { value, end: at + quoted[0].length };
  }
  const digits = match(number, source, at)?.[0];
  if (digits !== undefined) {
    return { value: { kind: "plain", value: Number(digits.replaceAll(/[_LlFfDdMm]/g, "")) }, end: at + digits.length };
  }
  const slice = match(sliceType, source, at)?.[0];
  if (slice !== undefined) return braced(source, at + slice.length, slice.startsWith("map") ? "object" : "list");
  if (source[at] === "[") return braced(source, at, "list");
  if (source[at] === "{") return braced(source, at, "object");
  const name = match(path, source, at)?.[0];
  return name === undefined ? { value: unread, end: Math.max(at, from + 1) } : named(source, at + name.length, name);
}

/** `[…]` and `{…}`; either may turn out to be the other, as PHP has one form for both. */
function braced(source: string, open: number, otherwise: "list" | "object"): Read<Shown> {
  const { value, end } = readArguments(source, open);
  const isObject = value.named.length > 0 || (otherwise === "object" && value.positional.length === 0);
  return {
    value: isObject ? { kind: "object", entries: value.named } : { kind: "list", items: value.positional },
    end,
  };
}

/** What a name begins: a constant, a call, a constructor, a chain of a builder's setters. */
function named(source: string, from: number, name: string): Read<Shown> {
  const words: Readonly<Record<string, boolean | null>> = {
    true: true,
    false: false,
    null: null,
    none: null,
    nil: null,
  };
  const word = words[name.toLowerCase()];
  if (word !== undefined) return { value: { kind: "plain", value: word }, end: from };
  const at = from + (match(typeArguments, source, from)?.[0].length ?? 0);
  if (source[at] === "{") return braced(source, at, "object");
  if (source[at] !== "(") return { value: { kind: "name", name }, end: at };
  const read = readArguments(source, at);
  const initialised = skip(source, read.end);
  const isBare = read.value.named.length === 0 && read.value.positional.length === 0;
  if (source[initialised] === "{" && isBare) {
    const body = braced(source, initialised, "object");
    return { value: isPairs(name) ? pairs(body.value) : body.value, end: body.end };
  }
  const chain = readChain(source, read.end);
  if (/(?:^|\W)builder$/i.test(name)) return { value: { kind: "object", entries: chain.value }, end: chain.end };
  return { value: called(name, read.value), end: chain.end };
}

/** The entries of `.key(value).other(value)`; what ends or sends the chain has no argument and is none. */
export function readChain(source: string, from: number): Read<readonly ShownEntry[]> {
  const entries: ShownEntry[] = [];
  let end = from;
  for (let at = skip(source, from); ; at = skip(source, end)) {
    const step = match(/(?:\.|->|\?\.)([A-Za-z_]\w*)\s*(?=\()/y, source, at);
    if (step === undefined) return { value: entries, end };
    const { value, end: next } = readArguments(source, at + step[0].length);
    const [only] = value.positional;
    if (only !== undefined && value.positional.length === 1) entries.push([step[1] ?? "", only]);
    end = next;
  }
}

/** What a call gives: a constructor its fields, a list its items, a wrapper of one value that value. */
function called(name: string, { named: entries, positional }: Arguments): Shown {
  const last = name.split(/\W+/).at(-1) ?? "";
  const isList = /^(?:of|asList|listOf)$/.test(last) && /(?:^|\W)(?:List|Arrays|Set)\W/.test(name);
  if (isList) return { kind: "list", items: positional };
  if (isPairs(name)) return pairs({ kind: "list", items: paired(positional) });
  if (/(?:^|\W)Map\Wentry$/.test(name)) return { kind: "list", items: positional };
  const isBare = entries.length === 0 && positional.length === 0;
  // `KindTug.ToPointer()` is the name that it is called on.
  if (isBare && /^To[A-Z]/.test(last)) return { kind: "name", name: name.replace(/\W+\w+$/, "") };
  const isConstructor = last === "new" || /^[A-Z]/.test(last);
  if (entries.length > 0 || (isConstructor && positional.length === 0)) return { kind: "object", entries };
  const [only] = positional;
  return only !== undefined && positional.length === 1 && !isOpener(last) ? only : unread;
}

/** What reads a file or the environment has a name for its argument, and another value. */
function isOpener(name: string): boolean {
  return /^(?:open|openAsBlob|getenv|fopen|readFileSync|file_get_contents|read|readAllBytes|fetch)$/i.test(name);
}

function isPairs(name: string): boolean {
  return /(?:^|\W)(?:Dictionary|Map\Wof(?:Entries)?|HashMap)$/.test(name);
}

/** `Map.of(key, value, …)`, and the pairs of `Map.ofEntries`. */
function paired(items: readonly Shown[]): readonly Shown[] {
  if (items.every(({ kind }) => kind === "list")) return items;
  return items.flatMap((item, index): Shown[] => {
    const other = items[index + 1];
    return index % 2 === 0 && other !== undefined ? [{ kind: "list", items: [item, other] }] : [];
  });
}

function pairs(value: Shown): Shown {
  if (value.kind !== "list") return value;
  const entries = value.items.flatMap((item): ShownEntry[] => {
    const [name, of] = item.kind === "list" ? item.items : [];
    return name?.kind === "plain" && of !== undefined ? [[String(name.value), of]] : [];
  });
  return { kind: "object", entries };
}

/** Reads what stands between the bracket at a position and the one that closes it. */
export function readArguments(source: string, open: number): Read<Arguments> {
  const entries: ShownEntry[] = [];
  const positional: Shown[] = [];
  let at = skip(source, open + 1);
  while (at < source.length && !/[)\]}]/.test(source[at] ?? "")) {
    const found = match(key, source, at);
    const { value, end } = readExpression(source, at + (found?.[0].length ?? 0));
    const next = skip(source, end);
    const isWhole = next >= source.length || /[,)\]};]/.test(source[next] ?? "");
    const own = isWhole ? value : unread;
    const name = found?.slice(1).find((group) => group !== undefined);
    if (name === undefined) positional.push(own);
    else entries.push([name, own]);
    at = isWhole ? next : expressionEnd(source, end);
    if (/[,;]/.test(source[at] ?? "")) at = skip(source, at + 1);
  }
  return { value: { named: entries, positional }, end: at + 1 };
}

/** The next separator outside of brackets and texts. */
function expressionEnd(source: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < source.length) {
    const quoted = match(text, source, at);
    const char = source[at] ?? "";
    if (quoted === undefined) {
      if (depth === 0 && /[,;)\]}]/.test(char)) return at;
      if ("([{".includes(char)) depth += 1;
      if (")]}".includes(char)) depth -= 1;
    }
    at += quoted?.[0].length ?? 1;
  }
  return at;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", "0": "\0" };

function plainText(raw: string): string {
  return raw.replaceAll(/\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|([\s\S]))/g, (_, long, short, char) => {
    const point = Number.parseInt(long ?? short ?? "", 16);
    if (char !== undefined) return char === "\n" ? "" : (escapes[char] ?? char);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}

function skip(source: string, at: number): number {
  return at + (match(blank, source, at)?.[0].length ?? 0);
}

function match(sticky: RegExp, source: string, at: number): RegExpExecArray | undefined {
  sticky.lastIndex = at;
  return sticky.exec(source) ?? undefined;
}
