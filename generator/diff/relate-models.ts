import { propertyName } from "../emit/typescript/names.ts";
import type { ModelId, ObjectModel, Property } from "../ir/index.ts";
import type { Shift } from "./change.ts";
import { pairUp } from "./pair.ts";
import { type Compared, relate } from "./relate.ts";
import { type Scope, takesNull } from "./scope.ts";

/** Deeper than so models are not compared: their number may double with each step. */
const maxDepth = 6;

/**
 * How the values of one model differ from those of another that stands in its place, by their fields: code does not see
 * what a type is called. Undefined where they are the same.
 */
export function relateModels(scope: Scope, was: ModelId, is: ModelId, above: Compared): Shift | undefined {
  const [old, now] = [scope.before.models.get(was), scope.after.models.get(is)];
  if (old?.kind !== "object" || now?.kind !== "object" || !isPlain(old) || !isPlain(now)) return "other";
  const pair = `${was}\n${is}`;
  if (above.has(pair)) return undefined;
  if (above.size === maxDepth) return "other";
  const { kept, gone, come } = pairUp(old.properties, now.properties, [({ wireName }) => wireName.value]);
  // Code reads a field that is gone, and has to give one that is new.
  if (gone.length > 0 || come.some(({ presence }) => presence.value === "required")) return "other";
  const inner = new Set([...above, pair]);
  return kept.map(([one, other]) => relateFields(scope, [old, one], [now, other], inner)).reduce(together, undefined);
}

/** Whether the fields of a model are all that it is. */
function isPlain({ additional, role }: ObjectModel): boolean {
  return additional === undefined && role.value !== "envelope";
}

type Held = readonly [model: ObjectModel, property: Property];

function relateFields(scope: Scope, was: Held, is: Held, above: Compared): Shift | undefined {
  const { fields } = scope.spelling;
  const [[, old], [, now]] = [was, is];
  if (propertyName(old, fields) !== propertyName(now, fields)) return "other";
  return [
    relate(scope, old.type.value, now.type.value, above),
    shiftOf(old.presence.value === "optional", now.presence.value === "optional"),
    shiftOf(takesNull(old, scope.before.read.has(was[0].id)), takesNull(now, scope.after.read.has(is[0].id))),
  ].reduce(together, undefined);
}

/** How values differ that may be more, or not. */
function shiftOf(was: boolean, is: boolean): Shift | undefined {
  if (was === is) return undefined;
  return is ? "wider" : "narrower";
}

function together(one: Shift | undefined, other: Shift | undefined): Shift | undefined {
  return one === undefined || one === other ? other : other === undefined ? one : "other";
}
