import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import { isFreeObject } from "../../ir/free-object.ts";
import type { ObjectModel, Property, Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import type { Doc } from "../print/comment.ts";
import { camelCase, identifier, isIdentifier, lowerFirst, uniqueNames } from "../print/identifier.ts";
import {
  array,
  arrayBlock,
  assignment,
  block,
  call,
  callWithLast,
  conditional,
  guarded,
  print,
} from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import { type Constant, constant, docs, typeAlias } from "../print/source-file.ts";
import { StructureKind } from "../ts-morph.ts";
import {
  encoderCall,
  isEncodedAsIs,
  isHandedOn,
  isUnknownType,
  nullableReaderCall,
  optionalEncoderCall,
  readerCall,
  readerReference,
} from "./codecs.ts";
import { decodeFunction, encodeFunction, parseFunction, propertyDoc } from "./describe.ts";
import { additionalName, type ModelPlan } from "./plan.ts";
import { acceptsNull, propertyType, runtimeType, runtimeValue, type Scope, typeCode } from "./types.ts";

/** The declarations of an object model: its interface, its codecs, and the names that it documents. */
export interface ObjectDeclarations {
  readonly type: InterfaceDeclarationStructure | TypeAliasDeclarationStructure;
  readonly decode: FunctionDeclarationStructure;
  readonly encode: FunctionDeclarationStructure;
  readonly parse: FunctionDeclarationStructure;
  readonly constants: readonly Constant[];
}

export function objectDeclarations(scope: Scope, plan: ModelPlan, model: ObjectModel, doc: Doc): ObjectDeclarations {
  if (isFreeObject(model)) return freeObjectDeclarations(scope, plan, doc);
  const fields = planFields(plan, model);
  return {
    type: interfaceOf(scope, plan, model, fields, doc),
    decode: decodeFunction(scope, plan),
    encode: encodeFunction(scope, plan, "JsonObject", encoded(scope, plan, model, fields)),
    parse: parseFunction(scope, plan, parsed(scope, plan, model, fields)),
    constants: isClosed(scope) && model.additional === undefined ? [] : guessedNames(plan, fields),
  };
}

/** An object without documented fields is read and written as it is. */
function freeObjectDeclarations(scope: Scope, plan: ModelPlan, doc: Doc): ObjectDeclarations {
  const read = runtimeValue(scope, "decode", "freeObject");
  const write = runtimeValue(scope, "encode", "encodeFreeObject");
  return {
    type: typeAlias(plan.type, doc, [typeCode(scope, { kind: "map", value: { kind: "unknown", reason: "any" } })]),
    decode: decodeFunction(scope, plan),
    encode: encodeFunction(scope, plan, "JsonObject", [code`return ${write}(value);`]),
    parse: parseFunction(scope, plan, [code`return ${read}(input, at, key);`]),
    constants: [],
  };
}

/** A property with what the emitters need of it. */
interface Field {
  readonly property: Property;
  readonly type: Type;
  readonly name: string;
  /** The name as the stem of a variable's. */
  readonly local: string;
  readonly wire: string;
  /** The other spelling of a name that the docs leave open; undefined where they do not. */
  readonly other: string | undefined;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
}

function planFields(plan: ModelPlan, model: ObjectModel): Field[] {
  const decided = new Set(model.properties.map((property) => property.wireName.value));
  const unique = uniqueNames(plan.properties.filter(isIdentifier));
  const localName = (name: string): string =>
    isIdentifier(name) ? name : unique(identifier(camelCase([name]), "field"));
  return model.properties.map((property, index) => ({
    property,
    type: property.type.value,
    name: plan.properties[index] ?? property.name,
    local: localName(plan.properties[index] ?? property.name),
    wire: property.wireName.value,
    other: otherSpelling(property, decided),
    isOptional: property.presence.value === "optional",
    isNullable: acceptsNull(property, plan.isRead) && property.type.value.kind !== "unknown",
  }));
}

/** A name that no sentence supports is read under its other spelling as well. */
function otherSpelling({ wireName }: Property, decided: ReadonlySet<string>): string | undefined {
  const isSure = wireName.because.some((claim) => claim.strength !== "assumed");
  // What every object inherits says nothing about which spelling came.
  if (isSure || wireName.value in {}) return undefined;
  return wireName.against.map((claim) => claim.value).find((spelling) => !decided.has(spelling));
}

/** Whether decoded models hold nothing but what is documented. */
function isClosed(scope: Scope): boolean {
  return scope.plan.options.unknownFields === "drop";
}

function interfaceOf(
  scope: Scope,
  plan: ModelPlan,
  model: ObjectModel,
  fields: readonly Field[],
  doc: Doc,
): InterfaceDeclarationStructure {
  const members = fields.map((field) => ({
    name: print(keyOf(field.name)),
    type: print(propertyType(scope, field.property, plan.isRead), { indent: 2, used: field.name.length + 4 }),
    hasQuestionToken: field.isOptional,
    docs: docs(propertyDoc(field.property, field.name), 2),
  }));
  const properties =
    model.additional === undefined ? members : [...members, additionalMember(scope, plan, model.additional)];
  return { kind: StructureKind.Interface, isExported: true, name: plan.type, docs: docs(doc), properties };
}

function additionalMember(
  scope: Scope,
  plan: ModelPlan,
  type: Type,
): NonNullable<InterfaceDeclarationStructure["properties"]>[number] {
  return {
    name: additionalName(plan.properties),
    type: print(code`{ readonly [key: string]: ${typeCode(scope, type)} } | undefined`),
    hasQuestionToken: true,
    docs: docs({ text: "Further fields, by their names on the wire." }, 2),
  };
}

function encoded(scope: Scope, plan: ModelPlan, model: ObjectModel, fields: readonly Field[]): Code[] {
  const entries = block(fields.map((field) => encodedField(scope, field)));
  const whole = (written: Code): Code =>
    isClosed(scope) ? written : callWithLast(runtimeValue(scope, "model", "withUnknown"), [raw("value")], written);
  if (model.additional === undefined) return [code`return ${whole(entries)};`];
  return [
    code`const json: ${runtimeType(scope, "json", "JsonObject")} = ${entries};`,
    writeAdditional(scope, plan, model.additional),
    code`return ${whole(raw("json"))};`,
  ];
}

function writeAdditional(scope: Scope, plan: ModelPlan, type: Type): Code {
  const fields = raw(`value.${additionalName(plan.properties)}`);
  const entries = encoderCall(scope, { kind: "map", value: type }, fields);
  return guarded(
    code`if (${fields} !== undefined)`,
    code`${runtimeValue(scope, "encode", "addFields")}(json, ${entries});`,
  );
}

/** A name on the wire with the encoded value behind it. An absent field is undefined, which JSON leaves out. */
function encodedField(scope: Scope, field: Field): Code {
  const { type, name, wire } = field;
  const key = code`${keyOf(wire)}:`;
  const value = member("value", name);
  const isGiven = !field.isOptional && !field.isNullable;
  if (isGiven || isEncodedAsIs(scope, type) || isHandedOn(scope, type))
    return code`${key} ${encoderCall(scope, type, value)}`;
  // The compiler cannot see that what is absent is JSON.
  if (isUnknownType(scope, type))
    return assignment(
      key,
      conditional(code`${value} === undefined`, raw("undefined"), encoderCall(scope, type, value)),
    );
  const written = optionalEncoderCall(scope, type, value);
  if (type.kind !== "list") return assignment(key, written);
  // Of a null nothing would be left.
  return field.isNullable
    ? assignment(key, conditional(code`${value} === null`, raw("null"), written))
    : code`${key} ${written}`;
}

function parsed(scope: Scope, plan: ModelPlan, model: ObjectModel, fields: readonly Field[]): Code[] {
  const required = fields
    .filter((field) => !field.isOptional)
    .map((field) => code`${keyOf(field.name)}: ${readCall(scope, field, received(scope, field))}`);
  return [
    code`if (!${runtimeValue(scope, "decode", "isObject")}(input)) return at.mismatch(input, key, "an object");`,
    raw("at.enter(key);"),
    code`const value: ${raw(plan.type)} = ${block(required)};`,
    ...fields.filter((field) => field.isOptional).flatMap((field) => readOptional(scope, field)),
    ...(model.additional === undefined ? [] : [readAdditional(scope, plan, model.additional, fields)]),
    ...closing(scope, plan, model, fields),
  ];
}

function closing(scope: Scope, plan: ModelPlan, model: ObjectModel, fields: readonly Field[]): Code[] {
  if (isClosed(scope) || model.additional !== undefined) return [raw("at.leave();"), raw("return value;")];
  const args = [raw("value"), raw("input")];
  const known = knownFields(scope, plan, fields);
  const kept = hasGuesses(fields) ? call(raw("at.keep"), [...args, known]) : callWithLast(raw("at.keep"), args, known);
  return [raw("if (at.close(value, input)) return value;"), code`return ${kept};`];
}

function readOptional(scope: Scope, field: Field): Code[] {
  const input = received(scope, field);
  const target = member("value", field.name);
  if (field.other === undefined) {
    return [guarded(code`if (${input} !== undefined)`, code`${target} = ${readCall(scope, field, input)};`)];
  }
  // Looked up once, since a field that comes under the other spelling is reported.
  const local = raw(`${field.local}Input`);
  return [
    code`const ${local} = ${input};`,
    guarded(code`if (${local} !== undefined)`, code`${target} = ${readCall(scope, field, local)};`),
  ];
}

function readCall(scope: Scope, { type, wire, isNullable }: Field, input: Code): Code {
  return isNullable
    ? nullableReaderCall(scope, type, input, code`${wire}`)
    : readerCall(scope, type, input, code`${wire}`);
}

/** The field as it came: by its name, by either spelling of a name that the docs leave open. */
function received(scope: Scope, field: Field): Code {
  if (field.other !== undefined) {
    const args = [raw("input"), raw("at"), code`${field.wire}`, code`${field.other}`];
    return call(runtimeValue(scope, "further-fields", "guess"), args);
  }
  if (field.wire in {}) return code`${runtimeValue(scope, "decode", "own")}(input, ${field.wire})`;
  return member("input", field.wire);
}

function readAdditional(scope: Scope, plan: ModelPlan, type: Type, fields: readonly Field[]): Code {
  const args = [raw("input"), raw("at"), knownFields(scope, plan, fields), readerReference(scope, type)];
  const read = call(runtimeValue(scope, "further-fields", "additional"), args);
  return code`value.${raw(additionalName(plan.properties))} = ${read};`;
}

/** The spellings that stand for the names of fields that the docs leave open. */
function guessedNames(plan: ModelPlan, fields: readonly Field[]): Constant[] {
  const guessed = fields.flatMap(({ other, wire }) => (other === undefined ? [] : [code`[${other}, ${wire}]`]));
  if (guessed.length === 0) return [];
  const list = guessed.length > 1 ? arrayBlock(guessed) : array(guessed);
  const type = raw("ReadonlyMap<string, string>");
  return [constant(guessesName(plan), callWithLast(raw("new Map"), [], list), { type })];
}

/** The names that are no further fields: with guesses, it depends on what came. */
function knownFields(scope: Scope, plan: ModelPlan, fields: readonly Field[]): Code {
  const documented = array(fields.map((field) => code`${field.wire}`));
  if (!hasGuesses(fields)) return documented;
  const known = runtimeValue(scope, "further-fields", "knownFields");
  return call(known, [raw("input"), documented, raw(guessesName(plan))]);
}

/** Whether the docs leave the name of a field open. */
function hasGuesses(fields: readonly Field[]): boolean {
  return fields.some((field) => field.other !== undefined);
}

function guessesName(plan: ModelPlan): string {
  return `${lowerFirst(plan.type)}Guesses`;
}
