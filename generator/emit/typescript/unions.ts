import type { Type, UnionMember, UnionModel } from "../../ir/index.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { lowerFirst } from "../print/identifier.ts";
import { body, call, flat, guarded, unionArgument } from "../print/layout.ts";
import { member } from "../print/member.ts";
import { constant, type Declaration, typeAlias } from "../print/source-file.ts";
import { anyOf, candidates, encoderCall, readerCall } from "./codecs.ts";
import { decodeFunction, encodeFunction, modelDoc, parseFunction } from "./describe.ts";
import { type ModelPlan, planOf } from "./plan.ts";
import { modelFunction, runtimeType, runtimeValue, type Scope, typeCode } from "./types.ts";
import { distinctKinds, type ValueKind } from "./value-kinds.ts";

/** A union's type. Its unknown member keeps what a newer server sends. */
export function unionType(scope: Scope, plan: ModelPlan, model: UnionModel): Declaration {
  const members = model.members.map((member) => typeCode(scope, member.type));
  const tag = tagOf(scope, model);
  const unknown =
    tag === undefined
      ? runtimeType(scope, "model", "UnknownMember")
      : code`${runtimeType(scope, "model", "UnknownVariant")}<${tag.name}>`;
  return typeAlias(plan.type, modelDoc(model), distinct([...members, unknown]));
}

/** Each type once. */
export function distinct(types: readonly Code[]): Code[] {
  return types.filter((type, index) => types.findIndex((other) => flat(other) === flat(type)) === index);
}

export function unionFunctions(scope: Scope, plan: ModelPlan, model: UnionModel): Declaration[] {
  const tag = tagOf(scope, model);
  if (tag !== undefined) return taggedFunctions(scope, plan, model, tag);
  const types = model.members.map((member) => member.type);
  const kinds = distinctKinds(scope, types);
  return kinds === undefined ? shapedFunctions(scope, plan, types) : kindFunctions(scope, plan, kinds);
}

/** The tag as the wire and as TypeScript spell it. */
interface Tag {
  readonly wire: string;
  readonly name: string;
}

/**
 * Undefined for a union that no tag tells apart, or whose members spell it in different ways. TypeScript narrows by
 * required literals alone: where the docs leave the tag out or open, the members are told apart by shape.
 */
function tagOf(scope: Scope, model: UnionModel): Tag | undefined {
  const wire = model.tag.value;
  if (wire === null || !model.members.every((member) => member.tags.length > 0 && member.type.kind === "reference"))
    return undefined;
  const names = model.members.map((member) => tagName(scope, member, wire));
  const [name] = names;
  // The unknown member keeps its data in `value`, and what every object inherits tells nothing.
  if (name === undefined || name === "value" || wire in {}) return undefined;
  return names.every((one) => one === name) ? { wire, name } : undefined;
}

function tagName(scope: Scope, member: UnionMember, wire: string): string | undefined {
  const { model, properties } = planOf(scope.plan, memberId(member));
  if (model.kind !== "object") return undefined;
  const index = model.properties.findIndex((property) => property.wireName.value === wire);
  const property = model.properties[index];
  const isSure = property?.presence.value === "required" && isLiteral(scope, property.type.value);
  return isSure ? properties[index] : undefined;
}

function isLiteral(scope: Scope, type: Type): boolean {
  if (type.kind === "literal") return true;
  if (type.kind !== "reference") return false;
  const { model } = planOf(scope.plan, type.id);
  return model.kind === "enum" && !model.open.value;
}

/** A member that a tag tells is a document of its own. */
function memberId({ type }: UnionMember): string {
  if (type.kind !== "reference") throw new Error(`A tagged member is no reference but ${type.kind}.`);
  return type.id;
}

function taggedFunctions(scope: Scope, plan: ModelPlan, model: UnionModel, tag: Tag): Declaration[] {
  const isObject = runtimeValue(scope, "decode", "isObject");
  const unknown = runtimeValue(scope, "union", "unknownVariant");
  const encode = (member: UnionMember): Code => code`${modelFunction(scope, memberId(member), "encode")}(value)`;
  const parse = (member: UnionMember): Code => code`${modelFunction(scope, memberId(member), "parse")}(input, at, key)`;
  return [
    decodeFunction(scope, plan),
    encodeFunction(scope, plan, "JsonValue", [
      select(member("value", tag.name), model.members, encode, raw("value.value")),
    ]),
    parseFunction(scope, plan, [
      select(
        code`${isObject}(input) ? ${member("input", tag.wire)} : undefined`,
        model.members,
        parse,
        code`${unknown}(input, at, key, ${tag.name}, ${tag.wire})`,
      ),
    ]),
  ];
}

/** A switch over the tags of the members. */
function select(tag: Code, members: readonly UnionMember[], result: (member: UnionMember) => Code, other: Code): Code {
  const cases = members.map((one) => {
    const labels = one.tags.map((value) => code`case ${value}:`);
    return code`${join(labels, "\n")}\n  return ${result(one)};`;
  });
  return code`switch (${tag}) ${body([...cases, code`default:\n  return ${other};`])}`;
}

/** Members of distinct kinds of JSON are told apart by `typeof`. */
function kindFunctions(scope: Scope, plan: ModelPlan, kinds: readonly ValueKind[]): Declaration[] {
  // `typeof` says "object" of lists and dates too, so objects come when those are gone.
  const ordered = [...kinds].sort((one, other) => Number(one.isObject) - Number(other.isObject));
  const results = ordered.map(({ ofValue, type }) => ({
    ofValue,
    result: code`return ${encoderCall(scope, type, raw("value"))};`,
  }));
  const last = results.slice(-1).map(({ result }) => result);
  // What is written like the last kind need not be told from it.
  const told = results.filter(({ result }) => last.every((other) => flat(result) !== flat(other)));
  const encoded = [...told.map(({ ofValue, result }) => guarded(code`if (${ofValue})`, result)), ...last];
  const unknown =
    kinds.length === 0
      ? raw("return value.value;")
      : code`if (${runtimeValue(scope, "union", "isUnknownMember")}(value)) return value.value;`;
  const parsed = kinds.map((kind) => guarded(code`if (${kind.ofInput})`, code`return ${readKind(scope, kind.type)};`));
  return [
    decodeFunction(scope, plan),
    encodeFunction(scope, plan, "JsonValue", [unknown, ...encoded]),
    parseFunction(scope, plan, [
      ...parsed,
      code`return ${runtimeValue(scope, "union", "unknownMember")}(input, at, key);`,
    ]),
  ];
}

/** The test has read what is no more than its kind. */
function readKind(scope: Scope, type: Type): Code {
  const isRead = type.kind === "string" || type.kind === "boolean" || type.kind === "number";
  return isRead ? raw("input") : readerCall(scope, type, raw("input"), raw("key"));
}

/** Members that only their shape tells apart. */
function shapedFunctions(scope: Scope, plan: ModelPlan, types: readonly Type[]): Declaration[] {
  const name = `${lowerFirst(plan.type)}Members`;
  const members = unionArgument(distinct(types.map((type) => typeCode(scope, type))));
  const encode = runtimeValue(scope, "union", "encodeAnyOf");
  return [
    decodeFunction(scope, plan),
    encodeFunction(scope, plan, "JsonValue", [code`return ${call(encode, [raw("value"), raw(name)])};`]),
    parseFunction(scope, plan, [
      code`return ${call(anyOf(scope, types), [raw("input"), raw("at"), raw("key"), raw(name)])};`,
    ]),
    constant(name, candidates(scope, types), {
      type: code`readonly ${runtimeType(scope, "union", "Candidate")}${members}[]`,
    }),
  ];
}
