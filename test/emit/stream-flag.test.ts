import { expect, test } from "vitest";
import type { Operation } from "../../generator/ir/index.ts";
import { fact, json, jsonBody, object, operation, optional, property, reference, stream, text, union } from "./api.ts";
import { emitted } from "./emitted.ts";

const flag = { kind: "boolean" } as const;
const models = [
  object("Chunk", [property("text", text)]),
  object("Ask", [property("model", text), property("stream", flag, optional)]),
  object("Tell", [property("model", text), property("stream", flag)]),
  object("Plain", [property("model", text)]),
  union("Either", [{ type: reference("Ask") }, { type: reference("Tell") }]),
  union("Other", [{ type: reference("Ask") }, { type: reference("Plain") }]),
];

/** The signatures of an operation's function, and the body that it sends. */
function sent(more: Partial<Operation>): readonly string[] {
  const talk = operation("talk", "POST", "/chat", { replies: fact([stream(reference("Chunk"))]), ...more });
  const lines = emitted("src/operations/talk.ts", { models, operations: [talk] }).split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => /^request: |^export (async )?function.*request|^body: /.test(line));
}

test.each<[string, Partial<Operation>, string]>([
  ["a flag", { body: jsonBody(reference("Ask")) }, "body: jsonBody(encodeAsk({ ...request, stream: true })),"],
  [
    "a flag in a member",
    { body: jsonBody(reference("Ask"), { as: ["ask"] }) },
    "body: jsonBody(encodeAsk({ ...request.ask, stream: true })),",
  ],
  [
    "a flag in each of a union",
    { body: jsonBody(reference("Either"), { as: ["body"] }) },
    "body: jsonBody(encodeEither({ ...request.body, stream: true })),",
  ],
  [
    "a flag in some of a union",
    { body: jsonBody(reference("Other"), { as: ["body"] }) },
    "body: jsonBody(encodeOther(request.body)),",
  ],
  ["no flag", { body: jsonBody(reference("Plain")) }, "body: jsonBody(encodePlain(request)),"],
  [
    "an answer of either kind",
    { body: jsonBody(reference("Ask")), replies: fact([json(reference("Chunk")), stream(reference("Chunk"))]) },
    "body: jsonBody(encodeAsk(request)),",
  ],
  [
    "no stream",
    { body: jsonBody(reference("Ask")), replies: fact([json(reference("Chunk"))]) },
    "body: jsonBody(encodeAsk(request)),",
  ],
])("%s", (_, more, want) => {
  expect(sent(more).at(-1)).toBe(want);
});

test("a flag that the docs require is the function's to set", () => {
  expect(sent({ body: jsonBody(reference("Tell")) })).toEqual([
    'request: Omit<Tell, "stream"> & { stream?: true | undefined },',
    "body: jsonBody(encodeTell({ ...request, stream: true })),",
  ]);
});
