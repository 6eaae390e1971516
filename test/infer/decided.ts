import type { Sighting } from "../../generator/dialects/sighting.ts";
import { infer } from "../../generator/infer/index.ts";
import type { Api, Body, Fact, Model, ObjectModel, Operation, Property, Type } from "../../generator/ir/index.ts";
import { link } from "../../generator/link/index.ts";
import { type ApiOptions, defaultOptions } from "../../generator/options.ts";

/** The API that the sightings give. */
export function decided(
  sightings: readonly Sighting[],
  options: Partial<ApiOptions> = {},
): { readonly api: Api; readonly found: readonly string[] } {
  const { api, diagnostics } = infer(link(sightings).draft, { ...defaultOptions, slug: "harbor", ...options });
  return { api, found: diagnostics.map(({ code, place }) => `${code} ${place}`) };
}

export function model(api: Api, title: string): Model {
  const found = api.models.find((each) => each.title === title);
  if (found === undefined) throw new Error(`No model ${title}`);
  return found;
}

export function objectModel(api: Api, title: string): ObjectModel {
  const found = model(api, title);
  if (found.kind !== "object") throw new Error(`${title} is no object`);
  return found;
}

export function property(api: Api, path: string): Property {
  const [title = "", name] = path.split(".");
  const found = objectModel(api, title).properties.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No field ${path}`);
  return found;
}

export function onlyOperation(api: Api): Operation {
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("No operation");
  return operation;
}

/** `value by rule (strength)`. */
export function brief(fact: Fact<unknown>): string {
  const [because] = fact.because;
  const value = typeof fact.value === "string" ? fact.value : JSON.stringify(fact.value);
  return `${value} by ${because?.rule} (${because?.strength})`;
}

/** A type as a reader would write it. */
export function spelled(type: Type): string {
  switch (type.kind) {
    case "reference":
      return type.id;
    case "list":
      return `${spelled(type.item)}[]`;
    case "map":
      return `{${spelled(type.value)}}`;
    case "nullable":
      return `${spelled(type.of)}?`;
    case "union":
      return type.members.map(spelled).join(" | ");
    case "stream":
      return `${type.framing}<${spelled(type.item)}>`;
    case "literal":
      return JSON.stringify(type.value);
    case "unknown":
      return `unknown (${type.reason})`;
    default:
      return type.kind;
  }
}

export function bodies(list: readonly Body[] | undefined): readonly string[] | undefined {
  return list?.map((body) => {
    if (body.kind === "json") return `json ${spelled(body.type)}`;
    if (body.kind !== "stream") return body.kind;
    const end = body.end.value;
    const ending = end === null ? "no end" : `${end.data}${end.yielded ? " yielded" : ""}`;
    return `${body.framing} ${spelled(body.item)}, ${ending}`;
  });
}
