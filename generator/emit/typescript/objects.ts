import type {
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  TypeAliasDeclarationStructure,
} from "ts-morph";
import type { ObjectModel, Property, Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import type { Doc } from "../print/comment.ts";
import { camelCase, identifier, isIdentifier, uniqueNames } from "../print/identifier.ts";
import { array, arrayBlock, assignment, block, call, callWithLast, guarded, print } from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import { type Constant, constant, docs, exportedFunction, typeAlias } from "../print/source-file.ts";
import { StructureKind } from "../ts-morph.ts";
import { encoderCall, isEncodedAsIs, nullableReaderCall, readerCall, readerReference } from "./codecs.ts";
import { article, decodeFunction, fieldsName, parseParameters, propertyDoc } from "./describe.ts";
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
  const fields = planFields(plan, model);
  return {
    type: interfaceOf(scope, plan, model, fields, doc),
    decode: decodeFunction(scope, plan),
    encode: encodeFunction(scope, plan, model, fields),
    parse: parseFunction(scope, plan, model, fields),
    constants: isClosed(scope) && model.additional === undefined ? [] : fieldNames(plan, fields),
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
): InterfaceDeclarationStructure | TypeAliasDeclarationStructure {
  // An empty interface would take any value at all.
  if (fields.length === 0 && model.additional === undefined) return typeAlias(plan.type, doc, [raw("object")]);
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

function encodeFunction(
  scope: Scope,
  plan: ModelPlan,
  model: ObjectModel,
  fields: readonly Field[],
): FunctionDeclarationStructure {
  const json = runtimeType(scope, "json", "JsonObject");
  const required = fields.filter((field) => !field.isOptional);
  const entries = required.map((field) => withValue(scope, field, code`${keyOf(field.wire)}:`));
  const isUnused = fields.length === 0 && isClosed(scope) && model.additional === undefined;
  return exportedFunction(
    `encode${plan.type}`,
    {
      text: `Writes ${article(plan.type)} \`${plan.type}\` as the JSON that the server reads; absent fields stay absent.`,
    },
    [raw(`${isUnused ? "_value" : "value"}: ${plan.type}`)],
    json,
    [
      code`const json: ${json} = ${block(entries)};`,
      ...fields.filter((field) => field.isOptional).map((field) => writeOptional(scope, field)),
      ...(model.additional === undefined ? [] : [writeAdditional(scope, plan, model.additional)]),
      isClosed(scope) ? raw("return json;") : code`return ${runtimeValue(scope, "model", "withUnknown")}(json, value);`,
    ],
  );
}

function writeOptional(scope: Scope, field: Field): Code {
  const value = encodedValue(scope, field);
  // What every object inherits is no plain property: `__proto__` is no field at all, and the others have a type.
  const isInherited = field.wire in {};
  const set = isInherited
    ? code`${runtimeValue(scope, "model", "setKey")}(json, ${field.wire}, ${value});`
    : code`${withValue(scope, field, code`${member("json", field.wire)} =`)};`;
  return guarded(code`if (${member("value", field.name)} !== undefined)`, set);
}

function writeAdditional(scope: Scope, plan: ModelPlan, type: Type): Code {
  const fields = raw(`value.${additionalName(plan.properties)}`);
  const entries = encoderCall(scope, { kind: "map", value: type }, fields);
  return guarded(
    code`if (${fields} !== undefined)`,
    code`${runtimeValue(scope, "encode", "addFields")}(json, ${entries});`,
  );
}

/** A key or a target with the encoded value behind it. */
function withValue(scope: Scope, field: Field, target: Code): Code {
  const value = encodedValue(scope, field);
  const isConditional = field.isNullable && !isEncodedAsIs(scope, field.type);
  return isConditional ? assignment(target, value) : code`${target} ${value}`;
}

function encodedValue(scope: Scope, { type, isNullable, name }: Field): Code {
  const encoded: Type = isNullable && !isEncodedAsIs(scope, type) ? { kind: "nullable", of: type } : type;
  return encoderCall(scope, encoded, member("value", name));
}

function parseFunction(
  scope: Scope,
  plan: ModelPlan,
  model: ObjectModel,
  fields: readonly Field[],
): FunctionDeclarationStructure {
  const required = fields
    .filter((field) => !field.isOptional)
    .map((field) => code`${keyOf(field.name)}: ${readCall(scope, field, received(scope, field))}`);
  return exportedFunction(
    `parse${plan.type}`,
    { text: `Reads ${article(plan.type)} \`${plan.type}\` inside another value.` },
    parseParameters(scope),
    raw(plan.type),
    [
      code`if (!${runtimeValue(scope, "decode", "isObject")}(input)) return at.mismatch(input, key, "an object");`,
      raw("at.enter(key);"),
      code`const value: ${raw(plan.type)} = ${block(required)};`,
      ...fields.filter((field) => field.isOptional).flatMap((field) => readOptional(scope, field)),
      ...(model.additional === undefined ? [] : [readAdditional(scope, plan, model.additional, fields)]),
      ...closing(scope, plan, model, fields),
    ],
  );
}

function closing(scope: Scope, plan: ModelPlan, model: ObjectModel, fields: readonly Field[]): Code[] {
  if (isClosed(scope) || model.additional !== undefined) return [raw("at.leave();"), raw("return value;")];
  return [code`return ${call(raw("at.close"), [raw("value"), raw("input"), knownFields(scope, plan, fields)])};`];
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
  if (field.other !== undefined)
    return code`${runtimeValue(scope, "further-fields", "guess")}(input, at, ${field.wire}, ${field.other})`;
  if (field.wire in {}) return code`${runtimeValue(scope, "decode", "own")}(input, ${field.wire})`;
  return member("input", field.wire);
}

function readAdditional(scope: Scope, plan: ModelPlan, type: Type, fields: readonly Field[]): Code {
  const args = [raw("input"), raw("at"), knownFields(scope, plan, fields), readerReference(scope, type)];
  const read = call(runtimeValue(scope, "further-fields", "additional"), args);
  return code`value.${raw(additionalName(plan.properties))} = ${read};`;
}

/** The names that a model documents, and the spellings that stand for them. */
function fieldNames(plan: ModelPlan, fields: readonly Field[]): Constant[] {
  const names = fields.map((field) => code`${field.wire}`);
  const guessed = fields.flatMap(({ other, wire }) => (other === undefined ? [] : [code`[${other}, ${wire}]`]));
  const list = guessed.length > 1 ? arrayBlock(guessed) : array(guessed);
  return [
    constant(fieldsName(plan), array(names), { type: raw("readonly string[]") }),
    ...(guessed.length === 0
      ? []
      : [
          constant(guessesName(plan), callWithLast(raw("new Map"), [], list), {
            type: raw("ReadonlyMap<string, string>"),
          }),
        ]),
  ];
}

/** The names that are no further fields: with guesses, it depends on what came. */
function knownFields(scope: Scope, plan: ModelPlan, fields: readonly Field[]): Code {
  const documented = raw(fieldsName(plan));
  if (fields.every((field) => field.other === undefined)) return documented;
  const known = runtimeValue(scope, "further-fields", "knownFields");
  return code`${known}(input, ${documented}, ${raw(guessesName(plan))})`;
}

function guessesName(plan: ModelPlan): string {
  return fieldsName(plan).replace(/Fields$/, "Guesses");
}
