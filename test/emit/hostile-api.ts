import { smallestValue } from "../../generator/ir/example.ts";
import type { Api, Json, Operation, Parameter, Property, Type } from "../../generator/ir/index.ts";
import {
  api,
  enumeration,
  errorReply,
  fact,
  guessed,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  stream,
  text,
  union,
  wordsOf,
} from "./api.ts";
import type { Slots } from "./hostile-text.ts";

/** A small API with one of everything, and text of the slots wherever the docs have text. */
export function hostileApi(slot: Slots): Api {
  const about = (title: string) => ({
    title: slot(title),
    description: slot("What it is."),
    page: slot("docs/models/a.md"),
  });
  const field = (name: string, type: Type, more: Partial<Property> = {}): Property => {
    const documented = slot(name);
    return {
      ...property(name, type),
      name: documented,
      words: wordsOf(documented),
      wireName: fact(slot(wordsOf(name).join("_"))),
      description: slot("What it means."),
      examples: [slot("an example")],
      deprecated: slot("Use another."),
      ...more,
    };
  };
  const sent = (name: string, location: "path" | "query" | "header", type: Type, more: Partial<Parameter> = {}) => ({
    ...parameter(name, location, type),
    ...field(name, type),
    ...more,
  });
  const id = sent("id", "path", text);
  const models = [
    object(
      "Vessel",
      [
        field("name", text),
        field("callSign", text, { ...optional, wireName: guessed(slot("call_sign"), slot("callSign")) }),
        field("status", reference("Status")),
        field("flag", reference("Flag"), { ...optional, nullable: fact("unstated") }),
        field("builtAt", { kind: "date-time" }, { nullable: fact("yes") }),
        field("photo", { kind: "bytes" }, optional),
        field("cargo", reference("Cargo"), optional),
        field("ports", listOf(reference("Port"))),
        field("kind", { kind: "literal", value: slot("vessel") }),
        field("mixed", { kind: "union", members: [text, reference("Port"), listOf(reference("Cargo"))] }, optional),
        field("labels", { kind: "map", value: reference("Port") }, optional),
      ],
      { ...about("Vessel"), deprecated: slot("Gone soon.") },
    ),
    object("Port", [field("kind", { kind: "literal", value: "port" }), field("code", text)], about("Port")),
    object("Extra", [field("known", text)], { ...about("Extra"), additional: { kind: "integer" } }),
    object("Empty", [], about("Empty")),
    enumeration("Status", [...new Set([slot("moored"), slot("under way"), "adrift"])], about("Status")),
    enumeration("Flag", [slot("nl")], { ...about("Flag"), open: fact(true) }),
    union(
      "Cargo",
      [
        { type: reference("Box"), tags: ["box"] },
        { type: reference("Tank"), tags: ["tank", "bulk"] },
      ],
      { ...about("Cargo"), tag: fact<string | null>("type") },
    ),
    object(
      "Box",
      [property("type", { kind: "literal", value: "box" }), field("weight", { kind: "number" })],
      about("Box"),
    ),
    object("Tank", [property("type", reference("TankType")), field("volume", { kind: "decimal" })], about("Tank")),
    enumeration("TankType", ["tank", "bulk"], about("TankType")),
    union("Text", [{ type: text }, { type: listOf(text) }], about("Text")),
    union("Shape", [{ type: reference("Port") }, { type: reference("Extra") }, { type: text }], about("Shape")),
    object("Watch", [property("stream", { kind: "boolean" }, optional), field("of", text)], about("Watch")),
    object("Failure", [field("message", text)], about("Failure")),
    object("OtherFailure", [field("message", text)], about("OtherFailure")),
    object("Answer", [field("statusCode", { kind: "integer" }), field("vessel", reference("Vessel"), optional)], {
      ...about("Answer"),
      role: fact("envelope"),
      read: fact([json(reference("Vessel"))]),
    }),
  ];
  const described = () => ({
    words: wordsOf(slot("do it")),
    group: [slot("vessels"), slot("crew")].slice(0, 1 + (slot("").length % 2)),
    summary: slot("Does it"),
    description: slot("How it does it."),
    deprecated: slot("Another does it."),
    page: slot("docs/sdks/vessels/README.md"),
  });
  const errors = [
    { ...errorReply("404", "Failure"), title: slot("Failure") },
    { ...errorReply("5XX", "OtherFailure"), title: slot("OtherFailure") },
  ];
  const byId = new Map(models.map((model) => [model.id, model]));
  const sampleOf = (type: Type): Json => {
    const model = type.kind === "reference" ? byId.get(type.id) : undefined;
    if (model?.kind === "object") {
      const required = model.properties.filter(({ presence }) => presence.value === "required");
      return Object.fromEntries(required.map((one) => [one.wireName.value, sampleOf(one.type.value)]));
    }
    if (type.kind === "string") return slot("a value");
    if (type.kind === "list") return [sampleOf(type.item), sampleOf(type.item)];
    return JSON.parse(JSON.stringify(smallestValue(byId, type)));
  };
  const sampled = ({ parameters, body }: Pick<Operation, "parameters" | "body">): Pick<Operation, "sample"> => ({
    sample: fact({
      parameters: parameters.map(({ wireName, location, type }) => ({
        ...{ name: wireName.value, in: location.value },
        value: sampleOf(type.value),
      })),
      ...(body === null ? {} : { body: sampleOf(body.type) }),
    }),
  });
  const pathText = slot("/v1/vessels").replaceAll(/[{}]/g, "");
  const operations = [
    operation(slot("vessels.locate"), "GET", `${pathText}/{${id.wireName.value.replaceAll(/[{}]/g, "")}}`, {
      ...described(),
      parameters: [
        { ...id, wireName: fact(id.wireName.value.replaceAll(/[{}]/g, "")) },
        sent("since", "query", { kind: "date-time" }, optional),
        sent("X-Trace", "header", listOf(text), optional),
      ],
      replies: fact([json(reference("Vessel")), stream(reference("Cargo"), slot("[DONE]"))]),
      errors,
    }),
    operation(slot("vessels.create"), "POST", pathText, {
      ...described(),
      parameters: [sent("dryRun", "query", { kind: "boolean" })],
      body: jsonBody(reference("Vessel")),
      replies: fact([json(reference("Text"))]),
      errors,
    }),
    operation(slot("vessels.replace"), "PUT", pathText, {
      ...described(),
      parameters: [sent("flags", "query", listOf(reference("Flag")), optional)],
      body: jsonBody(listOf(reference("Shape")), { as: wordsOf(slot("body")), presence: fact("optional") }),
      replies: fact([stream(reference("Vessel"))]),
    }),
    operation(slot("vessels.scrap"), "DELETE", "/all", { ...described(), group: [] }),
    ...[[], ["vessels"], ["vessels", "crew"]].map((group) =>
      operation(slot("watch"), "POST", "/watch", {
        ...described(),
        group,
        body: jsonBody(reference("Watch")),
        replies: fact([json(reference("Vessel")), stream(reference("Cargo"))]),
      }),
    ),
    operation(slot("ports.list"), "GET", "/ports", { ...described(), replies: fact([{ kind: "bytes" }]) }),
  ];
  const [first] = operations;
  const { sample } = first === undefined ? {} : sampled(first);
  return api({
    models: unique(models),
    ...(first === undefined || sample === undefined
      ? {}
      : { firstCall: fact({ operation: first.id, sample: sample.value }) }),
    operations: operations.map((one) => ({ ...one, ...sampled(one) })),
    page: slot("README.md"),
    title: slot("Harbor"),
    description: slot("All about harbors."),
    clientClass: slot("Harbor"),
    servers: fact([
      {
        name: slot("main"),
        url: slot("https://api.harbor.example"),
        description: slot("Main"),
        variables: [{ name: "a", default: slot("b"), allowed: [] }],
      },
      { name: slot("eu"), url: slot("https://eu.harbor.example"), description: slot("Europe"), variables: [] },
      {
        name: slot("own"),
        url: `https://{${slot("region")}}.{id}.${slot("harbor.example")}/{${slot("base path")}}/\`\${1}\\`,
        description: slot("Yours"),
        variables: [{ name: slot("region"), default: slot("eu"), allowed: [slot("eu"), "us"] }],
      },
    ]),
    security: fact([
      { words: wordsOf(slot("token")), kind: "bearer", environment: slot("HARBOR_TOKEN"), place: "README.md#security" },
      {
        words: wordsOf(slot("key")),
        kind: "api-key",
        environment: slot("HARBOR_KEY"),
        header: slot("x-key"),
        place: "README.md#security",
      },
      { words: wordsOf(slot("other")), kind: "api-key", environment: null, place: "README.md#security" },
      { words: wordsOf(slot("login")), kind: "basic", environment: null, place: "README.md#security" },
    ]),
  });
}

/** Wire names are unique in a model: link and infer see to that. */
function unique(models: Api["models"]): Api["models"] {
  return models.map((model) => {
    if (model.kind !== "object") return model;
    const seen = new Set<string>();
    const properties = model.properties.filter(({ wireName }) => !seen.has(wireName.value) && seen.add(wireName.value));
    return { ...model, properties };
  });
}
