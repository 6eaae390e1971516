import type { Api, Global, Parameter } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import { camelCase, identifier } from "../print/identifier.ts";
import { conditional } from "../print/layout.ts";
import { keyOf, member } from "../print/member.ts";
import type { CredentialOption } from "./credentials.ts";
import { propertyKey } from "./names.ts";
import type { RequestMember } from "./operation-plan.ts";
import { runtimeValue, type Scope } from "./types.ts";

/** A parameter that callers may give the client, in place of giving it to each call. */
export interface GlobalOption {
  readonly name: string;
  readonly type: "string" | "number" | "boolean";
  readonly global: Global;
  /** As the first operation has it that takes it. */
  readonly parameter: Parameter;
}

/** Names the options. What has several types, or one that an option cannot spell, is left to the calls. */
export function planGlobals(api: Api, unique: (name: string) => string): readonly GlobalOption[] {
  const taken = api.operations.flatMap(({ parameters }) => parameters.filter(({ global }) => global !== undefined));
  const keys = new Set(taken.map(keyOfGlobal));
  return [...keys].flatMap((key) => {
    const parameters = taken.filter((one) => keyOfGlobal(one) === key);
    const [parameter] = parameters;
    const types = new Set(parameters.map(typeOf));
    const [type] = types;
    if (parameter?.global === undefined || type === undefined || types.size > 1) return [];
    const name = unique(propertyKey(identifier(camelCase(parameter.words), "parameter"), "parameter"));
    return [{ name, type, global: parameter.global, parameter }];
  });
}

/** The option of a parameter. */
export function globalFor(globals: readonly GlobalOption[], parameter: Parameter): string | undefined {
  if (parameter.global === undefined) return undefined;
  return globals.find((option) => keyOfGlobal(option.parameter) === keyOfGlobal(parameter))?.name;
}

/** What tells globals apart: a row lists one of them, and a sample may set several on the client. */
function keyOfGlobal({ global, words }: Parameter): string {
  return [global?.place, ...words].join(" ");
}

function typeOf({ type }: Parameter): GlobalOption["type"] | undefined {
  switch (type.value.kind) {
    case "string":
    case "boolean":
    case "number":
      return type.value.kind;
    case "integer":
      return "number";
    default:
      return undefined;
  }
}

/** The option as the client's interface declares it. */
export function globalOption(option: GlobalOption): CredentialOption {
  const { name, type, parameter } = option;
  const variable = environmentOf(option);
  const hint = variable === undefined ? "" : ` By default what the environment variable \`${variable}\` holds.`;
  const use = `Sent with every operation that takes it, unless the call gives another.${hint}`;
  return { name, doc: [parameter.description, use].filter(Boolean).join("\n\n"), type: raw(type) };
}

/** What the client hands to its operations, by the names of the options. */
export function globalEntry(scope: Scope, option: GlobalOption): Code {
  const variable = environmentOf(option);
  const given = member("options", option.name);
  if (variable === undefined) return code`${keyOf(option.name)}: ${given}`;
  return code`${keyOf(option.name)}: ${given} ?? ${runtimeValue(scope, "auth", "environment")}(${variable})`;
}

/** The environment holds texts. */
function environmentOf({ type, global: { environment } }: GlobalOption): string | undefined {
  return type === "string" && environment !== undefined && /^[A-Za-z_]\w*$/.test(environment) ? environment : undefined;
}

/** What an operation takes for a parameter: what the call gives, else what the client was given. */
export function givenOrGlobal({ parameter, name, global }: RequestMember): Code {
  const given = member("request", name);
  if (global === undefined) return given;
  const otherwise = code`client.globals?.[${global}]`;
  // A call that gives null wants none.
  return parameter.nullable.value === "yes"
    ? conditional(code`${given} === undefined`, otherwise, given)
    : code`${given} ?? ${otherwise}`;
}

/** The option in an example, with the value that the docs show. */
export function globalExample({ name, type, parameter }: GlobalOption): Code {
  const [example] = parameter.examples;
  if (type === "string") return code`${keyOf(name)}: ${example ?? "…"}`;
  return code`${keyOf(name)}: ${raw(type === "boolean" ? "true" : "1")}`;
}
