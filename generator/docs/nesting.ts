import { type Context, report } from "./context.ts";

/** Far more levels than any value of an API has; readers follow them one by one, and each takes its part of the stack. */
const limit = 200;

/** Whether the brackets of a text nest too deep to be followed, which is reported. */
export function isTooDeep(context: Context, text: string, what: string, key: string): boolean {
  if (text.length <= limit || depthOf(text) <= limit) return false;
  const message = `Unexpected ${what} of more than ${limit} levels, expected one that can be followed`;
  report(context, "docs/deep-nesting", message, key);
  return true;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/[[\](){}<>]/g)) {
    depth = "[({<".includes(mark) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
