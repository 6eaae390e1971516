import type { Draft, DraftField, DraftModel, DraftOperation } from "../../link/draft.ts";
import { camelCase } from "../../link/words.ts";

/** What subjects may be called, in normal form, with the spelling of the docs and the keys that each name means. */
export type Subjects = ReadonlyMap<string, { readonly name: string; readonly keys: readonly string[] }>;

/** `chat.complete` and the operation id, to the operation's id. */
export function operationSubjects(draft: Draft): Subjects {
  return collect(
    draft.operations.flatMap((operation) => namesOf(operation).map((name) => [name, operation.id] as const)),
  );
}

/** The title, and the namespace with it, to the model's id; a title that several namespaces have means all of them. */
export function modelSubjects(draft: Draft): Subjects {
  return collect(draft.models.flatMap((model) => titlesOf(model).map((name) => [name, model.id] as const)));
}

/** What the documents of each language call a model. */
function titlesOf({ id, sightings }: DraftModel): readonly string[] {
  const titles = sightings.flatMap(({ title, namespace }) => [title, `${namespace}.${title}`]);
  return [...new Set([...titles, id])];
}

/** What the rows of each language call a field. */
function namesOfField({ sightings }: DraftField): readonly string[] {
  return [...new Set(sightings.map(({ name }) => name))];
}

/** `Model.name` or `operation.name` to the place of the field's or the parameter's row. */
export function fieldSubjects(draft: Draft, kind: "field" | "parameter"): Subjects {
  if (kind === "field") {
    return collect(
      draft.models.flatMap((model) =>
        model.kind !== "object"
          ? []
          : model.fields.flatMap((field) =>
              titlesOf(model).flatMap((title) =>
                namesOfField(field).map((name) => [`${title}.${name}`, field.sightings[0].place] as const),
              ),
            ),
      ),
    );
  }
  return collect(
    draft.operations.flatMap((operation) =>
      operation.parameters.flatMap((field) =>
        namesOf(operation).flatMap((of) =>
          namesOfField(field).map((name) => [`${of}.${name}`, field.sightings[0].place] as const),
        ),
      ),
    ),
  );
}

/** `chat.complete`: how a person calls the operation, and how a diagnostic names it. */
export function subjectOf({ group, words }: Pick<DraftOperation, "group" | "words">): string {
  return [...group.map((part) => camelCase(part.split(" "))), camelCase(words)].join(".");
}

function namesOf(operation: DraftOperation): readonly string[] {
  return [operation.id, subjectOf(operation)];
}

function collect(pairs: readonly (readonly [name: string, key: string])[]): Subjects {
  const subjects = new Map<string, { readonly name: string; readonly keys: readonly string[] }>();
  for (const [name, key] of pairs) {
    const known = subjects.get(normalised(name)) ?? { name, keys: [] };
    if (!known.keys.includes(key)) subjects.set(normalised(name), { ...known, keys: [...known.keys, key] });
  }
  return subjects;
}

/** Subjects are found whatever their case and separators, but for the dots between their parts. */
export function normalised(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9./]/g, "");
}
