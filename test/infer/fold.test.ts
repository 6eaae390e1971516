import { expect, test } from "vitest";
import type { NeutralType, Sighting } from "../../generator/dialects/sighting.ts";
import { callables } from "../../generator/ir/callables.ts";
import {
  type Draw,
  type Drawn,
  enumeration,
  list,
  name,
  object,
  operation,
  resource,
  row,
  union,
} from "../link/sightings.ts";
import { bodies, brief, decided, property, spelled } from "./decided.ts";

const yes: NeutralType = { kind: "literal", value: true };
const no: NeutralType = { kind: "literal", value: false };
const flag = (type: Draw["type"] = "boolean"): Draw => row("stream", type, { mark: "–" });
const events: NeutralType = { kind: "stream", framing: "sse", item: name("Chunk") };
const answers: readonly Sighting[] = [
  object("Reply", [row("text", "string")]),
  object("Chunk", [row("text", "string")]),
];

/** The request of each form: a document of its own, and one for each inline schema in it. */
function request(title: string, ...rows: readonly Draw[]): readonly Sighting[] {
  return [
    object(title, [row("model", "string"), row("messages", list(name(`${title}Message`))), ...rows]),
    union(`${title}Message`, [name(`${title}Text`), name(`${title}Role`)]),
    object(`${title}Text`, [row("parts", list(name(`${title}Message`)))]),
    enumeration(`${title}Role`, ["user", "tool"]),
  ];
}

/** The operations that come of the two forms, and what they answer with. */
function folded(models: readonly Sighting[], plain: Drawn = {}, stream: Drawn = {}): readonly (readonly string[])[] {
  const forms = [
    operation("complete", { route: "POST /chat", request: name("Ask"), response: name("Reply"), ...plain }),
    operation("stream", { route: "POST /chat#stream", request: name("Tell"), response: events, ...stream }),
  ];
  const { api } = decided([resource(forms), ...answers, ...models]);
  return api.operations.map(({ id, replies }) => [id, ...(bodies(replies.value) ?? [])]);
}

const ask = request("Ask", flag());
const one = [["complete", "json shared/reply", "sse shared/chunk, no end"]];
const two = [
  ["complete", "json shared/reply"],
  ["stream", "sse shared/chunk, no end"],
];
const apart: Drawn["errors"] = [
  { type: name("Reply"), title: "Reply", statuses: ["404"], contentType: "application/json", place: "p#errors/1" },
];

test.each<[string, readonly (readonly string[])[], () => readonly (readonly string[])[]]>([
  ["requests of one shape", one, () => folded([...ask, ...request("Tell", flag())])],
  ["one request for both", one, () => folded(ask, {}, { request: name("Ask") })],
  ["a constant in each", one, () => folded([...request("Ask", flag(no)), ...request("Tell", flag(yes))])],
  [
    "a union of such requests",
    one,
    () =>
      folded(
        [
          ...[...ask, ...request("Beg", flag())],
          ...[...request("Tell", flag()), ...request("Say", flag())],
          ...[union("Asks", [name("Ask"), name("Beg")]), union("Tells", [name("Tell"), name("Say")])],
        ],
        { request: name("Asks") },
        { request: name("Tells") },
      ),
  ],
  [
    "the constants the other way round",
    two,
    () => folded([...request("Ask", flag(yes)), ...request("Tell", flag(no))]),
  ],
  ["no flag", two, () => folded([...request("Ask"), ...request("Tell")])],
  ["one field more", two, () => folded([...ask, ...request("Tell", flag(), row("n", "integer"))])],
  [
    "a field of another type",
    two,
    () => folded([...request("Ask", flag(), row("n", "string")), ...request("Tell", flag(), row("n", "integer"))]),
  ],
  [
    "a field that is required in one",
    two,
    () =>
      folded([
        ...request("Ask", flag(), row("n", "string")),
        ...request("Tell", flag(), row("n", "string", { mark: "–" })),
      ]),
  ],
  [
    "another value in an enum below",
    two,
    () => folded([...ask, ...request("Tell", flag()).slice(0, 3), enumeration("TellRole", ["user"])]),
  ],
  ["another path", two, () => folded([...ask, ...request("Tell", flag())], {}, { route: "POST /talk" })],
  ["another method", two, () => folded([...ask, ...request("Tell", flag())], {}, { route: "PUT /chat" })],
  [
    "no stream",
    [
      ["complete", "json shared/reply"],
      ["stream", "json shared/chunk"],
    ],
    () => folded([...ask, ...request("Tell", flag())], {}, { response: name("Chunk") }),
  ],
  ["other errors", two, () => folded([...ask, ...request("Tell", flag())], {}, { errors: apart })],
])("%s", (_, want, given) => {
  expect(given()).toEqual(want);
});

test("what both forms are called, and why they are one", () => {
  const forms = [
    operation("complete", {
      route: "POST /chat",
      request: name("Ask"),
      response: name("Reply"),
      description: "At once.",
    }),
    operation("stream", {
      route: "POST /chat#stream",
      request: name("Tell"),
      response: events,
      description: "Slowly.",
    }),
  ];
  const { api } = decided([resource(forms), ...answers, ...request("Ask", flag(no)), ...request("Tell", flag(yes))]);
  const [only, ...others] = api.operations;
  expect(others).toEqual([]);
  if (only?.streamed === undefined) throw new Error("Nothing was folded");
  expect(brief(only.streamed.folded)).toBe("true by streamed/same-but-for-flag (derived)");
  expect(only.streamed.folded.because[0]?.places).toEqual(forms.map(({ place }) => place));
  expect(
    callables(only).map(({ id, description, body, replies }) => [
      id,
      description,
      spelled(body?.type ?? { kind: "string" }),
      ...(bodies(replies.value) ?? []),
    ]),
  ).toEqual([
    ["complete", "At once.", "shared/ask", "json shared/reply", "sse shared/chunk, no end"],
    ["stream", "Slowly.", "shared/tell", "sse shared/chunk, no end"],
  ]);
  expect(brief(property(api, "Ask.stream").type)).toBe('{"kind":"boolean"} by streamed/both-constants (stated)');
  expect(brief(property(api, "Tell.stream").type)).toBe('{"kind":"literal","value":true} by type/cell (stated)');
});
