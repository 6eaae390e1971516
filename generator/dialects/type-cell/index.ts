import type { NeutralType } from "../sighting.ts";
import { type Target, targetOf } from "./href.ts";
import { referenceTo } from "./name.ts";
import { plainWord, spelledOut, withPlainWords } from "./plain-words.ts";
import type { Cell, TypeRules } from "./rules.ts";
import { type Spelling, spellingOf } from "./spelling.ts";
import { unionOf } from "./union.ts";

export type { Cell, TypeRules } from "./rules.ts";

const nowhere: Target = { kind: "none" };

/**
 * Reads a type cell from its raw source, by the rules of a language, else by what is plain in any; nothing where it cannot
 * be read.
 */
export function readCell(raw: string, rules: TypeRules): Cell | undefined {
  const own = readAs(raw, rules);
  if (own !== undefined) return own;
  const plain = withPlainWords(rules);
  // People set parts of a type in code: `` `Array<`[`Port`](port.md)`>` ``.
  return readAs(spelledOut(raw), plain) ?? readAs(spelledOut(raw.replaceAll("`", "")), plain);
}

function readAs(raw: string, rules: TypeRules): Cell | undefined {
  const spelling = spellingOf(raw);
  return spelling && unwrap(spelling, nowhere, rules, []);
}

/** Takes the wrappers off the whole: they say something of the field, not of its type. */
function unwrap(spelling: Spelling, target: Target, rules: TypeRules, wrappers: readonly string[]): Cell | undefined {
  if (spelling.kind === "link") return unwrap(spelling.of, targetOf(spelling.href), rules, wrappers);
  const inner = wrapped(spelling, rules) ?? withoutAbsent(spelling, rules);
  if (inner !== undefined) return unwrap(inner.of, target, rules, [...wrappers, inner.head]);
  const type = meaningOf(spelling, target, rules);
  return type && { type, wrappers };
}

function wrapped(spelling: Spelling, rules: TypeRules): { readonly head: string; readonly of: Spelling } | undefined {
  if (spelling.kind !== "apply" || spelling.args.length !== 1 || !rules.wrappers.has(spelling.head)) return undefined;
  return spelling.args[0] && { head: spelling.head, of: spelling.args[0] };
}

/** `A | B | null` around a whole cell: the field may be missing. */
function withoutAbsent(
  spelling: Spelling,
  rules: TypeRules,
): { readonly head: string; readonly of: Spelling } | undefined {
  if (spelling.kind !== "apply" || !rules.unions.has(spelling.head)) return undefined;
  const absent = spelling.args.find((arg) => arg.kind === "word" && rules.absent.has(arg.text));
  if (absent?.kind !== "word" || spelling.args.length < 2) return undefined;
  return { head: absent.text, of: { ...spelling, args: spelling.args.filter((arg) => arg !== absent) } };
}

/** `target` is where the link around the spelling leads: what stands inside names the document, a list of names not. */
function meaningOf(spelling: Spelling, target: Target, rules: TypeRules): NeutralType | undefined {
  switch (spelling.kind) {
    case "literal":
      return { kind: "literal", value: spelling.value };
    case "link":
      return meaningOf(spelling.of, targetOf(spelling.href), rules);
    case "word":
      return meaningOfWord(spelling.text, target, rules);
    case "apply": {
      const inner = wrapped(spelling, rules);
      if (inner !== undefined) return nullable(meaningOf(inner.of, target, rules));
      if (rules.unions.has(spelling.head)) {
        const members = meaningsOf(spelling.args, nowhere, rules);
        return members && unionOf(members, target.kind === "document" ? target.href : undefined);
      }
      const form = rules.forms.get(spelling.head) ?? rules.forms.get(lastOf(spelling.head));
      const args = form && meaningsOf(spelling.args, target, rules);
      return args && form(args);
    }
  }
}

function meaningOfWord(text: string, target: Target, rules: TypeRules): NeutralType | undefined {
  switch (target.kind) {
    case "none":
      return rules.words.get(text) ?? orWord(referenceTo(text), plainWord(text));
    case "external":
      return rules.external.get(text) ?? rules.words.get(text) ?? referenceTo(text);
    case "document": {
      const word = rules.words.get(text) ?? plainWord(text);
      // With the name of its library a response is no model, though a document that happens to be there has its link.
      if (word?.kind === "response" && /[.:\\]/.test(text)) return word;
      // The position decides, not the spelling: a model may be called `List`, `Object` or `Date`.
      return rules.utilities.get(target.base) ?? orWord(referenceTo(text, target.href), word);
    }
  }
}

function orWord(named: NeutralType | undefined, otherwise: NeutralType | undefined): NeutralType | undefined {
  return named?.kind === "name" && otherwise !== undefined ? { ...named, otherwise } : named;
}

function meaningsOf(
  spellings: readonly Spelling[],
  target: Target,
  rules: TypeRules,
): readonly NeutralType[] | undefined {
  const meanings = spellings.flatMap((spelling) => meaningOf(spelling, target, rules) ?? []);
  return meanings.length === spellings.length ? meanings : undefined;
}

function nullable(of: NeutralType | undefined): NeutralType | undefined {
  return of === undefined || of.kind === "nullable" ? of : { kind: "nullable", of };
}

/** `eventstreaming.EventStream` is the `EventStream` of whatever module the SDK keeps it in. */
function lastOf(head: string): string {
  return head.slice(head.lastIndexOf(".") + 1);
}
