import type { ReadmeSection } from "../../docs/page.ts";
import type { SecuritySighting } from "../sighting.ts";

/**
 * The way to authenticate that a section tells without a table: the one kind that its text names, as people write it. Where
 * it names several, nothing says how they go together.
 */
export function securityInProse({ text, place }: ReadmeSection): readonly SecuritySighting[] {
  const found = kinds.flatMap(({ pattern, type, scheme, names }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ names: names(match), type, scheme }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return [];
  const variables = new Set(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g));
  const [environment] = variables;
  return [
    { ...only, ...(environment === undefined || variables.size > 1 ? {} : { environment }), place, isProse: true },
  ];
}

const kinds: readonly {
  readonly pattern: RegExp;
  readonly type: string;
  readonly scheme: string;
  readonly names: (match: RegExpExecArray) => readonly string[];
}[] = [
  { pattern: /\bbearer\b/i, type: "http", scheme: "HTTP Bearer", names: () => ["token"] },
  { pattern: /\bbasic auth/i, type: "http", scheme: "HTTP Basic", names: () => ["username", "password"] },
  {
    // A header that is called a key or a token, by its name in code: `X-Api-Key`.
    pattern: /`(X-[\w-]*(?:key|token))(?:: [^`]*)?`/i,
    type: "apiKey",
    scheme: "API key",
    names: ([, header = ""]) => [header],
  },
];
