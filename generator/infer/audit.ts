import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Api, Body, Fact, Model, ModelId, Parameter, Place, Property, Type } from "../ir/index.ts";
import { norm } from "../link/words.ts";
import { contradiction, isAssumed } from "./decide.ts";

/** What nobody supports and what contradicts itself among the facts that matter on the wire. */
export function audit(api: Pick<Api, "models" | "operations" | "servers">): readonly Diagnostic[] {
  const sent = onTheWire(api);
  const found = [
    ...api.models.flatMap((model) => {
      const bodies = model.read?.value ?? [];
      const fields = model.kind === "object" && sent.has(model.id) ? model.properties : [];
      return [...fields.flatMap((field) => fieldFindings(field, model.title)), ...bodies.flatMap(endFindings)];
    }),
    ...api.operations.flatMap(({ id, parameters, replies }) => [
      ...parameters.flatMap((parameter) => fieldFindings(parameter, id)),
      ...replies.value.flatMap(endFindings),
    ]),
    ...(isAssumed(api.servers) && api.operations.length > 0
      ? [diagnostic("infer/missing-server", noServer, null)]
      : []),
  ];
  // A stream is met at its model, at its wrapper and at each operation, but is one finding.
  return [...new Map(found.map((each) => [`${each.code} ${each.place} ${each.message}`, each])).values()];
}

/**
 * The models that requests and responses hold. Wrappers of parameters, credentials and envelopes are none of them, and
 * their names never reach a server. What no operation uses counts too, unless it looks like one of these.
 */
function onTheWire(api: Pick<Api, "models" | "operations">): ReadonlySet<ModelId> {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const wrappers = new Set(
    api.operations.flatMap(({ id, words }) => [`${norm(id)}request`, `${words.join("")}request`]),
  );
  const sent = new Set<ModelId>();
  const queue = [
    ...api.operations.flatMap(({ parameters, body, errors }) => [
      ...parameters.map(({ type }) => type.value),
      ...(body === null ? [] : [body.type]),
      ...errors.map(({ type }) => type),
    ]),
    ...api.models
      .filter(({ title }) => !wrappers.has(norm(title)) && !/Security$/.test(title))
      .map(({ id }): Type => ({ kind: "reference", id })),
  ].flatMap(references);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const model = models.get(id);
    if (model === undefined || sent.has(id)) continue;
    sent.add(id);
    if (model.kind === "union") queue.push(...model.members.flatMap(({ type }) => references(type)));
    if (model.kind === "object") queue.push(...model.properties.flatMap(({ type }) => references(type.value)));
  }
  return new Set([...sent].filter((id) => !isEnvelope(models.get(id))));
}

function isEnvelope(model: Model | undefined): boolean {
  return model?.kind === "object" && model.role.value === "envelope";
}

function references(type: Type): readonly ModelId[] {
  switch (type.kind) {
    case "reference":
      return [type.id];
    case "list":
    case "stream":
      return references(type.item);
    case "map":
      return references(type.value);
    case "nullable":
      return references(type.of);
    case "union":
      return type.members.flatMap(references);
    default:
      return [];
  }
}

const noServer = "Unexpected docs without a server URL, expected one in the README or in `servers`";

function fieldFindings(field: Property | Parameter, owner: string): readonly Diagnostic[] {
  const { place } = field;
  const name = `${owner}.${field.name}`;
  return [
    ...assumed(
      field.wireName,
      place,
      `Unexpected silence on the wire name of \`${name}\`, expected a sighting; took \`${field.wireName.value}\``,
    ),
    ...assumed(
      field.type,
      `${place}:type`,
      `Unexpected silence on whether \`${name}\` is an integer, expected a sample; took number`,
    ),
    ...contradictory(field.wireName, `the wire name of \`${name}\``),
    ...contradictory(field.type, `the type of \`${name}\``),
    ...contradictory(field.presence, `the presence of \`${name}\``),
    ...contradictory(field.nullable, `whether \`${name}\` may be null`),
  ];
}

function endFindings(body: Body): readonly Diagnostic[] {
  if (body.kind !== "stream") return [];
  const place = body.end.because[0]?.places[0] ?? null;
  return [
    ...assumed(
      body.end,
      place,
      "Unexpected silence on how the stream ends, expected an end mark; took the end of the body",
    ),
    ...contradictory(body.end, "how the stream ends"),
  ];
}

function assumed(fact: Fact<unknown>, place: Place | null, message: string): readonly Diagnostic[] {
  return isAssumed(fact) ? [diagnostic("infer/assumed", message, place)] : [];
}

function contradictory(fact: Fact<unknown>, what: string): readonly Diagnostic[] {
  const pair = contradiction(fact);
  if (pair === undefined) return [];
  const [winner, rival] = pair;
  const text = (value: unknown): string => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
  const message = `Unexpected second answer to ${what}: ${text(rival.value)} (${rival.why}), expected ${text(winner.value)} (${winner.why})`;
  const related = rival.places.slice(0, 1).map((place) => ({ place, message: "The other answer" }));
  return [diagnostic("infer/contradiction", message, winner.places[0] ?? null, { related })];
}
