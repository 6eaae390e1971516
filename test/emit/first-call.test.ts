import { expect, test } from "vitest";
import type { Api, FirstCall, Operation, Sample } from "../../generator/ir/index.ts";
import {
  fact,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  stream,
  text,
} from "./api.ts";
import { emitted } from "./emitted.ts";

const ship = object("Ship", [property("name", text)]);

/** The lines of the README that call with this parameter. */
function calls(name: string, example: string): readonly string[] {
  const call = operation("find", "GET", "/ships", {
    parameters: [parameter(name, "query", text, { name, examples: [example] })],
    replies: { value: [json(reference("Ship"))], because: [], against: [] },
  });
  const readme = emitted("README.md", { models: [ship], operations: [call] }, { fields: "documented" });
  return readme.split("\n").filter((line) => line.includes("find("));
}

test("the first call of the README has the documented example", () => {
  expect(calls("mmsi", "244660000")).toContainEqual(expect.stringContaining('find({ mmsi: "244660000" })'));
});

test("a name that is no identifier is quoted, whatever it holds", () => {
  const [line = ""] = calls("a*/\r\nb", "x\r\n");
  expect(line).toContain(String.raw`find({ "a*/\r\nb": "x\r\n" })`);
});

const chat = object("Chat", [
  property("model", text, { examples: ["harbor-small"] }),
  property("parts", listOf(text), optional),
  property("notes", listOf(text), optional),
  property("stream", { kind: "boolean" }, optional),
]);

/** An operation on `vessels` that sends a chat, whose documented sample names this model. */
function asks(id: string, model: string | undefined, more: Partial<Operation> = {}): Operation {
  return operation(id, "POST", `/${id}`, {
    body: jsonBody(reference("Chat")),
    replies: fact([json(reference("Ship"))]),
    ...(model === undefined ? {} : { sample: fact<Sample>({ parameters: [], body: { model } }) }),
    ...more,
  });
}

/** The calls of the section of the README with this heading, their blanks left out. */
function shown(heading: string, operations: readonly Operation[], firstCall?: FirstCall): readonly string[] {
  const more: Partial<Api> = firstCall === undefined ? {} : { firstCall: fact(firstCall) };
  const readme = emitted("README.md", { models: [ship, chat], operations, ...more });
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return section.replaceAll(/\s+/g, " ").match(/await client\.vessels\..*?\);/g) ?? [];
}

const long = Array.from({ length: 50 }, (_, index) => `${"part ".repeat(4)}${index}`);

test.each<readonly [string, readonly Operation[], FirstCall | undefined, string]>([
  [
    "that the README of the docs begins with",
    [asks("first", "a"), asks("second", "b")],
    { operation: "second", sample: { parameters: [], body: { model: "c" } } },
    'second({ model: "c" })',
  ],
  [
    "of the README, with the operation's own sample where the README's does not fit",
    [asks("first", "a"), asks("second", "b")],
    { operation: "second", sample: { parameters: [], body: { model: 1 } } },
    'second({ model: "b" })',
  ],
  [
    "of the README, filled where neither has a sample",
    [asks("first", "a"), asks("second", undefined)],
    { operation: "second" },
    'second({ model: "harbor-small" })',
  ],
  ["that the docs show first", [asks("first", undefined), asks("second", "b")], undefined, 'second({ model: "b" })'],
  [
    "that is not deprecated",
    [asks("first", "a", { deprecated: "" }), asks("second", "b")],
    undefined,
    'second({ model: "b" })',
  ],
  ["that examples fill", [asks("first", undefined)], undefined, 'first({ model: "harbor-small" })'],
  [
    "of a README that calls what is not there: another",
    [asks("first", "a")],
    { operation: "gone" },
    'first({ model: "a" })',
  ],
  [
    "without the members that make it long",
    [
      asks("first", undefined, {
        sample: fact<Sample>({ parameters: [], body: { model: "a", parts: ["b"], notes: long } }),
      }),
    ],
    undefined,
    'first({ model: "a", parts: ["b"] })',
  ],
])("the first call is the one %s", (_, operations, firstCall, want) => {
  expect(shown("First call", operations, firstCall)).toEqual([`await client.vessels.${want};`]);
});

test("a stream is the documented call, asking for it", () => {
  const replies = fact([json(reference("Ship")), stream(reference("Ship"))]);
  expect(shown("Streams", [asks("first", "a", { replies })])[0]).toBe(
    'await client.vessels.first({ model: "a", stream: true });',
  );
});

test.each<readonly [string, readonly Operation[], FirstCall | undefined, string]>([
  ["that the README begins with", [asks("first", "a"), asks("second", "b")], { operation: "second" }, "second"],
  ["that can be run as it is", [asks("first", "<id>"), asks("second", "b")], undefined, "second"],
  ["that is documented first", [asks("first", "a"), asks("second", "b")], undefined, "first"],
])("the stream is the one %s", (_, operations, firstCall, want) => {
  const replies = fact([json(reference("Ship")), stream(reference("Ship"))]);
  const streaming = operations.map((one) => ({ ...one, replies }));
  expect(shown("Streams", streaming, firstCall)[0]).toMatch(new RegExp(`^await client\\.vessels\\.${want}\\(`));
});

test("what holds of all calls is shown with as little as a call needs", () => {
  const sample = fact<Sample>({ parameters: [], body: { model: "a", parts: ["b"] } });
  expect(shown("Time limits", [asks("first", undefined, { sample })])).toEqual([
    'await client.vessels.first({ model: "a" }, { signal: AbortSignal.timeout(10_000) });',
  ]);
});
