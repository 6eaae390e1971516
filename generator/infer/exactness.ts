import type { Body, ModelId, Type } from "../ir/index.ts";
import type { DraftModel, LinkedType } from "../link/draft.ts";

type Models = ReadonlyMap<ModelId, DraftModel>;

/**
 * Whether a cell says less than another one without saying anything else: languages without literals, dates, open enums
 * or nulls in lists print what they have. Such a cell is no contradiction of the other.
 */
export function saysLess(loose: LinkedType, exact: LinkedType, models: Models): boolean {
  return allows(loose, exact, models) && !allows(exact, loose, models);
}

/** Whether every value that the second type has may stand under the first as well, as languages print them. */
function allows(loose: LinkedType, exact: LinkedType, models: Models): boolean {
  if (JSON.stringify(loose) === JSON.stringify(exact)) return true;
  if (exact.kind === "nullable") return allows(bare(loose), exact.of, models);
  switch (loose.kind) {
    case "any":
    case "missing":
    case "unread":
      return true;
    case "string":
      return isText(exact, models);
    case "boolean":
    case "integer":
    case "number":
    case "number-or-integer":
      return isOfKind(exact, loose.kind, models);
    case "date-or-date-time":
      return exact.kind === "date" || exact.kind === "date-time";
    case "bytes":
      return exact.kind === "file" || isHandle(exact, models);
    case "file":
      return isHandle(exact, models);
    case "list":
      return exact.kind === "list" && allows(loose.item, exact.item, models);
    case "map":
      return exact.kind === "map" ? allows(loose.value, exact.value, models) : isObject(exact, models);
    case "union":
      return exact.kind === "reference" && models.get(exact.id)?.kind === "union";
    case "reference":
      return isConstant(loose, exact, models) || isLostUnion(loose, models);
    default:
      return false;
  }
}

function bare(type: LinkedType): LinkedType {
  return type.kind === "nullable" ? type.of : type;
}

function isText(type: LinkedType, models: Models): boolean {
  switch (type.kind) {
    case "date":
    case "date-time":
    case "date-or-date-time":
    case "bytes":
    case "file":
    case "decimal":
      return true;
    case "literal":
      return typeof type.value === "string";
    case "reference": {
      const model = models.get(type.id);
      return model?.kind === "enum" && model.values.every(({ value }) => typeof value === "string");
    }
    default:
      return false;
  }
}

function isOfKind(
  type: LinkedType,
  kind: "boolean" | "integer" | "number" | "number-or-integer",
  models: Models,
): boolean {
  const plain = kind === "boolean" ? "boolean" : "number";
  if (type.kind === "literal") return typeof type.value === plain;
  if (type.kind === "decimal") return kind === "number";
  if (type.kind === "integer" || type.kind === "number") return kind === "number-or-integer";
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  return plain === "number" && model?.kind === "enum" && model.values.every(({ value }) => typeof value === "number");
}

/** The object of content and file name that some languages hand a file over as. */
function isHandle(type: LinkedType, models: Models): boolean {
  const model = type.kind === "reference" ? models.get(type.id) : undefined;
  const names = model?.kind === "object" ? model.fields.map(({ words }) => words.join("")) : [];
  return names.includes("filename") && names.includes("content");
}

function isObject(type: LinkedType, models: Models): boolean {
  return type.kind === "reference" && models.get(type.id)?.kind !== "enum";
}

/** Some languages have a document for a constant that others print as a literal. */
function isConstant(loose: LinkedType, exact: LinkedType, models: Models): boolean {
  const model = loose.kind === "reference" ? models.get(loose.id) : undefined;
  const [only, second] = model?.kind === "enum" ? model.values : [];
  return exact.kind === "literal" && only !== undefined && second === undefined && only.value === exact.value;
}

/** The document of a union that lists no members, in a language in which nothing else does. */
function isLostUnion(loose: LinkedType, models: Models): boolean {
  const model = loose.kind === "reference" ? models.get(loose.id) : undefined;
  return model?.kind === "union" && model.members.every(({ type }) => type.kind === "missing");
}

/**
 * Whether bodies say less than others: languages without typed streams print the item, those without bytes a string,
 * those without documents of unions the members, and a body that only one language has is none that another contradicts.
 */
export function bodiesSayLess(loose: readonly Body[], exact: readonly Body[], models: Models): boolean {
  const same = JSON.stringify(loose) === JSON.stringify(exact);
  return !same && loose.every((one) => exact.some((other) => bodyAllows(one, other, models)));
}

function bodyAllows(loose: Body, exact: Body, models: Models): boolean {
  if (loose.kind === "text") return exact.kind === "bytes" || exact.kind === "text";
  if (loose.kind === "json" && exact.kind === "stream") return isLooser(loose.type, exact.item, models);
  if (loose.kind === "json" && exact.kind === "json") return isLooser(loose.type, exact.type, models);
  return JSON.stringify(loose) === JSON.stringify(exact);
}

function isLooser(loose: Type, exact: Type, models: Models): boolean {
  if (loose.kind === "unknown" || JSON.stringify(loose) === JSON.stringify(exact)) return true;
  if (loose.kind === "list" && exact.kind === "list") return isLooser(loose.item, exact.item, models);
  if (loose.kind === "map" && exact.kind === "map") return isLooser(loose.value, exact.value, models);
  return loose.kind === "union" && exact.kind === "reference" && models.get(exact.id)?.kind === "union";
}
