import { wordsOf } from "./words.ts";

/** A method call: what it is called on, and the method. */
export interface Call {
  readonly path: readonly string[];
  readonly method: string;
}

/** The calls of a sample on one of the client's variables: `tern.chat.complete(` is `complete` on `["chat"]`. */
export function callsOn(sample: string, variables: ReadonlySet<string>): readonly Call[] {
  return [...sample.matchAll(/(?<![\w$.])([a-z_$][\w$]*)((?:\.[a-z_$][\w$]*)+)\s*\(/gi)].flatMap(([, head, rest]) => {
    const names = rest?.slice(1).split(".") ?? [];
    const method = names.at(-1);
    return method !== undefined && variables.has(head ?? "") ? [{ path: names.slice(0, -1), method }] : [];
  });
}

/**
 * The one method of a resource that a sample calls, whatever its client is called: `await tern.chat.complete(`. Undefined
 * where it calls several.
 */
export function onlyCall(sample: string): Call | undefined {
  const calls = [...sample.matchAll(/(?<![\w$.])([a-z_$][\w$]*)((?:\.[a-z_$][\w$]*){2,})\s*\(/gi)].flatMap(
    ([, head = "", rest = ""]) => {
      const names = rest.slice(1).split(".");
      return runtimes.has(head) ? [] : [{ path: names.slice(0, -1), method: names.at(-1) ?? "" }];
    },
  );
  const [first] = calls;
  return new Set(calls.map(({ path, method }) => [...path, method].join("."))).size === 1 ? first : undefined;
}

/** What a language or its library brings along. */
const runtimes: ReadonlySet<string> = new Set([
  "process",
  "console",
  "globalThis",
  "window",
  "os",
  "sys",
  "fs",
  "System",
  "response",
  "res",
  "result",
  "event",
]);

/** What the first group of a pattern with the flag `g` finds, everywhere in a text. */
export function groupsOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

/** The resource's path in the first call of a method of these words, `.` between its names. */
export function calleeOf(calls: readonly Call[], method: readonly string[]): string | undefined {
  const name = method.join("");
  return calls.find((call) => wordsOf(call.method).join("") === name)?.path.join(".");
}

/**
 * Whether a sample calls a method of these words with nothing: `tern.chat.complete()`. Go always hands over a context, and
 * `nil` for what is left out; a builder fills its call behind it, which begins with a dot. C# and Ruby may hand over a
 * variable that is set to nothing: `Chat? req = null;`, `req = `.
 */
export function isCalledEmpty(sample: string, method: readonly string[]): boolean {
  const name = method.join("");
  const calls = [
    ...groupsOf(sample, /(?:\.|->|::)(\w+)\(\s*(?:ctx\s*(?:,\s*nil\s*)*)?\)(?!\s*[.)])/g),
    ...groupsOf(sample, /\.(\w+)\(\s*(?:request:\s*)?req\s*\)/g).filter(() => /\breq *= *(?:null;)? *$/m.test(sample)),
  ];
  return calls.some((call) => wordsOf(call.replace(/_?async$/i, "")).join("") === name);
}

/** The type that a sample declares a variable to have: `value: models.Chat = …`, `const value: string[] = …`. */
export function declaredType(sample: string): string | undefined {
  return /^[ \t]*(?:(?:const|let|var)\s+)?[\w$]+\s*:([^=\n]+)=/m.exec(sample)?.[1]?.trim();
}

/** The first name in a text that a command installs; an address is no name. */
export function installedName(text: string, command: RegExp): string | undefined {
  return groupsOf(text, command).find((name) => !/[:/]\/|^git\+|^\.|\.(?:tgz|git|whl|txt)$/.test(name));
}

/** The last part of a class's path; a class that is called `Client` is known by its namespace alone. */
export function classOf(path: string | undefined): string | undefined {
  const parts = path?.split(/::|\\|\./).filter((part) => part !== "") ?? [];
  const [name, namespace] = [...parts].reverse();
  return name === "Client" ? (namespace ?? name) : name;
}

/**
 * The client's class in a sample. Samples that make an object for each class of the API, which they call `apiInstance` in all
 * languages, have no client but a configuration.
 */
export function clientClassIn(sample: string, clientClass: (sample: string) => string | undefined): string | undefined {
  return /\bapi_?instance\b|\bNewAPIClient\(/i.test(sample) ? undefined : clientClass(sample);
}
