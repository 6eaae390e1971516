import type { Type } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { planOf } from "./plan.ts";
import { runtimeValue, type Scope } from "./types.ts";

/** A member of a union whose kind of JSON no other member has. */
export interface ValueKind {
  readonly type: Type;
  /** The test of a value of JSON, called `input`. */
  readonly ofInput: Code;
  /** The test of a value of TypeScript, called `value`. */
  readonly ofValue: Code;
  readonly isObject: boolean;
}

/** The kinds of JSON that `typeof` and its like tell apart. */
type Kind = "string" | "boolean" | "number" | "list" | "object";

/** The members with the tests that tell them apart; undefined where two are of one kind, or one has no kind of its own. */
export function distinctKinds(scope: Scope, members: readonly Type[]): readonly ValueKind[] | undefined {
  const kinds = members.map((member) => kindOf(scope, member));
  const isDistinct = new Set(kinds).size === members.length && !kinds.includes(undefined);
  if (!isDistinct) return undefined;
  return members.flatMap((type, index) => {
    const kind = kinds[index];
    return kind === undefined ? [] : [valueKind(scope, type, kind)];
  });
}

function kindOf(scope: Scope, type: Type): Kind | undefined {
  switch (type.kind) {
    case "string":
    case "date":
    case "date-time":
    case "bytes":
      return "string";
    case "boolean":
      return "boolean";
    case "integer":
    case "number":
      return "number";
    case "list":
      return "list";
    case "map":
      return "object";
    case "literal":
      return typeof type.value === "string" ? "string" : undefined;
    case "reference": {
      const { model, isJson } = planOf(scope.plan, type.id);
      if (model.kind === "object") return isJson ? "object" : undefined;
      if (model.kind === "union") return undefined;
      return model.values.some((one) => typeof one.value === "string") ? "string" : "number";
    }
    default:
      return undefined;
  }
}

function valueKind(scope: Scope, type: Type, kind: Kind): ValueKind {
  const isObject = kind === "object";
  return { type, ofInput: test(scope, kind, "input"), ofValue: valueTest(scope, type, kind), isObject };
}

/** Dates and bytes are strings on the wire alone. An object comes last, where `typeof` is enough. */
function valueTest(scope: Scope, type: Type, kind: Kind): Code {
  if (type.kind === "date-time" && scope.plan.options.dates === "Date") return raw("value instanceof Date");
  if (type.kind === "bytes") return raw("value instanceof Uint8Array");
  return kind === "object" ? raw('typeof value === "object"') : test(scope, kind, "value");
}

function test(scope: Scope, kind: Kind, name: string): Code {
  if (kind === "list") return code`${runtimeValue(scope, "decode", "isList")}(${raw(name)})`;
  if (kind === "object") return code`${runtimeValue(scope, "decode", "isObject")}(${raw(name)})`;
  return code`typeof ${raw(name)} === ${kind}`;
}
