import type { Api, Model, ModelId, Property } from "../../ir/index.ts";
import type { ApiOptions } from "../../options.ts";
import { camelCase, fileName, identifier, pascalCase, uniqueNames } from "../print/identifier.ts";

/** The names of one model's emitted declarations. */
export interface ModelNames {
  /** `ChatCompletion`: the interface, and the stem of `decodeChatCompletion` and so on. */
  readonly type: string;
  /** `chat-completion`: the file's name without ending, where the model has a file of its own. */
  readonly file: string;
  /** The TypeScript names of an object's properties, in documented order. */
  readonly properties: readonly string[];
}

/** Names that emitted files import or refer to, which no type of the docs may hide. */
const takenTypes = [
  "ApiError Array AsyncIterable Blob Boolean CallOptions CallResult Client ClientOptions ConnectionError Date DecodeError",
  "DecodeOptions Decoder Decoding Error EventStream File FilePart FormData Function Headers Infinity Issue JSON JsonObject JsonValue",
  "Key Map Math NaN Number Object Promise Proxy Raw RawResponse ReadOptions Readable ReadonlyMap ReadonlySet ReadableStream Record",
  "RegExp Request Response ServerEvent Set StreamError String Symbol TimeoutError Uint8Array UnknownMember",
  "UnknownVariant Unrecognized URL",
].flatMap((line) => line.split(" "));

/** A name for a type or a class: one that emitted files refer to gets the suffix. */
export function freeType(name: string, suffix: string): string {
  return takenTypes.includes(name) ? `${name}${suffix}` : name;
}

/**
 * Names every model once, centrally. Of two documents with one title, the one that is data on the wire keeps it; the
 * other gets its namespace in front.
 */
export function nameModels(api: Api, options: Pick<ApiOptions, "fields">): ReadonlyMap<ModelId, ModelNames> {
  const uniqueType = uniqueNames();
  const uniqueFile = uniqueNames(["index"]);
  const byTitle = new Map<string, Model[]>();
  for (const model of [...api.models].sort(dataFirst)) {
    const title = typeName(model);
    byTitle.set(title.toLowerCase(), [...(byTitle.get(title.toLowerCase()) ?? []), model]);
  }
  const names = new Map<ModelId, ModelNames>();
  for (const [, [first, ...others]] of byTitle) {
    for (const model of first === undefined ? [] : [first]) name(model, typeName(model));
    for (const model of others) name(model, pascalCase([model.namespace]) + typeName(model));
  }
  return names;

  function name(model: Model, wanted: string): void {
    const type = uniqueType(freeType(wanted, "Model"));
    const properties = model.kind === "object" ? nameProperties(model.properties, options) : [];
    names.set(model.id, { type, file: uniqueFile(fileName(type, "model")), properties });
  }
}

function typeName(model: Model): string {
  return identifier(pascalCase([model.title]), "Model");
}

/** Documents that are data on the wire come first, then by id: independent of any input order. */
function dataFirst(one: Model, other: Model): number {
  return rank(one) - rank(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

function rank(model: Model): number {
  return model.kind === "object" && model.role.value === "envelope" ? 1 : 0;
}

/** Properties keep documented order; two that would get one name are told apart by a number. */
function nameProperties(properties: readonly Property[], options: Pick<ApiOptions, "fields">): string[] {
  const unique = uniqueNames();
  return properties.map((property) => unique(propertyName(property, options.fields)));
}

/** How a property or a parameter is spelled in TypeScript. */
export function propertyName(
  property: Pick<Property, "name" | "words" | "wireName">,
  fields: ApiOptions["fields"],
): string {
  const spelled = { camelCase: camelCase(property.words), documented: property.name, wire: property.wireName.value };
  return propertyKey(spelled[fields], property.name);
}

/**
 * A name that an object may have as its own. What every object inherits is no sign of a value, and `$unknown` marks the
 * members of a union that the docs do not know.
 */
export function propertyKey(name: string, documented: string): string {
  const plain = name === "" || name === "$unknown" ? identifier(camelCase([documented]), "field") : name;
  return plain in {} ? `${camelCase([plain])}Field` : plain;
}
