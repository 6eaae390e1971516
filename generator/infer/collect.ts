import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Claim, Collected, Fact, Model, ModelId, Operation, Place } from "../ir/index.ts";
import { type Assemblies, assemble } from "../ir/pieces/assembly.ts";
import { claim, decide } from "./decide.ts";

/** Operations and models as they are decided. */
export interface Decided {
  readonly operations: readonly Operation[];
  readonly models: ReadonlyMap<ModelId, Model>;
}

/**
 * What the items of an operation's stream are the pieces of: the one answer in JSON of its method and path that their
 * structure makes up, whichever of the operations there documents it; where none does, that of an operation of the same
 * resource which asks for the same. Of the 10 pairs of an object that is streamed and an answer on its path, of three vendors
 * and one more API, 6 are so made, all of them completions of a chat or a text, and 4 are not, which structure tells: what
 * the answer requires is not sent, or the chunk has more. Wrong where an answer has the fields of a chunk and is another
 * thing.
 */
export function collectOf(
  operation: Operation,
  declared: Claim<ModelId | null> | undefined,
  { operations, models }: Decided,
): { readonly collect?: Fact<Collected | null>; readonly diagnostics: readonly Diagnostic[] } {
  const pieces = [...new Set(operation.replies.value.flatMap((body) => pieceOf(body, models)))];
  const [piece] = pieces;
  const streams = operation.replies.value.some(({ kind }) => kind === "stream");
  if (!streams) return { diagnostics: declared === undefined ? [] : [unfit(declared, operation)] };
  const none = claim<Collected | null>(
    "collect/none",
    "derived",
    null,
    [operation.place],
    "No documented answer is made of the items of the stream.",
  );
  if (piece === undefined || pieces.length > 1)
    return { collect: decide([], none), diagnostics: declared === undefined ? [] : [unfit(declared, operation)] };
  const wholes = answersBeside(operation, operations, models);
  const found = wholes.flatMap((whole) => {
    const assemblies = assemble(models, piece, whole);
    return assemblies === undefined ? [] : [{ collected: { piece, whole }, places: placesOf(assemblies, operation) }];
  });
  const [only] = found;
  const told =
    only === undefined
      ? none
      : found.length > 1
        ? claim<Collected | null>(
            "collect/ambiguous",
            "derived",
            null,
            [operation.place],
            "Several documented answers could be made of the items of the stream.",
          )
        : claim<Collected | null>(
            "collect/pieces",
            "derived",
            only.collected,
            only.places,
            "Its items have the fields of the answer, in pieces.",
          );
  if (declared === undefined) return { collect: decide([told], none), diagnostics: [] };
  const { value: whole } = declared;
  if (whole !== null && assemble(models, piece, whole) === undefined)
    return { collect: decide([told], none), diagnostics: [unfit(declared, operation)] };
  const stated: Claim<Collected | null> = { ...declared, value: whole === null ? null : { piece, whole } };
  return { collect: decide([stated, told], none), diagnostics: [] };
}

/** The object that a stream sends, beside an end mark that is an item. */
function pieceOf(body: Operation["replies"]["value"][number], models: Decided["models"]): readonly ModelId[] {
  if (body.kind !== "stream") return [];
  const items = body.item.kind === "union" ? body.item.members : [body.item];
  const objects = items.filter(({ kind }) => kind !== "literal");
  return objects.map((item) => (item.kind === "reference" && models.get(item.id)?.kind === "object" ? item.id : ""));
}

/** The answers in JSON of the operations that could have sent the same without streaming it. */
function answersBeside(
  operation: Operation,
  operations: readonly Operation[],
  models: Decided["models"],
): readonly ModelId[] {
  const route = routeKey(operation);
  const same = operations.filter((other) => other === operation || (route !== "" && routeKey(other) === route));
  const answers = answersOf(same);
  if (answers.length > 0) return answers;
  const asked = askedFor(operation, models);
  return answersOf(
    operations.filter(
      (other) =>
        other.group.join("/") === operation.group.join("/") &&
        other.route?.value.method === operation.route?.value.method &&
        askedFor(other, models) === asked,
    ),
  );
}

function answersOf(operations: readonly Operation[]): readonly ModelId[] {
  const types = operations.flatMap(({ replies }) =>
    replies.value.flatMap((body) => (body.kind === "json" ? [body.type] : [])),
  );
  return [...new Set(types.flatMap((type) => (type.kind === "reference" ? [type.id] : [])))];
}

function routeKey({ route }: Operation): string {
  return route === null ? "" : `${route.value.method} ${route.value.path}`;
}

/** The names of what a request cannot lack. */
function askedFor({ parameters, body }: Operation, models: Decided["models"]): string {
  const model = body?.type.kind === "reference" ? models.get(body.type.id) : undefined;
  const fields = [...parameters, ...(model?.kind === "object" ? model.properties : [])];
  const required = fields.filter(({ presence }) => presence.value === "required");
  return required
    .map(({ wireName }) => wireName.value)
    .sort()
    .join(" ");
}

/** What tells: the rows that number the items, and the object under another name; and where the answer stands. */
function placesOf(assemblies: Assemblies, operation: Operation): readonly Place[] {
  const parts = [...assemblies.values()].flatMap((one) => one.parts);
  const renamed = parts.flatMap(({ property, from }) =>
    from === null || from.wireName.value === property.wireName.value ? [] : [from.place],
  );
  const indexes = parts.flatMap(({ part }) => (part.kind === "objects" ? (part.index?.place ?? []) : []));
  return [...renamed, ...indexes, operation.place];
}

function unfit({ places }: Claim<ModelId | null>, { id }: Operation): Diagnostic {
  const message = `Unexpected \`collect\` of the override of \`${id}\`, expected a model that is made of the items of its stream`;
  return diagnostic("config/invalid-override", message, places[0] ?? null);
}
