import { describe, expect, test } from "vitest";
import type { NeutralType, Sighting } from "../../generator/dialects/sighting.ts";
import { type Drawn, enumeration, list, name, object, operation, resource, row, union } from "../link/sightings.ts";
import { bodies, decided, model, objectModel, onlyOperation } from "./decided.ts";

const http = [row("content_type", "string"), row("status_code", "integer"), row("raw_response", "response")];
const any: NeutralType = { kind: "any" };
const stream = (item: NeutralType): NeutralType => ({ kind: "stream", framing: "sse", item });

describe("the role of an object", () => {
  const cases: readonly [string, Sighting, readonly Drawn[], string][] = [
    ["status, content type and raw response", object("ListResponse", http), [], "envelope"],
    ["a status code alone", object("Page", [row("status_code", "integer"), row("text", "string")]), [], "data"],
    [
      "HTTP names of other types",
      object("Page", [row("status_code", "string"), row("content_type", "boolean")]),
      [],
      "data",
    ],
    [
      "the operation's result",
      object("ListResponse", [row("result", any)]),
      [{ response: name("ListResponse") }],
      "envelope",
    ],
    ["a result under another name", object("Page", [row("result", any)]), [{ response: name("Page") }], "data"],
    [
      "data, id and event",
      object("Tick", [row("data", any), row("id", "string"), row("event", "string")]),
      [],
      "event",
    ],
    ["data and a time", object("Tick", [row("data", any), row("time", "integer")]), [], "data"],
    ["data alone", object("Tick", [row("data", any)]), [{ response: name("Tick") }], "data"],
    ["data alone, in a stream", object("Tick", [row("data", any)]), [{ response: stream(name("Tick")) }], "event"],
  ];
  test.each(cases)("%s", (_title, docs, drawn, want) => {
    const { api } = decided([
      docs,
      resource(drawn.map((each) => operation("list", { id: "list", route: "GET /x", ...each }))),
    ]);
    expect(objectModel(api, docs.kind === "object" ? docs.title : "").role.value).toBe(want);
  });
});

const tick = object("Tick", [row("data", name("Chunk")), row("id", "string", { mark: "–" })]);
const chunk = object("Chunk", [row("text", "string")]);
const done = object("SentinelEvent", [row("data", name("Done"))]);
const mark = enumeration("Done", ["[DONE]"]);
const page = object("Page", [row("items", list({ kind: "string" }))]);

describe("the replies of an operation", () => {
  const cases: readonly [string, NeutralType, readonly Sighting[], readonly string[]][] = [
    ["nothing", { kind: "void" }, [], ["empty"]],
    ["a model", name("Page"), [page], ["json shared/page"]],
    ["a list", list(name("Page")), [page], ["json shared/page[]"]],
    ["bytes", { kind: "bytes" }, [], ["bytes"]],
    ["the library's response", { kind: "response" }, [], ["bytes"]],
    ["text", { kind: "string" }, [], ["text"]],
    ["a missing model", name("Page"), [], ["json unknown (missing)"]],
    ["a stream of events", stream(name("Tick")), [tick, chunk], ["sse shared/chunk, no end"]],
    ["a stream of payloads", stream(name("Chunk")), [chunk], ["sse shared/chunk, no end"]],
    [
      "JSON lines",
      { kind: "stream", framing: "json-lines", item: name("Tick") },
      [tick, chunk],
      ["json-lines shared/tick, no end"],
    ],
    [
      "a union of a model and a stream",
      name("Reply"),
      [union("Reply", [name("Page"), stream(name("Tick"))]), page, tick, chunk],
      ["json shared/page", "sse shared/chunk, no end"],
    ],
    [
      "a union of models",
      name("Reply"),
      [union("Reply", [name("Page"), name("Chunk")]), page, chunk],
      ["json shared/reply"],
    ],
    [
      "a union of events",
      name("Reply"),
      [union("Reply", [name("Tick"), name("SentinelEvent")]), tick, chunk, done, mark],
      ['sse shared/chunk | "[DONE]", [DONE] yielded'],
    ],
    ["an envelope of nothing", name("Wrapper"), [object("Wrapper", http)], ["empty"]],
    [
      "an envelope of a model and bytes",
      name("Wrapper"),
      [object("Wrapper", [...http, row("page", name("Page")), row("body", "bytes")]), page],
      ["json shared/page", "bytes"],
    ],
    [
      "an envelope of headers and a model",
      name("Wrapper"),
      [object("Wrapper", [...http, row("headers", any), row("page", name("Page"))]), page],
      ["json shared/page"],
    ],
    [
      "an envelope of a list of models",
      name("Wrapper"),
      [object("Wrapper", [...http, row("pages", list(name("Page")))]), page],
      ["json shared/page[]"],
    ],
    [
      "an envelope of a list of events and a sentinel",
      name("Wrapper"),
      [
        object("Wrapper", [
          ...http,
          row("ticks", list({ kind: "union", members: [name("Tick"), name("SentinelEvent")] })),
        ]),
        tick,
        chunk,
        done,
        mark,
      ],
      ['sse shared/chunk | "[DONE]", [DONE] yielded'],
    ],
    [
      "an envelope of a list of missing events",
      name("Wrapper"),
      [
        object("Wrapper", [
          ...http,
          row("ticks", list({ kind: "union", members: [name("Tick"), name("SentinelEvent")] })),
        ]),
      ],
      ["sse unknown (missing), no end"],
    ],
  ];
  test.each(cases)("%s", (_title, response, docs, want) => {
    const { api } = decided([...docs, resource([operation("list", { route: "GET /x", response })])]);
    expect(bodies(onlyOperation(api).replies.value)).toEqual(want);
  });
});

describe("the end of a stream", () => {
  const said = "The stream ends with the `data: [DONE]` message.";
  const cases: readonly [string, Drawn, readonly Sighting[], string][] = [
    ["in the operation's prose", { description: said }, [tick, chunk], "[DONE]"],
    ["in plain prose", { description: "terminated by a data: [DONE] message." }, [tick, chunk], "[DONE]"],
    ["in quotes", { description: 'It ends with "[END]".' }, [tick, chunk], "[END]"],
    [
      "in the row of the stream parameter",
      { rows: [row("stream", "boolean", { description: said })] },
      [tick, chunk],
      "[DONE]",
    ],
    [
      "in the field of the request",
      { request: name("Ask") },
      [tick, chunk, object("Ask", [row("stream", "boolean", { description: said })])],
      "[DONE]",
    ],
    ["on the event's page", {}, [{ ...tick, description: said }, chunk], "[DONE]"],
    ["on the payload's page", {}, [tick, { ...chunk, description: said }], "[DONE]"],
    ["on another page", {}, [tick, chunk, { ...page, description: said }], "no end"],
    ["in a link", { description: "See [DONE](x.md) and `items[0]`." }, [tick, chunk], "no end"],
  ];
  test.each(cases)("%s", (_title, drawn, docs, want) => {
    const answer = operation("chat", { route: "POST /chat", response: stream(name("Tick")), ...drawn });
    const { api, found } = decided([...docs, resource([answer])]);
    expect(bodies(onlyOperation(api).replies.value)).toEqual([`sse shared/chunk, ${want}`]);
    expect(found.filter((each) => each.startsWith("infer/assumed")).length).toBe(want === "no end" ? 1 : 0);
  });
});

describe("the names of events that a union calls by their names", () => {
  const names = enumeration("Kind", ["cargo_loaded", "gone"]);
  const event = (title: string, data: string) =>
    object(title, [row("event", name("Kind")), row("id", "string"), row("data", name(data))]);
  const events = [event("LoadEvent", "Load"), event("LeaveEvent", "Leave"), names];
  const data = [object("Load", [row("text", "string")]), object("Leave", [row("text", "string")])];
  const told = (...labels: readonly string[]) => ({
    ...union("Tick", []),
    members: ["LoadEvent", "LeaveEvent"].map((title, at) => ({
      type: name(title),
      label: labels[at] ?? title,
      samples: [],
      place: `x.md#members/${at}`,
    })),
  });
  test.each([
    ["are those of the one enum", ["CargoLoaded", "Gone"], ["cargo_loaded", "gone"]],
    ["are none where a label is no value", ["CargoLoaded", "Left"], undefined],
    ["are none where a label is the title", ["CargoLoaded", "LeaveEvent"], undefined],
    ["are none where two are one", ["Gone", "Gone"], undefined],
  ])("%s", (_title, labels, want) => {
    const answer = operation("watch", { route: "GET /x", response: stream(name("Tick")) });
    const { api } = decided([told(...labels), ...events, ...data, resource([answer])]);
    const [body] = onlyOperation(api).replies.value;
    expect(body?.kind === "stream" ? body.events?.map((each) => each.name) : body).toEqual(want);
  });
});

describe("what a model of a response reads", () => {
  const cases: readonly [string, string, readonly Sighting[], readonly string[] | undefined][] = [
    [
      "named by an operation",
      "Page",
      [page, resource([operation("list", { route: "GET /x", response: list(name("Page")) })])],
      ["json shared/page"],
    ],
    [
      "in the envelope of one",
      "Page",
      [
        page,
        object("Wrapper", [...http, row("page", name("Page"))]),
        resource([operation("list", { response: name("Wrapper") })]),
      ],
      ["json shared/page"],
    ],
    ["an envelope", "Wrapper", [object("Wrapper", [...http, row("body", "bytes")])], ["bytes"]],
    ["an event", "Tick", [tick, chunk], ["sse shared/chunk, no end"]],
    [
      "a title that says so",
      "PageResponse",
      [object("PageResponse", []), resource([operation("list")])],
      ["json shared/pageresponse"],
    ],
    ["an error of such a title", "ErrorResponse", [object("ErrorResponse", [], { namespace: "errors" })], undefined],
    [
      "the end of a stream",
      "SentinelEvent",
      [
        done,
        mark,
        union("Reply", [name("Tick"), name("SentinelEvent")]),
        tick,
        chunk,
        resource([operation("list", { response: stream(name("Reply")) })]),
      ],
      undefined,
    ],
    ["alone without operations", "Page", [page], ["json shared/page"]],
    ["alone beside operations", "Page", [page, resource([operation("list")])], undefined],
    ["a request without operations", "PageRequest", [object("PageRequest", [])], undefined],
    ["a part of another", "Page", [page, object("Book", [row("page", name("Page"))])], undefined],
  ];
  test.each(cases)("%s", (_title, title, docs, want) => {
    expect(bodies(model(decided(docs).api, title).read?.value)).toEqual(want);
  });
});
