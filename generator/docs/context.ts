import type { VFile } from "vfile";
import type { DiagnosticCode } from "../diagnostics.ts";
import { type Document, firstColumn, lineAt } from "./document.ts";
import type { Place, Position } from "./page.ts";

/** What the readers of one page share: the page's text, and where its places and problems are collected. */
export interface Context {
  readonly document: Document;
  readonly positions: Map<string, Position>;
  /** How often each key was asked for. */
  readonly uses: Map<string, number>;
  readonly file: VFile;
}

export type DocsCode = Extract<DiagnosticCode, `docs/${string}`>;

/** A part of a key: nothing in a name can be taken for a separator of keys. */
export function keyPart(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}

/** Records where a key stands and gives the key; the second of a name gets `~2`, and so on. */
export function mark(context: Context, key: string, line: number, column?: number): string {
  const unique = uniqueKey(context, key);
  context.positions.set(unique, { line, column: column ?? firstColumn(lineAt(context.document, line)) });
  return unique;
}

/** The place of a key on this page. */
export function placeOf(context: Context, key: string): Place {
  return `${context.document.path}#${key}`;
}

/** Reports a problem on the file. The note carries the key, from which the edge makes the diagnostic's place. */
export function report(context: Context, code: DocsCode, reason: string, key: string): void {
  const place = context.positions.get(key) ?? { line: 1, column: 1 };
  const message = context.file.message(reason, { place, source: "docs", ruleId: code.slice("docs/".length) });
  message.note = key;
}

function uniqueKey(context: Context, key: string): string {
  let count = (context.uses.get(key) ?? 0) + 1;
  let unique = count === 1 ? key : `${key}~${count}`;
  while (context.positions.has(unique)) {
    count += 1;
    unique = `${key}~${count}`;
  }
  context.uses.set(key, count);
  return unique;
}
