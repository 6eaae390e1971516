import { type Diagnostic, diagnostic, type Settlement } from "../diagnostics.ts";
import type {
  Api,
  Body,
  Claim,
  Fact,
  Model,
  ModelId,
  Operation,
  Parameter,
  Place,
  Property,
  Route,
  SecurityScheme,
  Type,
} from "../ir/index.ts";
import { spellBodies, spellEnd, spellType } from "../ir/spell.ts";
import { walkOf } from "../ir/walk.ts";
import { norm } from "../link/words.ts";
import { contradiction, isAssumed } from "./decide.ts";
import { type Naming, namingOf, operationName, typeName } from "./overrides/naming.ts";

/** What nobody supports and what contradicts itself among the facts that matter on the wire. */
export function audit(api: Pick<Api, "models" | "operations" | "servers" | "security">): readonly Diagnostic[] {
  const sent = onTheWire(api);
  const naming = namingOf(api);
  const models = new Map(api.models.map((model) => [model.id, model]));
  const found = [
    ...api.models.flatMap((model) => {
      const bodies = model.read?.value ?? [];
      const fields = model.kind === "object" && sent.has(model.id) ? model.properties : [];
      return [
        ...fields.flatMap((field) => fieldFindings(field, model.title, naming)),
        ...bodies.flatMap((body) => endFindings(body, `stream ${naming.models.get(model.id)}`)),
      ];
    }),
    ...api.operations.flatMap((operation) => [
      ...(operation.route === null
        ? []
        : contradictory(operation.route, `where \`${operationName(operation)}\` goes`, spellRoute, {
            subject: `operation ${operationName(operation)}`,
            value: spellRoute(operation.route.value),
          })),
      ...contradictory(operation.replies, `what \`${operationName(operation)}\` answers`, (bodies) =>
        spellBodies(bodies, nameIn(naming)),
      ),
      ...operation.parameters.flatMap((parameter) => fieldFindings(parameter, operationName(operation), naming)),
      ...assumed(
        operation.pagination,
        operation.pagination.because[0]?.places[0] ?? null,
        `Unexpected silence on how the pages of \`${operationName(operation)}\` follow each other, expected names that tell`,
        undefined,
      ),
      ...unwalked(operation, models),
      ...operation.replies.value.flatMap((body) => endFindings(body, `stream ${operationName(operation)}`)),
    ]),
    ...(api.security.because[0]?.strength === "declared" ? [] : api.security.value)
      .filter(({ kind }) => kind === "unknown")
      .map(unknownSecurity),
    ...(api.security.value.length > 0 ? [] : ownCredentials(api.operations).slice(0, 1)),
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

function spellRoute({ method, path }: Route): string {
  return `${method} ${path}`;
}

function nameIn({ models }: Naming): (id: ModelId) => string {
  return (id) => models.get(id) ?? id;
}

function unknownSecurity({ words, place }: SecurityScheme): Diagnostic {
  const message = `Unexpected kind of the security scheme \`${words.join("_")}\`, expected Bearer, Basic, an API key or OAuth2`;
  return diagnostic("infer/unknown-security", message, place);
}

/** Operations that have credentials of their own, where the docs name no scheme that these could belong to. */
function ownCredentials(operations: readonly Operation[]): readonly Diagnostic[] {
  return operations.flatMap((operation) => {
    const [reason] = operation.secured.because;
    if (!operation.secured.value || reason?.strength === "declared") return [];
    const message = `Unexpected credentials of \`${operationName(operation)}\` alone, expected a security scheme in the README`;
    return [diagnostic("infer/unknown-security", message, reason?.places[0] ?? null)];
  });
}

function unwalked(operation: Operation, models: ReadonlyMap<ModelId, Model>): readonly Diagnostic[] {
  const missing = operation.route === null ? undefined : walkOf(operation, models);
  if (typeof missing !== "string") return [];
  const message = `Unexpected types for the pages of \`${operationName(operation)}\`, expected ${missing}`;
  return [diagnostic("infer/unwalked-pages", message, operation.pagination.because[0]?.places[0] ?? operation.place)];
}

const noServer = "Unexpected docs without a server URL, expected one in the README or in `servers`";

function fieldFindings(field: Property | Parameter, owner: string, naming: Naming): readonly Diagnostic[] {
  const { place } = field;
  const name = `${owner}.${field.name}`;
  const subject = naming.fields.get(place);
  const state = (value: Record<string, string | undefined>): Settlement | undefined => settlement(subject, value);
  const type = state({ type: typeName(field.type.value, naming.models) });
  return [
    ...assumed(
      field.wireName,
      place,
      `Unexpected silence on the wire name of \`${name}\`, expected a sighting; took \`${field.wireName.value}\``,
      state({ wireName: field.wireName.value }),
    ),
    ...assumed(
      field.type,
      `${place}:type`,
      field.type.because[0]?.rule === "type/no-date"
        ? `Unexpected silence on whether \`${name}\` has a time, expected an example; took date-time`
        : `Unexpected silence on whether \`${name}\` is an integer, expected a sample; took number`,
      type,
    ),
    ...contradictory(field.wireName, `the wire name of \`${name}\``, String, state({ wireName: field.wireName.value })),
    ...contradictory(field.type, `the type of \`${name}\``, (one) => spellType(one, nameIn(naming)), type),
    ...contradictory(field.presence, `the presence of \`${name}\``, String, state({ presence: field.presence.value })),
    ...contradictory(
      field.nullable,
      `whether \`${name}\` may be null`,
      String,
      state({ nullable: field.nullable.value }),
    ),
  ];
}

/** Nothing where a value cannot be stated, or where no override can name the subject. */
function settlement(
  subject: string | undefined,
  value: Readonly<Record<string, string | undefined>>,
): Settlement | undefined {
  const entries = Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const]));
  return subject === undefined || entries.length === 0 ? undefined : { subject, value: Object.fromEntries(entries) };
}

function endFindings(body: Body, subject: string): readonly Diagnostic[] {
  if (body.kind !== "stream") return [];
  const override: Settlement = { subject, value: { end: body.end.value?.data ?? null } };
  const place = body.end.because[0]?.places[0] ?? null;
  return [
    ...assumed(
      body.end,
      place,
      "Unexpected silence on how the stream ends, expected an end mark; took the end of the body",
      override,
    ),
    ...contradictory(body.end, "how the stream ends", spellEnd, override),
  ];
}

function assumed(
  fact: Fact<unknown>,
  place: Place | null,
  message: string,
  override: Settlement | undefined,
): readonly Diagnostic[] {
  if (!isAssumed(fact)) return [];
  return [diagnostic("infer/assumed", message, place, override === undefined ? {} : { override })];
}

function contradictory<T>(
  fact: Fact<T>,
  what: string,
  spell: (value: T) => string,
  override?: Settlement,
): readonly Diagnostic[] {
  const found = contradiction(fact);
  if (found === undefined) return [];
  const [winner, rival, ...others] = found;
  const said = ({ value, why }: Claim<T>): string => `\`${spell(value)}\` (${why})`;
  const message = `Unexpected second answer to ${what}: ${said(rival)}, expected ${said(winner)}`;
  const related = [rival, ...others].flatMap(({ places }, at) =>
    places.slice(0, 1).map((place) => ({ place, message: at === 0 ? "The other answer" : "Another answer" })),
  );
  const more = override === undefined ? { related } : { related, override };
  return [diagnostic("infer/contradiction", message, winner.places[0] ?? null, more)];
}
