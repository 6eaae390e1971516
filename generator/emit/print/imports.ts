import { type ImportDeclarationStructure, StructureKind } from "ts-morph";
import { type Code, code, raw } from "./code.ts";
import { braces, lineWidth, print } from "./layout.ts";
import { byModule, byName, localName } from "./order.ts";

/** Collects what one file imports: code refers to a name, and the file works out its imports afterwards. */
export interface Imports {
  /** A value, which may be used as a type as well. */
  value(module: string, name: string): Code;
  type(module: string, name: string, alias?: string): Code;
  structures(): ImportDeclarationStructure[];
  /** The declarations as text, for files that a template makes. */
  text(): Code;
}

export function newImports(): Imports {
  const modules = new Map<string, Map<string, "type" | "value">>();
  const add = (module: string, name: string, use: "type" | "value"): void => {
    const names = modules.get(module) ?? new Map<string, "type" | "value">();
    if (names.get(name) !== "value") names.set(name, use);
    modules.set(module, names);
  };
  const sorted = (): [string, Names][] => [...modules].sort(([one], [other]) => compareModules(one, other));
  return {
    value(module, name) {
      add(module, name, "value");
      return raw(name);
    },
    type(module, name, alias) {
      add(module, alias === undefined ? name : `${name} as ${alias}`, "type");
      return raw(alias ?? name);
    },
    structures() {
      return sorted().map(([module, names]) => declaration(module, names));
    },
    text() {
      return raw(
        sorted()
          .map(([module, names]) => line(module, names))
          .join("\n"),
      );
    },
  };
}

/** Nearer modules come last; in one folder, by code units. */
function compareModules(one: string, other: string): number {
  const depth = (module: string): number => module.split("../").length;
  return depth(other) - depth(one) || byModule(one, other);
}

type Names = ReadonlyMap<string, "type" | "value">;

function declaration(module: string, names: Names): ImportDeclarationStructure {
  const list = specifiers(names);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: module,
    isTypeOnly: isTypeOnly(names),
    namedImports:
      oneLine(module, names).length <= lineWidth ? list : [`\n${list.map((name) => `${name},\n`).join("")}`],
  };
}

function line(module: string, names: Names): string {
  const flat = oneLine(module, names);
  if (flat.length <= lineWidth) return flat;
  const list = specifiers(names).map((name) => `  ${name},\n`);
  return `import ${isTypeOnly(names) ? "type " : ""}{\n${list.join("")}} from "${module}";`;
}

function oneLine(module: string, names: Names): string {
  return `import ${isTypeOnly(names) ? "type " : ""}{ ${specifiers(names).join(", ")} } from "${module}";`;
}

function isTypeOnly(names: Names): boolean {
  return [...names.values()].every((use) => use === "type");
}

function specifiers(names: Names): string[] {
  return [...names]
    .sort(([one], [other]) => byName(one, other))
    .map(([name, use]) => (use === "type" && !isTypeOnly(names) ? `type ${name}` : name));
}

/** `export { … } from "module";`, on one line where it fits. */
export function exportLine(names: readonly string[], module: string): string {
  const isTypeOnly = names.every((name) => name.startsWith("type "));
  const list = [...names].sort(byName);
  const specifiers = list.map((name) => raw(isTypeOnly ? localName(name) : name));
  return print(code`export ${raw(isTypeOnly ? "type " : "")}${braces(specifiers)} from ${module};`);
}
