import { expect, test } from "vitest";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import type { Api, Property } from "../../generator/ir/index.ts";
import { defaultOptions } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { chatApi } from "../packages/collect-api.ts";
import { api, fact, json, listOf, object, operation, optional, property, reference, stream, text } from "./api.ts";
import { complaints } from "./biome.ts";
import { emitted } from "./emitted.ts";
import { typeErrors } from "./type-check.ts";

test("texts append, objects are joined in files of their own, and a literal is the answer's", () => {
  expect(emitted("src/collect/message.ts", chatApi)).toMatchInlineSnapshot(`
    "import type { Delta } from "../models/delta.ts";
    import type { Message } from "../models/message.ts";
    import type { TextPart } from "../models/text-part.ts";
    import { contentOf, entriesOf, keep, objectsOf, required, textOf } from "../runtime/collect.ts";
    import type { Decoding, Key } from "../runtime/decode.ts";
    import { joinToolCall } from "./tool-call.ts";

    /** Makes a \`Message\` of its pieces. */
    export function joinMessage(pieces: readonly Delta[], at: Decoding, key: Key): Message {
      at.enter(key);
      const value: Message = {
        role: "assistant",
        content: required(contentOf(pieces, "content", asTextPart), at, "content"),
      };
      const refusal = textOf(pieces, "refusal");
      if (refusal !== undefined) value.refusal = refusal;
      const toolCalls = objectsOf(pieces, "toolCalls", "index", joinToolCall, at, "tool_calls");
      if (toolCalls !== undefined) value.toolCalls = toolCalls;
      const labels = entriesOf(pieces, "labels");
      if (labels !== undefined) value.labels = labels;
      at.leave();
      return keep(value, pieces);
    }

    /** Gives a text the form that it has in a list. */
    export function asTextPart(text: string): TextPart {
      return { type: "text", text };
    }
    "
  `);
  expect(emitted("src/collect/tool-call.ts", chatApi)).toMatchInlineSnapshot(`
    "import type { ToolCall } from "../models/tool-call.ts";
    import type { ToolCallDelta } from "../models/tool-call-delta.ts";
    import { keep, lastOf, objectOf, required } from "../runtime/collect.ts";
    import type { Decoding, Key } from "../runtime/decode.ts";
    import { joinFunctionCall } from "./function-call.ts";

    /** Makes a \`ToolCall\` of its pieces. */
    export function joinToolCall(pieces: readonly ToolCallDelta[], at: Decoding, key: Key): ToolCall {
      at.enter(key);
      const value: ToolCall = {
        id: required(lastOf(pieces, "id") ?? undefined, at, "id"),
        type: "function",
        function: required(objectOf(pieces, "function", joinFunctionCall, at, "function"), at, "function"),
      };
      at.leave();
      return keep(value, pieces);
    }
    "
  `);
});

test("what callers use is exported with the models", () => {
  const index = emitted("src/models/index.ts", chatApi);
  expect(index.split("\n").filter((line) => line.includes("collect"))).toEqual([
    'export { collectCompletion } from "../collect/completion.ts";',
  ]);
});

/** Names that the functions have for their own, that every object inherits, and that are no identifiers. */
const awkward = ["text", "at", "pieces", "value", "fields", "lastOf", "required", "further", "type", "class", "joinIt"];
const inherited = ["__proto__", "constructor", 'a"b', "*/"];

function named(names: readonly string[]): readonly Property[] {
  return names.map((name) => property(name, text, { ...optional, wireName: fact(name), nullable: fact("yes") }));
}

const awkwardApi: Api = api({
  models: [
    object("Decoding", [
      property("list", listOf(reference("Key"))),
      ...named([...awkward, ...inherited, "only"]),
      property("when", { kind: "date-time" }, optional),
    ]),
    object("Key", [property("index", { kind: "integer" }), ...named([...awkward, ...inherited])]),
    object("It", [property("list", listOf(reference("Join"))), ...named([...awkward, ...inherited])]),
    object("Join", [property("index", { kind: "integer" }), ...named(inherited)]),
  ],
  operations: [
    operation("call", "POST", "/", {
      replies: fact([json(reference("It")), stream(reference("Decoding"))]),
      collect: fact({ piece: "models/decoding", whole: "models/it" }),
    }),
  ],
});

test("names of the documents hide nothing, whatever the options", async () => {
  const options = [{}, { fields: "wire" }, { unknownFields: "drop", dates: "string" }] as const;
  const packages = options.map((some) =>
    emitTypescript(awkwardApi, { ...defaultOptions, slug: "awkward", ...some }, readTemplates()),
  );
  expect(packages[0]?.map(({ path }) => path).filter((path) => path.startsWith("src/collect/"))).toEqual([
    "src/collect/it.ts",
    "src/collect/join.ts",
  ]);
  expect(await typeErrors(packages)).toBe("");
  const chat = emitTypescript(chatApi, { ...defaultOptions, slug: "chat" }, readTemplates());
  const own = [chat, ...packages].map((files) => files.filter(({ path }) => path.startsWith("src/collect/")));
  expect(await complaints(Object.fromEntries(own.map((files, index) => [`package${index}`, files])))).toBe("");
});

test("objects without documented fields are joined as maps are", async () => {
  const item = (title: string, extra: string) =>
    object(title, [property("index", { kind: "integer" }), property("extra", reference(extra), optional)]);
  const free: Api = api({
    models: [
      object("Chunk", [property("list", listOf(reference("ChunkItem")))]),
      object("Answer", [property("list", listOf(reference("AnswerItem")))]),
      item("ChunkItem", "ChunkExtra"),
      item("AnswerItem", "AnswerExtra"),
      object("ChunkExtra", []),
      object("AnswerExtra", []),
    ],
    operations: [
      operation("call", "POST", "/", {
        replies: fact([json(reference("Answer")), stream(reference("Chunk"))]),
        collect: fact({ piece: "models/chunk", whole: "models/answer" }),
      }),
    ],
  });
  expect(emitted("src/collect/answer-item.ts", free)).toContain('const extra = entriesOf(pieces, "extra");');
  const files = emitTypescript(free, { ...defaultOptions, slug: "free" }, readTemplates());
  expect(await typeErrors([files])).toBe("");
});
