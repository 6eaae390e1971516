import type { ReadmeSection } from "../../docs/page.ts";
import type { SecuritySighting } from "../sighting.ts";

/**
 * The way to authenticate that a section tells without a table: the one kind that its text names, as people write it. Where
 * it names several, nothing says how they go together.
 */
export function securityInProse({ text, place }: ReadmeSection): readonly SecuritySighting[] {
  const found = kinds.flatMap(({ pattern, type, scheme, read }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ type, scheme, ...read(match[1] ?? match[2] ?? "") }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return [];
  const variables = new Set(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g));
  const [environment] = variables.size > 1 ? [] : variables;
  return [{ ...only, ...(environment === undefined ? {} : { environment }), place, isProse: true }];
}

type Told = Pick<SecuritySighting, "names" | "header" | "query">;

const kinds: readonly {
  readonly pattern: RegExp;
  readonly type: string;
  readonly scheme: string;
  readonly read: (found: string) => Told;
}[] = [
  { pattern: /\bbearer\b/i, type: "http", scheme: "HTTP Bearer", read: () => ({ names: ["token"] }) },
  { pattern: /\bbasic auth/i, type: "http", scheme: "HTTP Basic", read: () => ({ names: ["username", "password"] }) },
  {
    // A header that is called a key or a token, by its name in code: `X-Api-Key`.
    pattern: /`([A-Za-z]\w*(?:-\w+)*-(?:key|token))(?:: [^`]*)?`/i,
    type: "apiKey",
    scheme: "API key",
    read: (header) => ({ names: [header], header: header.toLowerCase() }),
  },
  {
    pattern: /`(\w+)` (?:in the )?query\b|\bquery (?:string )?parameter `(\w+)`/i,
    type: "apiKey",
    scheme: "API key",
    read: (query) => ({ names: [query], query }),
  },
];
