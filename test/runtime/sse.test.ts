import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ServerEvent } from "../../templates/typescript/runtime/framing.ts";
import { eventFraming } from "../../templates/typescript/runtime/framing.ts";

function parse(...texts: string[]): ServerEvent<string>[] {
  const { push } = eventFraming();
  return texts.flatMap((text) => push(text));
}

/**
 * The algorithm of the HTML standard, section 9.2.6, word for word; the id is that of the event alone. What decodes the
 * bytes takes the byte order mark away.
 */
function reference(body: string): ServerEvent<string>[] {
  const events: ServerEvent<string>[] = [];
  const lines = body.split(/\r\n|\n|\r/);
  lines.pop(); // what has no line end is no line
  let data = "";
  let type = "";
  let id: string | undefined;
  let retry: number | undefined;
  for (const line of lines) {
    if (line === "") {
      if (data !== "") {
        const event: { data: string; event?: string; id?: string; retry?: number } = { data: data.replace(/\n$/, "") };
        if (type !== "") event.event = type;
        if (id !== undefined) event.id = id;
        if (retry !== undefined) event.retry = retry;
        events.push(event);
      }
      data = type = "";
      id = retry = undefined;
    } else if (!line.startsWith(":")) {
      const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === "event") type = value;
      if (field === "data") data += `${value}\n`;
      if (field === "id" && !value.includes("\0")) id = value;
      if (field === "retry" && /^[0-9]+$/.test(value)) retry = Number(value);
    }
  }
  return events;
}

describe("an event stream is cut into events", () => {
  test.each<{ name: string; given: string; want: ServerEvent<string>[] }>([
    { name: "one event", given: "data: hello\n\n", want: [{ data: "hello" }] },
    { name: "several lines of data", given: "data: a\ndata: b\ndata\n\n", want: [{ data: "a\nb\n" }] },
    { name: "one space goes, a second stays", given: "data:  a\ndata:b\n\n", want: [{ data: " a\nb" }] },
    {
      name: "every field",
      given: "event: arrived\nid: 7\nretry: 3000\ndata: x\n\n",
      want: [{ data: "x", event: "arrived", id: "7", retry: 3000 }],
    },
    {
      name: "fields do not pass on",
      given: "event: a\nid: 7\ndata: x\n\ndata: y\n\n",
      want: [{ data: "x", event: "a", id: "7" }, { data: "y" }],
    },
    { name: "CR", given: "data: a\rdata: b\r\rdata: c\r\r", want: [{ data: "a\nb" }, { data: "c" }] },
    { name: "CRLF", given: "data: a\r\ndata: b\r\n\r\n", want: [{ data: "a\nb" }] },
    {
      name: "line ends in a mixture",
      given: "data: a\r\n\ndata: b\n\r\ndata: c\r\n\rdata: d\n\n",
      want: [{ data: "a" }, { data: "b" }, { data: "c" }, { data: "d" }],
    },
    { name: "a byte order mark is part of a name", given: "\ufeffdata: a\n\n", want: [] },
    { name: "comments", given: ": ping\n\n:\ndata: a\n:data: b\n\n", want: [{ data: "a" }] },
    { name: "no data, no event", given: "event: ping\nid: 1\n\ndata: a\n\n", want: [{ data: "a" }] },
    { name: "empty data", given: "data\n\ndata:\n\ndata: \n\n", want: [{ data: "" }, { data: "" }, { data: "" }] },
    { name: "an id with NUL", given: "id: a\0b\ndata: x\n\n", want: [{ data: "x" }] },
    { name: "an empty id", given: "id\ndata: x\n\n", want: [{ data: "x", id: "" }] },
    { name: "retry that is no number", given: "retry: 1s\nretry: -1\nretry:\ndata: x\n\n", want: [{ data: "x" }] },
    { name: "unknown fields", given: "datum: a\ndata2: b\nDATA: c\n data: d\ndata: e\n\n", want: [{ data: "e" }] },
    { name: "colons in data", given: "data: a: b\ndata::\n\n", want: [{ data: "a: b\n:" }] },
    { name: "an unfinished event", given: "data: a\n\ndata: b\n", want: [{ data: "a" }] },
  ])("$name", ({ given, want }) => {
    expect(parse(given)).toEqual(want);
    expect(reference(given)).toEqual(want);
    expect(parse(...given)).toEqual(want);
  });
});

test("a CRLF that two pieces share is one line end, and ends the line at its first half", () => {
  const { push } = eventFraming();
  expect(push("data: a\r")).toEqual([]);
  expect(push("\n\r")).toEqual([{ data: "a" }]);
  expect(push("")).toEqual([]);
  expect(push("\ndata: b\n\n")).toEqual([{ data: "b" }]);
});

test.each<{ given: string; mark?: string; want: ServerEvent<string>[] | undefined }>([
  { given: "", want: [] },
  { given: "data: a\n\n", want: [] },
  { given: "data: a\n\n: comment\nevent: b\n", want: [] },
  { given: "data: a", want: undefined },
  { given: "data: a\n", want: undefined },
  { given: "data: a\nid: 1\ndata: b\r", want: undefined },
  { given: ": comm", want: undefined },
  { given: "data: a", mark: "a", want: [{ data: "a" }] },
  { given: "data: a\nid: 1\ndata: b\r", mark: "a\nb", want: [{ data: "a\nb", id: "1" }] },
  { given: "data: a", mark: "ab", want: undefined },
  { given: "", mark: "a", want: [] },
])("at the end of $given there is left: $want (mark: $mark)", ({ given, mark, want }) => {
  const { push, end } = eventFraming();
  push(given);
  expect(end(mark)).toEqual(want);
});

test.each([
  { given: "id: 1\nretry: 5\n\n", want: { id: "1", retry: 5 } },
  { given: "id: 1\ndata: a\n\ndata: b\n\n", want: { id: "1" } },
  { given: "id: 1\ndata: a\n\nid: 2\ndata: b\n", want: { id: "1" } },
  { given: "id: 1\n\nid\n\n", want: { id: "" } },
  { given: "retry: 5", want: {} },
  { given: "retry: 5\n", want: { retry: 5 } },
])("a reconnection after $given knows $want", ({ given, want }) => {
  const { push, last } = eventFraming();
  for (const text of given) push(text);
  expect(last).toEqual(want);
});

/** Bodies that are likely to hit something: of tokens, cut anywhere. */
const bodies = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("\n", "\r", "\r\n", "\n\n", "\r\n\r\n") },
      { weight: 3, arbitrary: fc.constantFrom("data", "data:", "data: ", "event: ", "id: ", "retry: ", ":", "\ufeff") },
      fc.constantFrom(" ", "a", "12", "\0", "é", "😀", "dat", "data:data: ", '{"a":1}'),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 40 },
  )
  .map((tokens) => tokens.join(""));

test("any body is read as the standard says, however it is cut", () => {
  fc.assert(
    fc.property(bodies, fc.array(fc.nat(60), { maxLength: 12 }), (body, cuts) => {
      const want = reference(body);
      expect(parse(body)).toEqual(want);
      const at = [0, ...cuts.map((cut) => Math.min(cut, body.length)).sort((a, b) => a - b), body.length];
      expect(parse(...at.slice(1).map((end, index) => body.slice(at[index], end)))).toEqual(want);
    }),
    { numRuns: 2000 },
  );
});

test("every single cut of one body gives the same events", () => {
  const body = "event: a\r\nid: 1\r\ndata: {\r\ndata: }\r\n\r\n: c\rdata: x\r\rretry: 5\ndata: y\n\ndata: z\r\n\r\n";
  const want = reference(body);
  expect(want).toHaveLength(4);
  for (let cut = 0; cut <= body.length; cut++) expect(parse(body.slice(0, cut), body.slice(cut))).toEqual(want);
});
