import type { Diagnostic } from "../../diagnostics.ts";
import type { DialectName } from "../../dialects/sighting.ts";
import type { ModelId, Place } from "../../ir/index.ts";
import type { Draft, DraftModel } from "../draft.ts";
import { align } from "./align.ts";
import { joinModels } from "./models.ts";
import { joinOperations } from "./operations.ts";
import { renameModels } from "./rename.ts";

/** The docs of one API in one language. */
export interface Told {
  readonly dialect: DialectName;
  readonly draft: Draft;
}

/** One draft of several, and where they disagree. */
export interface Merged {
  readonly draft: Draft;
  readonly diagnostics: readonly Diagnostic[];
  /** Where one folder alone lacks a document's contents that another has. */
  readonly settled: readonly Place[];
}

/**
 * The languages by how much their docs tell; of two rows of one field the first one's name and place are taken. Python
 * states null and integers and has literals; TypeScript lists the members of unions and has samples; Go names the keys
 * of discriminators; Ruby and Java state some nulls and lose unions; C# and PHP state none and lose open enums.
 */
const exactness: readonly DialectName[] = ["python", "typescript", "go", "java", "ruby", "csharp", "php"];

/** The drafts of several folders of one API as one draft, in which each thing has a sighting of each folder. */
export function mergeDrafts(told: readonly Told[]): Merged {
  const [first, ...others] = [...told].sort((a, b) => exactness.indexOf(a.dialect) - exactness.indexOf(b.dialect));
  if (first === undefined)
    return { draft: { models: [], operations: [], readmes: [], overviews: [] }, diagnostics: [], settled: [] };
  const diagnostics: Diagnostic[] = [];
  const settled: Place[] = [];
  let { draft } = first;
  for (const other of others) {
    const merged = mergeTwo(draft, other);
    draft = merged.draft;
    diagnostics.push(...merged.diagnostics);
    settled.push(...merged.settled);
  }
  return { draft, diagnostics: gathered(diagnostics), settled };
}

/** What several folders lack is met once for each of them, and is one finding with all their places. */
function gathered(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    const key = JSON.stringify([each.code, each.place, each.message]);
    const earlier = found.get(key);
    found.set(key, earlier === undefined ? each : { ...earlier, related: [...earlier.related, ...each.related] });
  }
  return [...found.values()];
}

function mergeTwo(base: Draft, { draft, dialect }: Told): Merged {
  const pairs = align(base, draft);
  const known = new Set(base.models.map(({ id }) => id));
  const renamed = renameModels(draft, new Map([...ownIds(draft, pairs, known, dialect), ...pairs]));
  const others = new Map(renamed.models.map((model) => [model.id, model]));
  const joined = base.models.map((model) => {
    const other = others.get(model.id);
    return other === undefined ? { model, diagnostics: [], settled: [] } : joinModels(model, other);
  });
  const more: readonly DraftModel[] = renamed.models.filter(({ id }) => !known.has(id));
  const models = [...joined.map(({ model }) => model), ...more];
  const operations = joinOperations(base.operations, renamed.operations, models);
  return {
    draft: {
      models,
      operations: operations.operations,
      // What is emitted is TypeScript: where its README is there, it names the package and the class.
      readmes: [...base.readmes, ...renamed.readmes].sort(
        (a, b) => Number(b.dialect === "typescript") - Number(a.dialect === "typescript"),
      ),
      overviews: [
        ...base.overviews,
        ...renamed.overviews.filter(({ text }) => base.overviews.every((known) => known.text !== text)),
      ],
    },
    diagnostics: [...joined.flatMap((each) => each.diagnostics), ...operations.diagnostics],
    settled: joined.flatMap((each) => each.settled),
  };
}

/** What is called like a model of the base and is another needs an id of its own. */
function ownIds(
  { models }: Draft,
  pairs: ReadonlyMap<ModelId, ModelId>,
  known: ReadonlySet<ModelId>,
  dialect: DialectName,
): ReadonlyMap<ModelId, ModelId> {
  const taken = new Set([...known, ...models.map(({ id }) => id)]);
  const ids = new Map<ModelId, ModelId>();
  for (const { id } of models) {
    if (pairs.has(id) || !known.has(id)) continue;
    let own = `${id} (${dialect})`;
    for (let at = 2; taken.has(own); at += 1) own = `${id} (${dialect} ${at})`;
    taken.add(own);
    ids.set(id, own);
  }
  return ids;
}
