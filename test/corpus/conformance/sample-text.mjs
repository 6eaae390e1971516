// Reads the call that a usage sample of the docs makes, in the syntax of any of the documented languages: literals,
// objects by `{ a: 1 }`, `{"a": 1}`, `['a' => 1]`, `new A(a: 1)`, `A(a=1)`, `A{a: 1}`, lists, and names of enum values.

/** The name of a value that only the other package knows, such as `Color.Red`. */
export class Name {
  constructor(text) {
    this.text = text;
  }
}

/** What is handed over by name, as a map, and what by position, as a list. */
export class Arguments {
  constructor(named, positional) {
    this.named = named;
    this.positional = positional;
  }
}

/** The arguments of the first call of a method, however the language joins names; undefined where it is not called. */
export function callIn(sample, isMethod) {
  for (const found of sample.matchAll(/(?:\.|->|::)(\w+)[?!]?\(/g)) {
    if (!isMethod(found[1])) continue;
    const reader = { text: sample, at: found.index + found[0].length };
    return argumentsUntil(reader, ")");
  }
  return undefined;
}

const blank = /(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`/y;
const number = /[-+]?\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y;
/** A name with all that languages join to it: `\Models\A`, `Models::A`, `models.A`, `[]string`, `map[string]any`, `&A`. */
const name = /&?(?:\[\]|map\[\w+\])*[\w$\\]+(?:(?:\.|::|->|\\)\w+)*(?:\[[\w.]+\](?=\())?|&?\[\](?=[\w*])/y;
const words = new Map([
  ...["true", "True"].map((word) => [word, true]),
  ...["false", "False"].map((word) => [word, false]),
  ...["null", "None", "nil"].map((word) => [word, null]),
  ["undefined", undefined],
]);

function value(reader) {
  skip(reader);
  const text = take(reader, quoted);
  if (text !== undefined) return unquoted(text);
  const digits = take(reader, number);
  if (digits !== undefined) return Number(digits.replaceAll("_", ""));
  if (taken(reader, "{")) return grouped(argumentsUntil(reader, "}"));
  const type = take(reader, name);
  if (type !== undefined) return named(reader, type);
  if (taken(reader, "[")) return grouped(argumentsUntil(reader, "]"), "list");
  throw new SyntaxError(`unreadable: ${reader.text.slice(reader.at, reader.at + 30)}`);
}

function named(reader, type) {
  skip(reader);
  if (type === "await") return value(reader);
  // A call with nothing makes an empty object where it is a class's, and else what only the other package knows.
  if (type === "new") return orEmpty(value(reader));
  if (taken(reader, "(")) {
    const made = constructed(argumentsUntil(reader, ")")) ?? new Name(type.replace(/\.ToPointer$/, ""));
    return type.endsWith(".new") ? orEmpty(made) : made;
  }
  if (taken(reader, "{")) {
    const inside = argumentsUntil(reader, "}");
    return /^&?\[\]/.test(type) ? inside.positional : inside.named;
  }
  return words.has(type) ? words.get(type) : (variable(reader, type) ?? new Name(type));
}

function orEmpty(made) {
  return made instanceof Name ? new Map() : made;
}

/** What a variable was set to in front of the call. */
function variable({ text, at, known = [] }, wanted) {
  if (!/^\$?\w+$/.test(wanted) || known.includes(wanted)) return undefined;
  const before = text.slice(0, at);
  const [found] = [...before.matchAll(/(\$?\b\w+)\s*:?=(?![=>])/g)].filter(([, set]) => set === wanted).slice(-1);
  if (found === undefined) return undefined;
  return value({ text, at: found.index + found[0].length, known: [...known, wanted] });
}

/** A class is made of its fields; what is made of one value, as a date or a pointer, stands for that value. */
function constructed({ named, positional }) {
  if (positional.length === 0) return named.size === 0 ? undefined : named;
  if (positional.length === 1 && named.size === 0) return positional[0];
  throw new SyntaxError("a call of several arguments");
}

function grouped({ named, positional }, empty = "object") {
  if (named.size > 0) return named;
  return positional.length > 0 || empty === "list" ? positional : named;
}

/** Values up to a bracket, with or without a key in front. */
function argumentsUntil(reader, close) {
  const named = new Map();
  const positional = [];
  for (skip(reader); !taken(reader, close); skip(reader)) {
    const key = keyAt(reader);
    if (key === undefined) positional.push(value(reader));
    else named.set(key, value(reader));
    skip(reader);
    if (!taken(reader, ",") && reader.text[reader.at] !== close) {
      throw new SyntaxError(`unreadable: ${reader.text.slice(reader.at, reader.at + 30)}`);
    }
  }
  return new Arguments(named, positional);
}

/** `a:`, `"a":`, `'a' =>`, `a=`; a name before `::` is none. */
function keyAt(reader) {
  const { at } = reader;
  const text = take(reader, quoted) ?? take(reader, /[\w$]+/y);
  skip(reader);
  if (text !== undefined && take(reader, /=>|:(?!:)|=(?!=)/y) !== undefined)
    return text.replaceAll(/^["'`]|["'`]$/g, "");
  reader.at = at;
  return undefined;
}

function unquoted(text) {
  const inside = text.slice(1, -1);
  try {
    return JSON.parse(`"${text.startsWith('"') ? inside : inside.replaceAll("\\'", "'").replaceAll('"', '\\"')}"`);
  } catch {
    return inside;
  }
}

function skip(reader) {
  take(reader, blank);
}

function taken(reader, text) {
  if (!reader.text.startsWith(text, reader.at)) return false;
  reader.at += text.length;
  return true;
}

function take(reader, pattern) {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}
