import { VFile } from "vfile";
import { catalogue, type Diagnostic, type DiagnosticCode, diagnostic } from "../diagnostics.ts";
import type { Source } from "../options.ts";
import { type Document, openDocument } from "./document.ts";
import type { Page, Place } from "./page.ts";
import { createReader, type Reader } from "./processor.ts";

export type * from "./page.ts";

/** What reading gives: pages, and what could not be read of them. */
export interface Reading {
  readonly pages: readonly Page[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one document. */
export function readPage(source: Source, reader: Reader = createReader()): { page: Page; diagnostics: Diagnostic[] } {
  const document = openDocument(source);
  const file = new VFile({ data: { document } });
  const page = inSource(reader.processSync(file).result, document);
  return { page, diagnostics: [...file.messages].sort(byLine).map((message) => diagnosticOf(source.path, message)) };
}

/** The page with its positions in the source, where it was written anew. */
function inSource(page: Page, { origin }: Document): Page {
  if (origin === undefined) return page;
  const positions = [...page.positions].map(
    ([key, { line }]) => [key, { line: origin[line - 1] ?? 1, column: 1 }] as const,
  );
  return { ...page, positions: new Map(positions) };
}

/** Reads documents; the result is sorted by path and does not depend on their order. */
export function readPages(sources: readonly Source[]): Reading {
  const reader = createReader();
  const readings = [...sources].sort(byPath).map((source) => readPage(source, reader));
  return { pages: readings.map(({ page }) => page), diagnostics: readings.flatMap(({ diagnostics }) => diagnostics) };
}

/** Where places stand in their files; undefined for what is on none of the pages. */
export function positionsOf(
  pages: readonly Page[],
): (place: Place) => { path: string; line: number; column: number } | undefined {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return (place) => {
    // Keys are encoded, so the last `#` is the separator whatever the path holds.
    const at = place.lastIndexOf("#");
    const path = place.slice(0, at);
    const position = byPath.get(path)?.positions.get(place.slice(at + 1));
    return position === undefined ? undefined : { path, ...position };
  };
}

type Message = VFile["messages"][number];

function byLine(a: Message, b: Message): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function byPath(a: Source, b: Source): number {
  return compare(a.path, b.path) || compare(a.text, b.text);
}

/** By code units, as no locale does. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function diagnosticOf(path: string, message: Message): Diagnostic {
  const code = `${message.source}/${message.ruleId}`;
  if (!isCode(code)) throw new Error(`No diagnostic is called ${code}`, { cause: message });
  return diagnostic(code, message.reason, `${path}#${message.note ?? ""}`);
}

function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(catalogue, code);
}
