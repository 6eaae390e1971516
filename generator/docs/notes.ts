import { unescaped, unquoted } from "./text.ts";

/** What the notes of a row say, which stand in place of marks: `[optional] [default to 10]`, `(optional) defaults to 10`. */
export interface Notes {
  readonly isOptional: boolean;
  readonly default?: string;
  /** The values that it may have, each quoted. */
  readonly values: readonly string[];
}

/** Reads the notes of a row. What is only read is not told apart: a decoder takes it all the same. */
export function notesIn(cell: string): Notes {
  const text = unescaped(cell);
  const [, bracketed, bare] =
    /\[default to ((?:"[^"]*"|'[^']*'|[^\]])*)\]|\b(?:defaults to|will use the default value of) (\S.*?)(?:, must be one of .*)?$/.exec(
      text,
    ) ?? [];
  const [, listed = ""] = /\[enum: ([^\]]*)\]|\bmust be one of \[([^\]]*)\]/.exec(text)?.filter(Boolean) ?? [];
  const otherwise = (bracketed ?? bare ?? "").trim();
  const isStated = otherwise !== "" && !/^(?:undefined|null|none|nil|(?:new|const) .*|\[\]|\{\})$/i.test(otherwise);
  return {
    isOptional: /[[(]optional[\])]/i.test(text),
    ...(isStated ? { default: plain(otherwise) } : {}),
    values: itemsOf(listed)
      .map(plain)
      .filter((value) => value !== ""),
  };
}

/** A value without its quotes, or without the type that a language names before it; of the truth, as JSON spells it. */
function plain(value: string): string {
  const [, truth] = /^\$?(true|false)$/i.exec(value) ?? [];
  if (truth !== undefined) return truth.toLowerCase();
  const [, constant] = /^(?:\p{Lu}\w*)?\.(\p{L}\w*)$/u.exec(value) ?? [];
  if (constant !== undefined) return constant;
  return unquoted(value);
}

/** What a note lists with commas. */
function itemsOf(list: string): readonly string[] {
  return list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** A description without the values that one language lists at its end, and these: `The state (enum: at_sea, in_port)`. */
export function withoutValues(description: string): { readonly text: string; readonly values: readonly string[] } {
  const [whole = "", listed = ""] = /\s*\(enum: ([^()]*)\)$/.exec(description) ?? [];
  return { text: description.slice(0, description.length - whole.length), values: itemsOf(listed) };
}
