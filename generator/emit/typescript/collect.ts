import type { FunctionDeclarationStructure } from "ts-morph";
import type { Property } from "../../ir/index.ts";
import { type AssembledProperty, type Assembly, assemblyKey } from "../../ir/pieces/assembly.ts";
import { onlyValue, type Part } from "../../ir/pieces/part.ts";
import type { OutputFile } from "../../options.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { camelCase, identifier, isIdentifier, isReserved, uniqueNames } from "../print/identifier.ts";
import { block, braces, call, guarded } from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import { exportedFunction, newImports, type Printer } from "../print/source-file.ts";
import { encoderCall, isEncodedAsIs, nullableReaderCall, readerCall } from "./codecs.ts";
import { type JoinPlan, type JoinPlans, planJoins } from "./collect-plan.ts";
import { article } from "./describe.ts";
import { header } from "./model-file.ts";
import { additionalName, type ModelPlan, type Plan, planOf } from "./plan.ts";
import { acceptsNull, modelType, runtimeType, runtimeValue, type Scope } from "./types.ts";

/**
 * The files that put the pieces of streamed answers together, one an object. They stand apart from the models, so that
 * nobody loads them who collects nothing; `models/index.ts` exports what callers use.
 */
export function collectFiles(plan: Plan, printer: Printer): OutputFile[] {
  const joins = planJoins(plan);
  return [...joins.values()].map((one) => joinFile(plan, joins, one, printer));
}

/** Names of the runtime and of parameters, which no variable may hide. */
const helpers = ["collect", "contentOf", "entriesOf", "itemsOf", "keep", "lastOf", "objectOf", "objectsOf", "required"];
const parameters = [
  "at",
  "fields",
  "further",
  "item",
  "key",
  "options",
  "piece",
  "pieces",
  "stream",
  "text",
  "textOf",
  "value",
];

/** One function at a time: what it imports, and the variables that are free in it. */
interface Context {
  readonly scope: Scope;
  readonly joins: JoinPlans;
  readonly piece: ModelPlan;
  readonly whole: ModelPlan;
  /** A name for the variable of a property. */
  readonly localOf: (property: Property) => Code;
}

function joinFile(plan: Plan, joins: JoinPlans, one: JoinPlan, printer: Printer): OutputFile {
  const { piece, whole, rest } = one.assembly;
  const texts = [...one.assembly.parts, ...one.assembly.rest].flatMap(({ part }) =>
    part.kind === "content" ? [`as${planOf(plan, part.item.id).type}`] : [],
  );
  const own = [`collect${one.name}`, `join${one.name}`, ...texts];
  const unique = uniqueNames([...helpers, ...parameters, ...own]);
  const properties = [...whole.properties, ...rest.map(({ property }) => property)];
  const locals = new Map(properties.map((property) => [property, unique(localName(property))]));
  const imports = newImports([...own, ...locals.values(), ...parameters.filter((name) => name !== "textOf")]);
  const scope: Scope = { plan, imports, root: "..", file: `collect/${one.file}` };
  const context: Context = {
    scope,
    joins,
    piece: planOf(plan, piece.id),
    whole: planOf(plan, whole.id),
    localOf: (property) => raw(locals.get(property) ?? "value"),
  };
  const functions = [
    ...(one.stream === null ? [] : [collectFunction(context, one, one.stream.marks)]),
    joinFunction(context, one),
    ...textFunctions(context, one.assembly),
  ];
  return printer.print(`src/${scope.file}.ts`, header([piece, whole]), imports, functions);
}

function localName({ words }: Property): string {
  const name = identifier(camelCase(words), "field");
  return isIdentifier(name) && !isReserved(name) ? name : `${name}Value`;
}

function collectFunction(
  { scope, piece, whole }: Context,
  { name }: JoinPlan,
  marks: readonly string[],
): FunctionDeclarationStructure {
  const items = join([modelType(scope, piece.model.id), ...marks.map((mark) => code`${mark}`)], " | ");
  const options = runtimeType(scope, "issue", "DecodeOptions");
  const args = [code`${whole.type}`, raw("stream"), raw(`join${name}`), raw("options")];
  return exportedFunction(
    `collect${name}`,
    {
      text: `Reads a stream to its end and gives the \`${whole.type}\` that its items are the pieces of, as if it had not been streamed.`,
      tags: [
        { tag: "throws", text: `{DecodeError} no piece has what ${article(whole.type)} \`${whole.type}\` cannot lack` },
        { tag: "throws", text: "{StreamError} the stream has no piece, or does not end as documented" },
      ],
    },
    [code`stream: AsyncIterable<${items}>`, code`options?: ${options}`],
    code`Promise<${modelType(scope, whole.model.id)}>`,
    [code`return ${call(helper(scope, "collect"), args)};`],
  );
}

function joinFunction(context: Context, { assembly, name }: JoinPlan): FunctionDeclarationStructure {
  const { scope, piece, whole } = context;
  const decoding = runtimeType(scope, "decode", "Decoding");
  const key = runtimeType(scope, "decode", "Key");
  const type = modelType(scope, whole.model.id);
  const isRequired = ({ property }: AssembledProperty): boolean => property.presence.value === "required";
  const needed = assembly.parts.filter(isRequired).map((one) => requiredEntry(context, one));
  const kept = keptFields(context, assembly.rest);
  return exportedFunction(
    `join${name}`,
    { text: `Makes ${article(whole.type)} \`${whole.type}\` of its pieces.` },
    [code`pieces: readonly ${modelType(scope, piece.model.id)}[]`, code`at: ${decoding}`, code`key: ${key}`],
    type,
    [
      raw("at.enter(key);"),
      code`const value: ${type} = ${block(needed)};`,
      ...assembly.parts.filter((one) => !isRequired(one)).flatMap((one) => writeOptional(context, one)),
      ...(assembly.hasAdditional ? writeAdditional(context) : []),
      ...kept,
      raw("at.leave();"),
      closing(context, kept.length > 0),
    ],
  );
}

function writeAdditional({ scope, piece, whole }: Context): Code[] {
  const found = code`${helper(scope, "entriesOf")}(pieces, ${additionalName(piece.properties)})`;
  const target = raw(`value.${additionalName(whole.properties)}`);
  return [code`const further = ${found};`, guarded(raw("if (further !== undefined)"), code`${target} = further;`)];
}

/** What nobody documents is kept where decoders keep it. */
function closing({ scope, whole }: Context, hasFields: boolean): Code {
  if (!keepsUnknown(scope, whole)) return raw("return value;");
  return code`return ${helper(scope, "keep")}(value, pieces${raw(hasFields ? ", fields" : "")});`;
}

function keepsUnknown({ plan }: Scope, { model }: ModelPlan): boolean {
  const isOpen = model.kind === "object" && model.additional !== undefined;
  return plan.options.unknownFields === "keep" && !isOpen;
}

function requiredEntry(context: Context, assembled: AssembledProperty): Code {
  const { scope } = context;
  const { property, part } = assembled;
  const target = code`${keyOf(nameIn(context.whole, property))}:`;
  if (part.kind === "constant") return code`${target} ${part.value}`;
  const found = collected(context, assembled);
  if (part.kind === "last" && part.isRead) return code`${target} ${read(context, assembled, found)}`;
  return code`${target} ${call(helper(scope, "required"), [found, raw("at"), code`${property.wireName.value}`])}`;
}

function writeOptional(context: Context, assembled: AssembledProperty): Code[] {
  const { property, part } = assembled;
  const local = context.localOf(property);
  const target = member("value", nameIn(context.whole, property));
  const found = collected(context, assembled);
  const value =
    part.kind === "constant"
      ? code`${part.value}`
      : part.kind === "last" && part.isRead
        ? read(context, assembled, local)
        : local;
  return [code`const ${local} = ${found};`, guarded(code`if (${local} !== undefined)`, code`${target} = ${value};`)];
}

/** The value of another type than the pieces have, told by its reader to be one of the whole's. */
function read({ scope, whole }: Context, { property }: AssembledProperty, input: Code): Code {
  const key = code`${property.wireName.value}`;
  return acceptsNull(property, whole.isRead)
    ? nullableReaderCall(scope, property.type.value, input, key)
    : readerCall(scope, property.type.value, input, key);
}

/** What the pieces say of a property. Null is nothing where the whole has no null. */
function collected(context: Context, { property, from, part }: AssembledProperty): Code {
  if (from === null) return raw("undefined");
  const found = partCall(context, from, property, part);
  const mayBeNull = acceptsNull(from, context.piece.isRead) && from.type.value.kind !== "unknown";
  const takesNull = acceptsNull(property, context.whole.isRead) && part.kind !== "constant";
  return mayBeNull && !takesNull && property.type.value.kind !== "unknown" ? code`${found} ?? undefined` : found;
}

function partCall(context: Context, from: Property, property: Property, part: Part): Code {
  const { scope, joins } = context;
  const name = nameIn(context.piece, from);
  const picked = (of: string): Code => call(helper(scope, of), [raw("pieces"), code`${name}`]);
  const step = [raw("at"), code`${property.wireName.value}`];
  switch (part.kind) {
    case "constant":
    case "last":
      return picked("lastOf");
    case "text":
      return picked("textOf");
    case "items":
      return picked("itemsOf");
    case "entries":
      return picked("entriesOf");
    case "content":
      return call(helper(scope, "contentOf"), [raw("pieces"), code`${name}`, raw(textFunction(scope, part))]);
    case "object":
      return call(helper(scope, "objectOf"), [raw("pieces"), code`${name}`, joinOf(scope, joins, part), ...step]);
    case "objects": {
      const index =
        part.index === null ? raw("undefined") : code`${nameIn(planOf(scope.plan, part.piece), part.index)}`;
      return call(helper(scope, "objectsOf"), [
        raw("pieces"),
        code`${name}`,
        index,
        joinOf(scope, joins, part),
        ...step,
      ]);
    }
  }
}

/** The functions that give the texts between the items of a list their form. */
function textFunctions({ scope }: Context, { parts, rest }: Assembly): readonly FunctionDeclarationStructure[] {
  const contents = [...parts, ...rest].flatMap(({ part }) => (part.kind === "content" ? [part] : []));
  const forms = new Map(contents.map((part) => [part.item.id, part]));
  return [...forms.values()].map((part) =>
    exportedFunction(
      textFunction(scope, part),
      { text: "Gives a text the form that it has in a list." },
      [raw("text: string")],
      modelType(scope, part.item.id),
      [code`return ${textItem(scope, part)};`],
    ),
  );
}

function textFunction({ plan }: Scope, { item }: ContentPart): string {
  return `as${planOf(plan, item.id).type}`;
}

/** `{ type: "text", text }` */
function textItem({ plan }: Scope, { text, item }: ContentPart): Code {
  const own = planOf(plan, item.id);
  const entries = item.properties.flatMap((property) => {
    const key = keyOf(nameIn(own, property));
    if (property === text) return [nameIn(own, property) === "text" ? raw("text") : code`${key}: text`];
    const only = onlyValue(plan.known, property.type.value);
    return only === undefined ? [] : [code`${key}: ${only}`];
  });
  return braces(entries);
}

type ContentPart = Extract<Part, { readonly kind: "content" }>;

function joinOf(scope: Scope, joins: JoinPlans, part: Extract<Part, { readonly kind: "object" | "objects" }>): Code {
  const found = joins.get(assemblyKey(part.piece, part.whole));
  if (found === undefined) throw new Error(`No join makes ${part.whole} of ${part.piece}.`);
  const name = `join${found.name}`;
  return scope.file === `collect/${found.file}` ? raw(name) : scope.imports.value(`./${found.file}.ts`, name);
}

/** What only the pieces document is none of the whole's fields, and kept as such: under its name on the wire. */
function keptFields(context: Context, rest: readonly AssembledProperty[]): Code[] {
  const { scope, piece } = context;
  if (!keepsUnknown(scope, context.whole) || rest.length === 0) return [];
  const json = runtimeType(scope, "json", "JsonObject");
  const lines = rest.flatMap(({ property, part }) => {
    const local = context.localOf(property);
    const { value: type } = property.type;
    const isNullable = acceptsNull(property, piece.isRead) && type.kind !== "unknown" && !isEncodedAsIs(scope, type);
    const encoded = encoderCall(scope, isNullable ? { kind: "nullable", of: type } : type, local);
    const found = partCall(context, property, property, part);
    const target = member("fields", property.wireName.value);
    const set =
      property.wireName.value in {}
        ? code`${runtimeValue(scope, "model", "setKey")}(fields, ${property.wireName.value}, ${encoded});`
        : code`${target} = ${encoded};`;
    return [code`const ${local} = ${found};`, guarded(code`if (${local} !== undefined)`, set)];
  });
  return [code`const fields: ${json} = {};`, ...lines];
}

/** The TypeScript name of a property of a model. */
function nameIn({ model, properties }: ModelPlan, property: Property): string {
  const index = model.kind === "object" ? model.properties.indexOf(property) : -1;
  return properties[index] ?? property.name;
}

function helper(scope: Scope, name: string): Code {
  return runtimeValue(scope, "collect", name);
}
