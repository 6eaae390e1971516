import type { Claim, Fact, Place } from "../ir/index.ts";
import type { DraftField } from "../link/draft.ts";
import { camelCase, nameKey, norm, wordsKey } from "../link/words.ts";
import { ask, claim, decide, isAssumed, type Rule } from "./decide.ts";
import { inFamily } from "./names/brackets.ts";
import { capitalized } from "./names/capitals.ts";
import type { Form, NameEvidence } from "./names/evidence.ts";
import { isReservedByHal } from "./names/hal.ts";
import { prefixed } from "./names/headers.ts";
import { initialsIn } from "./names/initials.ts";
import { isFixedByOauth } from "./names/oauth.ts";
import { restyle, type Style, styleOf } from "./names/style.ts";
import type { Survey } from "./survey.ts";

/** A field or a parameter whose wire name is asked for. */
export interface Named {
  readonly field: DraftField;
  readonly use: "property" | "event" | "path" | "query" | "header";
  /** The path of the operation that a parameter belongs to. */
  readonly path?: PathTemplate;
}

/** The variables of a path, verbatim, and where the docs state it. */
export interface PathTemplate {
  readonly variables: readonly string[];
  readonly places: readonly Place[];
}

/** How the name is spelled on the wire, which no table says. */
export function wireNameOf(subject: Named, survey: Survey): Fact<string> {
  const own = claim("wire-name/documented", "assumed", documented(subject), placesOf(subject), "The docs write it so.");
  const fact = decide([...ask(rules, subject, survey), own], own);
  return isAssumed(fact) ? { ...fact, against: [...fact.against, ...otherSpelling(subject, fact)] } : fact;
}

/** An assumed name in the other style, kept as evidence against it, so that readers can try both. */
function otherSpelling(subject: Named, { value, against }: Fact<string>): readonly Claim<string>[] {
  const other = restyle(value, stem(subject.field.words), styleOf(value) === "snake" ? "camel" : "snake");
  if (other === value || against.some((claim) => claim.value === other)) return [];
  return [claim("wire-name/other-style", "assumed", other, placesOf(subject), "The name in the other style.")];
}

const declared: Rule<Named, string> = ({ field }, { declared }) =>
  declared.fields.get(field.sightings[0].place)?.wireName;

/** A variable of the path is the name, verbatim: 3,287 of 3,287. */
const pathVariable: Rule<Named, string> = ({ field, use, path }) => {
  if (use !== "path" || path === undefined) return undefined;
  const name = nameKey(field.words);
  const variable =
    path.variables.find((other) => norm(other) === name) ?? path.variables.find((other) => isStem(other, name));
  if (variable === undefined) return undefined;
  return claim(
    "wire-name/path-variable",
    "stated",
    variable,
    [...placesOf({ field }).slice(0, 2), ...path.places],
    "The path has a variable of that name.",
  );
};

/** Whether a variable of the path is what is left of a name without the suffix that sets it apart from a namesake. */
export function isStem(variable: string, name: string): boolean {
  const stem = norm(variable);
  const key = norm(name);
  return stem !== "" && key.startsWith(stem) && /^(?:param|pathparameter\d*)$/.test(key.slice(stem.length));
}

/** The standard of server-sent events fixes the names of their fields: 33 of 33 models of events. */
const event: Rule<Named, string> = ({ field, use }) => {
  if (use !== "event") return undefined;
  const name = nameKey(field.words);
  return claim("wire-name/event", "derived", name, placesOf({ field }), "It is a field of a server-sent event.");
};

/**
 * The header that a text names in full, of which the field has the last words: two of two vendors whose SDKs drop the
 * `x-vendor-` of a global header say so in a README, a sample or an example. Wrong where a text tells of another header
 * that ends alike; two such headers say nothing.
 */
const namedHeader: Rule<Named, string> = ({ field, use }, { names }) => {
  const found = use === "header" && field.words.length > 1 ? prefixed(names.headers, field.words) : [];
  const [first] = found;
  if (first === undefined || found.some(({ name }) => name !== first.name)) return undefined;
  const places = found.map(({ place }) => place);
  return claim("wire-name/named-header", "derived", first.name, places, "A text names the header in full.");
};

/**
 * What is set apart from a header as the query parameter of that name is spelled like the header, where a text names it:
 * the three of one vendor. Wrong where the two differ.
 */
const likeHeader: Rule<Named, string> = ({ field, use }, { names }) => {
  const name = stem(field.words).join("-");
  if (use !== "query" || stem(field.words) === field.words) return undefined;
  const places = names.headers.filter((header) => header.name === name).map(({ place }) => place);
  if (places.length === 0) return undefined;
  return claim("wire-name/like-header", "derived", name, places, "A text spells it like the header.");
};

/** Headers join their words with hyphens, in any case: 645 of 645. Wrong for prefixes that an SDK drops. */
const header: Rule<Named, string> = ({ field, use }) => {
  if (use !== "header") return undefined;
  return claim("wire-name/header", "derived", field.words.join("-"), placesOf({ field }), "Headers are spelled so.");
};

/** A spelling with brackets that a text has: each of three. Wrong where it is the path to a value of a body. */
const bracketed: Rule<Named, string> = ({ field, use }, { names }) => {
  const found = use === "query" ? names.brackets.names.get(nameKey(stem(field.words))) : undefined;
  if (found === undefined) return undefined;
  return claim("wire-name/bracketed", "stated", found.form, found.places, "A text spells it with brackets.");
};

/**
 * The brackets of the names that begin alike: where a text spells `filter[flag]` for one parameter, `filterPort` is
 * `filter[port]`, and JSON:API reserves `page[…]`, `filter[…]` and `fields[…]`. Right for 15 of 17 parameters of one vendor and
 * the three of another; wrong for an API that mixes both spellings.
 */
const bracketFamily: Rule<Named, string> = ({ field, use }, { names }) => {
  if (use !== "query") return undefined;
  const found = inFamily(stem(field.words), names.brackets, names.style.style ?? "snake");
  if (found === undefined) return undefined;
  const places = [...placesOf({ field }).slice(0, 1), ...found.places];
  return claim("wire-name/bracket-family", "derived", found.form, places, "Names that begin so have brackets.");
};

/**
 * The key that examples of the field's own object have for it, whatever other objects call a field of that name: right for
 * 34 of 34 names of several words of five vendors that other texts spell too. Wrong where an example is out of date.
 */
const ownExample: Rule<Named, string> = (subject, { names }) => {
  const { field, use } = subject;
  const found = use === "property" ? names.own.get(field.sightings[0].place) : undefined;
  // A single word that is spelled as expected needs no confirmation.
  if (found === undefined || (field.words.length < 2 && found.form === documented(subject))) return undefined;
  const why = "An example of its object has it as a key.";
  return claim("wire-name/own-example", "stated", found.form, found.places, why);
};

/**
 * A back-ticked identifier that is the field's name but for case and separators: 4,390 of 4,418. Wrong where a text
 * names something else, such as the field of another API.
 */
const backTicked: Rule<Named, string> = (subject, survey) => {
  const form = agreed(subject, survey, ({ backTicked }) => backTicked);
  if (form === undefined) return undefined;
  return claim("wire-name/back-ticked", "stated", form.form, form.backTicked, "A description spells it so.");
};

/** A key of a JSON example: 1,680 of 1,733. Wrong for the others, which stand in free-form values. */
const jsonKey: Rule<Named, string> = (subject, survey) => {
  const form = agreed(subject, survey, ({ keys }) => keys);
  if (form === undefined) return undefined;
  return claim("wire-name/json-key", "shown", form.form, form.keys, "An example has it as a key.");
};

/** Initials in capitals that come from the wire; see there. What Go has left over is none where names are in snake case. */
const initials: Rule<Named, string> = ({ field, use }, { names }) => {
  const found = use === "header" ? undefined : initialsIn(field, stem(field.words));
  if (found === undefined || (found.dialect === "go" && names.style.style === "snake")) return undefined;
  return claim("wire-name/initials", "derived", found.form, [found.place], "Initials in capitals come from the wire.");
};

/**
 * RFC 6749 fixes the names of requests for a token and of their answers: four of four such models of two vendors whose
 * other names are in camel case, and those of a third; as it does those of a request for authorization, and RFC 7009 and
 * 7662 those of requests about a token. Wrong where an API wraps the standard in names of its own.
 */
const oauth: Rule<Named, string> = (subject, { oauthPages }) => {
  const { field, use } = subject;
  if ((use !== "property" && use !== "query") || !isFixedByOauth(field.words)) return undefined;
  if (!pagesOf(field).some((page) => oauthPages.has(page))) return undefined;
  const why = "The standard of OAuth fixes the name.";
  return claim("wire-name/oauth", "derived", field.words.join("_"), placesOf(subject), why);
};

/**
 * HAL reserves `_links` and `_embedded`: right for the two of two vendors that answer in it, whose SDKs drop the
 * underscores. Wrong for a field of that name in what is no HAL.
 */
const hal: Rule<Named, string> = ({ field, use }, { halPlaces }) => {
  const [place] = halPlaces;
  if (use !== "property" || place === undefined || !isReservedByHal(field.words, field.sightings[0].type))
    return undefined;
  const places = [...placesOf({ field }), place];
  return claim(
    "wire-name/hal",
    "derived",
    `_${camelCase(field.words)}`,
    places,
    "HAL, in which it answers, reserves it.",
  );
};

/**
 * TypeScript joins no words of a name with `_`: none of the names in the folders of 20 vendors has one, but for the seven of
 * one whose SDK keeps the names of the wire. So it is the wire's where one has it, as where people write the docs.
 */
const foreign: Rule<Named, string> = ({ field, use }) => {
  const found = field.sightings.find(
    ({ name, dialect }) => dialect === "typescript" && /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(name),
  );
  if (found === undefined || use === "header" || use === "path" || use === "event") return undefined;
  return claim("wire-name/foreign", "derived", found.name, [found.place], "The language would not write it so.");
};

/**
 * JSON-LD and what follows it set an `@` before names that no text explains, and query operators, JSON Schema and OData a
 * `$`, of which SDKs make a word: right for three of three vendors with such fields each. `.tag` is what two vendors call
 * the tag of a union. Wrong for a field that is called so.
 */
const sign: Rule<Named, string> = ({ field, use }) => {
  const [first = "", ...rest] = field.words;
  const found = use === "header" ? undefined : signs.get(first);
  if (found === undefined || !found.names.has(wordsKey(rest))) return undefined;
  const why = `The sign \`${found.sign}\` has become a word.`;
  return claim("wire-name/sign", "derived", `${found.sign}${camelCase(rest)}`, placesOf({ field }), why);
};

/** Operators of queries, keywords of JSON Schema, options of OData. */
const dollarNames: ReadonlySet<string> = new Set([
  ...["and", "or", "not", "nor", "eq", "ne", "gt", "gte", "lt", "lte", "in", "nin", "exists", "regex"],
  ...["contains", "not contains", "starts with", "ends with", "not empty"],
  ...["schema", "ref", "id", "defs", "anchor", "comment"],
  ...["filter", "select", "expand", "top", "skip", "orderby", "search"],
]);

const signs: ReadonlyMap<string, { readonly sign: string; readonly names: ReadonlySet<string> }> = new Map([
  ["at", { sign: "@", names: new Set(["type", "context", "base type", "referred type", "schema location"]) }],
  ["dollar", { sign: "$", names: dollarNames }],
  ["dot", { sign: ".", names: new Set(["tag"]) }],
]);

/**
 * A spelling that at least two texts have, and 70 % of all that have the name. Lifts the right names of an API that mixes
 * styles from 84 to 96.5 %, and changes others by −0.9 to 1.7; wrong where the minority is right.
 */
const dictionary: Rule<Named, string> = (subject, { names }) => {
  const { field, use } = subject;
  const forms = use === "header" ? [] : usable(names.forms.get(nameKey(field.words)) ?? []);
  const total = forms.reduce((sum, form) => sum + count(form), 0);
  const best = forms.find((form) => count(form) >= 2 && count(form) >= 0.7 * total);
  // A single word that is spelled as expected needs no confirmation.
  if (best === undefined || (field.words.length < 2 && best.form === documented(subject))) return undefined;
  const places = [...best.backTicked, ...best.keys];
  return claim("wire-name/dictionary", "derived", best.form, places, "Most texts that have the name spell it so.");
};

/** What the prose of its own page calls it; see there for its worth. */
const ownProse: Rule<Named, string> = ({ field, use }, { names }) => {
  const found = use === "property" ? names.ownProse.get(field.sightings[0].place) : undefined;
  if (found === undefined) return undefined;
  return claim("wire-name/own-prose", "derived", found.form, found.places, "The prose of its page spells it so.");
};

/** A value of an enum that lists names; see there for its worth. */
const listed: Rule<Named, string> = ({ field, use }, { names }) => {
  const found = use === "header" || use === "event" ? undefined : names.listed.get(nameKey(field.words));
  if (found === undefined || field.words.length < 2) return undefined;
  return claim("wire-name/listed", "derived", found.form, found.places, "An enum that lists names spells it so.");
};

/** A single word is the same in each style; only leading underscores are lost. */
const singleWord: Rule<Named, string> = (subject) => {
  const name = documented(subject);
  if (!/^[a-z][a-z0-9]*$/.test(name)) return undefined;
  return claim("wire-name/single-word", "derived", name, placesOf(subject), "One word is the same in each style.");
};

/** The style that the API's names mostly have; by itself right for 92 to 96 % of the names. */
const style: Rule<Named, string> = (subject, { names }) => {
  if (names.style.style === null || subject.use === "header") return undefined;
  const name = restyle(documented(subject), stem(subject.field.words), names.style.style);
  return claim("wire-name/style", "assumed", name, placesOf(subject), names.style.why);
};

/** The style that the model's own page shows of its other names. */
const pageStyle: Rule<Named, string> = (subject, { names }) => {
  const { field, use } = subject;
  const found = use === "header" ? undefined : styleOfPage(field, names);
  if (found === undefined) return undefined;
  const name = restyle(documented(subject), stem(field.words), found);
  return claim("wire-name/page-style", "assumed", name, placesOf(subject), `Its page shows names in ${found} case.`);
};

/**
 * The capitals that the variable of a path has, or that other names in camel case have, as `berthID`, of an API whose Python,
 * Ruby or Go writes `anchor_id`: right for the eleven of eleven names that two vendors have so, and where a path has the
 * name itself, for two of two of a third and nine of ten fields of a fourth. Wrong where the paths are of another
 * generation than the bodies.
 */
const capitals: Rule<Named, string> = (subject, { names }) => {
  const { field, use } = subject;
  if (use === "header" || (styleOfPage(field, names) ?? names.style.style) !== "camel") return undefined;
  const found = capitalized(field, stem(field.words), names.capitals);
  if (found === undefined) return undefined;
  const places = [...placesOf(subject), ...found.places];
  return claim("wire-name/capitals", "assumed", found.form, places, "A path or other names have the word in capitals.");
};

/** Rules of one strength are asked in this order. */
const rules: readonly Rule<Named, string>[] = [
  declared,
  pathVariable,
  event,
  namedHeader,
  likeHeader,
  header,
  bracketed,
  ownExample,
  backTicked,
  jsonKey,
  bracketFamily,
  oauth,
  hal,
  initials,
  foreign,
  sign,
  ownProse,
  dictionary,
  listed,
  singleWord,
  capitals,
  pageStyle,
  style,
];

/**
 * The spelling that all texts agree on, or that the field's own page has. For single words, which texts need not
 * confirm, there is nothing to ask.
 */
function agreed(
  { field, use }: Named,
  { names }: Survey,
  sightings: (form: Form) => readonly Place[],
): Form | undefined {
  if (use === "header" || use === "event" || field.words.length < 2) return undefined;
  const forms = usable(names.forms.get(nameKey(field.words)) ?? []).filter((form) => sightings(form).length > 0);
  const [only] = forms;
  if (forms.length === 1) return only;
  const pages = pagesOf(field);
  const near = forms.filter((form) => sightings(form).some((place) => pages.includes(pageOf(place))));
  return near.length === 1 ? near[0] : undefined;
}

/** Spellings that begin with a capital are titles of models or values, those with dots and hyphens are paths. */
function usable(forms: readonly Form[]): readonly Form[] {
  return forms.filter(({ form }) => !/^[A-Z]|[.-]/.test(form));
}

function count(form: Form): number {
  return form.backTicked.length + form.keys.length;
}

/** The documented name without what escapes a reserved word or sets a parameter apart from its namesake. */
function documented({ field, use }: Named): string {
  const { name, dialect } = field.sightings[0];
  if (use === "event") return norm(name);
  const pascal = dialect === "go" || dialect === "csharp";
  if (pascal) return restyle("", stem(field.words), "camel");
  return name.replace(/(?<=.)(?:_query_parameter|QueryParameter)\d*$/, "").replace(/_+$/, "");
}

/** The words without `query parameter`, which generators add where a name stands in two locations. */
function stem(words: readonly string[]): readonly string[] {
  const named = words.length > 2 && words.at(-2) === "query" && /^parameter\d*$/.test(words.at(-1) ?? "");
  return named ? words.slice(0, -2) : words;
}

function styleOfPage(field: DraftField, { pages }: NameEvidence): Style | undefined {
  return pagesOf(field).flatMap((page) => pages.get(page) ?? [])[0];
}

function pagesOf({ sightings }: DraftField): readonly string[] {
  return sightings.map(({ place }) => pageOf(place));
}

function pageOf(place: Place): string {
  return place.slice(0, place.lastIndexOf("#"));
}

function placesOf({ field }: { readonly field: DraftField }): readonly Place[] {
  return field.sightings.map(({ place }) => place);
}
