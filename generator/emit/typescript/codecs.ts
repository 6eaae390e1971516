import type { ModelId, Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { lowerFirst } from "../print/identifier.ts";
import {
  array,
  arrayBlock,
  both,
  braces,
  call,
  callWithArrow,
  callWithLast,
  conditional,
  unionArgument,
} from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { planOf } from "./plan.ts";
import { modelFunction, modelType, modelValue, runtimeValue, type Scope, typeCode } from "./types.ts";

/** A function of the runtime or of a model that reads a type, with what it takes behind `(input, at, key`. */
interface ReaderCode {
  readonly name: Code;
  readonly rest: readonly Code[];
  /** What a container holds: the reader of it comes last. */
  readonly items?: Type;
}

/** The call that reads a type: `string(input.id, at, "id")`. */
export function readerCall(scope: Scope, type: Type, input: Code, key: Code): Code {
  return readerOn(scope, type, [input, raw("at"), key]);
}

/** A call of a reader. A container takes the reader of its items, which may be a function of its own. */
function readerOn(scope: Scope, type: Type, args: readonly Code[]): Code {
  const { name, rest, items } = reader(scope, type);
  const [only] = rest;
  if (type.kind === "union" && only !== undefined) return callWithLast(name, args, only);
  if (items === undefined) return call(name, [...args, ...rest]);
  return withReader(scope, name, args, items);
}

function withReader(scope: Scope, name: Code, args: readonly Code[], items: Type): Code {
  const { name: reference, rest, items: inner } = reader(scope, items);
  if (rest.length === 0 && inner === undefined) return call(name, [...args, reference]);
  const own = [raw("item"), raw("at"), raw("key")];
  return callWithArrow(name, args, raw("(item, at, key)"), readerOn(scope, items, own));
}

/** The call that reads a type or null. What the reader of the type takes besides is handed on, without a function. */
export function nullableReaderCall(scope: Scope, type: Type, input: Code, key: Code): Code {
  const nullable = runtimeValue(scope, "decode", "nullable");
  const args = [input, raw("at"), key];
  const { name, rest, items } = reader(scope, type);
  const [only] = rest;
  if (only !== undefined && type.kind !== "union")
    return call(nullable, [...args, code`${name}<${typeCode(scope, type)}>`, only]);
  const inner = items && reader(scope, items);
  if (items === undefined || inner === undefined || inner.rest.length > 0 || inner.items !== undefined)
    return withReader(scope, nullable, args, type);
  return call(nullable, [...args, code`${name}<${typeCode(scope, items)}>`, inner.name]);
}

/** A reader as a value, to hand to a container: `string`, or a function that calls one. */
export function readerReference(scope: Scope, type: Type): Code {
  const { name, rest, items } = reader(scope, type);
  if (rest.length === 0 && items === undefined) return name;
  return code`(item, at, key) => ${readerOn(scope, type, [raw("item"), raw("at"), raw("key")])}`;
}

function reader(scope: Scope, type: Type): ReaderCode {
  const decode = (name: string): Code => runtimeValue(scope, "decode", name);
  switch (type.kind) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
    case "decimal":
      return { name: decode(type.kind), rest: [] };
    case "date-time":
      return {
        name: runtimeValue(scope, "temporal", scope.plan.options.dates === "Date" ? "instant" : "instantText"),
        rest: [],
      };
    case "date":
      return { name: runtimeValue(scope, "temporal", "day"), rest: [] };
    case "bytes":
      return { name: runtimeValue(scope, "bytes", "bytes"), rest: [] };
    case "literal":
      return { name: decode("literal"), rest: [code`${type.value}`] };
    case "list":
      return { name: decode("list"), rest: [], items: type.item };
    case "map":
      return { name: decode("map"), rest: [], items: type.value };
    case "nullable":
      return { name: decode("nullable"), rest: [], items: type.of };
    case "union":
      return { name: anyOf(scope, type.members), rest: [candidates(scope, type.members)] };
    case "reference":
      return referenceReader(scope, type.id);
    case "stream":
    case "unknown":
      return { name: decode("unknown"), rest: [] };
  }
}

function referenceReader(scope: Scope, id: ModelId): ReaderCode {
  const { model, type, isJson } = planOf(scope.plan, id);
  if (!isJson) return { name: runtimeValue(scope, "decode", "unknown"), rest: [] };
  if (model.kind !== "enum") return { name: modelFunction(scope, id, "parse"), rest: [] };
  const scalar = enumScalar(model.values.map((one) => one.value));
  const [only] = model.values;
  if (model.values.length === 1 && only !== undefined && !model.open.value)
    return { name: runtimeValue(scope, "decode", "literal"), rest: [code`${only.value}`] };
  if (!model.open.value)
    return { name: runtimeValue(scope, "decode", "oneOf"), rest: [modelValue(scope, id, valuesName(type))] };
  return { name: code`${runtimeValue(scope, "decode", scalar)}<${modelType(scope, id)}>`, rest: [] };
}

/** The runtime's reader of a union that is told apart by shape, with the type that it gives. */
export function anyOf(scope: Scope, members: readonly Type[]): Code {
  return code`${runtimeValue(scope, "union", "anyOf")}${unionArgument(members.map((member) => typeCode(scope, member)))}`;
}

/** The members of an untagged union, for the runtime to find the one that fits best. */
export function candidates(scope: Scope, members: readonly Type[]): Code {
  const all = members.map((member) => candidate(scope, member));
  return all.length > 1 ? arrayBlock(all) : array(all);
}

function candidate(scope: Scope, type: Type): Code {
  const encode = isEncodedAsIs(scope, type)
    ? runtimeValue(scope, "encode", "encodeUnknown")
    : encoderReference(scope, type, code`(item: ${typeCode(scope, type)})`);
  return braces([code`read: ${readerReference(scope, type)}`, code`encode: ${encode}`, ...shapeOf(scope, type)]);
}

/** What an object member cannot lack, and the literals that another member may have in their place. */
function shapeOf(scope: Scope, type: Type): Code[] {
  if (type.kind === "map") return [raw("required: []")];
  const model = type.kind === "reference" ? planOf(scope.plan, type.id).model : undefined;
  if (model?.kind !== "object") return [];
  const required = model.properties.filter((property) => property.presence.value === "required");
  const tags = model.properties.flatMap((property) => {
    const only = onlyValue(scope, property.type.value);
    return only === undefined ? [] : [code`${keyOf(property.wireName.value)}: ${only}`];
  });
  return [
    code`required: ${array(required.map((property) => code`${property.wireName.value}`))}`,
    ...(tags.length === 0 ? [] : [code`literals: ${braces(tags)}`]),
  ];
}

/** The one value that a type documents: a literal, or an enum of one value. */
export function onlyValue(scope: Scope, type: Type): string | number | boolean | undefined {
  if (type.kind === "literal") return type.value ?? undefined;
  if (type.kind !== "reference") return undefined;
  const { model } = planOf(scope.plan, type.id);
  return model.kind === "enum" && model.values.length === 1 ? model.values[0]?.value : undefined;
}

/** The name of an enum's list of values. */
export function valuesName(type: string): string {
  return `${lowerFirst(type)}Values`;
}

/** The runtime's reader of an enum's values. */
export function enumScalar(values: readonly (string | number)[]): "string" | "integer" | "number" {
  if (values.length === 0 || values.some((value) => typeof value === "string")) return "string";
  return values.every((value) => Number.isInteger(value)) ? "integer" : "number";
}

/** Whether a value of the type is its own JSON. */
export function isEncodedAsIs(scope: Scope, type: Type): boolean {
  switch (type.kind) {
    case "list":
      return isEncodedAsIs(scope, type.item);
    case "map":
      return isEncodedAsIs(scope, type.value);
    case "nullable":
      return isEncodedAsIs(scope, type.of);
    case "date-time":
      return scope.plan.options.dates === "string";
    case "reference":
      return planOf(scope.plan, type.id).model.kind === "enum";
    case "bytes":
    case "union":
    case "unknown":
    case "stream":
      return false;
    default:
      return true;
  }
}

/** Whether a value is handed on as it is because nothing is known of what it holds. */
export function isHandedOn(scope: Scope, type: Type): boolean {
  switch (type.kind) {
    case "list":
      return holdsUnknown(type.item);
    case "map":
      return holdsUnknown(type.value);
    case "reference":
      return !planOf(scope.plan, type.id).isJson;
    default:
      return holdsUnknown(type);
  }
}

/** The JSON of a value: the expression itself, or a call of an encoder. */
export function encoderCall(scope: Scope, type: Type, value: Code): Code {
  if (isEncodedAsIs(scope, type)) return value;
  const encode = (name: string): Code => runtimeValue(scope, "encode", name);
  if (isHandedOn(scope, type)) return code`${encode("encodeUnknown")}(${value})`;
  switch (type.kind) {
    case "date-time":
      return code`${runtimeValue(scope, "temporal", "encodeInstant")}(${value})`;
    case "bytes":
      return code`${runtimeValue(scope, "bytes", "encodeBytes")}(${value})`;
    case "list":
      return code`${value}.map(${encoderReference(scope, type.item)})`;
    case "map":
      return code`${encode("encodeMap")}(${value}, ${encoderReference(scope, type.value)})`;
    case "nullable":
      return conditional(code`${value} === null`, raw("null"), encoderCall(scope, type.of, value));
    case "reference":
      return code`${modelFunction(scope, type.id, "encode")}(${value})`;
    case "union":
      return code`${runtimeValue(scope, "union", "encodeAnyOf")}(${value}, ${candidates(scope, type.members)})`;
    default:
      return code`${encode("encodeUnknown")}(${value})`;
  }
}

/**
 * The JSON of a value that may be absent or null. What is no object is its own JSON: so are an empty text, zero, false and
 * null; but a list that is null is then undefined.
 */
export function optionalEncoderCall(scope: Scope, type: Type, value: Code): Code {
  return type.kind === "list"
    ? encoderCall(scope, type, code`${value}?`)
    : both(value, encoderCall(scope, type, value));
}

/** An encoder as a value: the model's function, or a function that calls one. */
export function encoderReference(scope: Scope, type: Type, parameter: Code = raw("(item)")): Code {
  if (
    type.kind === "reference" &&
    planOf(scope.plan, type.id).isJson &&
    planOf(scope.plan, type.id).model.kind !== "enum"
  )
    return modelFunction(scope, type.id, "encode");
  if (type.kind === "date-time" && !isEncodedAsIs(scope, type)) return runtimeValue(scope, "temporal", "encodeInstant");
  if (type.kind === "bytes") return runtimeValue(scope, "bytes", "encodeBytes");
  if (holdsUnknown(type)) return runtimeValue(scope, "encode", "encodeUnknown");
  const encoded = encoderCall(scope, type, raw("item"));
  // A conditional stands in parentheses, since an arrow and a question mark are easily misread.
  return type.kind === "nullable" ? code`${parameter} => (${encoded})` : code`${parameter} => ${encoded}`;
}

/** Whether nothing is known of a value. */
export function holdsUnknown(type: Type): boolean {
  return type.kind === "unknown" || type.kind === "stream";
}

/** Whether the compiler takes a type for `unknown`, as it does a union with a member of which nothing is known. */
export function isUnknownType(scope: Scope, type: Type, above: readonly ModelId[] = []): boolean {
  if (type.kind === "nullable") return isUnknownType(scope, type.of, above);
  if (type.kind === "union") return type.members.some((member) => isUnknownType(scope, member, above));
  if (type.kind !== "reference" || above.includes(type.id)) return holdsUnknown(type);
  const { model } = planOf(scope.plan, type.id);
  return (
    model.kind === "union" && model.members.some((member) => isUnknownType(scope, member.type, [...above, type.id]))
  );
}
