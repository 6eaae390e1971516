import type {
  Body,
  Fact,
  Model,
  ModelId,
  ObjectModel,
  Operation,
  Property,
  StreamedForm,
  Type,
} from "../../ir/index.ts";
import { sameTypes } from "../../ir/same.ts";
import { sameErrors, sameParameters } from "../../ir/same-operations.ts";
import { isCalledStream, streamFlags } from "../../ir/stream-flag.ts";
import { claim, decide } from "../decide.ts";

/** What two operations that are one make of an API. */
export interface Folded {
  readonly operations: readonly Operation[];
  readonly models: readonly Model[];
}

type Models = ReadonlyMap<ModelId, Model>;

/**
 * Docs list an operation twice where a flag of its body selects between a model and a stream: once as it answers at once,
 * once as it streams, on one path but for a fragment that no request carries. The two are one operation where they differ
 * in nothing but the flag, the names and the sentences: 7 of 7 such pairs in each of two folders of one vendor, 9 of 9 in
 * that of another; the ten folders of three others have no two operations on one path. Wrong where a server takes in one of its forms
 * what the docs of both leave out.
 */
export function foldStreams({ operations, models }: Folded): Folded {
  const byId = new Map(models.map((model) => [model.id, model]));
  const pairs = operations.flatMap((plain) => {
    const twins = operations.filter((other) => isStreamOf(plain, other, byId));
    const [only] = twins;
    return only === undefined || twins.length > 1 ? [] : [{ plain, stream: only }];
  });
  // A stream of two operations is that of neither.
  const sure = pairs.filter(({ stream }) => pairs.filter((pair) => pair.stream === stream).length === 1);
  const streams = new Map(sure.map(({ plain, stream }) => [plain, stream]));
  const gone = new Set(streams.values());
  const flags = new Map(sure.flatMap((pair) => flagFacts(pair, byId)));
  return {
    operations: operations
      .filter((operation) => !gone.has(operation))
      .map((operation) => {
        const stream = streams.get(operation);
        return stream === undefined ? operation : folded(operation, stream);
      }),
    models: models.map((model) => (model.kind === "object" ? withFlag(model, flags) : model)),
  };
}

function isStreamOf(plain: Operation, stream: Operation, models: Models): boolean {
  const [one, other] = [plain.body, stream.body];
  return (
    plain.route !== null &&
    stream.route !== null &&
    plain.route.value.path === stream.route.value.path &&
    plain.route.value.method === stream.route.value.method &&
    !plain.replies.value.some(isStream) &&
    stream.replies.value.every(isStream) &&
    one !== null &&
    other !== null &&
    one.encoding.value === other.encoding.value &&
    one.presence.value === other.presence.value &&
    mayStream(one.type, false, models) &&
    mayStream(other.type, true, models) &&
    sameTypes(models, one.type, other.type, (a, b) => isCalledStream(a) && isCalledStream(b)) &&
    sameParameters(plain, stream, models) &&
    sameErrors(plain, stream, models) &&
    plain.secured.value === stream.secured.value &&
    plain.server?.value === stream.server?.value
  );
}

function isStream({ kind }: Body): boolean {
  return kind === "stream";
}

/** Whether the body has a flag, and the flag may have the value. */
function mayStream(type: Type, wanted: boolean, models: Models): boolean {
  const flags = streamFlags(models, type);
  return (
    flags.length > 0 &&
    flags.every(
      ({
        property: {
          type: { value },
        },
      }) => value.kind !== "literal" || value.value === wanted,
    )
  );
}

function folded(plain: Operation, stream: Operation): Operation {
  const { id, group, words, summary, description, deprecated, parameters, body, replies, page, place } = stream;
  const why = "Method, path, request and errors are the same, but for the flag; one form answers at once, one streams.";
  const reason = claim<true>("streamed/same-but-for-flag", "derived", true, [plain.place, place], why);
  const streamed: StreamedForm = {
    ...{ id, group, words, summary, description, parameters, body, replies, page, place },
    ...(deprecated === undefined ? {} : { deprecated }),
    folded: decide([reason], reason),
  };
  const both = bothReplies(plain.replies, stream.replies);
  return { ...plain, replies: both, ...(stream.collect && { collect: stream.collect }), streamed };
}

/** Each form answers with its own, so that no claim about one speaks against the other. */
function bothReplies(plain: Operation["replies"], stream: Operation["replies"]): Operation["replies"] {
  const value = [...plain.value, ...stream.value];
  const whole = (claims: Operation["replies"]["because"], other: readonly Body[], isFirst: boolean) =>
    claims.map((one) => ({ ...one, value: isFirst ? [...one.value, ...other] : [...other, ...one.value] }));
  return {
    value,
    because: [...whole(plain.because, stream.value, true), ...whole(stream.because, plain.value, false)],
    against: [...whole(plain.against, stream.value, true), ...whole(stream.against, plain.value, false)],
  };
}

interface Pair {
  readonly plain: Operation;
  readonly stream: Operation;
}

/** The constants of both forms, one a form, are the values of one flag. */
function flagFacts({ plain, stream }: Pair, models: Models): (readonly [Property, Fact<Type>])[] {
  const [own, others] = [plain, stream].map(({ body }) => (body === null ? [] : streamFlags(models, body.type)));
  return (own ?? []).flatMap(({ property }, index) => {
    if (property.type.value.kind === "boolean") return [];
    const places = [property, others?.[index]?.property].flatMap((one) =>
      one === undefined ? [] : `${one.place}:type`,
    );
    const why = "The form that answers at once has one constant, the form that streams the other.";
    const both = claim<Type>("streamed/both-constants", "stated", { kind: "boolean" }, places, why);
    return [[property, { value: both.value, because: [both], against: property.type.because }] as const];
  });
}

function withFlag(model: ObjectModel, flags: ReadonlyMap<Property, Fact<Type>>): ObjectModel {
  if (!model.properties.some((property) => flags.has(property))) return model;
  const properties = model.properties.map((property) => ({ ...property, type: flags.get(property) ?? property.type }));
  return { ...model, properties };
}
