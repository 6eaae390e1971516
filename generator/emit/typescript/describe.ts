import type { FunctionDeclarationStructure } from "ts-morph";
import type { Model, Property } from "../../ir/index.ts";
import { type Code, code, raw } from "../print/code.ts";
import type { Doc } from "../print/comment.ts";
import { call } from "../print/layout.ts";
import { exportedFunction } from "../print/source-file.ts";
import type { ModelPlan } from "./plan.ts";
import { runtimeType, runtimeValue, type Scope } from "./types.ts";

type Tags = NonNullable<Doc["tags"]>;

/** What the docs say of a model; `more` is a sentence of ours. */
export function modelDoc(model: Model, more = ""): Doc {
  const text = [model.description, more].filter((part) => part !== "").join("\n\n");
  return { text, tags: deprecation(model.deprecated) };
}

/** What the docs say of a property, and how it is spelled on the wire where that differs. */
export function propertyDoc(
  property: Pick<Property, "description" | "deprecated" | "examples" | "wireName">,
  name: string,
): Doc {
  const sent = isSpelled(property, name) ? "" : `Sent as \`${property.wireName.value}\`${assumption(property)}.`;
  const separator = property.description.includes("\n") ? "\n\n" : " ";
  const text =
    property.description === ""
      ? sent
      : sent === ""
        ? property.description
        : `${sentence(property.description)}${separator}${sent}`;
  const examples = property.examples.map((example) => ({ tag: "example" as const, text: shownExample(example) }));
  return { text, tags: [...deprecation(property.deprecated), ...examples] };
}

/** The generator of some docs prints null as Go does. */
function shownExample(example: string): string {
  return example === "<nil>" ? "null" : shorten(example);
}

/** Whether a reader sees how the name is spelled on the wire. */
function isSpelled({ wireName, description }: Pick<Property, "wireName" | "description">, name: string): boolean {
  return wireName.value === name || description.includes(`\`${wireName.value}\``);
}

function assumption(property: Pick<Property, "wireName">): string {
  return property.wireName.because.every((claim) => claim.strength === "assumed") ? " (assumed)" : "";
}

/** A sentence of ours follows, so the docs' own needs an end; quotes, brackets and marks may close behind it. */
function sentence(text: string): string {
  return /(?:[.!?:…]["'’”)`*_\]]*|>)\s*$/.test(text) ? text.trimEnd() : `${text.trimEnd()}.`;
}

/** Long examples say no more than their beginning. */
function shorten(example: string): string {
  const text = indented(example);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/** JSON of several lines, whose blanks a table cell has lost. What is no JSON, or would read otherwise, stays. */
function indented(example: string): string {
  if (!example.includes("\n") || !/^\s*[[{]/.test(example)) return example;
  try {
    const pretty = JSON.stringify(JSON.parse(example), null, 2);
    return pretty.replaceAll(/\s/g, "") === example.replaceAll(/\s/g, "") ? pretty : example;
  } catch {
    return example;
  }
}

export function deprecation(deprecated: string | undefined): Tags {
  return deprecated === undefined ? [] : [{ tag: "deprecated", text: deprecated }];
}

/** `decodeX`: the entry of a model's reader. */
export function decodeFunction(
  scope: Scope,
  plan: ModelPlan,
  reader: Code = raw(`parse${plan.type}`),
): FunctionDeclarationStructure {
  const options = runtimeType(scope, "issue", "DecodeOptions");
  return exportedFunction(
    `decode${plan.type}`,
    { text: `Reads ${article(plan.type)} \`${plan.type}\` out of parsed JSON.` },
    [raw("input: unknown"), code`options?: ${options}`],
    raw(plan.type),
    [
      code`return ${call(runtimeValue(scope, "decode", "decode"), [code`${plan.type}`, reader, raw("input"), raw("options")])};`,
    ],
  );
}

/** What every reader of a model takes. */
function parseParameters(scope: Scope): Code[] {
  const decoding = runtimeType(scope, "decode", "Decoding");
  const key = runtimeType(scope, "decode", "Key");
  return [raw("input: unknown"), code`at: ${decoding}`, code`key: ${key}`];
}

/** `a` or `an`, as the name is read aloud; `U` mostly begins with a consonant's sound: a `User`. */
export function article(name: string): string {
  return /^[AEIO]/.test(name) ? "an" : "a";
}

/** `encodeX`. */
export function encodeFunction(
  scope: Scope,
  plan: ModelPlan,
  json: "JsonObject" | "JsonValue",
  statements: readonly Code[],
): FunctionDeclarationStructure {
  return exportedFunction(
    `encode${plan.type}`,
    { text: `Writes ${article(plan.type)} \`${plan.type}\` as the JSON that the server reads.` },
    [raw(`value: ${plan.type}`)],
    runtimeType(scope, "json", json),
    statements,
  );
}

/** `parseX`: what reads a model inside another value. */
export function parseFunction(
  scope: Scope,
  plan: ModelPlan,
  statements: readonly Code[],
): FunctionDeclarationStructure {
  return exportedFunction(
    `parse${plan.type}`,
    { text: `Reads ${article(plan.type)} \`${plan.type}\` inside another value.` },
    parseParameters(scope),
    raw(plan.type),
    statements,
  );
}
