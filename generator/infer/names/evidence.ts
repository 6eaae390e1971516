import type { Place } from "../../ir/index.ts";
import type { Draft, DraftModel } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { groupBy } from "../group-by.ts";
import { type Brackets, bracketsOf } from "./brackets.ts";
import { type Capitals, capitalsOf } from "./capitals.ts";
import { documentedNames } from "./documented.ts";
import { type NamedHeader, namedHeaders } from "./headers.ts";
import { initialsIn } from "./initials.ts";
import { type Listed, listedNames } from "./listed.ts";
import { freeSpellings } from "./oauth.ts";
import { type OwnExample, ownExamples } from "./own-examples.ts";
import { type OwnProse, ownProse } from "./own-prose.ts";
import { pageStyles } from "./page-style.ts";
import { type Style, type StyleVote, vote } from "./style.ts";
import { authoredTexts, bareNames, captures, withoutFences } from "./texts.ts";
import { trusted } from "./trusted.ts";

/** One spelling of a name, and where the docs write it. */
export interface Form {
  readonly form: string;
  readonly backTicked: readonly Place[];
  readonly keys: readonly Place[];
}

/** What the docs show of names on the wire. */
export interface NameEvidence {
  /** All spellings, by their normal form. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly style: StyleVote;
  /** Names among the values of enums that list names, by their normal form. */
  readonly listed: ReadonlyMap<string, Listed>;
  /** The style of the names that a model's page shows of its own fields, by page. */
  readonly pages: ReadonlyMap<string, Style>;
  /** The headers that texts name in full. */
  readonly headers: readonly NamedHeader[];
  /** The keys of fields in examples of their own objects, by the place of the field's first row. */
  readonly own: ReadonlyMap<Place, OwnExample>;
  /** How the prose of a model's page spells the model's fields, by the place of the field's first row. */
  readonly ownProse: ReadonlyMap<Place, OwnProse>;
  /** The names of query parameters that have a part in brackets. */
  readonly brackets: Brackets;
  /** The capitals inside names in camel case. */
  readonly capitals: Capitals;
}

/** Mines the texts of the API's author for identifiers. */
export function nameEvidence(draft: Draft, oauthPages: ReadonlySet<string>): NameEvidence {
  const texts = authoredTexts(draft);
  const keys = texts.flatMap(({ text, place, isFree }) => jsonKeys(text).map((form) => ({ form, place, isFree })));
  const proses = texts.filter(({ kind }) => kind === "prose");
  const own = ownExamples(draft);
  const prose = ownProse(draft);
  const backTicked = trusted(
    draft,
    own,
    proses.flatMap(({ text, place }) => backTickedNames(text).map((form) => ({ form, place }))),
  );
  const routes = draft.operations.flatMap(({ sightings }) =>
    sightings.flatMap(({ snippets }) => snippets.map(({ snippet }) => snippet.path)),
  );
  const forms = formsOf(keys, backTicked);
  const documented = documentedNames(draft);
  const isDocumented = ({ form }: Sighted): boolean => documented.has(norm(form));
  const listed = listedNames(draft, texts, documented);
  const telling = (names: readonly string[]): readonly string[] => freeSpellings(names, oauthPages);
  return {
    forms,
    listed,
    pages: pageStyles(draft, forms, own, prose),
    headers: namedHeaders(texts, draft),
    own,
    ownProse: prose,
    brackets: bracketsOf(texts, draft, documented),
    capitals: capitalsOf(draft, forms, documented),
    style: vote({
      keys: telling(keys.filter(({ isFree }) => isFree !== true).map(({ form }) => form)),
      freeKeys: telling(keys.filter(({ isFree }) => isFree === true).map(({ form }) => form)),
      backTicked: telling(backTicked.filter(isDocumented).map(({ form }) => form)),
      others: telling(backTicked.filter((one) => !isDocumented(one)).map(({ form }) => form)),
      // What an example lists has no mark, either; the values of an enum may have a style of their own.
      prose: telling([
        ...proses.flatMap(({ text, isFree }) => (isFree === true ? [] : bareNames(text))),
        ...[...listed.values()].flatMap(({ form, isExample }) => (isExample ? [form] : [])),
      ]),
      paths: routes.flatMap(pathVariables),
      routes,
      hasInitials: draft.models.some(hasInitials),
    }),
  };
}

/** Headers begin with `x`, and may have initials in any API. */
function hasInitials(model: DraftModel): boolean {
  return (
    model.kind === "object" &&
    model.fields.some((field) => field.words[0] !== "x" && initialsIn(field, field.words) !== undefined)
  );
}

interface Sighted {
  readonly form: string;
  readonly place: Place;
}

function formsOf(keys: readonly Sighted[], backTicked: readonly Sighted[]): ReadonlyMap<string, readonly Form[]> {
  const keyPlaces = groupBy(keys, ({ form }) => form);
  const backTickedPlaces = groupBy(backTicked, ({ form }) => form);
  const forms = [...new Set([...keyPlaces.keys(), ...backTickedPlaces.keys()])].map(
    (form): Form => ({
      form,
      backTicked: (backTickedPlaces.get(form) ?? []).map(({ place }) => place),
      keys: (keyPlaces.get(form) ?? []).map(({ place }) => place),
    }),
  );
  return groupBy(forms, ({ form }) => norm(form));
}

/** The variables of the paths, verbatim. */
export function pathVariables(path: string): readonly string[] {
  return captures(path, /\{([^{}]+)\}/g);
}

/** Keys of JSON, also of JSON inside prose and of JSON that is cut off. */
function jsonKeys(text: string): readonly string[] {
  return captures(text, /(?<!\\)"([A-Za-z_$][\w$.-]*)"\s*:/g);
}

/**
 * `` `finish_reason` ``, the parts of `` `choices[].finish_reason` ``, and the names in `` `group_by=day&page[0]=1` `` and
 * `` `is_open: true` ``.
 */
function backTickedNames(text: string): readonly string[] {
  return captures(withoutFences(text), /`([^`\n]+)`/g).flatMap((code) => {
    const given = [...queryNames(code.trim()), ...valueNames(code.trim())];
    if (given.length > 0) return given;
    const parts = code.trim().replaceAll("[]", "").split(".");
    return parts.every((part) => /^[A-Za-z_$][\w$]*$/.test(part)) ? parts : [];
  });
}

/** What values are given to, as in a query; what a program compares is none. */
function queryNames(code: string): readonly string[] {
  const pairs = code.replace(/^[?&]/, "").split("&");
  const names = pairs.flatMap((pair) => captures(pair, /^([A-Za-z_]\w*)(?:\[\d*\])?=(?![=~>])\S*$/g));
  return names.length === pairs.length ? names : [];
}

/** What has a value, as in JSON or YAML: so three of three vendors write a field with its value, all of them as the wire does. */
function valueNames(code: string): readonly string[] {
  return captures(code, /^([A-Za-z_]\w*):\s?(?:"[^"]*"|true|false|null|-?\d[\d.]*)$/g);
}
