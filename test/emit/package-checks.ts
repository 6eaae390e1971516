import { ts } from "ts-morph";
import type { OutputFile } from "../../generator/options.ts";

/** Everything that is wrong with the files of a package, whatever the docs hold; empty where all is well. */
export function flawsOf(files: readonly OutputFile[]): string[] {
  const own = files.filter(({ path }) => !path.startsWith("src/runtime/"));
  const paths = own.map(({ path }) => path);
  return [
    ...paths.filter((path) => !isSafePath(path)).map((path) => `unsafe path ${JSON.stringify(path)}`),
    ...doubles(files.map(({ path }) => folded(path))).map((path) => `two files at ${path}`),
    ...own.flatMap(({ path, text }) => [...hiddenIn(text)].map((char) => `${path} holds ${char}`)),
    ...own.filter(({ path }) => /\.(ts|mjs)$/.test(path)).flatMap(sourceFlaws),
    ...own.filter(({ path }) => path.endsWith(".json")).flatMap(jsonFlaws),
  ];
}

/** Inside the package, and a name on every file system. */
function isSafePath(path: string): boolean {
  const names = path.split("/");
  return (
    new TextEncoder().encode(path).length <= 240 &&
    path === path.normalize("NFC") &&
    names.every(
      (name) =>
        name !== "" &&
        !/^\.\.?$|[<>:"|?*\\]|[. ]$/.test(name) &&
        !/^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i.test(name) &&
        hiddenIn(name).size === 0,
    )
  );
}

function folded(path: string): string {
  return path.toUpperCase().toLowerCase().normalize("NFKC");
}

function doubles(items: readonly string[]): string[] {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

/** Controls, line and paragraph separators, lone surrogates, and whatever has no shape of its own. */
function hiddenIn(text: string): ReadonlySet<string> {
  const found = text.match(
    /[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?![\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu,
  );
  return new Set((found ?? []).map((char) => `U+${char.codePointAt(0)?.toString(16)}`));
}

/** Top-level statements that emitted files have; everything else would run. */
const declarations = [
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
];

function sourceFlaws({ path, text }: OutputFile): string[] {
  const kind = path.endsWith(".mjs") ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const file: ts.SourceFile & { parseDiagnostics?: readonly ts.Diagnostic[] } = ts.createSourceFile(
    path,
    text,
    ts.ScriptTarget.ESNext,
    true,
    kind,
  );
  const problems = (file.parseDiagnostics ?? []).map((problem) => `${path} does not parse: ${problem.messageText}`);
  const statements = path.startsWith("src/")
    ? file.statements.filter((one) => !declarations.includes(one.kind)).map((one) => `${path} does ${one.getText()}`)
    : [];
  const smuggled: string[] = [];
  const visit = (node: ts.Node): void => {
    const isAccess = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
    // The examples are programs, and take their secrets from the environment.
    const isMeant = path.startsWith("examples/") && node.getText() === "process.env";
    if (isAccess && !isMeant && node.expression.getText() === "process") smuggled.push(`${path} has ${node.getText()}`);
    if (ts.isDebuggerStatement(node) || ts.isWithStatement(node)) smuggled.push(`${path} has ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...problems, ...statements, ...smuggled];
}

function jsonFlaws({ path, text }: OutputFile): string[] {
  const value: unknown = JSON.parse(text);
  if (path !== "package.json") return [];
  const name = typeof value === "object" && value !== null && "name" in value ? String(value.name) : "";
  return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name) ? [] : [`the package is called ${name}`];
}
