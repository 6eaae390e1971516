import { norm } from "../../link/words.ts";
import { type Arguments, readArguments, readChain, readExpression, type Shown, type ShownEntry } from "./expression.ts";

/**
 * What a sample hands over to the method of these words: the arguments of the first call of it that is made on the
 * resource, or on anything. Variables are what the sample sets them to; setters behind the call are named arguments.
 */
export function callIn(sample: string, group: readonly string[], words: readonly string[]): Arguments | undefined {
  const method = norm(words.join(""));
  const resource = norm(group.at(-1) ?? "");
  const calls = callsIn(sample).filter(({ names }) => names.includes(method));
  const [first] = calls;
  const best = calls.find(({ head }) => resource !== "" && norm(head).endsWith(resource)) ?? first;
  if (best === undefined) return undefined;
  const { value, end } = readArguments(sample, best.open);
  const given = { named: [...value.named, ...readChain(sample, end).value], positional: value.positional };
  return {
    named: given.named.map(([key, shown]) => [key, resolved(shown, sample)]),
    positional: given.positional.filter((shown) => !isContext(shown)).map((shown) => resolved(shown, sample)),
  };
}

/**
 * What a sample sets on the client that it builds first: among its arguments, by the setters of a builder, or by Go's
 * options (`tern.WithFleet("north")`).
 */
export function clientIn(sample: string): readonly ShownEntry[] {
  const built = /(?:\bnew|\bwith|=)\s+(?:[\w$]*(?:\.|::|\\))*(?:\p{Lu}\w*|builder|new)\(/u.exec(sample);
  if (built === null) return [];
  const open = built.index + built[0].length - 1;
  const { value, end } = readArguments(sample, open);
  const [options] = value.positional;
  const object = options?.kind === "object" ? options.entries : [];
  const setters = readChain(sample, end).value.map(([key, of]): ShownEntry => [key.replace(/^set(?=[A-Z])/, ""), of]);
  return [...value.named, ...object, ...setters, ...goOptions(sample.slice(open, end))];
}

function goOptions(text: string): readonly ShownEntry[] {
  return [...text.matchAll(/\w\.With([A-Z]\w*)(?=\()/g)].flatMap(({ 0: all, 1: key = "", index }) => {
    const [value] = readArguments(text, index + all.length).value.positional;
    return value === undefined ? [] : [[key, value] as const];
  });
}

interface MethodCall {
  /** What the method is called on: `client.chat`. */
  readonly head: string;
  /** The normal form of the method's name, and that without the mark of what is called asynchronously. */
  readonly names: readonly string[];
  /** Where the bracket of its arguments opens. */
  readonly open: number;
}

/** The calls of methods, in the order of the sample. */
export function callsIn(sample: string): readonly MethodCall[] {
  const calls = sample.matchAll(/([\w$.>\-()]*?)(?:\.|->)([A-Za-z_]\w*)\s*(?=\()/g);
  let before = { text: "", end: -1 };
  return [...calls].map(({ 0: all, 1: own = "", 2: method = "", index }) => {
    // Java and others call resources, too: `client.chat().complete()`.
    const head = before.end === index && own.startsWith("()") ? before.text + own : own;
    before = { text: head + all.slice(own.length), end: index + all.length };
    const name = norm(method);
    const names = name.endsWith("async") ? [name, name.slice(0, -"async".length)] : [name];
    return { head, names, open: before.end };
  });
}

/** Go hands a context over first, which is no value of the API. */
function isContext(shown: Shown): boolean {
  return shown.kind === "name" && shown.name === "ctx";
}

/** The value that the sample gives a variable. */
function resolved(shown: Shown, sample: string): Shown {
  if (shown.kind !== "name" || !/^\$?\w+$/.test(shown.name)) return shown;
  const name = shown.name.replaceAll("$", "\\$");
  const set = new RegExp(`(?:^|[\\s*])${name}\\s*(?::[^=\\n]*)?:?=(?!=)`).exec(sample);
  return set === null ? shown : readExpression(sample, set.index + set[0].length).value;
}
