import { expect, test } from "vitest";
import type { Model, Property, Type } from "../../generator/ir/index.ts";
import { enumeration, fact, object, property, reference, stream, text, union } from "./api.ts";
import { emitted } from "./emitted.ts";

const chunk = object("Chunk", [property("text", text)]);
const failure = object("Failure", [property("error", text)]);
const kinds = enumeration("Kind", ["log", "error"]);

function event(data: Type, ...more: Property[]): Model {
  return object("Tick", [property("data", data), property("id", text), ...more], {
    role: fact("event"),
    read: fact([stream(data)]),
  });
}

/** The call that reads the stream. */
function reply(...models: Model[]): string {
  const file = emitted("src/models/tick.ts", { models });
  return /(eventReply|jsonLinesReply)\((?:.|\n)*?\}\)/.exec(file)?.[0].replaceAll(/\s+/g, " ") ?? "";
}

test.each<{ name: string; models: Model[]; want: string }>([
  {
    name: "nothing",
    models: [event(reference("Chunk")), chunk],
    want: 'eventReply(decodeChunk, { name: "Chunk" })',
  },
  {
    name: "a field `error`",
    models: [event(reference("Failure")), failure],
    want: 'eventReply(decodeFailure, { name: "Failure", hasErrorField: true })',
  },
  {
    name: "a field `error` of a member",
    models: [
      event(reference("Either")),
      union("Either", [{ type: reference("Chunk") }, { type: reference("Failure") }]),
      chunk,
      failure,
    ],
    want: 'eventReply(decodeEither, { name: "Either", hasErrorField: true })',
  },
  {
    name: "a field that is `error` in the docs alone",
    models: [event(reference("Named")), object("Named", [property("error", text, { wireName: fact("err") })])],
    want: 'eventReply(decodeNamed, { name: "Named" })',
  },
  {
    name: "a map",
    models: [event({ kind: "map", value: text })],
    want: "hasErrorField: true",
  },
  {
    name: "a kind `error`",
    models: [event(reference("Chunk"), property("event", reference("Kind"))), chunk, kinds],
    want: 'eventReply(decodeChunk, { name: "Chunk", hasErrorEvents: true })',
  },
  {
    name: "a kind that is always `error`",
    models: [event(reference("Chunk"), property("event", { kind: "literal", value: "error" })), chunk],
    want: 'eventReply(decodeChunk, { name: "Chunk", hasErrorEvents: true })',
  },
  {
    name: "the kind of another stream",
    models: [event(reference("Chunk"), property("event", text)), chunk],
    want: 'eventReply(decodeChunk, { name: "Chunk" })',
  },
])("the docs know of errors: $name", ({ models, want }) => {
  expect(reply(...models)).toContain(want);
});
