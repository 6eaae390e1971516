import type { Model } from "../model.ts";
import type { Type } from "../type.ts";
import type { Models } from "./assembly.ts";

/** Whether every value of one type is one of another, as TypeScript sees them. */
export function isAssignable(models: Models, from: Type, to: Type): boolean {
  if (to.kind === "unknown" || isSame(from, to)) return true;
  if (from.kind === "integer" && to.kind === "number") return true;
  if (from.kind === "list")
    return holds(models, to, (one) => one.kind === "list" && isAssignable(models, from.item, one.item));
  if (from.kind === "map")
    return holds(models, to, (one) => one.kind === "map" && isAssignable(models, from.value, one.value));
  if (isUnion(models, from)) {
    const isOpen = isUnion(models, to) && !isTagged(models, from) && !isTagged(models, to);
    return isOpen && membersOf(models, from).every((member) => isAssignable(models, member, to));
  }
  if (isUnion(models, to)) return membersOf(models, to).some((member) => isAssignable(models, from, member));
  return to.kind === "string" && scalarOf(models, from) === "string";
}

function holds(models: Models, to: Type, test: (type: Type) => boolean): boolean {
  return membersOf(models, to).some(test);
}

/** The members of a union, however it is written; any other type is its own. */
export function membersOf(models: Models, type: Type): readonly Type[] {
  if (type.kind === "union") return type.members.flatMap((member) => membersOf(models, member));
  const model = modelOf(models, type);
  if (model?.kind !== "union" || model.members.some((member) => isSame(member.type, type))) return [type];
  return model.members.map((member) => member.type);
}

/** Whether the values of a type are texts or numbers on the wire and in TypeScript. */
export function scalarOf(models: Models, type: Type): "string" | "number" | undefined {
  if (type.kind === "string") return "string";
  if (type.kind === "integer" || type.kind === "number") return "number";
  const model = modelOf(models, type);
  const value = type.kind === "literal" ? type.value : model?.kind === "enum" ? model.values[0]?.value : undefined;
  return typeof value === "string" || typeof value === "number"
    ? typeof value === "string"
      ? "string"
      : "number"
    : undefined;
}

function isUnion(models: Models, type: Type): boolean {
  return type.kind === "union" || modelOf(models, type)?.kind === "union";
}

function isTagged(models: Models, type: Type): boolean {
  const model = modelOf(models, type);
  return model?.kind === "union" && model.tag.value !== null;
}

/** Types are plain data. Of a value that nobody describes, the reason does not matter. */
function isSame(one: Type, other: Type): boolean {
  const spell = (type: Type): string => JSON.stringify(type, (key, value) => (key === "reason" ? undefined : value));
  return spell(one) === spell(other);
}

function modelOf(models: Models, type: Type): Model | undefined {
  return type.kind === "reference" ? models.get(type.id) : undefined;
}
