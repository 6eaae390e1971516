import type { FunctionDeclarationStructure, InterfaceDeclarationStructure } from "ts-morph";
import type { ObjectModel, Property } from "../../ir/index.ts";
import { filePart } from "../file-part.ts";
import { type Code, code, raw } from "../print/code.ts";
import { call, guarded, print } from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import { docs, exportedFunction } from "../print/source-file.ts";
import { StructureKind } from "../ts-morph.ts";
import { encoderCall, isEncodedAsIs } from "./codecs.ts";
import { article, modelDoc, propertyDoc } from "./describe.ts";
import type { ModelPlan } from "./plan.ts";
import { acceptsNull, propertyType, runtimeType, runtimeValue, type Scope } from "./types.ts";

/** The interface of a model that is nothing but a form: its files may be whatever a platform calls one. */
export function formInterface(scope: Scope, plan: ModelPlan, model: ObjectModel): InterfaceDeclarationStructure {
  const properties = model.properties.map((property, index) => {
    const name = plan.properties[index] ?? property.name;
    return {
      name: print(keyOf(name)),
      type: print(formType(scope, property), { indent: 2, used: name.length + 4 }),
      hasQuestionToken: property.presence.value === "optional",
      docs: docs(propertyDoc(property, name), 2),
    };
  });
  return { kind: StructureKind.Interface, isExported: true, name: plan.type, docs: docs(modelDoc(model)), properties };
}

function formType(scope: Scope, property: Property): Code {
  const part = filePart(property.type.value, scope.plan.known);
  if (part === undefined) return propertyType(scope, property, false);
  const file = runtimeType(scope, "form", "FilePart");
  const files = code`readonly ${file}[]`;
  const type = part === "file" ? file : part === "files" ? files : code`${file} | ${files}`;
  const withNull = acceptsNull(property, false) ? code`${type} | null` : type;
  return property.presence.value === "optional" ? code`${withNull} | undefined` : withNull;
}

/** `formX`: writes a model as the parts of a form. */
export function formFunction(scope: Scope, plan: ModelPlan, model: ObjectModel): FunctionDeclarationStructure {
  return exportedFunction(
    `form${plan.type}`,
    {
      text: `Writes ${article(plan.type)} \`${plan.type}\` as the form that the server reads; absent fields stay absent.`,
    },
    [raw(`${model.properties.length === 0 ? "_value" : "value"}: ${plan.type}`)],
    raw("FormData"),
    [
      raw("const form = new FormData();"),
      ...model.properties.map((property, index) => partCode(scope, property, plan.properties[index] ?? property.name)),
      raw("return form;"),
    ],
  );
}

function partCode(scope: Scope, property: Property, name: string): Code {
  const value = member("value", name);
  const type = property.type.value;
  const { value: wire } = property.wireName;
  if (filePart(type, scope.plan.known) !== undefined)
    return code`${runtimeValue(scope, "form", "addFile")}(form, ${wire}, ${value});`;
  const addPart = (part: Code): Code =>
    code`${call(runtimeValue(scope, "form", "addPart"), [raw("form"), code`${wire}`, part])};`;
  if (type.kind === "date-time" || isEncodedAsIs(scope, type)) return addPart(value);
  const add = addPart(encoderCall(scope, type, value));
  const conditions = [
    ...(property.presence.value === "optional" ? [code`${value} !== undefined`] : []),
    ...(acceptsNull(property, false) && type.kind !== "unknown" ? [code`${value} !== null`] : []),
  ];
  const [first, second] = conditions;
  if (first === undefined) return add;
  return guarded(second === undefined ? code`if (${first})` : code`if (${first} && ${second})`, add);
}
