import type { Model, ObjectModel, Property } from "./model.ts";
import type { ModelId, Type } from "./type.ts";

/** The property by which a body asks for a stream, in one of the objects that the body may be. */
export interface StreamFlag {
  readonly model: ObjectModel;
  readonly property: Property;
}

/**
 * The flags called `stream` of a body: one of an object, one a member of a union of objects. Empty where one of these
 * objects has none, so that the flag of the others selects nothing.
 */
export function streamFlags(models: ReadonlyMap<ModelId, Model>, type: Type): readonly StreamFlag[] {
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  if (model?.kind === "union") {
    const flags = model.members.map((member) => ownFlag(models, member.type));
    return flags.some((flag) => flag === undefined) ? [] : flags.filter((flag) => flag !== undefined);
  }
  const flag = ownFlag(models, type);
  return flag === undefined ? [] : [flag];
}

function ownFlag(models: ReadonlyMap<ModelId, Model>, type: Type): StreamFlag | undefined {
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  if (model?.kind !== "object") return undefined;
  const property = model.properties.find((one) => isCalledStream(one) && isFlag(one.type.value));
  return property === undefined ? undefined : { model, property };
}

/** Whether a property has the name of such a flag, whatever its type. */
export function isCalledStream({ words }: Property): boolean {
  return words.join(" ") === "stream";
}

/** A boolean, or the constant that one of two forms of an operation has. */
function isFlag(type: Type): boolean {
  return type.kind === "boolean" || (type.kind === "literal" && typeof type.value === "boolean");
}
