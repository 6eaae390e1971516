import { type Context, mark, placeOf } from "./context.ts";
import { lineAt, lineNumbers } from "./document.ts";
import type { Section } from "./outline.ts";
import type { OperationSection } from "./page.ts";

/** How the body is written, where the text names one content type that is no JSON. */
export function encodingOf(
  context: Context,
  sections: readonly Section[],
  key: string,
): Pick<OperationSection, "encoding"> {
  const { document } = context;
  const lines = sections.flatMap(({ children }) =>
    children.flatMap((block) => (block.type === "code" || block.type === "table" ? [] : lineNumbers(block))),
  );
  const found = lines.flatMap((line) => {
    const text = lineAt(document, line);
    return encodings.flatMap(([type, value]) => (text.includes(type) ? [{ value, line }] : []));
  });
  const [first] = found;
  if (first === undefined || found.some(({ value }) => value !== first.value)) return {};
  return { encoding: { value: first.value, place: placeOf(context, mark(context, `${key}:encoding`, first.line)) } };
}

const encodings = [
  ["multipart/form-data", "multipart"],
  ["application/x-www-form-urlencoded", "form"],
] as const;
