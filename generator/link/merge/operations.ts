import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { DraftError, DraftModel, DraftOperation } from "../draft.ts";
import { norm } from "../words.ts";
import { joinRequests, type Models } from "./requests.ts";

/** The operations of two drafts that are one: by their documented id, by method and path, by resource and method name. */
export function pairOperations(
  base: readonly DraftOperation[],
  other: readonly DraftOperation[],
): readonly (readonly [DraftOperation, DraftOperation])[] {
  const taken = new Set<DraftOperation>();
  const pairs: (readonly [DraftOperation, DraftOperation])[] = [];
  const paired = new Set<DraftOperation>();
  for (const keyOf of [idKey, routeKey, nameKey]) {
    const byKey = new Map(base.filter((one) => !taken.has(one)).flatMap((one) => entry(keyOf(one), one)));
    for (const operation of other.filter((one) => !paired.has(one))) {
      const key = keyOf(operation);
      const match = key === undefined ? undefined : byKey.get(key);
      if (match === undefined || taken.has(match)) continue;
      taken.add(match);
      paired.add(operation);
      pairs.push([match, operation]);
    }
  }
  return pairs;
}

function entry<T>(key: string | undefined, value: T): readonly (readonly [string, T])[] {
  return key === undefined ? [] : [[key, value]];
}

function idKey({ id, idStated }: DraftOperation): string | undefined {
  return idStated ? norm(id) : undefined;
}

/** With the fragment, which tells two operations of one path apart. */
function routeKey({ sightings }: DraftOperation): string | undefined {
  const snippet = sightings.flatMap(({ snippets }) => snippets)[0]?.snippet;
  return snippet === undefined ? undefined : `${snippet.method.toLowerCase()} ${snippet.path}`;
}

function nameKey({ group, words }: DraftOperation): string {
  return norm([...group, ...words].join(" "));
}

/** The operations of both, in the order of the base. */
export function joinOperations(
  base: readonly DraftOperation[],
  other: readonly DraftOperation[],
  models: readonly DraftModel[],
): { readonly operations: readonly DraftOperation[]; readonly diagnostics: readonly Diagnostic[] } {
  const matches = new Map(pairOperations(base, other));
  const matched = new Set(matches.values());
  const extra = other.filter((operation) => !matched.has(operation));
  const lone = base.filter((operation) => !matches.has(operation));
  const byId = new Map(models.map((model) => [model.id, model]));
  const joined = base.map((operation) => {
    const match = matches.get(operation);
    return match === undefined ? { operation, diagnostics: [] } : joinOperation(operation, match, byId);
  });
  return {
    operations: [...joined.map(({ operation }) => operation), ...extra],
    diagnostics: [
      ...joined.flatMap(({ diagnostics }) => diagnostics),
      ...lone.map((operation) => absence(operation, other)),
      ...extra.map((operation) => absence(operation, base)),
    ],
  };
}

function absence({ id, place }: DraftOperation, elsewhere: readonly DraftOperation[]): Diagnostic {
  const message = `Unexpected operation \`${id}\` in the docs of one language and not of another, expected it in both`;
  const related = elsewhere.slice(0, 1).map((one) => ({ place: one.place, message: "An operation of the other docs" }));
  return diagnostic("link/one-sided", message, place, { related });
}

/** One operation, whose id is the one that a document states. */
function joinOperation(
  base: DraftOperation,
  other: DraftOperation,
  models: Models,
): { readonly operation: DraftOperation; readonly diagnostics: readonly Diagnostic[] } {
  const [first, ...others] = base.sightings;
  const { id, idStated } = !base.idStated && other.idStated ? other : base;
  const joined = joinRequests(base, other, models);
  return {
    operation: {
      ...base,
      id,
      idStated,
      sightings: [first, ...others, ...other.sightings],
      request: joined.request,
      parameters: joined.parameters,
      responses: [...base.responses, ...other.responses],
      errors: joinErrors(base.errors, other.errors),
    },
    diagnostics: joined.diagnostics,
  };
}

/** Errors of one status are one; which of them the docs of one language leave out, those of another may have. */
function joinErrors(base: readonly DraftError[], other: readonly DraftError[]): readonly DraftError[] {
  const known = new Set(base.flatMap(({ statuses }) => statuses));
  const more = other.flatMap((error) => {
    const statuses = error.statuses.filter((status) => !known.has(status));
    return statuses.length === 0 ? [] : [{ ...error, statuses }];
  });
  return [...base, ...more];
}
