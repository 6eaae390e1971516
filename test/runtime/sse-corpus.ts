import type { ServerEvent } from "../../templates/typescript/runtime/framing.ts";

/** A body, and what a reader gets of it. */
export interface Case {
  readonly name: string;
  /** The chunks; a list of numbers is bytes. */
  readonly given: readonly (string | readonly number[])[];
  readonly want: readonly ServerEvent<string>[];
  /** How the stream ends: between two events unless said otherwise. */
  readonly end?: "interrupted" | "unfinished";
  /** The data that ends the stream. */
  readonly mark?: string;
  /** What a reconnection would know. */
  readonly last?: { readonly id?: string; readonly retry?: number };
  /** What eventsource-parser makes of it instead, and why that is not what the HTML standard says. */
  readonly oracle?: { readonly events: readonly ServerEvent<string>[]; readonly why: string };
}

const accents = [...new TextEncoder().encode("é€😀")];
const bom = [0xef, 0xbb, 0xbf];
const long = "x".repeat(40_000);
const a = { data: "a" };
const b = { data: "b" };

export const corpus: readonly Case[] = [
  // Line ends, and where chunks cut them.
  { name: "LF", given: ["data: a\n\ndata: b\n\n"], want: [a, b] },
  {
    name: "CR",
    given: ["data: a\r\rdata: b\r\r"],
    want: [a, b],
    oracle: {
      events: [a],
      why: "A CR ends a line by itself; the parser waits for a LF that may follow, and the body ends first.",
    },
  },
  { name: "CRLF", given: ["data: a\r\n\r\ndata: b\r\n\r\n"], want: [a, b] },
  { name: "a CRLF that two chunks share", given: ["data: a\r", "\n\r", "\ndata: b\r\n\r\n"], want: [a, b] },
  {
    name: "a CR at the end of a chunk, then no LF",
    given: ["data: a\r", "data: b\r", "\r", "data: c\n\n"],
    want: [{ data: "a\nb" }, { data: "c" }],
  },
  {
    name: "a CR at the end of a chunk, then a LF of its own line",
    given: ["data: a\r\r", "\ndata: b\n\n"],
    want: [a, b],
  },
  { name: "a CR, an empty chunk, and its LF", given: ["data: a\r", "", "\n\r", "", "\n"], want: [a] },
  { name: "LF, then CR: two line ends", given: ["data: a\n\rdata: b\n\r\n"], want: [a, b] },
  {
    name: "every kind of line end in one event",
    given: ["data: 1\rdata: 2\ndata: 3\r\n\r\n"],
    want: [{ data: "1\n2\n3" }],
  },
  { name: "blank lines between and before events", given: ["\n\n\r\n\ndata: a\n\n\n\n\ndata: b\n\n\n"], want: [a, b] },
  {
    name: "other characters that end lines elsewhere",
    given: ["data: 1\u2028\u2029\u0085\v\f2\n\n"],
    want: [{ data: "1\u2028\u2029\u0085\v\f2" }],
  },

  // Byte order marks and UTF-8.
  { name: "a byte order mark", given: [bom, "data: a\n\n"], want: [a] },
  { name: "a byte order mark in pieces", given: [[0xef], [0xbb], [0xbf], "data: a\n\n"], want: [a] },
  { name: "a second byte order mark is part of a name", given: [bom, bom, "data: a\n\ndata: b\n\n"], want: [b] },
  { name: "a byte order mark later on is part of a name", given: ["data: b\n\n", bom, "data: a\n\n"], want: [b] },
  { name: "a byte order mark in data", given: ["data: ", bom, "a\n\n"], want: [{ data: "\ufeffa" }] },
  { name: "nothing but a byte order mark", given: [bom], want: [] },
  { name: "a byte order mark before a blank line", given: [bom, "\ndata: a\n\n"], want: [a] },
  {
    name: "the characters of its bytes are no byte order mark",
    given: ["ï»¿data: a\n\n"],
    want: [],
    oracle: {
      events: [a],
      why: "The standard strips U+FEFF from the text; the parser takes three characters for its bytes, if one chunk holds them.",
    },
  },
  {
    name: "a character in two chunks, and an empty one between them",
    given: ["data: ", [0xc3], [], [0xa9], bom, "a\n\n"],
    want: [{ data: "é\ufeffa" }],
  },
  { name: "characters of two, three and four bytes", given: ["data: ", accents, "\n\n"], want: [{ data: "é€😀" }] },
  {
    name: "characters in single bytes",
    given: ["data: ", ...accents.map((byte) => [byte]), "\n\n"],
    want: [{ data: "é€😀" }],
  },
  {
    name: "bytes that are no UTF-8",
    given: ["data: a", [0xff], "b", [0xc3], "\n\n"],
    want: [{ data: "a\ufffdb\ufffd" }],
  },
  {
    name: "a character that the end cuts",
    given: ["data: a\n\ndata: ", accents.slice(0, 1)],
    want: [a],
    end: "interrupted",
  },

  // Data.
  { name: "several lines of data", given: ["data: a\ndata: b\ndata: c\n\n"], want: [{ data: "a\nb\nc" }] },
  { name: "empty data", given: ["data:\n\ndata: \n\n"], want: [{ data: "" }, { data: "" }] },
  { name: "data without a colon", given: ["data\n\n"], want: [{ data: "" }] },
  {
    name: "several lines of empty data",
    given: ["data\ndata\n\ndata:\ndata: a\ndata\n\n"],
    want: [{ data: "\n" }, { data: "\na\n" }],
  },
  { name: "no space after the colon", given: ["data:a\n\n"], want: [a] },
  { name: "several spaces after the colon: one goes", given: ["data:   a\n\n"], want: [{ data: "  a" }] },
  { name: "spaces at the end stay", given: ["data: a  \n\n"], want: [{ data: "a  " }] },
  { name: "a tab after the colon stays", given: ["data:\ta\n\n"], want: [{ data: "\ta" }] },
  { name: "data of spaces", given: ["data:  \n\n"], want: [{ data: " " }] },
  { name: "colons in data", given: ["data: a: b:\ndata::\n\n"], want: [{ data: "a: b:\n:" }] },
  { name: "JSON over several lines", given: ['data: {"a":\ndata: 1}\n\n'], want: [{ data: '{"a":\n1}' }] },
  { name: "NUL in data", given: ["data: a\0b\n\n"], want: [{ data: "a\0b" }] },
  { name: "a huge event", given: [`data: ${long}\n\ndata: a\n\n`], want: [{ data: long }, a] },
  {
    name: "an event of many lines",
    given: ["data: a\n".repeat(3000), "\n"],
    want: [{ data: Array(3000).fill("a").join("\n") }],
  },

  // The other fields.
  { name: "a kind of event", given: ["event: x\ndata: a\n\ndata: b\n\n"], want: [{ ...a, event: "x" }, b] },
  { name: "the last kind of event counts", given: ["event: x\nevent: y\ndata: a\n\n"], want: [{ ...a, event: "y" }] },
  { name: "an empty kind of event is none", given: ["event: x\nevent\ndata: a\n\nevent:\ndata: b\n\n"], want: [a, b] },
  { name: "a kind of event without data", given: ["event: x\n\ndata: a\n\n"], want: [a] },
  { name: "a kind of event after its data", given: ["data: a\nevent: x\n\n"], want: [{ ...a, event: "x" }] },
  { name: "an id", given: ["id: 7\ndata: a\n\ndata: b\n\n"], want: [{ ...a, id: "7" }, b], last: { id: "7" } },
  {
    name: "an empty id",
    given: ["id: 7\ndata: a\n\nid\ndata: b\n\n"],
    want: [
      { ...a, id: "7" },
      { ...b, id: "" },
    ],
    last: { id: "" },
  },
  {
    name: "an id with NUL is none",
    given: ["id: 7\nid: \0\ndata: a\n\nid: 8\0\ndata: b\n\n"],
    want: [{ ...a, id: "7" }, b],
    last: { id: "7" },
  },
  { name: "an id without data", given: ["id: 7\n\ndata: a\n\n"], want: [a], last: { id: "7" } },
  {
    name: "an id of an event that does not end",
    given: ["id: 7\ndata: a\n\nid: 8\ndata: b\n"],
    want: [{ ...a, id: "7" }],
    end: "interrupted",
    last: { id: "7" },
  },
  {
    name: "a time to reconnect",
    given: ["retry: 3000\ndata: a\n\n"],
    want: [{ ...a, retry: 3000 }],
    last: { retry: 3000 },
  },
  { name: "a time to reconnect without data", given: ["retry: 3000\n\ndata: a\n\n"], want: [a], last: { retry: 3000 } },
  {
    name: "a time with zeros before it",
    given: ["retry: 007\ndata: a\n\n"],
    want: [{ ...a, retry: 7 }],
    last: { retry: 7 },
  },
  {
    name: "times that are no numbers",
    given: ["retry: 1s\nretry: -1\nretry: 1.5\nretry: 1e3\nretry: ٣\nretry:\nretry\nretry:  1\ndata: a\n\n"],
    want: [a],
  },
  {
    name: "every field",
    given: ["retry: 5\nid: 7\nevent: x\ndata: a\n\n"],
    want: [{ ...a, event: "x", id: "7", retry: 5 }],
    last: { id: "7", retry: 5 },
  },
  { name: "unknown fields", given: ["foo: 1\nbar\ndata2: b\ndat: c\ndata: a\n\n"], want: [a] },
  { name: "names are case-sensitive", given: ["Data: b\nDATA: b\nEvent: x\ndata: a\n\n"], want: [a] },
  { name: "a space before or after a name makes another name", given: [" data: b\ndata : b\ndata: a\n\n"], want: [a] },
  { name: "an unknown field alone", given: ["foo: 1\n\ndata: a\n\n"], want: [a] },

  // Comments.
  { name: "comments", given: [": one\n:two\ndata: a\n: three\ndata: b\n\n"], want: [{ data: "a\nb" }] },
  { name: "an empty comment", given: [":\n\n:\ndata: a\n\n"], want: [a] },
  { name: "comments that look like fields", given: [":data: b\n: event: x\ndata: a\n\n"], want: [a] },
  { name: "heartbeats alone", given: [": ping\n\n", ": ping\n\n"], want: [] },

  // Ends.
  { name: "nothing", given: [], want: [] },
  { name: "empty chunks", given: ["", "data: a\n\n", "", ""], want: [a] },
  { name: "an end inside a name", given: ["data: a\n\ndat"], want: [a], end: "interrupted" },
  { name: "an end inside data", given: ["data: a\n\ndata: b"], want: [a], end: "interrupted" },
  { name: "an end after a line of data", given: ["data: a\n\ndata: b\n"], want: [a], end: "interrupted" },
  { name: "an end after half a CRLF", given: ["data: a\r\n\r\ndata: b\r"], want: [a], end: "interrupted" },
  { name: "an end inside a comment", given: ["data: a\n\n: pi"], want: [a], end: "interrupted" },
  { name: "an end after a line without data", given: ["data: a\n\nid: 7\n"], want: [a] },
  {
    name: "an end between the lines of a multi-line event",
    given: ["data: a\ndata: b\n"],
    want: [],
    end: "interrupted",
  },
  {
    name: "the mark",
    given: ["data: a\n\ndata: [DONE]\n\ndata: b\n\n"],
    mark: "[DONE]",
    want: [a, { data: "[DONE]" }],
    oracle: { events: [a, { data: "[DONE]" }, b], why: "It knows no mark." },
  },
  {
    name: "the mark without a blank line",
    given: ["data: a\n\ndata: [DONE]\n"],
    mark: "[DONE]",
    want: [a, { data: "[DONE]" }],
    oracle: { events: [a], why: "It knows no mark, and an event that does not end is dropped." },
  },
  {
    name: "the mark without a line end",
    given: ["data: a\n\ndata: [DONE]"],
    mark: "[DONE]",
    want: [a, { data: "[DONE]" }],
    oracle: { events: [a], why: "It knows no mark, and an event that does not end is dropped." },
  },
  { name: "half a mark", given: ["data: a\n\ndata: [DO"], mark: "[DONE]", want: [a], end: "interrupted" },
  { name: "no mark", given: ["data: a\n\n"], mark: "[DONE]", want: [a], end: "unfinished" },

  // All at once.
  {
    name: "a mixture",
    given: [
      bom,
      ": hello\r\n\r\nretry: 250\r\nid: 1\r\nevent: chunk\r\ndata: {\r\ndata: }\r\n\r\n",
      "data:é\r\rid: 2\nevent: chunk\ndata:  ",
      accents,
      "\n\n:\n\nfoo: bar\ndata\n\n",
    ],
    want: [
      { data: "{\n}", event: "chunk", id: "1", retry: 250 },
      { data: "é" },
      { data: " é€😀", event: "chunk", id: "2" },
      { data: "" },
    ],
    last: { id: "2", retry: 250 },
  },
];
