import type { FieldSighting, NeutralType } from "../../dialects/sighting.ts";
import type { Fact, Place, SecurityScheme } from "../../ir/index.ts";
import type { Draft, DraftField, DraftOperation } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { ask, claim, decide, type Rule } from "../decide.ts";
import type { Survey } from "../survey.ts";
import { nameOf, titled } from "./request-models.ts";

/** Whether the operation is called with credentials. */
export function securedOf(operation: DraftOperation, survey: Survey): Fact<boolean> {
  const declared = survey.declared.operations.get(operation.id)?.secured;
  const otherwise =
    survey.security.value.length > 0
      ? claim("secured/scheme", "derived", true, [operation.place], "The API has a security scheme.")
      : claim("secured/no-scheme", "assumed", false, [operation.place], "The docs name no security scheme.");
  return decide([...(declared === undefined ? [] : [declared]), ...ask(rules, operation, survey)], otherwise);
}

/**
 * The row of credentials that the client does not have. Its model names them, as the README names those of the client; docs
 * may have the row for an operation that takes these, too. Of those that may each be left out one is enough.
 */
export function ownCredentials(
  operation: DraftOperation,
  survey: Survey,
): { readonly place: Place; readonly fields: readonly DraftField[] } | undefined {
  const row = rowOf(operation);
  if (row === undefined) return undefined;
  const known = new Set([...documentedNames(survey.draft), ...decidedNames(survey.security)].map(norm));
  const fields = fieldsOf(row, survey);
  const isKnown = (field: DraftField): boolean => known.has(nameOf(field));
  const areAlternatives = fields.every(({ sightings: [{ presence }] }) => presence.value === "optional");
  const isGiven = areAlternatives ? fields.some(isKnown) : fields.every(isKnown);
  return fields.length > 0 && isGiven ? undefined : { place: row.place, fields };
}

/**
 * The schemes that the docs name for it, or that the model of its own credentials names, where these are some of the API's,
 * as for the guests of one vendor. Wrong where it takes two of them together.
 */
export function ownSchemes(operation: DraftOperation, survey: Survey): readonly Place[] | undefined {
  const row = rowOf(operation);
  const told = operation.sightings.flatMap(({ takes }) => takes?.schemes ?? []).map(norm);
  const names = row === undefined ? told : credentialsOf(row, survey);
  const all = survey.security.value.map((scheme) => ({ scheme, called: namesOf(scheme, survey.draft) }));
  const isKnown = names.every((name) => all.some(({ called }) => called.includes(name)));
  const own = all.filter(({ called }) => names.some((name) => called.includes(name)));
  return isKnown && own.length > 0 && own.length < all.length ? own.map(({ scheme }) => scheme.place) : undefined;
}

/** What the README and samples call a scheme, in normal form. */
function namesOf({ words, place }: SecurityScheme, { readmes }: Draft): readonly string[] {
  const rows = readmes.flatMap(({ security }) => security).filter((row) => row.place === place);
  return [words.join(""), ...rows.flatMap(({ names }) => names)].map(norm);
}

/** The names of the fields of the model that a row of credentials refers to, in normal form. */
function credentialsOf(row: FieldSighting, survey: Survey): readonly string[] {
  return fieldsOf(row, survey).map(nameOf);
}

function fieldsOf({ type }: FieldSighting, { requests }: Survey): readonly DraftField[] {
  return titled(requests, namesIn(type))?.fields ?? [];
}

/** The names of credentials in the tables of READMEs: two of a scheme with a user and a password. */
function documentedNames({ readmes }: Draft): readonly string[] {
  return readmes.flatMap(({ security }) => security.flatMap(({ names }) => names));
}

function decidedNames({ value }: Survey["security"]): readonly string[] {
  return value.map(({ words }) => words.join(""));
}

function rowOf({ sightings }: DraftOperation): FieldSighting | undefined {
  return sightings.flatMap(({ security }) => security ?? [])[0];
}

function namesIn(type: NeutralType): readonly string[] {
  if (type.kind === "nullable") return namesIn(type.of);
  return type.kind === "name" ? [type.name] : [];
}

/** A row of credentials for this operation alone. */
const ownRow: Rule<DraftOperation, boolean> = (operation) => {
  const row = rowOf(operation);
  if (row === undefined) return undefined;
  return claim("secured/own-row", "stated", true, [row.place], "It has a row for credentials of its own.");
};

/**
 * Samples that build the client without any credential: public in 5 of 5 cases. Samples with one prove nothing, because
 * generators write it into samples of public operations too. What a person writes leaves them to the environment.
 */
const bareSample: Rule<DraftOperation, boolean> = (operation, { draft, security }) => {
  // `client.oAuth.getToken()` gives the client no `oauth`.
  const own = norm([...operation.group, ...operation.words].join(""));
  const documented = documentedNames(draft);
  const names = documented.length > 0 ? documented : decidedNames(security);
  const samples = operation.sightings.flatMap((sighting) => sighting.samples);
  const buildsClient = operation.sightings.some(({ clientClass }) => clientClass !== undefined);
  const isByHand = draft.readmes.some((readme) => readme.security.some(({ isProse }) => isProse === true));
  if (names.length === 0 || !buildsClient || isByHand) return undefined;
  const shown = samples.some(({ text }) => {
    const flat = norm(text).replaceAll(own, "");
    return /<YOUR_|security|getenv|process\.env|environ/i.test(text) || names.some((name) => flat.includes(norm(name)));
  });
  if (shown) return undefined;
  const places = samples.map(({ place }) => place);
  return claim("secured/bare-sample", "derived", false, places, "The samples build the client without credentials.");
};

/** The docs name the schemes of each call, or say that it takes none. */
const told: Rule<DraftOperation, boolean> = ({ sightings }) => {
  const [found] = sightings.flatMap(({ takes }) => takes ?? []);
  if (found === undefined) return undefined;
  const value = found.schemes.length > 0;
  const why = value ? "The docs name what it takes." : "The docs say that it takes none.";
  return claim("secured/told", "stated", value, [found.place], why);
};

const rules: readonly Rule<DraftOperation, boolean>[] = [ownRow, told, bareSample];
