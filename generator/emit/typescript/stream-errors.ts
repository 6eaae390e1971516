import type { Body, ObjectModel, Type } from "../../ir/index.ts";
import { type Code, raw } from "../print/code.ts";
import type { Plan } from "./plan.ts";

/**
 * What the docs type as an item is no error that ends the stream, though it looks like one: an event of the kind `error`,
 * and an object with an `error`.
 */
export function errorOptions(plan: Plan, { item, framing }: Body & { readonly kind: "stream" }): Code[] {
  const types = memberTypes(plan, item);
  const kinds = types.some(({ tags }) => tags.includes("error")) || hasErrorKind(plan, types);
  const fields = types.some(({ type }) => type.kind === "map" || objectOf(plan, type)?.properties.some(isErrorField));
  return [
    ...(kinds && framing === "sse" ? [raw("hasErrorEvents: true")] : []),
    ...(fields ? [raw("hasErrorField: true")] : []),
  ];
}

function isErrorField({ wireName }: ObjectModel["properties"][number]): boolean {
  return wireName.value === "error";
}

/** Whether an event that carries one of these types names `error` among its kinds. */
function hasErrorKind(plan: Plan, types: readonly Member[]): boolean {
  const carried = new Set(types.map(({ type }) => JSON.stringify(type)));
  return [...plan.known.values()].some((model) => {
    if (model.kind !== "object" || model.role.value !== "event") return false;
    const typeOf = (name: string): Type | undefined =>
      model.properties.find(({ wireName }) => wireName.value === name)?.type.value;
    const kind = typeOf("event");
    return kind !== undefined && carried.has(JSON.stringify(typeOf("data"))) && allows(plan, kind);
  });
}

/** Whether `error` is a documented value of a type. */
function allows(plan: Plan, type: Type): boolean {
  if (type.kind === "nullable") return allows(plan, type.of);
  if (type.kind === "union") return type.members.some((member) => allows(plan, member));
  if (type.kind === "literal") return type.value === "error";
  const model = type.kind === "reference" ? plan.known.get(type.id) : undefined;
  return model?.kind === "enum" && model.values.some(({ value }) => value === "error");
}

interface Member {
  readonly type: Type;
  /** The values of the union's tag that mean this member. */
  readonly tags: readonly unknown[];
}

/** A type and, of unions, all members. */
function memberTypes(plan: Plan, root: Type): Member[] {
  const found: Member[] = [];
  const seen = new Set<string>();
  const open: Member[] = [{ type: root, tags: [] }];
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    const { type } = member;
    if (type.kind === "reference" && seen.has(type.id)) continue;
    found.push(member);
    if (type.kind === "nullable") open.push({ type: type.of, tags: [] });
    if (type.kind === "union") open.push(...type.members.map((each) => ({ type: each, tags: [] })));
    if (type.kind !== "reference") continue;
    seen.add(type.id);
    const model = plan.known.get(type.id);
    if (model?.kind === "union") open.push(...model.members);
  }
  return found;
}

function objectOf(plan: Plan, type: Type): ObjectModel | undefined {
  const model = type.kind === "reference" ? plan.known.get(type.id) : undefined;
  return model?.kind === "object" ? model : undefined;
}
