import { ts } from "ts-morph";

/** What a sample assigns, as far as it can be known without running it. */
export type SampleValue = { readonly at: SamplePosition } & (
  | { readonly kind: "object"; readonly entries: readonly SampleEntry[]; readonly isWhole: boolean }
  | { readonly kind: "list"; readonly items: readonly SampleValue[] }
  | { readonly kind: "plain"; readonly value: string | number | boolean | null }
  /** `new Date("…")`; the text is null where it is no constant. */
  | { readonly kind: "date"; readonly text: string | null }
  /** What Node opens a file as: a `Blob`. */
  | { readonly kind: "file" }
  /** `undefined`. */
  | { readonly kind: "nothing" }
  /** A call, a name: only running it tells. */
  | { readonly kind: "expression" }
);

export interface SampleEntry {
  readonly key: string;
  readonly at: SamplePosition;
  readonly value: SampleValue;
}

/** Zero-based, from the first line of the sample. */
export interface SamplePosition {
  readonly line: number;
  readonly column: number;
}

export interface ParsedSample {
  /** What the first variable that is declared is set to; undefined where there is none. */
  readonly value: SampleValue | undefined;
  readonly problems: readonly { readonly message: string; readonly at: SamplePosition }[];
}

/** Reads a sample with the compiler's own parser. Nothing is resolved: the names of a sample are those of another package. */
export function parseSample(text: string): ParsedSample {
  const source = ts.createSourceFile("sample.ts", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const position = (at: number): SamplePosition => {
    const { line, character } = source.getLineAndCharacterOfPosition(at);
    return { line, column: character };
  };
  const [first] = source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations);
  return {
    value: first?.initializer === undefined ? undefined : readValue(first.initializer, position),
    problems: problemsOf(source).map((problem) => ({
      message: ts.flattenDiagnosticMessageText(problem.messageText, " "),
      at: position(problem.start ?? 0),
    })),
  };
}

/** The parser keeps its findings on the file, under a name that its types leave out. */
function problemsOf(source: ts.SourceFile & { parseDiagnostics?: readonly ts.Diagnostic[] }): readonly ts.Diagnostic[] {
  return source.parseDiagnostics ?? [];
}

type Position = (at: number) => SamplePosition;

function readValue(node: ts.Expression, position: Position): SampleValue {
  const at = position(node.getStart());
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return readValue(node.expression, position);
  }
  if (ts.isObjectLiteralExpression(node)) {
    const entries = node.properties.flatMap((property) => entryOf(property, position));
    return { kind: "object", at, entries, isWhole: entries.length === node.properties.length };
  }
  if (ts.isArrayLiteralExpression(node)) {
    return { kind: "list", at, items: node.elements.map((element) => readValue(element, position)) };
  }
  if (ts.isStringLiteralLike(node)) return { kind: "plain", at, value: node.text };
  const number = numberOf(node);
  if (number !== undefined) return { kind: "plain", at, value: number };
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
      return { kind: "plain", at, value: node.kind === ts.SyntaxKind.TrueKeyword };
    case ts.SyntaxKind.NullKeyword:
      return { kind: "plain", at, value: null };
  }
  if (ts.isIdentifier(node) && node.text === "undefined") return { kind: "nothing", at };
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "Date") {
    const [argument] = node.arguments ?? [];
    return {
      kind: "date",
      at,
      text: argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null,
    };
  }
  return { kind: isOpenedFile(node) ? "file" : "expression", at };
}

/** `await openAsBlob("…")`: the one call whose value generators of samples write. */
function isOpenedFile(node: ts.Expression): boolean {
  const call = ts.isAwaitExpression(node) ? node.expression : node;
  return ts.isCallExpression(call) && ts.isIdentifier(call.expression) && call.expression.text === "openAsBlob";
}

/** Nothing for a spread, a method or a computed key, whose names are not known. */
function entryOf(property: ts.ObjectLiteralElementLike, position: Position): readonly SampleEntry[] {
  const { name } = property;
  if (name === undefined || !(ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name))) {
    return [];
  }
  const at = position(name.getStart());
  if (ts.isPropertyAssignment(property)) {
    return [{ key: name.text, at, value: readValue(property.initializer, position) }];
  }
  return ts.isShorthandPropertyAssignment(property) ? [{ key: name.text, at, value: { kind: "expression", at } }] : [];
}

function numberOf(node: ts.Expression): number | undefined {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isBigIntLiteral(node)) return Number(node.text.slice(0, -1));
  if (!ts.isPrefixUnaryExpression(node)) return undefined;
  const operand = numberOf(node.operand);
  if (operand === undefined) return undefined;
  if (node.operator === ts.SyntaxKind.MinusToken) return -operand;
  return node.operator === ts.SyntaxKind.PlusToken ? operand : undefined;
}
