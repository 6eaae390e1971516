import { describe, expect, test } from "vitest";
import {
  collect,
  contentOf,
  entriesOf,
  itemsOf,
  type Join,
  keep,
  lastOf,
  objectOf,
  objectsOf,
  required,
  textOf,
} from "../../templates/typescript/runtime/collect.ts";
import { Decoding, decode } from "../../templates/typescript/runtime/decode.ts";
import { StreamError } from "../../templates/typescript/runtime/errors.ts";
import { unknownFields, withUnknownFields } from "../../templates/typescript/runtime/model.ts";

/** Pieces that each say something, or nothing, of one value. */
function saying<T>(...values: readonly (T | undefined)[]): readonly { readonly value?: T | undefined }[] {
  return values.map((value) => (value === undefined ? {} : { value }));
}

test.each<{ name: string; sent: readonly unknown[]; want: unknown }>([
  { name: "the last one stands", sent: [1, 2], want: 2 },
  { name: "silence changes nothing", sent: [1, undefined], want: 1 },
  { name: "null replaces no value", sent: ["stop", null], want: "stop" },
  { name: "an empty text replaces no other one", sent: ["call-1", "", ""], want: "call-1" },
  { name: "an empty text alone is a text", sent: ["", null], want: "" },
  { name: "an empty text is more than null", sent: [null, ""], want: "" },
  { name: "null alone is null", sent: [undefined, null], want: null },
  { name: "false and 0 are values", sent: [true, 0, false], want: false },
  { name: "nothing is nothing", sent: [undefined], want: undefined },
])("lastOf: $name", ({ sent, want }) => {
  expect(lastOf(saying(...sent), "value")).toBe(want);
});

test.each<{ name: string; sent: readonly unknown[]; want: unknown }>([
  { name: "pieces append", sent: ["Pen", "gu", "ins"], want: "Penguins" },
  { name: "null and silence are no piece", sent: [null, "Pen", undefined, "guins", null], want: "Penguins" },
  { name: "empty pieces are a text", sent: ["", ""], want: "" },
  { name: "null alone is null", sent: [null, null], want: null },
  { name: "nothing is nothing", sent: [], want: undefined },
  { name: "what is no text stands as it came last", sent: ["{", { a: 1 }], want: { a: 1 } },
])("textOf: $name", ({ sent, want }) => {
  expect(textOf(saying(...sent), "value")).toEqual(want);
});

test.each<{ name: string; sent: readonly unknown[]; want: unknown }>([
  { name: "texts append", sent: ["Pen", "guins"], want: "Penguins" },
  { name: "lists append", sent: [["a"], [], ["b"]], want: ["a", "b"] },
  { name: "texts stand between items", sent: ["x", "y", ["a"], "z"], want: [{ text: "xy" }, "a", { text: "z" }] },
  { name: "an empty text is no item", sent: ["", ["a"], ""], want: ["a"] },
  { name: "null is no piece", sent: [null, ["a"], null], want: ["a"] },
])("contentOf: $name", ({ sent, want }) => {
  expect(contentOf(saying(...sent), "value", (text) => ({ text }))).toEqual(want);
});

test("lists append, maps take the later entry, and both are null where only null was sent", () => {
  expect(itemsOf(saying([1], [2, 3], undefined), "value")).toEqual([1, 2, 3]);
  expect(entriesOf(saying({ a: 1, b: 2 }, { b: 3 }), "value")).toEqual({ a: 1, b: 3 });
  const hostile = JSON.parse('{ "__proto__": { "polluted": true } }');
  expect(Object.keys(entriesOf(saying(hostile), "value"))).toEqual(["__proto__"]);
  expect([itemsOf(saying(null), "value"), entriesOf(saying(null), "value")]).toEqual([null, null]);
  expect([itemsOf(saying(), "value"), entriesOf(saying(), "value")]).toEqual([undefined, undefined]);
});

interface Part {
  readonly index?: number | null;
  readonly text?: string | null;
}

const joinPart: Join<Part, string> = (parts, at, key) => {
  at.enter(key);
  const text = required(textOf(parts, "text") ?? undefined, at, "text");
  at.leave();
  return text;
};

describe("objects", () => {
  test.each<{ name: string; sent: readonly (readonly Part[] | null)[]; want: readonly string[] | null | undefined }>([
    {
      name: "of one index are one, in the order of the indexes",
      sent: [
        [{ index: 1, text: "b" }],
        [{ index: 0, text: "a" }],
        [
          { index: 1, text: "B" },
          { index: 0, text: "A" },
        ],
      ],
      want: ["aA", "bB"],
    },
    {
      name: "without an index are as many as they are, and come behind",
      sent: [[{ text: "x" }, { index: 4, text: "a" }], [{ index: null, text: "x" }]],
      want: ["a", "x", "x"],
    },
    { name: "may be none", sent: [[], []], want: [] },
    { name: "may be null", sent: [null], want: null },
    { name: "may be absent", sent: [], want: undefined },
  ])("$name", ({ sent, want }) => {
    expect(objectsOf(saying(...sent), "value", "index", joinPart, new Decoding(), "list")).toEqual(want);
  });

  test("one is joined of its parts", () => {
    const pieces = saying<Part | null>({ text: "a" }, null, { text: "b" });
    expect(objectOf(pieces, "value", joinPart, new Decoding(), "part")).toBe("ab");
    expect(objectOf(saying<Part | null>(null), "value", joinPart, new Decoding(), "part")).toBeNull();
    expect(objectOf(saying<Part>(), "value", joinPart, new Decoding(), "part")).toBeUndefined();
  });

  test("say where something is missing", () => {
    const pieces = saying<readonly Part[]>([{ index: 0, text: "a" }], [{ index: 7 }]);
    expect(() =>
      decode(
        "Answer",
        (_, at, key) => {
          at.enter(key);
          return objectsOf(pieces, "value", "index", joinPart, at, "list");
        },
        undefined,
      ),
    ).toThrow("Answer.list[1].text: expected a value, received nothing");
  });
});

test("further fields of all pieces are kept, of one name the last", () => {
  const pieces = [withUnknownFields({}, { a: 1, b: 1 }), {}, withUnknownFields({}, { b: 2 })];
  expect(unknownFields(keep({}, pieces, { c: 3 }))).toEqual({ a: 1, b: 2, c: 3 });
  expect(Object.getOwnPropertySymbols(keep({}, [{}]))).toEqual([]);
});

async function* streamOf<T>(...items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe("collect", () => {
  test("joins all items but the end mark", async () => {
    expect(await collect("Part", streamOf<Part | "[DONE]">({ text: "a" }, { text: "b" }, "[DONE]"), joinPart)).toBe(
      "ab",
    );
  });

  test("says so where nothing came", async () => {
    const empty = collect("Part", streamOf<Part | "[DONE]">("[DONE]"), joinPart, { validate: "off" });
    await expect(empty).rejects.toThrow(StreamError);
    await expect(empty).rejects.toMatchObject({ code: "unfinished" });
  });

  test("what is missing is an error, and in lenient mode an issue", async () => {
    const paths: string[] = [];
    const onIssue = ({ path }: { readonly path: string }): void => void paths.push(path);
    await expect(collect("Part", streamOf<Part>({}), joinPart)).rejects.toMatchObject({
      name: "DecodeError",
      issues: [{ path: "Part.text", code: "missing" }],
    });
    expect(await collect("Part", streamOf<Part>({}), joinPart, { validate: "lenient", onIssue })).toBeUndefined();
    expect(paths).toEqual(["Part.text"]);
  });

  test("an error of the stream is the caller's", async () => {
    async function* broken(): AsyncGenerator<Part> {
      yield { text: "a" };
      throw new StreamError("interrupted", "gone");
    }
    await expect(collect("Part", broken(), joinPart)).rejects.toMatchObject({ code: "interrupted" });
  });
});
