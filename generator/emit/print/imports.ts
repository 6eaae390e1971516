import type { ImportDeclarationStructure } from "ts-morph";
import { StructureKind } from "../ts-morph.ts";
import { type Code, code, raw } from "./code.ts";
import { braces, lineWidth, print } from "./layout.ts";
import { byModule, byName, localName } from "./order.ts";

/** Collects what one file imports: code refers to a name, and the file works out its imports afterwards. */
export interface Imports {
  /** A value, which may be used as a type as well. Gives the name that the file binds it to. */
  value(module: string, name: string, alias?: string): Code;
  type(module: string, name: string, alias?: string): Code;
  structures(): ImportDeclarationStructure[];
  /** The declarations as text, for files that a template makes. */
  text(): Code;
}

/** `taken` are the names that the file itself declares: an import of such a name is bound to another one. */
export function newImports(taken: Iterable<string> = []): Imports {
  const bound = new Set(taken);
  const modules = new Map<string, Map<string, Specifier>>();
  const add = (module: string, name: string, use: "type" | "value", alias: string): Code => {
    const specifiers = modules.get(module) ?? new Map<string, Specifier>();
    const known = specifiers.get(name);
    const local = known?.local ?? free(alias, bound);
    bound.add(local);
    specifiers.set(name, { name, local, use: known?.use === "value" ? "value" : use });
    modules.set(module, specifiers);
    return raw(local);
  };
  const sorted = (): [string, readonly Specifier[]][] =>
    [...modules]
      .sort(([one], [other]) => compareModules(one, other))
      .map(([module, specifiers]) => [module, [...specifiers.values()]]);
  return {
    value: (module, name, alias = name) => add(module, name, "value", alias),
    type: (module, name, alias = name) => add(module, name, "type", alias),
    structures: () => sorted().map(([module, specifiers]) => declaration(module, specifiers)),
    text() {
      return raw(
        sorted()
          .map(([module, specifiers]) => line(module, specifiers))
          .join("\n"),
      );
    },
  };
}

/** One imported name, and the name that the file binds it to. */
interface Specifier {
  readonly name: string;
  readonly local: string;
  readonly use: "type" | "value";
}

function free(name: string, bound: ReadonlySet<string>): string {
  let local = name;
  for (let number = 2; bound.has(local); number += 1) local = `${name}${number}`;
  return local;
}

/** Nearer modules come last; in one folder, by code units. */
function compareModules(one: string, other: string): number {
  const depth = (module: string): number => module.split("../").length;
  return depth(other) - depth(one) || byModule(one, other);
}

function declaration(module: string, specifiers: readonly Specifier[]): ImportDeclarationStructure {
  const list = listed(specifiers);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: module,
    isTypeOnly: isTypeOnly(specifiers),
    namedImports: staysOnOneLine(module, specifiers) ? list : [`\n${list.map((name) => `${name},\n`).join("")}`],
  };
}

function line(module: string, specifiers: readonly Specifier[]): string {
  if (staysOnOneLine(module, specifiers)) return oneLine(module, specifiers);
  const list = listed(specifiers).map((name) => `  ${name},\n`);
  return `import ${isTypeOnly(specifiers) ? "type " : ""}{\n${list.join("")}} from "${module}";`;
}

/** A single name stays, whatever its length. */
function staysOnOneLine(module: string, specifiers: readonly Specifier[]): boolean {
  return specifiers.length === 1 || oneLine(module, specifiers).length <= lineWidth;
}

function oneLine(module: string, specifiers: readonly Specifier[]): string {
  return `import ${isTypeOnly(specifiers) ? "type " : ""}{ ${listed(specifiers).join(", ")} } from "${module}";`;
}

function isTypeOnly(specifiers: readonly Specifier[]): boolean {
  return specifiers.every(({ use }) => use === "type");
}

function listed(specifiers: readonly Specifier[]): string[] {
  const areTypes = isTypeOnly(specifiers);
  return specifiers
    .map(({ name, local, use }) => {
      const text = name === local ? name : `${name} as ${local}`;
      return use === "type" && !areTypes ? `type ${text}` : text;
    })
    .sort(byName);
}

/** `export { … } from "module";`, on one line where it fits. */
export function exportLine(names: readonly string[], module: string): string {
  const isTypeOnly = names.every((name) => name.startsWith("type "));
  const list = [...names].sort(byName);
  const specifiers = list.map((name) => raw(isTypeOnly ? localName(name) : name));
  const width = names.length === 1 ? Number.POSITIVE_INFINITY : lineWidth;
  return print(code`export ${raw(isTypeOnly ? "type " : "")}${braces(specifiers)} from ${module};`, { width });
}
