import type { Place } from "../../ir/index.ts";
import type { Draft, DraftModel, DraftObject, LinkedType } from "../../link/draft.ts";
import { norm, splitWords, wordsKey } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import type { DocumentedNames } from "./documented.ts";
import { restyle, type Style } from "./style.ts";
import { type AuthoredText, captures } from "./texts.ts";

/** The names of query parameters that have a part in brackets, which SDKs join: `filter[flag]` is `filterFlag` to them. */
export interface Brackets {
  /** Where texts spell a name with brackets, by its normal form. */
  readonly names: ReadonlyMap<string, Bracketed>;
  /** What stands before the brackets, in the spelling of the texts or of a standard. */
  readonly families: readonly Family[];
}

export interface Bracketed {
  readonly form: string;
  readonly places: readonly Place[];
}

interface Family {
  readonly form: string;
  readonly words: readonly string[];
  readonly places: readonly Place[];
}

/** The spellings in brackets that texts have of documented names, and the families of names that these tell of. */
export function bracketsOf(texts: readonly AuthoredText[], draft: Draft, documented: DocumentedNames): Brackets {
  const shown = texts.flatMap(({ text, place }) => inBrackets(text).map((form) => ({ form, place })));
  const groups = groupBy(
    shown.filter(({ form }) => documented.has(norm(form))),
    ({ form }) => norm(form),
  );
  // Texts that spell one name in two ways say nothing.
  const names = new Map(
    [...groups].flatMap(([key, [first, ...others]]): [string, Bracketed][] => {
      if (first === undefined || others.some(({ form }) => form !== first.form)) return [];
      return [[key, { form: first.form, places: [first, ...others].map(({ place }) => place) }]];
    }),
  );
  const told = [...names.values()].map(({ form, places }) => family(form.slice(0, form.indexOf("[")), places));
  const standard = resourceObjects(draft.models);
  const reserved = standard.length === 0 ? [] : jsonApiFamilies.map((form) => family(form, standard));
  return { names, families: [...told, ...reserved] };
}

/** The name in brackets that the family of its first words gives it, and where the family is told of. */
export function inFamily(words: readonly string[], { families }: Brackets, style: Style): Bracketed | undefined {
  const found = families.find((family) => {
    const head = words.slice(0, family.words.length);
    return words.length > head.length && wordsKey(head) === wordsKey(family.words);
  });
  if (found === undefined) return undefined;
  const rest = words.slice(found.words.length);
  const operator = rest.length > 1 && operators.has(rest.at(-1) ?? "") ? rest.at(-1) : undefined;
  const name = restyle("", operator === undefined ? rest : rest.slice(0, -1), style);
  return { form: `${found.form}[${name}]${operator === undefined ? "" : `[${operator}]`}`, places: found.places };
}

/** JSON:API reserves these for the parts in brackets of its query parameters. */
const jsonApiFamilies = ["page", "filter", "fields"];

/**
 * What a filter may compare a field by: in brackets of its own in 4 of 6 names of two vendors. Wrong where an API counts it
 * to the name of the field.
 */
const operators: ReadonlySet<string> = new Set([
  ...["eq", "eql", "neq", "gt", "gte", "lt", "lte", "in", "nin"],
  ...["contains", "match", "prefix", "suffix"],
]);

function family(form: string, places: readonly Place[]): Family {
  return { form, words: splitWords(form), places };
}

/** `filter[flag]`, also where a URL has it encoded. The number behind it in `filter[flag][0]` counts values of the one name. */
function inBrackets(text: string): readonly string[] {
  const decoded = text.replace(/%5B/gi, "[").replace(/%5D/gi, "]");
  return captures(decoded, /(?<![\w\]])([A-Za-z_]\w*(?:\[[A-Za-z_]\w*\])+)(?:\[\d+\])?(?![\w[])/g);
}

/** The documents of what JSON:API calls resource objects, which it has below `data`. */
function resourceObjects(models: readonly DraftModel[]): readonly Place[] {
  const objects = new Map(models.flatMap((model) => (model.kind === "object" ? [[model.id, model]] : [])));
  const data = [...objects.values()].flatMap(({ fields }) => fields.filter(({ words }) => wordsKey(words) === "data"));
  return data.flatMap(({ sightings: [{ type }] }) => {
    const item = itemOf(type);
    const model = item.kind === "reference" ? objects.get(item.id) : undefined;
    return model !== undefined && isResourceObject(model) ? [model.sightings[0].place] : [];
  });
}

function itemOf(type: LinkedType): LinkedType {
  if (type.kind === "nullable") return itemOf(type.of);
  return type.kind === "list" ? itemOf(type.item) : type;
}

function isResourceObject({ fields }: DraftObject): boolean {
  const names = new Set(fields.map(({ words }) => wordsKey(words)));
  return names.has("id") && names.has("type") && names.has("attributes");
}
