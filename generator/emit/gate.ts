import type { ts } from "ts-morph";
import type { OutputFile } from "../options.ts";
import { typescript } from "./ts-morph.ts";

/**
 * Reparses an emitted file and compares what it declares with what was meant. A difference means that text from the docs
 * became code: a bug of ours, so it throws, and nothing is written. A tree is taken where one was parsed from the file's
 * very text already.
 */
export function checkFile(file: OutputFile, meant: Declared, tree: ts.SourceFile = parsed(file)): void {
  const source = sound(file, tree);
  const declared = source.statements.flatMap((statement) => namesOf(statement));
  const expected = [...meant].sort().join("\n");
  const found = [...declared].sort().join("\n");
  if (found === expected) return;
  throw new Error(`The emitted ${file.path} declares\n${found}\nwhere this was meant:\n${expected}`);
}

/** The names that a file declares at its top level, each as often as it declares it. */
export type Declared = readonly string[];

/** Reparses a file whose declarations are constant text of a template: it must at least be one program. */
export function checkSyntax(file: OutputFile): void {
  sound(file, parsed(file));
}

function parsed({ path, text }: OutputFile): ts.SourceFile {
  const kind = path.endsWith(".mjs") ? typescript.ScriptKind.JS : typescript.ScriptKind.TS;
  return typescript.createSourceFile(path, text, typescript.ScriptTarget.ESNext, false, kind);
}

/** The tree of a file in which the parser found nothing wrong. */
function sound(file: OutputFile, source: ts.SourceFile): ts.SourceFile {
  if (source.text !== file.text) throw new Error(`The tree of ${file.path} was parsed from another text`);
  const [problem] = problemsOf(source);
  if (problem === undefined) return source;
  const message = typescript.flattenDiagnosticMessageText(problem.messageText, "\n");
  const { line } = source.getLineAndCharacterOfPosition(problem.start ?? 0);
  const text = file.text.split(/\r\n|[\r\n\u2028\u2029]/)[line] ?? "";
  throw new Error(`The emitted ${file.path}:${line + 1} does not parse: ${message} It reads ${JSON.stringify(text)}.`);
}

/** The parser keeps its findings on the file, under a name that its types leave out. */
function problemsOf(source: ts.SourceFile & { parseDiagnostics?: readonly ts.Diagnostic[] }): readonly ts.Diagnostic[] {
  return source.parseDiagnostics ?? [];
}

function namesOf(statement: ts.Statement): string[] {
  if (typescript.isImportDeclaration(statement))
    return statement.importClause === undefined ? ["import"] : foreign(statement);
  if (typescript.isExportDeclaration(statement)) return foreign(statement);
  if (typescript.isVariableStatement(statement))
    return statement.declarationList.declarations.map((one) => textOf(one.name));
  if (typescript.isFunctionDeclaration(statement)) return [`${textOf(statement.name)}()`];
  if (typescript.isInterfaceDeclaration(statement)) {
    return [
      textOf(statement.name),
      ...statement.members.map((member) => `${textOf(statement.name)}.${textOf(member.name)}`),
    ];
  }
  if (typescript.isClassDeclaration(statement)) {
    const members = statement.members.map((member) => `${textOf(statement.name)}.${textOf(member.name)}`);
    return [textOf(statement.name), ...members];
  }
  if (typescript.isTypeAliasDeclaration(statement)) return [textOf(statement.name)];
  return [`statement of kind ${typescript.SyntaxKind[statement.kind]}`];
}

/** A package has no dependency: whatever it imports is a file of its own. */
function foreign({ moduleSpecifier }: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  const module = moduleSpecifier === undefined ? "./" : textOf(moduleSpecifier);
  return /^\.\.?\//.test(module) ? [] : [`module ${module}`];
}

function textOf(name: ts.Node | undefined): string {
  if (name === undefined) return "constructor";
  if (typescript.isIdentifier(name) || typescript.isPrivateIdentifier(name) || typescript.isStringLiteral(name))
    return name.text;
  if (typescript.isComputedPropertyName(name) && typescript.isStringLiteral(name.expression))
    return name.expression.text;
  return "";
}
