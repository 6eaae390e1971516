import fc from "fast-check";
import { expect, test } from "vitest";
import { appendQuery, type QueryParameters, queryString } from "../../templates/typescript/runtime/query.ts";

test.each<{ given: QueryParameters; want: string }>([
  { given: {}, want: "" },
  { given: { b: 1, a: "x", c: false }, want: "b=1&a=x&c=false" },
  { given: { a: undefined, b: null, c: "", d: [], e: {} }, want: "c=" },
  { given: { tag: ["a", "b", null, "c"] }, want: "tag=a&tag=b&tag=c" },
  { given: { since: new Date(0) }, want: "since=1970-01-01T00%3A00%3A00.000Z" },
  {
    given: { filter: { name: "x", size: { min: 1 }, tag: ["a", "b"] } },
    want: "filter%5Bname%5D=x&filter%5Bsize%5D%5Bmin%5D=1&filter%5Btag%5D=a&filter%5Btag%5D=b",
  },
  { given: { q: "a b+c&d=e/é" }, want: "q=a%20b%2Bc%26d%3De%2F%C3%A9" },
])("query $want", ({ given, want }) => expect(queryString(given)).toBe(want));

test("what is written is read back by the platform", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: "grapheme" })), (parameters) => {
      const url = new URL("https://h/?first=1");
      appendQuery(url, queryString(parameters));
      expect([...url.searchParams]).toEqual([["first", "1"], ...Object.entries(parameters)]);
    }),
  );
});
