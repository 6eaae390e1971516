import type { ModelId, Type } from "../../ir/index.ts";
import { type Assembly, assemble, assemblyKey } from "../../ir/pieces/assembly.ts";
import { fileName, uniqueNames } from "../print/identifier.ts";
import { type Plan, planOf } from "./plan.ts";

/** An object that is made of pieces, with the names that its file declares. */
export interface JoinPlan {
  readonly assembly: Assembly;
  /** `ChatCompletion`: the stem of `joinChatCompletion` and `collectChatCompletion`. */
  readonly name: string;
  /** `chat-completion`: the file's name without ending. */
  readonly file: string;
  /** The end marks among the items of its stream; null for an object that no stream sends. */
  readonly stream: { readonly marks: readonly string[] } | null;
}

/** The joins of a package, by the models of piece and whole. */
export type JoinPlans = ReadonlyMap<string, JoinPlan>;

/** Answers come first, so that of two joins of one model the one that callers see has its name. */
export function planJoins(plan: Plan): JoinPlans {
  const { api } = plan;
  const streams = api.operations.flatMap(({ route, collect, replies }) => {
    const items = replies.value.flatMap((body) => (body.kind === "stream" ? [body.item] : []));
    return route === null || !collect?.value ? [] : [{ ...collect.value, marks: items.flatMap(marksOf) }];
  });
  const found = new Map<string, Omit<JoinPlan, "name" | "file">>();
  for (const { piece, whole, marks } of streams) {
    const key = assemblyKey(piece, whole);
    const assemblies = [...(assemble(plan.known, piece, whole) ?? [])];
    if (!assemblies.every(([, assembly]) => isEmitted(plan, assembly))) continue;
    for (const [inner, assembly] of assemblies) found.set(inner, found.get(inner) ?? { assembly, stream: null });
    const known = found.get(key);
    if (known !== undefined)
      found.set(key, { ...known, stream: { marks: [...new Set([...(known.stream?.marks ?? []), ...marks])] } });
  }
  const unique = uniqueNames();
  const uniqueFile = uniqueNames();
  const isInner = ({ stream }: Pick<JoinPlan, "stream">): number => (stream === null ? 1 : 0);
  const sorted = [...found].sort(([, one], [, other]) => isInner(one) - isInner(other));
  return new Map(
    sorted.map(([key, one]) => {
      const name = unique(planOf(plan, one.assembly.whole.id).type);
      return [key, { ...one, name, file: uniqueFile(fileName(name, "model")) }];
    }),
  );
}

function isEmitted({ models }: Plan, { piece, whole }: Assembly): boolean {
  return [piece.id, whole.id].every((id: ModelId) => models.get(id)?.isJson === true);
}

function marksOf(item: Type): readonly string[] {
  const members = item.kind === "union" ? item.members : [];
  return members.flatMap((one) => (one.kind === "literal" && typeof one.value === "string" ? [one.value] : []));
}
