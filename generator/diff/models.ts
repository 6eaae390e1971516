import type { EnumModel, Model, ObjectModel, Type, UnionModel } from "../ir/index.ts";
import { spellType } from "../ir/spell.ts";
import {
  type Change,
  change as changeOf,
  type Detail,
  type Direction,
  differing,
  type Impact,
  impactOf,
  type Shift,
} from "./change.ts";
import { deprecation, fieldChanges } from "./fields.ts";
import { relate } from "./relate.ts";
import { bodyChanges } from "./replies.ts";
import { behind, directionOf, type Scope, type Side } from "./scope.ts";

/** How the models of an API differ. */
export function modelChanges(scope: Scope): readonly Change[] {
  const { before, after, pairs } = scope;
  const kept = new Set(pairs.values());
  const gone = before.api.models.filter(({ id }) => !pairs.has(id));
  const come = after.api.models.filter(({ id }) => !kept.has(id));
  return [
    ...gone.map((model) =>
      change(`model ${before.nameOf(model.id)}`, "removed", "breaking", directionOf(scope, model.id, null), {
        was: model.kind,
        before: titleOf(model),
      }),
    ),
    ...before.api.models.flatMap((model) => {
      const now = after.models.get(pairs.get(model.id) ?? "");
      return now === undefined ? [] : modelChange(scope, model, now);
    }),
    ...come.map((model) =>
      change(`model ${after.nameOf(model.id)}`, "added", "minor", directionOf(scope, null, model.id), {
        is: model.kind,
        after: titleOf(model),
      }),
    ),
  ];
}

function modelChange(scope: Scope, was: Model, is: Model): readonly Change[] {
  const direction = directionOf(scope, was.id, is.id);
  const name = scope.after.nameOf(is.id);
  const subject = `model ${name}`;
  const rows = { before: titleOf(was), after: titleOf(is) };
  const told = (code: string, impact: Impact, detail: Detail): Change =>
    change(subject, code, impact, direction, { ...rows, ...detail });
  const general = [
    ...differing(scope.before.typeOf(was.id), scope.after.typeOf(is.id)).map((texts) =>
      told("name", "breaking", texts),
    ),
    ...deprecation(was, is).map((texts) => told("deprecated", "minor", texts)),
    ...(wordsOf(was, is) === wordsOf(is, was) ? [] : [told("docs", "patch", {})]),
  ];
  if (was.kind !== is.kind) return [told("kind", "breaking", { was: was.kind, is: is.kind }), ...general];
  const read = bodyChanges(scope, { subject, code: "model/read", ...rows }, was.read, is.read);
  if (was.kind === "object" && is.kind === "object")
    return [...objectChanges(scope, told, direction, was, is), ...read, ...general];
  if (was.kind === "enum" && is.kind === "enum") return [...enumChanges(told, direction, was, is), ...general];
  if (was.kind === "union" && is.kind === "union") return [...unionChanges(scope, told, was, is), ...read, ...general];
  return general;
}

/** What is said of a model, and of the values that it has in both states. */
function wordsOf(model: Model, other: Model): string {
  if (model.kind !== "enum" || other.kind !== "enum") return model.description;
  const kept = model.values.filter(({ value }) => other.values.some((one) => one.value === value));
  const said = new Map(kept.map(({ value, description }) => [JSON.stringify(value), description]));
  return [model.description, ...[...said].sort().flat()].join("\n");
}

type Told = (code: string, impact: Impact, detail: Detail) => Change;

function objectChanges(
  scope: Scope,
  told: Told,
  direction: Direction,
  was: ObjectModel,
  is: ObjectModel,
): readonly Change[] {
  const [role, newRole] = [was.role, is.role];
  if (role.value !== newRole.value) {
    const rows = { before: behind(role, titleOf(was)), after: behind(newRole, titleOf(is)) };
    return [told("role", "breaking", { was: role.value, is: newRole.value, ...rows })];
  }
  // What an operation's wrapper holds is told with the bodies that it is read as.
  if (role.value === "envelope") return [];
  const owner = { kind: "field", name: scope.after.nameOf(is.id), direction } as const;
  return [
    ...fieldChanges(scope, owner, was.properties, is.properties),
    ...untoldNulls(scope, told, was, is),
    ...furtherFields(scope, told, direction, was, is),
  ];
}

/** Where the docs cannot say, the optional fields of a model that is read may be null, and those of one that is but sent may not. */
function untoldNulls({ before, after }: Scope, told: Told, was: ObjectModel, is: ObjectModel): readonly Change[] {
  const isConcerned = is.properties.some(
    ({ presence, nullable }) => presence.value === "optional" && nullable.value === "unstated",
  );
  if (!isConcerned) return [];
  return differing(spelledNulls(isReadIn(before, was)), spelledNulls(isReadIn(after, is))).map((texts) =>
    told("null", "breaking", texts),
  );
}

function isReadIn({ read, written }: Side, model: ObjectModel): boolean {
  return read.has(model.id) || !written.has(model.id) || model.read !== undefined;
}

function spelledNulls(isRead: boolean): string {
  return isRead ? "optional fields may be null" : "optional fields are never null";
}

function furtherFields(
  { before, after, ...scope }: Scope,
  told: Told,
  direction: Direction,
  { additional: was }: ObjectModel,
  { additional: is }: ObjectModel,
): readonly Change[] {
  const code = "further-fields";
  const old = was === undefined ? null : spellType(was, before.nameOf);
  const now = is === undefined ? null : spellType(is, after.nameOf);
  if (was === undefined || is === undefined)
    return was === is ? [] : [told(code, was === undefined ? "minor" : "breaking", { was: old, is: now })];
  const shift = relate({ before, after, ...scope }, was, is);
  return shift === undefined ? [] : [told(code, impactOf(direction, shift), { was: old, is: now })];
}

function enumChanges(told: Told, direction: Direction, was: EnumModel, is: EnumModel): readonly Change[] {
  const [old, now] = [was, is].map(({ values }) => values.map(({ value }) => value));
  const gone = old?.filter((value) => now?.includes(value) === false) ?? [];
  const come = now?.filter((value) => old?.includes(value) === false) ?? [];
  // A value that nobody may compare with any more does not compile; code that meets a new one was told that there may be.
  const isExpected = direction === "request" || was.open.value;
  const opened = impactOf(direction, is.open.value ? "wider" : "narrower");
  return [
    ...gone.map((value) => told("value", "breaking", { was: JSON.stringify(value) })),
    ...come.map((value) => told("value", isExpected ? "minor" : "breaking", { is: JSON.stringify(value) })),
    ...differing(openness(was.open.value), openness(is.open.value)).map((texts) => told("open", opened, texts)),
  ];
}

function openness(open: boolean): string {
  return open ? "other values may come" : "no other value may come";
}

function unionChanges(scope: Scope, told: Told, was: UnionModel, is: UnionModel): readonly Change[] {
  const [whole, wholeNow] = [was, is].map(({ members }): Type => ({ kind: "union", members: members.map(typeOf) }));
  if (whole === undefined || wholeNow === undefined) return [];
  // A union that stands in another one is its members.
  const isIn = (one: Type, other: Type, rest: Shift): boolean => {
    const shift = relate(scope, one, other);
    return shift === undefined || shift === rest;
  };
  const gone = was.members.filter(({ type }) => !isIn(type, wholeNow, "wider"));
  const come = is.members.filter(({ type }) => !isIn(whole, type, "narrower"));
  return [
    ...gone.map(({ type, place }) =>
      told("member", "breaking", { was: spellType(type, scope.before.nameOf), before: place }),
    ),
    // Every union may have members that the docs do not know, so that code is ready for one.
    ...come.map(({ type, place }) =>
      told("member", "minor", { is: spellType(type, scope.after.nameOf), after: place }),
    ),
    ...differing(was.tag.value, is.tag.value).map((texts) => {
      const rows = { before: behind(was.tag, titleOf(was)), after: behind(is.tag, titleOf(is)) };
      return told("tag", "breaking", { ...texts, ...rows });
    }),
  ];
}

function typeOf({ type }: UnionModel["members"][number]): Type {
  return type;
}

function change(subject: string, code: string, impact: Impact, direction: Direction, detail: Detail): Change {
  return changeOf({ code: `model/${code}`, impact, direction, subject }, detail);
}

function titleOf({ page }: Model): string {
  return `${page}#title`;
}
