import { propertyName } from "../emit/typescript/names.ts";
import type { Property, Type } from "../ir/index.ts";
import { spellType } from "../ir/spell.ts";
import { type Change, change, type Detail, type Direction, differing, type Impact, impactOf } from "./change.ts";
import { type Pairs, pairUp } from "./pair.ts";
import { relate } from "./relate.ts";
import { behind, type Scope, takesNull } from "./scope.ts";

/** A row of a model, or of an operation's parameters. */
export type Field = Pick<
  Property,
  | "name"
  | "words"
  | "wireName"
  | "type"
  | "presence"
  | "nullable"
  | "description"
  | "examples"
  | "deprecated"
  | "place"
  | "default"
>;

/** What the changes of one kind of rows have in common. */
export interface Owner {
  /** `field` or `parameter`: what codes and subjects begin with. */
  readonly kind: "field" | "parameter";
  /** The owner's name, e.g. `ChatRequest`. */
  readonly name: string;
  readonly direction: Direction;
}

/** Rows of both states by their name on the wire, and those that are left over by their name in the docs. */
export function pairFields<F extends Field>(before: readonly F[], after: readonly F[]): Pairs<F> {
  return pairUp(before, after, [({ wireName }) => wireName.value, ({ words }) => words.join(" ")]);
}

/** How the rows of one owner differ. */
export function fieldChanges(
  scope: Scope,
  owner: Owner,
  before: readonly Field[],
  after: readonly Field[],
): readonly Change[] {
  const { kept, gone, come } = pairFields(before, after);
  const told = teller(owner);
  return [
    ...gone.map((field) =>
      told(field, "removed", "breaking", { was: summary(scope, field, "before"), before: field.place }),
    ),
    ...kept.flatMap(([was, is]) => fieldChange(scope, owner, was, is)),
    ...come.map((field) => {
      const isAsked = owner.direction !== "response" && field.presence.value === "required";
      return told(field, "added", isAsked ? "breaking" : "minor", {
        is: summary(scope, field, "after"),
        after: field.place,
      });
    }),
  ];
}

function fieldChange(scope: Scope, owner: Owner, was: Field, is: Field): readonly Change[] {
  const told = teller(owner);
  const { direction } = owner;
  const { fields } = scope.spelling;
  const rows = { before: was.place, after: is.place };
  const names = differing(propertyName(was, fields), propertyName(is, fields));
  const shift = relate(scope, was.type.value, is.type.value);
  const isOptional = was.presence.value === "required" ? "wider" : "narrower";
  const isRead = direction !== "request";
  const [hadNull, hasNull] = [takesNull(was, isRead), takesNull(is, isRead)];
  // A value that need not be there may be null where the docs are silent: that is told with its presence.
  const nulls = was.nullable.value === is.nullable.value ? [] : differing(spelledNull(hadNull), spelledNull(hasNull));
  const hasOtherWords = was.description !== is.description || was.examples.join("\n") !== is.examples.join("\n");
  return [
    ...names.map((texts) => told(is, "name", "breaking", { ...rows, ...texts })),
    ...facts(was, is, "wireName").map((detail) => told(is, "wire-name", "minor", detail)),
    ...typesOf(scope, was, is).map((detail) =>
      // What code cannot tell apart, as numbers and integers, is another value on the wire at most.
      told(is, "type", shift === undefined ? "minor" : impactOf(direction, shift), detail),
    ),
    ...facts(was, is, "presence").map((detail) => told(is, "presence", impactOf(direction, isOptional), detail)),
    ...nulls.map((texts) => {
      const impact = impactOf(direction, hasNull ? "wider" : "narrower");
      return told(is, "null", impact, { ...factRows(was, is, "nullable"), ...texts });
    }),
    ...differing(json(was.default?.value), json(is.default?.value)).map((texts) =>
      told(is, "default", "minor", { ...rows, ...texts }),
    ),
    ...deprecation(was, is).map((texts) => told(is, "deprecated", "minor", { ...rows, ...texts })),
    ...(hasOtherWords ? [told(is, "docs", "patch", rows)] : []),
  ];
}

/** Makes the changes of one owner's rows. */
function teller({ kind, name, direction }: Owner) {
  return (field: Field, code: string, impact: Impact, detail: Detail): Change =>
    change({ code: `${kind}/${code}`, impact, direction, subject: `${kind} ${name}.${field.name}` }, detail);
}

function typesOf(scope: Scope, was: Field, is: Field): readonly Detail[] {
  const rows = factRows(was, is, "type");
  return differing(spelled(scope, was.type.value, "before"), spelled(scope, is.type.value, "after")).map((texts) => ({
    ...rows,
    ...texts,
  }));
}

/** A fact of both rows, where it differs. */
function facts(was: Field, is: Field, fact: "wireName" | "presence"): readonly Detail[] {
  const rows = factRows(was, is, fact);
  return differing(was[fact].value, is[fact].value).map((texts) => ({ ...rows, ...texts }));
}

/** The rows that a fact rests on. */
function factRows(was: Field, is: Field, fact: "wireName" | "type" | "presence" | "nullable"): Detail {
  return { before: behind(was[fact], was.place), after: behind(is[fact], is.place) };
}

/** Whether, and how, a deprecation came or went. */
export function deprecation(
  { deprecated: was }: { readonly deprecated?: string },
  { deprecated: is }: { readonly deprecated?: string },
): readonly Detail[] {
  return (was === undefined) === (is === undefined) ? [] : differing(spelledDeprecation(was), spelledDeprecation(is));
}

function spelledDeprecation(text: string | undefined): string | null {
  return text === undefined ? null : text || "deprecated";
}

function spelledNull(has: boolean): string {
  return has ? "may be null" : "is never null";
}

function json(value: string | number | boolean | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function summary(scope: Scope, { type, presence }: Field, side: "before" | "after"): string {
  return `${spelled(scope, type.value, side)}, ${presence.value}`;
}

function spelled(scope: Scope, type: Type, side: "before" | "after"): string {
  return spellType(type, scope[side].nameOf);
}
