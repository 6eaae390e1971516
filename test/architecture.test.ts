import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("../", import.meta.url));

/** A source of ours, parsed. */
interface Source {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly file: ts.SourceFile;
}

interface Import {
  /** A file of ours from the project's folder on, or the name of a package. */
  readonly module: string;
  readonly isType: boolean;
}

const generator = sourcesBelow("generator");
const runtime = sourcesBelow("templates/typescript/runtime");
const emitted = readdirSync(join(project, "output")).flatMap((api) => sourcesBelow(`output/${api}/src`));

function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readSource(`${folder}/${path.replaceAll("\\", "/")}`))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

function readSource(path: string): Source {
  const text = readFileSync(join(project, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const imports = nodesOf(file).flatMap((node): Import[] => {
    const module = moduleOf(node);
    if (module === undefined) return [];
    const isOwn = module.startsWith(".");
    const target = isOwn ? normalize(join(dirname(path), module)).replaceAll("\\", "/") : module;
    return [{ module: target, isType: isTypeOnly(node) }];
  });
  return { path, lines: text.split("\n").length - 1, imports, file };
}

function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

/** Of an import, an export from elsewhere, an `import()`, and a type that is imported in place. */
function moduleOf(node: ts.Node): string | undefined {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return named !== undefined && ts.isStringLiteralLike(named) ? named.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true;
}

/** `file: what` for whatever the sources hold that they must not. */
function found(sources: readonly Source[], test: (node: ts.Node, source: Source) => boolean): string[] {
  return sources.flatMap((source) =>
    nodesOf(source.file)
      .filter((node) => test(node, source))
      .map((node) => `${source.path}: ${node.getText().split("\n")[0]}`),
  );
}

/** The imports of some files that no rule allows. */
function strayImports(
  of: string | RegExp,
  isAllowed: (imported: Import, source: Source) => boolean,
  sources: readonly Source[] = generator,
): string[] {
  return sources
    .filter(({ path }) => (typeof of === "string" ? path.startsWith(of) : of.test(path)))
    .flatMap((source) =>
      source.imports
        .filter((imported) => !isAllowed(imported, source))
        .map(({ module }) => `${source.path} imports ${module}`),
    );
}

const inFolder =
  (...folders: readonly string[]) =>
  ({ module }: Import): boolean =>
    folders.some((folder) => module.startsWith(`generator/${folder}`));

const isOwn = ({ module }: Import): boolean => module.startsWith("generator/");

test("there is something to hold", () => {
  expect(generator.length).toBeGreaterThan(100);
  expect(runtime.length).toBeGreaterThan(20);
  expect(emitted.length).toBeGreaterThan(100);
  expect(generator.flatMap(({ imports }) => imports).length).toBeGreaterThan(500);
});

describe("who knows whom", () => {
  test("ir/ imports nothing but itself", () => {
    expect(strayImports("generator/ir/", inFolder("ir/"))).toEqual([]);
  });

  test("emit/ sees the API alone", () => {
    const isAllowed = (one: Import, { path }: Source): boolean =>
      inFolder("emit/", "ir/")(one) ||
      (one.module === "generator/options.ts" && one.isType) ||
      one.module === "handlebars" ||
      // One file loads it, by the shorter way; the others name its types.
      (one.module === "ts-morph" && one.isType) ||
      (one.module === "node:module" && path === "generator/emit/ts-morph.ts");
    expect(strayImports("generator/emit/", isAllowed)).toEqual([]);
  });

  test("a target knows no other, and printing knows no target", () => {
    const targets = ["typescript", "openapi"];
    for (const target of targets) {
      const others = targets.filter((other) => other !== target).map((other) => `emit/${other}/`);
      expect(strayImports(`generator/emit/${target}/`, (one) => !inFolder(...others)(one))).toEqual([]);
    }
    expect(strayImports("generator/emit/print/", (one) => !inFolder("emit/typescript/", "emit/openapi/")(one))).toEqual(
      [],
    );
  });

  test("link/ and infer/ see sightings, and no Markdown and no printer", () => {
    const isAllowed = (one: Import): boolean =>
      isOwn(one) && !inFolder("emit/", "docs/", "commands/", "workspace")(one);
    expect(strayImports("generator/link/", (one) => isAllowed(one) && !inFolder("infer/")(one))).toEqual([]);
    expect(strayImports("generator/infer/", isAllowed)).toEqual([]);
  });

  test("diff/ sees what was decided, and how it is called", () => {
    const isAllowed = (one: Import): boolean =>
      inFolder("diff/", "ir/", "emit/typescript/names.ts", "emit/openapi/reach.ts", "infer/overrides/naming.ts")(one) ||
      (one.module === "generator/options.ts" && one.isType);
    expect(strayImports("generator/diff/", isAllowed)).toEqual([]);
  });

  test("docs/ alone knows Markdown", () => {
    const isMarkdown = ({ module }: Import): boolean => /^(unified|remark|mdast|unist|vfile|micromark)/.test(module);
    expect(strayImports(/^generator\/(?!docs\/)/, (one) => !isMarkdown(one))).toEqual([]);
    expect(
      strayImports("generator/docs/", (one) => !isOwn(one) || inFolder("docs/", "diagnostics", "options", "ir/")(one)),
    ).toEqual([]);
  });

  test("emit/ alone prints; lint/ reads the samples of the docs with the same parser", () => {
    expect(strayImports(/^generator\/(?!emit\/)/, ({ module }) => module !== "handlebars")).toEqual([]);
    expect(strayImports(/^generator\/(?!(emit|lint)\/)/, ({ module }) => module !== "ts-morph")).toEqual([]);
  });

  test("a dialect knows no other", () => {
    const languages = ["python", "typescript", "go", "java", "csharp", "php", "ruby"];
    const file = new RegExp(`^generator/dialects/(${languages.join("|")})\\.ts$`);
    expect(strayImports(file, ({ module }) => !file.test(module))).toEqual([]);
    expect(strayImports(/^generator\/(?!dialects\/index)/, ({ module }) => !file.test(module))).toEqual([]);
    expect(
      strayImports("generator/dialects/", (one) => inFolder("dialects/", "docs/page", "diagnostics", "ir/")(one)),
    ).toEqual([]);
  });

  test("a question that is decided knows no other", () => {
    const questions = ["wire-name", "presence", "nullable", "type", "open", "role", "tag", "security", "servers"];
    const file = new RegExp(`^generator/infer/(${questions.join("|")})\\.ts$`);
    expect(strayImports(file, ({ module }) => !file.test(module))).toEqual([]);
  });

  test("the runtime knows itself alone", () => {
    const isItself = ({ module }: Import): boolean => module.startsWith("templates/typescript/runtime/");
    expect(strayImports("templates/", isItself, runtime)).toEqual([]);
  });

  test("an emitted package knows itself alone", () => {
    const isItself = ({ module }: Import, { path }: Source): boolean =>
      module.startsWith(`${path.split("/").slice(0, 3).join("/")}/`);
    expect(strayImports("output/", isItself, emitted)).toEqual([]);
  });

  test("workspace.ts alone touches the file system", () => {
    const isDisk = ({ module }: Import): boolean => /^(node:)?fs(\/|$)/.test(module);
    expect(strayImports(/^generator\/(?!workspace\.ts$)/, (one) => !isDisk(one))).toEqual([]);
  });

  test("main.ts alone touches the process", () => {
    const isProcess = (node: ts.Node): boolean =>
      ts.isIdentifier(node) &&
      node.text === "process" &&
      !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
    expect(found(generator, (node, { path }) => path !== "generator/main.ts" && isProcess(node))).toEqual([]);
    expect(
      strayImports(/^generator\/(?!main\.ts$)/, ({ module }) => !/^(node:)?(process|child_process)$/.test(module)),
    ).toEqual([]);
  });
});

describe("what a source does not hold", () => {
  const ours = [...generator, ...runtime];

  test("module-level variables", () => {
    const isTopLevel = (node: ts.Node): boolean =>
      ts.isSourceFile(node.parent.parent) && ts.isVariableStatement(node.parent);
    const isVariable = (node: ts.Node): boolean =>
      ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.Const) && isTopLevel(node);
    expect(found(ours, isVariable)).toEqual([]);
  });

  test("module-level collections that are written to", () => {
    expect(generator.flatMap(writtenCollections)).toEqual([]);
  });

  test("the clock, chance, or a locale, where the output depends on it", () => {
    const pure = generator.filter(({ path }) =>
      /^generator\/(compile|ir|docs|dialects|link|infer|emit|lint)/.test(path),
    );
    const isImpure = (node: ts.Node): boolean =>
      /^(Date\.now|Math\.random|performance\.now|new Date\(\)|\w+\.localeCompare|\w+\.toLocale\w+|Intl)$/.test(
        node.getText(),
      ) &&
      (ts.isPropertyAccessExpression(node) || ts.isNewExpression(node) || ts.isIdentifier(node));
    expect(found(pure, isImpure)).toEqual([]);
  });

  test("`any`, enums, namespaces, default exports", () => {
    const isUnwanted = (node: ts.Node, { path }: Source): boolean =>
      node.kind === ts.SyntaxKind.AnyKeyword ||
      ts.isEnumDeclaration(node) ||
      // A string names the module of a package, whose types a plugin adds to.
      (ts.isModuleDeclaration(node) && !(ts.isStringLiteral(node.name) && path.startsWith("generator/"))) ||
      ts.isExportAssignment(node);
    expect(found([...ours, ...emitted], isUnwanted)).toEqual([]);
  });

  test("class hierarchies, but those of errors", () => {
    const isHierarchy = (node: ts.Node): boolean =>
      ts.isHeritageClause(node) &&
      node.token === ts.SyntaxKind.ExtendsKeyword &&
      ts.isClassLike(node.parent) &&
      !/^extends \w*Error\b/.test(node.getText());
    expect(found([...ours, ...emitted], isHierarchy)).toEqual([]);
    expect(found(generator, (node) => ts.isClassLike(node))).toEqual([]);
  });
});

/** Constants that hold a collection, with the statements that change it. */
function writtenCollections({ path, file }: Source): string[] {
  const constants = file.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations)
    .filter(({ name, initializer }) => ts.isIdentifier(name) && initializer !== undefined && isCollection(initializer))
    .map(({ name }) => name.getText());
  const writes = /^(set|add|push|delete|clear|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;
  const isHeld = (node: ts.Node): boolean => ts.isIdentifier(node) && constants.includes(node.text);
  const isPart = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && isHeld(node.expression);
  return nodesOf(file)
    .filter((node) => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
        return isHeld(node.expression.expression) && writes.test(node.expression.name.text);
      if (ts.isDeleteExpression(node)) return isPart(node.expression);
      const isAssignment = ts.isBinaryExpression(node) && /^[^=!<>]*=$/.test(node.operatorToken.getText());
      return isAssignment && isPart(node.left);
    })
    .map((node) => `${path}: ${node.getText().split("\n")[0]}`);
}

function isCollection(node: ts.Expression): boolean {
  return ts.isNewExpression(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

describe("emitted code outside the runtime", () => {
  const own = emitted.filter(({ path }) => !path.includes("/src/runtime/"));

  test("asserts nothing", () => {
    const isAssertion = (node: ts.Node): boolean =>
      (ts.isAsExpression(node) && node.type.getText() !== "const") ||
      ts.isTypeAssertionExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isTypePredicateNode(node);
    expect(found(own, isAssertion)).toEqual([]);
  });

  test("begins with where it comes from, and says so nowhere else", () => {
    const texts = own.map(({ path, file }) => ({ path, text: file.text }));
    const header = /^\/\/ Generated by docsdk from [^\n]+\n/;
    expect(texts.filter(({ text }) => !header.test(text)).map(({ path }) => path)).toEqual([]);
    expect(texts.filter(({ text }) => /generated by/i.test(text.replace(header, ""))).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test("does nothing when it is loaded", () => {
    const isWork = (node: ts.Node): boolean => ts.isSourceFile(node.parent) && ts.isExpressionStatement(node);
    const isWaiting = (node: ts.Node): boolean => ts.isAwaitExpression(node) && ts.isSourceFile(node.parent.parent);
    expect(found(own, (node) => node.parent !== undefined && (isWork(node) || isWaiting(node)))).toEqual([]);
  });
});

describe("the size of files", () => {
  const sources = [...generator, ...runtime];

  test("400 lines at most", () => {
    expect(sources.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test("a hundred in the middle", () => {
    const lines = sources.map((source) => source.lines).sort((one, other) => one - other);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(130);
  });
});
