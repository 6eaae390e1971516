import { describe, expect, test } from "vitest";
import { collectOf } from "../../generator/infer/collect.ts";
import type { Body, Claim, Model, ModelId, Operation, Property, Type } from "../../generator/ir/index.ts";
import {
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
const index = property("index", integer);
const id = property("id", text);
const delta = property("delta", reference("Delta"));
const message = property("message", reference("Message"));
const content = property("content", text);
const choices = (item: string): Property => property("choices", listOf(reference(item)));

/** A chat, of which each case changes something. */
const models: Readonly<Record<string, Model>> = {
  Chunk: object("Chunk", [id, choices("ChunkChoice")]),
  ChunkChoice: object("ChunkChoice", [index, delta]),
  Delta: object("Delta", [property("role", text, optional), property("content", text, optional)]),
  Chat: object("Chat", [id, choices("Choice")]),
  Choice: object("Choice", [index, message]),
  Message: object("Message", [property("role", text), content]),
};

function call(name: string, path: string, ...replies: readonly Body[]): Operation {
  return operation(name, "POST", path, { replies: fact(replies) });
}

const streamed = call("streamChat", "/chat", stream(reference("Chunk")));
const answered = call("chat", "/chat", json(reference("Chat")));

function found(
  operations: readonly [Operation, ...Operation[]],
  changed: readonly Model[] = [],
  declared?: Claim<ModelId | null>,
): string {
  const all = { ...models, ...Object.fromEntries(changed.map((model) => [model.title, model])) };
  const byId = new Map(Object.values(all).map((model) => [model.id, model]));
  const { collect, diagnostics } = collectOf(operations[0], declared, { operations, models: byId });
  const { value, because } = collect ?? {};
  const pair = value ? `${value.piece} > ${value.whole}` : String(value);
  return [`${pair}, ${because?.[0]?.rule}`, ...diagnostics.map(({ code }) => code)].join("; ");
}

const paired = "models/chunk > models/chat, collect/pieces";
const none = "null, collect/none";

describe("what a stream makes up", () => {
  test.each<[string, readonly [Operation, ...Operation[]], string]>([
    ["is what the other operation of its path answers", [streamed, answered], paired],
    [
      "is what its own operation answers without a stream",
      [call("chat", "/chat", json(reference("Chat")), stream(reference("Chunk")))],
      paired,
    ],
    [
      "is what another path of the same resource answers to the same question",
      [call("streamChat", "/chat/stream", stream(reference("Chunk"))), answered],
      paired,
    ],
    [
      "has an end mark beside its pieces",
      [
        call(
          "chat",
          "/chat",
          json(reference("Chat")),
          stream({ kind: "union", members: [reference("Chunk"), { kind: "literal", value: "[DONE]" }] }),
        ),
      ],
      paired,
    ],
    ["is nothing where no answer is documented", [streamed], none],
    [
      "is nothing where its items are of several kinds",
      [call("chat", "/chat", stream(reference("Either"))), answered],
      none,
    ],
    ["is not asked where nothing is streamed", [answered, streamed], "undefined, undefined"],
    [
      "is nothing where it could be two answers",
      [streamed, answered, call("again", "/chat", json(reference("Twin")))],
      "null, collect/ambiguous",
    ],
  ])("%s", (_, operations, want) => {
    const twin = object("Twin", [id, choices("Choice")]);
    const either = union("Either", [{ type: reference("Chunk") }, { type: reference("Delta") }]);
    expect(found(operations, [twin, either])).toBe(want);
  });

  test.each<[string, readonly Model[], string]>([
    [
      "more optional fields on either side",
      [
        object("Chunk", [id, choices("ChunkChoice"), property("obfuscation", text, optional)]),
        object("Chat", [id, choices("Choice"), property("tier", text, optional)]),
      ],
      paired,
    ],
    [
      "a literal of the answer's own",
      [
        object("Chunk", [id, choices("ChunkChoice"), property("object", { kind: "literal", value: "chunk" })]),
        object("Chat", [id, choices("Choice"), property("object", { kind: "literal", value: "chat" })]),
      ],
      paired,
    ],
    ["an index that only pieces have", [object("Choice", [message])], paired],
    [
      "text where the answer has a text or a list",
      [
        union("Content", [{ type: text }, { type: listOf(text) }]),
        object("Message", [property("content", reference("Content"))]),
      ],
      paired,
    ],
    [
      "a required field that the answer lacks",
      [object("Chunk", [id, choices("ChunkChoice"), property("event", text)])],
      none,
    ],
    [
      "no field for what the answer requires",
      [object("Chat", [id, choices("Choice"), property("seed", integer)])],
      none,
    ],
    ["another type in a field of the same name", [object("Chat", [property("id", integer), choices("Choice")])], none],
    [
      "a delta that shares no half of the message",
      [
        object("Delta", [
          property("content", text, optional),
          property("kind", text, optional),
          property("step", integer, optional),
        ]),
        object("Message", [content, property("name", text, optional), property("tone", text, optional)]),
      ],
      none,
    ],
    [
      "two objects that may stand for the message",
      [object("ChunkChoice", [index, delta, property("draft", reference("Delta"))])],
      none,
    ],
    [
      "nothing that numbers its items, nor another name",
      [object("ChunkChoice", [message]), object("Choice", [message])],
      none,
    ],
    [
      "texts between lists, for which there is no form",
      [
        union("Content", [{ type: text }, { type: listOf(integer) }]),
        object("Delta", [property("content", reference("Content"), optional), property("role", text, optional)]),
        object("Message", [property("content", reference("Content")), property("role", text)]),
      ],
      none,
    ],
  ])("with %s", (_, changed, want) => {
    expect(found([streamed, answered], changed)).toBe(want);
  });

  test("is the answer itself where its items are numbered", () => {
    const self = [call("chat", "/chat", json(reference("Chat")), stream(reference("Chat")))] as const;
    expect(found(self)).toBe("models/chat > models/chat, collect/pieces");
    expect(found(self, [object("Choice", [message])])).toBe(none);
  });

  test("is what an override states, if it can be", () => {
    const declared = (value: ModelId | null): Claim<ModelId | null> => ({
      value,
      rule: "override",
      strength: "declared",
      places: ["docsdk.config#operation chat"],
      why: "Tried.",
    });
    const twin = object("Twin", [id, choices("Choice")]);
    const both = [streamed, answered, call("again", "/chat", json(reference("Twin")))] as const;
    expect(found(both, [twin], declared("models/twin"))).toBe("models/chunk > models/twin, override");
    expect(found([streamed, answered], [], declared(null))).toBe("null, override");
    expect(found([streamed, answered], [], declared("models/delta"))).toBe(`${paired}; config/invalid-override`);
    expect(found([answered], [], declared("models/chat"))).toBe("undefined, undefined; config/invalid-override");
  });
});
