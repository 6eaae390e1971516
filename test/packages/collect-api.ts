import type { Api, Property, Type } from "../../generator/ir/index.ts";
import {
  api,
  enumeration,
  fact,
  json,
  listOf,
  object,
  operation,
  optional,
  property,
  reference,
  stream,
  text,
  union,
} from "../emit/api.ts";

const integer: Type = { kind: "integer" };
const literal = (value: string): Type => ({ kind: "literal", value });
const maybe = (name: string, type: Type): Property => property(name, type, { ...optional, nullable: fact("yes") });

const content = union("Content", [{ type: text }, { type: listOf(reference("ContentPart")) }]);

/** Chat completions with all that a stream of them may hold: choices, calls of tools, content of parts, maps, dates. */
export const chatApi: Api = api({
  models: [
    object("Chunk", [
      property("id", text),
      property("object", text),
      property("servedAt", { kind: "date-time" }),
      property("choices", listOf(reference("ChunkChoice"))),
      maybe("usage", reference("Usage")),
    ]),
    object("ChunkChoice", [
      property("index", integer),
      property("delta", reference("Delta")),
      property("finishReason", text, { nullable: fact("yes") }),
      maybe("logprobs", reference("Logprobs")),
    ]),
    object("Delta", [
      maybe("role", text),
      maybe("content", reference("Content")),
      maybe("refusal", text),
      maybe("toolCalls", listOf(reference("ToolCallDelta"))),
      maybe("labels", { kind: "map", value: text }),
    ]),
    object("ToolCallDelta", [
      property("index", integer),
      maybe("id", text),
      property("type", text, optional),
      property("function", reference("FunctionDelta"), optional),
    ]),
    object("FunctionDelta", [maybe("name", text), maybe("arguments", text)]),
    object("Completion", [
      property("id", text),
      property("object", literal("completion")),
      property("servedAt", { kind: "date-time" }),
      property("choices", listOf(reference("Choice"))),
      maybe("usage", reference("Usage")),
    ]),
    object("Choice", [
      property("index", integer),
      property("message", reference("Message")),
      property("finishReason", reference("FinishReason")),
      maybe("logprobs", reference("Logprobs")),
    ]),
    object("Message", [
      property("role", literal("assistant")),
      property("content", reference("Content"), { nullable: fact("yes") }),
      maybe("refusal", text),
      maybe("toolCalls", listOf(reference("ToolCall"))),
      maybe("labels", { kind: "map", value: text }),
    ]),
    object("ToolCall", [
      property("id", text),
      property("type", literal("function")),
      property("function", reference("FunctionCall")),
    ]),
    object("FunctionCall", [property("name", text), property("arguments", text)]),
    object("Usage", [property("promptTokens", integer), maybe("completionTokens", integer)]),
    object("Logprobs", [maybe("content", listOf(reference("Token"))), maybe("offsets", listOf(integer))]),
    object("Token", [property("token", text), property("logprob", { kind: "number" })]),
    object("TextPart", [property("type", literal("text")), property("text", text)]),
    object("ImagePart", [property("type", literal("image")), property("url", text)]),
    content,
    union(
      "ContentPart",
      [
        { type: reference("TextPart"), tags: ["text"] },
        { type: reference("ImagePart"), tags: ["image"] },
      ],
      { tag: fact<string | null>("type") },
    ),
    enumeration("FinishReason", ["stop", "length"], { open: fact(true) }),
  ],
  operations: [
    operation("complete", "POST", "/completions", {
      replies: fact([json(reference("Completion")), stream(reference("Chunk"), "[DONE]")]),
      collect: fact({ piece: "models/chunk", whole: "models/completion" }),
    }),
  ],
});
