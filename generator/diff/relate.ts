import type { ModelId, Type } from "../ir/index.ts";
import type { Shift } from "./change.ts";
import { relateModels } from "./relate-models.ts";
import type { Scope, Side } from "./scope.ts";

/** Two models that are being compared: what they hold of one another is then no news. */
export type Compared = ReadonlySet<string>;

/** How the values of a type differ from those that it had; undefined where they are the same. */
export function relate(scope: Scope, was: Type, is: Type, above: Compared = new Set()): Shift | undefined {
  const [wholeOld, wholeNow] = [membersOf(was), membersOf(is)];
  // What changed in a model that both refer to is told where the model stands.
  const isShared = (one: Type, other: Type): boolean =>
    one.kind === "reference" && other.kind === "reference" && scope.pairs.get(one.id) === other.id;
  const old = partsOf(
    scope.before,
    wholeOld.filter((one) => !wholeNow.some((other) => isShared(one, other))),
  );
  const now = partsOf(
    scope.after,
    wholeNow.filter((other) => !wholeOld.some((one) => isShared(one, other))),
  );
  const kept = old.every((one) => now.some((other) => covers(scope, one, other, "after", above)));
  const known = now.every((other) => old.some((one) => covers(scope, one, other, "before", above)));
  if (kept) return known ? undefined : "wider";
  return known ? "narrower" : "other";
}

/** Whether a member of the old type and one of the new type fit, where that of `wide` has all values of the other. */
function covers(scope: Scope, was: Type, is: Type, wide: "before" | "after", above: Compared): boolean {
  const [large, small] = wide === "before" ? [was, is] : [is, was];
  if (large.kind === "unknown") return true;
  if (was.kind === "reference" && is.kind === "reference")
    return scope.pairs.get(was.id) === is.id || fits(relateModels(scope, was.id, is.id, above), wide);
  if (was.kind === "literal" || is.kind === "literal") return takes(large, small);
  if (was.kind === "list" && is.kind === "list") return fits(relate(scope, was.item, is.item, above), wide);
  if (was.kind === "map" && is.kind === "map") return fits(relate(scope, was.value, is.value, above), wide);
  if (was.kind === "stream" && is.kind === "stream")
    return was.framing === is.framing && fits(relate(scope, was.item, is.item, above), wide);
  return large.kind === small.kind || (isNumber(large) && isNumber(small)) || isText(large, small);
}

function fits(shift: Shift | undefined, wide: "before" | "after"): boolean {
  return shift === undefined || shift === (wide === "before" ? "narrower" : "wider");
}

/** Days are texts in code, and a decimal is a text or a number. */
function isText(large: Type, small: Type): boolean {
  if (large.kind === "decimal") return small.kind === "string" || isNumber(small);
  return large.kind === "string" && small.kind === "date";
}

/** Code has one type for both, and docs of several languages cannot tell them apart. */
function isNumber({ kind }: Type): boolean {
  return kind === "number" || kind === "integer";
}

/** Whether a type has the value of a literal. */
function takes(large: Type, small: Type): boolean {
  if (small.kind !== "literal") return false;
  const { value } = small;
  if (large.kind === "literal") return large.value === value;
  return isNumber(large) ? typeof value === "number" : large.kind === typeof value;
}

/** The members of a type that is written as a union, the null apart. */
function membersOf(type: Type): readonly Type[] {
  if (type.kind === "nullable") return [...membersOf(type.of), { kind: "literal", value: null }];
  return type.kind === "union" ? type.members.flatMap(membersOf) : [type];
}

/** With the members of documented unions and the values of enums one by one. */
function partsOf(side: Side, members: readonly Type[], above: ReadonlySet<ModelId> = new Set()): readonly Type[] {
  return members.flatMap((type): readonly Type[] => {
    const model = type.kind === "reference" && !above.has(type.id) ? side.models.get(type.id) : undefined;
    if (model?.kind === "enum") return model.values.map(({ value }): Type => ({ kind: "literal", value }));
    if (model?.kind !== "union") return [type];
    const inner = model.members.flatMap((member) => membersOf(member.type));
    return partsOf(side, inner, new Set([...above, model.id]));
  });
}
