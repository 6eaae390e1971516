import { exampleValue, smallestValue } from "./example.ts";
import type { Model, ObjectModel, Property, UnionModel } from "./model.ts";
import type { Json, Operation, Parameter, Sample } from "./operation.ts";
import type { ModelId, Type } from "./type.ts";

/** How a request is filled from the examples of its rows. */
export interface Filling {
  readonly models: ReadonlyMap<ModelId, Model>;
  /** Whether an example may stand for its type. */
  readonly accepts: (type: Type, example: Json) => boolean;
  /** Which optional members are there: none, or those that the docs give an example of. */
  readonly optional: "left out" | "documented";
  /** What makes up values that the docs have no example of; absent where such a request is none. */
  readonly guess?: Guess;
  /** What is known of a member of the body before any example is read. */
  readonly given?: (property: Property) => { readonly value: Json } | "left out" | undefined;
}

export interface Guess {
  /** What a reader calls a parameter or a property of a model. */
  readonly nameOf: (row: Property | Parameter, owner?: ObjectModel) => string;
  /** What a reader calls the body; empty where it is the request, or its properties are the request's. */
  readonly bodyName: string;
}

/** A request, and what in it is made up, as a reader reaches it: `messages[0].content`. */
export interface FilledRequest {
  readonly sample: Sample;
  readonly guessed: readonly string[];
}

interface Filled {
  readonly value: Json;
  readonly guessed: readonly string[];
}

/** Where a value stands: its name, and the models around it. */
interface At {
  readonly name: string;
  readonly above: readonly ModelId[];
}

/** A request of what is required; undefined where a part of that has no value. */
export function filledRequest(
  { parameters, body }: Pick<Operation, "parameters" | "body">,
  filling: Filling,
): FilledRequest | undefined {
  const values = parameters.map((parameter) => {
    const at = { name: filling.guess?.nameOf(parameter) ?? "", above: [] };
    return { parameter, filled: memberFilled(filling, parameter, isNeeded(parameter), at) };
  });
  const isLacking = values.some(({ parameter, filled }) => !filled && isNeeded(parameter));
  const sent = body === null ? undefined : bodyFilled(filling, body.type);
  if (isLacking || (body !== null && sent === undefined)) return undefined;
  const sample: Sample = {
    parameters: values.flatMap(({ parameter: { wireName, location }, filled }) =>
      filled === undefined ? [] : [{ name: wireName.value, in: location.value, value: filled.value }],
    ),
    ...(sent === undefined ? {} : { body: sent.value }),
  };
  return { sample, guessed: [...values.flatMap(({ filled }) => filled?.guessed ?? []), ...(sent?.guessed ?? [])] };
}

function bodyFilled(filling: Filling, type: Type): Filled | undefined {
  const at = { name: filling.guess?.bodyName ?? "", above: [] };
  const model = type.kind === "reference" ? filling.models.get(type.id) : undefined;
  return model?.kind === "object" ? objectFilled(filling, model, at, filling.given) : typeFilled(filling, type, at);
}

/** Whether no request goes without the parameter: a path has no place for what is not there. */
export function isNeeded({ location, presence }: Parameter): boolean {
  return presence.value === "required" || location.value === "path";
}

function memberFilled(
  filling: Filling,
  row: Pick<Property, "type" | "examples">,
  isRequired: boolean,
  at: At,
): Filled | undefined {
  const example = isRequired || filling.optional === "documented" ? exampleOf(filling, row) : undefined;
  return example ?? (isRequired ? typeFilled(filling, row.type.value, at) : undefined);
}

function exampleOf({ models, accepts }: Filling, row: Pick<Property, "type" | "examples">): Filled | undefined {
  const type = row.type.value;
  for (const example of row.examples) {
    const value = exampleValue(models, type, example);
    if (isJson(value) && accepts(type, value)) return { value, guessed: [] };
  }
  return undefined;
}

/** A constant, an object of what is required of it, or the smallest value that says something: a list has one item. */
function typeFilled(filling: Filling, type: Type, at: At): Filled | undefined {
  const isGuessed = filling.guess !== undefined;
  switch (type.kind) {
    case "literal":
      return { value: type.value, guessed: [] };
    case "reference":
      return modelFilled(filling, type.id, at);
    case "list": {
      const item = isGuessed ? typeFilled(filling, type.item, { ...at, name: `${at.name}[0]` }) : undefined;
      // A list in a list that holds itself is empty.
      return isGuessed ? { value: item === undefined ? [] : [item.value], guessed: item?.guessed ?? [] } : undefined;
    }
    case "map":
      return isGuessed ? { value: {}, guessed: [] } : undefined;
    case "nullable":
      return isGuessed ? (typeFilled(filling, type.of, at) ?? { value: null, guessed: [] }) : undefined;
    case "union":
      return isGuessed ? firstFilled(filling, type.members, at) : undefined;
    case "stream":
      return undefined;
    default: {
      const isText = type.kind === "string" || type.kind === "unknown";
      const value = isText ? `<${at.name.replace(/^.*\.|\[\d+\]/g, "")}>` : smallestValue(filling.models, type);
      return isGuessed && isJson(value) ? { value, guessed: [at.name] } : undefined;
    }
  }
}

function modelFilled(filling: Filling, id: ModelId, at: At): Filled | undefined {
  const model = at.above.includes(id) ? undefined : filling.models.get(id);
  switch (model?.kind) {
    case "object":
      return objectFilled(filling, model, at);
    case "enum": {
      const [first, second] = model.values;
      const isCertain = second === undefined || filling.guess !== undefined;
      return first === undefined || !isCertain ? undefined : { value: first.value, guessed: [] };
    }
    case "union":
      return filling.guess && unionFilled(filling, model, { ...at, above: [...at.above, id] });
    default:
      return undefined;
  }
}

/** The first member that can be filled; the tag says which one it is, also where the member could do without. */
function unionFilled(filling: Filling, { tag, members }: UnionModel, at: At): Filled | undefined {
  for (const { type, tags } of members) {
    const found = typeFilled(filling, type, at);
    const [told] = tags;
    if (found === undefined) continue;
    const isTold = tag.value === null || told === undefined || typeof found.value !== "object";
    return isTold ? found : { ...found, value: { ...found.value, [tag.value]: told } };
  }
  return undefined;
}

function firstFilled(filling: Filling, types: readonly Type[], at: At): Filled | undefined {
  for (const type of types) {
    const found = typeFilled(filling, type, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function objectFilled(filling: Filling, model: ObjectModel, at: At, given?: Filling["given"]): Filled | undefined {
  const members = model.properties.map((property) => {
    const known = given?.(property);
    if (known === "left out") return undefined;
    if (known !== undefined) return { property, value: known.value, guessed: [] };
    const own = filling.guess?.nameOf(property, model) ?? "";
    const name = at.name === "" ? own : `${at.name}.${own}`;
    const filled = memberFilled(filling, property, property.presence.value === "required", {
      name,
      above: [...at.above, model.id],
    });
    return filled && { property, ...filled };
  });
  if (model.properties.some(({ presence }, index) => presence.value === "required" && !members[index]))
    return undefined;
  const there = members.filter((member) => member !== undefined);
  return {
    value: Object.fromEntries(there.map(({ property, value }) => [property.wireName.value, value])),
    guessed: there.flatMap((member) => member.guessed),
  };
}

/** What `JSON.parse` gives, or nothing. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
