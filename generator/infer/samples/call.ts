import { norm } from "../../link/words.ts";
import { type Arguments, readArguments, readChain, readExpression, type Shown } from "./expression.ts";

/**
 * What a sample hands over to the method of these words: the arguments of the first call of it that is made on the
 * resource, or on anything. Variables are what the sample sets them to; setters behind the call are named arguments.
 */
export function callIn(sample: string, group: readonly string[], words: readonly string[]): Arguments | undefined {
  const method = norm(words.join(""));
  const resource = norm(group.at(-1) ?? "");
  const calls = [...sample.matchAll(/([\w$.>\-()]*?)(?:\.|->)([A-Za-z_]\w*)\s*(?=\()/g)].filter(
    ([, , name = ""]) => norm(name) === method || norm(name) === `${method}async`,
  );
  const [first] = calls;
  const best = calls.find(([, head = ""]) => resource !== "" && norm(head).endsWith(resource)) ?? first;
  if (best === undefined) return undefined;
  const { value, end } = readArguments(sample, best.index + best[0].length);
  const given = { named: [...value.named, ...readChain(sample, end).value], positional: value.positional };
  return {
    named: given.named.map(([key, shown]) => [key, resolved(shown, sample)]),
    positional: given.positional.filter((shown) => !isContext(shown)).map((shown) => resolved(shown, sample)),
  };
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
