import type { EnumModel } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { array } from "../print/layout.ts";
import { constant, type Declaration, exportedFunction, typeAlias } from "../print/source-file.ts";
import { enumScalar, readerReference, valuesName } from "./codecs.ts";
import { article, decodeFunction, modelDoc } from "./describe.ts";
import type { ModelPlan } from "./plan.ts";
import { runtimeType, type Scope } from "./types.ts";

/** An enum's type and the list of its documented values. */
export function enumTypes(scope: Scope, plan: ModelPlan, model: EnumModel): Declaration[] {
  const values = model.values.map((one) => code`${one.value}`);
  const more = model.open.value ? "The server may add values, so keep a `default` branch." : "";
  return [
    typeAlias(plan.type, modelDoc(model, more), model.open.value ? [...values, otherValue(scope, model)] : values),
    constant(valuesName(plan.type), code`${array(values)} as const`, {
      doc: { text: `The documented values of \`${plan.type}\`, in documented order.` },
    }),
  ];
}

/** A value that the docs do not list. */
function otherValue(scope: Scope, model: EnumModel): Code {
  const unrecognized = runtimeType(scope, "model", "Unrecognized");
  const isText = enumScalar(model.values.map((one) => one.value)) === "string";
  return isText ? unrecognized : code`${unrecognized}<number>`;
}

export function enumFunctions(scope: Scope, plan: ModelPlan, model: EnumModel): Declaration[] {
  return [
    decodeFunction(scope, plan, readerReference(scope, { kind: "reference", id: model.id })),
    exportedFunction(
      `encode${plan.type}`,
      { text: `Writes ${article(plan.type)} \`${plan.type}\` as the server reads it.` },
      [raw(`value: ${plan.type}`)],
      runtimeType(scope, "json", "JsonValue"),
      [raw("return value;")],
    ),
  ];
}
