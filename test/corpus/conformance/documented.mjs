// The requests that the docs show of an operation: in its usage samples, and in the examples of its rows.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { callIn, Name } from "./sample-text.mjs";

/** Each usage sample that can be read, as a request on the wire; `refusal` says why one cannot. */
export function sampledRequests(surface, docs, { operation }) {
  return samplesOf(docs, operation).map((sample) => {
    try {
      const found = callIn(sample, (name) => plain(name) === plain(operation.words.join("")));
      if (found === undefined) return { refusal: "the sample does not call it" };
      return { request: requestOf(surface, operation, found) };
    } catch (error) {
      if (error instanceof SyntaxError) return { refusal: `the sample: ${error.message}` };
      throw error;
    }
  });
}

/** A request of all example cells that the docs have for an operation; `refusal` names a required row without one. */
export function exemplifiedRequest(surface, { operation }) {
  const cell = ({ type, examples: [first] }) => {
    const value = first === undefined ? undefined : surface.exampleOf(type.value, first);
    return value !== undefined && surface.fits(type.value, value) ? value : undefined;
  };
  const lacking = [];
  const parameters = operation.parameters.flatMap((parameter) => {
    const value = cell(parameter);
    if (value === undefined && parameter.presence.value === "required") lacking.push(parameter.name);
    return value === undefined ? [] : [{ location: parameter.location.value, name: parameter.wireName.value, value }];
  });
  const model = operation.body?.type.kind === "reference" ? surface.modelOf(operation.body.type.id) : undefined;
  if (operation.body !== null && model?.kind !== "object" && operation.body.presence.value === "required")
    lacking.push("body");
  const rows = model?.kind === "object" ? model.properties : [];
  const entries = rows.flatMap((property) => {
    const value = cell(property);
    if (value === undefined && property.presence.value === "required") lacking.push(property.name);
    return value === undefined ? [] : [[property.wireName.value, value]];
  });
  if (lacking.length > 0) return { refusal: `no example of ${lacking.join(", ")}` };
  return { request: { parameters, body: model?.kind === "object" ? Object.fromEntries(entries) : undefined } };
}

function samplesOf(docs, { id, page }) {
  const file = join(docs, page);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const fences = text.matchAll(/<!-- UsageSnippet ([^\n]*?)-->\s*```\w*\n([\s\S]*?)\n```/g);
  return [...fences].filter(([, about]) => about.includes(`operationID="${id}"`)).map(([, , code]) => code);
}

/** Sorts what a call hands over into parameters and body: by names first, then by position. */
function requestOf(surface, operation, { named, positional }) {
  const values = positional.filter((value) => value !== undefined && !(value instanceof Name));
  const whole = [...named.values(), ...values];
  const wrapped = whole.length === 1 && (named.size === 0 || plain([...named.keys()][0]) === "request");
  const given = new Map(wrapped && whole[0] instanceof Map ? whole[0] : named);
  const list = wrapped && Array.isArray(whole[0]) ? whole[0] : undefined;
  const rest = wrapped ? (whole[0] instanceof Map || list !== undefined ? [] : whole) : values;
  const parameters = [];
  const takeOut = (names) => {
    const key = [...given.keys()].find((one) => names.some((name) => plain(name) === plain(one)));
    const value = given.get(key);
    given.delete(key);
    return value;
  };
  for (const parameter of operation.parameters) {
    const { name, wireName, location, type } = parameter;
    const value = takeOut([name, wireName.value, parameter.words.join("")]) ?? rest.find((one) => !isBody(one));
    if (value === undefined) continue;
    if (rest.includes(value)) rest.splice(rest.indexOf(value), 1);
    parameters.push({ location: location.value, name: wireName.value, value: wireValue(surface, type.value, value) });
  }
  const body = bodyOf(operation, takeOut, rest.find(isBody) ?? list, given);
  if (given.size > 0 && body !== given) throw new SyntaxError(`nothing is called ${[...given.keys()].join(", ")}`);
  return { parameters, body: body === undefined ? undefined : wireValue(surface, operation.body.type, body) };
}

function bodyOf({ body }, takeOut, positional, given) {
  if (body === null) return undefined;
  const named = body.as === "spread" ? undefined : takeOut([body.as.join(""), "requestBody", "request"]);
  return named ?? positional ?? (given.size > 0 ? given : undefined);
}

function isBody(value) {
  return value instanceof Map || Array.isArray(value);
}

/** A value of a sample as JSON: names become those on the wire, names of enum values become the values. */
function wireValue(surface, type, value) {
  if (value === null || value === undefined) return value;
  switch (type.kind) {
    case "nullable":
      return wireValue(surface, type.of, value);
    case "list":
      if (!Array.isArray(value)) break;
      return value.map((item) => wireValue(surface, type.item, item));
    case "map":
      return value instanceof Map
        ? entriesOf(value, (item) => wireValue(surface, type.value, item))
        : plainValue(value);
    case "union":
      return memberValue(surface, type.members, value);
    case "reference":
      return modelValue(surface, surface.modelOf(type.id), value);
  }
  return plainValue(value);
}

function modelValue(surface, model, value) {
  if (model?.kind === "union")
    return memberValue(
      surface,
      model.members.map(({ type }) => type),
      value,
    );
  if (model?.kind === "enum" && value instanceof Name) return enumValue(model, value);
  if (model?.kind !== "object" || !(value instanceof Map)) return plainValue(value);
  const entries = [...value].map(([key, item]) => {
    const property = model.properties.find(({ name, words, wireName }) =>
      [name, words.join(""), wireName.value].some((one) => plain(one) === plain(key)),
    );
    if (property === undefined) throw new SyntaxError(`${model.title} has no ${key}`);
    return [property.wireName.value, wireValue(surface, property.type.value, item)];
  });
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

function memberValue(surface, types, value) {
  const readings = types.flatMap((type) => {
    try {
      const wire = wireValue(surface, type, value);
      return [{ wire, fits: surface.fits(type, wire) }];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
  const best = readings.find(({ fits }) => fits) ?? readings[0];
  if (best === undefined) throw new SyntaxError("no member of the union takes it");
  return best.wire;
}

/** `operations.EventLeads`, `Event::Leads`: the longest value that the name ends with. */
function enumValue(model, { text }) {
  const fitting = model.values.filter(({ value }) => plain(text).endsWith(plain(String(value))));
  const [best] = fitting.sort((one, other) => String(other.value).length - String(one.value).length);
  if (best === undefined) throw new SyntaxError(`${model.title} has no ${text}`);
  return best.value;
}

function plainValue(value) {
  if (value instanceof Name) throw new SyntaxError(`${value.text} is of the other package`);
  if (Array.isArray(value)) return value.map(plainValue);
  return value instanceof Map ? entriesOf(value, plainValue) : value;
}

function entriesOf(map, convert) {
  return Object.fromEntries([...map].map(([key, value]) => [key, convert(value)]));
}

function plain(name) {
  return String(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}
