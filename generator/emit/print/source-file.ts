import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  StatementStructures,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import type { OutputFile } from "../../options.ts";
import { checkFile } from "../gate.ts";
import { IndentationText, NewLineKind, Project, QuoteKind, StructureKind } from "../ts-morph.ts";
import { type Code, code, join, raw } from "./code.ts";
import { type Doc, docComment, docText } from "./comment.ts";
import { type Imports, newImports } from "./imports.ts";
import { alternatives, lineWidth, print, statements } from "./layout.ts";

export { type Imports, newImports };

/** A declaration of a file. Constants are laid out by us: ts-morph would move the lines of an initializer. */
export type Declaration =
  | InterfaceDeclarationStructure
  | FunctionDeclarationStructure
  | TypeAliasDeclarationStructure
  | Constant;

export interface Constant {
  readonly kind: "constant";
  readonly name: string;
  readonly text: string;
}

/** Prints files from structures: plain data, printed once and never edited. */
export interface Printer {
  print(path: string, header: string, imports: Imports, declarations: readonly Declaration[]): OutputFile;
}

export function newPrinter(): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      quoteKind: QuoteKind.Double,
      newLineKind: NewLineKind.LineFeed,
    },
  });
  return {
    print(path, header, imports, declarations) {
      const separated = declarations.map((one, index) => separate(one, declarations[index - 1]));
      const file = project.createSourceFile(path, { statements: [header, ...imports.structures(), ...separated] });
      // ts-morph writes the blank behind the equals sign where the type begins on the next line as well.
      const printed = file.getFullText();
      const text = printed.replace(/^(export type [\p{L}\p{N}_$]+ =) $/gmu, "$1");
      const tree = text === printed ? file.compilerNode : undefined;
      checkFile({ path, text }, declarations.flatMap(declaredBy), tree);
      project.removeSourceFile(file);
      return { path, text };
    },
  };
}

/** ts-morph puts an empty line around interfaces and functions alone. */
function separate(one: Declaration, before: Declaration | undefined): StatementStructures | string {
  const isApart = (of: Declaration): boolean =>
    of.kind === StructureKind.Interface || of.kind === StructureKind.Function;
  const gap = isApart(one) || (before !== undefined && isApart(before)) ? "" : "\n";
  return one.kind === "constant" ? gap + one.text : { ...one, leadingTrivia: gap };
}

/** The docs of a structure, none where there is nothing to say. */
export function docs(doc: Doc, indentation = 0): string[] {
  const text = docText(doc, indentation);
  return text === undefined ? [] : [text];
}

/** `const name: type = value;` */
export function constant(name: string, value: Code, more: { readonly type?: Code; readonly doc?: Doc } = {}): Constant {
  const comment = more.doc === undefined ? "" : `${docComment(more.doc)}\n`;
  const type = more.type === undefined ? raw("") : code`: ${more.type}`;
  const keyword = more.doc === undefined ? "const" : "export const";
  const text = comment + print(code`${raw(keyword)} ${raw(name)}${type} = ${value};`);
  return { kind: "constant", name, text };
}

/** `export type name = a | b;` */
export function typeAlias(name: string, doc: Doc, members: readonly Code[]): TypeAliasDeclarationStructure {
  // ts-morph moves the lines of a type by two blanks itself.
  const text = print(alternatives(members), { used: `export type ${name} = ;`.length }).replaceAll("\n  ", "\n");
  return { kind: StructureKind.TypeAlias, isExported: true, name, type: text, docs: docs(doc) };
}

/** An exported function. Its parameters stand on one line where the signature fits, else one a line. */
export function exportedFunction(
  name: string,
  doc: Doc,
  parameters: readonly Code[],
  returnType: Code,
  body: readonly Code[],
): FunctionDeclarationStructure {
  const list = print(join(parameters, ", "), { width: Number.POSITIVE_INFINITY });
  const returns = print(returnType, { width: Number.POSITIVE_INFINITY });
  const isShort = `export function ${name}(${list}): ${returns} {`.length <= lineWidth;
  const lines = parameters.map((one) => `${print(one, { width: Number.POSITIVE_INFINITY })},\n`);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    docs: docs(doc),
    parameters: [{ name: isShort ? list : `\n${lines.join("")}` }],
    returnType: returns,
    // One piece: ts-morph would put empty lines behind statements with braces. It moves them in by two blanks.
    statements: [print(statements(body), { width: lineWidth - 2 })],
  };
}

/** The names that a declaration was meant to declare, as the gate names them. */
function declaredBy(declaration: Declaration): string[] {
  switch (declaration.kind) {
    case StructureKind.Interface: {
      const members =
        declaration.properties?.map((property) => `${declaration.name}.${plainName(property.name)}`) ?? [];
      return [declaration.name, ...members];
    }
    case StructureKind.Function:
      return [`${declaration.name ?? ""}()`];
    case StructureKind.TypeAlias:
    case "constant":
      return [declaration.name];
  }
}

/** A quoted or computed name as it is read. */
function plainName(name: string): string {
  const quoted = name.replace(/^\[(.*)\]$/s, "$1");
  const isSingle = quoted.startsWith("'");
  const json = isSingle ? `"${quoted.slice(1, -1).replaceAll("\\'", "'").replaceAll('"', '\\"')}"` : quoted;
  return json.startsWith('"') ? String(JSON.parse(json)) : json;
}
