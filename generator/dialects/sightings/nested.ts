import type { Row } from "../../docs/page.ts";
import type { FieldSighting, NeutralType, ObjectSighting } from "../sighting.ts";
import { titleCase } from "../words.ts";
import { type Context, typeOf } from "./context.ts";
import { fieldOf } from "./field.ts";

/** What an object has in common with those that its table describes as well. */
type Owner = Omit<ObjectSighting, "kind" | "fields" | "additional" | "isInner">;

/** The fields of a table, and the objects that it describes beside its own. */
export interface Nested {
  readonly fields: readonly FieldSighting[];
  readonly inner: readonly ObjectSighting[];
}

/** An object that a page describes though the page is that of another thing, and the objects inside of it. */
export function innerObjects(
  own: Pick<Owner, "page" | "title" | "namespace" | "description" | "place">,
  rows: readonly Row[],
  context: Context,
): readonly [ObjectSighting, ...ObjectSighting[]] {
  const owner = { dialect: context.dialect.name, ...own, samples: [] };
  const { fields, inner } = nestedFields(rows, owner, context);
  return [{ ...owner, kind: "object", isInner: true, fields }, ...inner];
}

/** Nobody describes an object in an object any deeper. */
const deepest = 16;

/**
 * People describe an object inside another one by names that lead into it (`berth.number`, `berths[].number`): where the
 * table has a row for it that says no more than that it is an object, or a list of these, it is one of its own, called after
 * its owner and its field. No generator writes such names.
 */
export function nestedFields(listed: readonly Row[], owner: Owner, context: Context): Nested {
  if (!listed.some(({ name }) => name.includes(".")))
    return { fields: listed.map((row) => fieldOf(row, context, owner.title)), inner: [] };
  const rows = withOwners(listed);
  const objects = objectsAmong(rows, context);
  const below = new Map<string, Row[]>();
  for (const row of rows) {
    const path = parentOf(row, objects);
    const known = below.get(path);
    if (known === undefined) below.set(path, [row]);
    else known.push(row);
  }
  const read = (path: string, title: string): Nested => {
    const parts = (below.get(path) ?? []).map((row) => {
      const own = pathOf(row);
      const field = fieldOf({ ...row, name: path === "" ? row.name : own.slice(path.length + 1) }, context, title);
      const kind = objects.get(own);
      if (kind === undefined || !below.has(own)) return { field, inner: [] };
      const called = title + titleCase(field.words);
      const { fields, inner } = read(own, called);
      const { description, place } = row;
      const object: ObjectSighting = {
        ...owner,
        kind: "object",
        isInner: true,
        title: called,
        description,
        samples: [],
        place,
        fields,
      };
      const name: NeutralType = { kind: "name", namespace: owner.namespace, name: called };
      return { field: { ...field, type: retyped(field.type, name) }, inner: [object, ...inner] };
    });
    return { fields: parts.map(({ field }) => field), inner: parts.flatMap(({ inner }) => inner) };
  };
  return read("", owner.title);
}

/**
 * The rows, and one for each object that has none, before the first of its fields: there has to be one where a field of it
 * must be given. A path is one of names; what has another sign is a name with a dot.
 */
function withOwners(rows: readonly Row[]): readonly Row[] {
  const known = new Set(rows.map(pathOf));
  return rows.flatMap((row) => {
    const parts = row.name.split(".");
    const isPath = parts.length <= deepest && parts.every((part) => /^[A-Za-z_]\w*(?:\[\])?$/.test(part));
    const owners = isPath ? parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(".")) : [];
    const lacking = owners.filter((name) => !known.has(name.replaceAll("[]", "")));
    for (const name of lacking) known.add(name.replaceAll("[]", ""));
    const added = lacking.map((name): Row => {
      const own = rows.filter((other) => other.name.startsWith(`${name}.`));
      const required = own.some((other) => other.required === true);
      const type = name.endsWith("[]") ? "array of objects" : "object";
      return { name: name.replace(/\[\]$/, ""), type, required, description: "", examples: [], place: row.place };
    });
    return [...added, row];
  });
}

/** The rows of objects that their cells say nothing of, by their paths. */
function objectsAmong(rows: readonly Row[], context: Context): ReadonlyMap<string, NeutralType> {
  const silent = { ...context, report: () => {} };
  const typed = rows.map((row) => [pathOf(row), typeOf(row.type, `${row.place}:type`, silent)] as const);
  return new Map(typed.filter(([path, type]) => isPlainObject(type) && path.split(".").length < deepest));
}

/** The path of the object that a row is a field of; empty for the table's own. */
function parentOf(row: Row, objects: ReadonlyMap<string, NeutralType>): string {
  const path = pathOf(row);
  const parent = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  return objects.has(parent) ? parent : "";
}

/** The name without the marks of lists: `berths[].number` is `berths.number`. */
function pathOf({ name }: Row): string {
  return name.replaceAll("[]", "");
}

function isPlainObject(type: NeutralType): boolean {
  if (type.kind === "nullable") return isPlainObject(type.of);
  if (type.kind === "list") return type.item.kind === "any" || isPlainObject(type.item);
  return type.kind === "map" && type.value.kind === "any";
}

/** The type of the row with the name of the object in the place of what could be any. */
function retyped(type: NeutralType, name: NeutralType): NeutralType {
  if (type.kind === "nullable") return { kind: "nullable", of: retyped(type.of, name) };
  return type.kind === "list" ? { kind: "list", item: retyped(type.item, name) } : name;
}
