import { expect, test } from "vitest";
import { jsonTypeOf } from "../../generator/ir/json-type.ts";

test.each<readonly [readonly string[], string]>([
  [[], "application/json"],
  [["application/json"], "application/json"],
  [["application/hal+json", "application/hal+json"], "application/hal+json"],
  [["application/vnd.harbor.v1.hal+json"], "application/vnd.harbor.v1.hal+json"],
  [["application/hal+json", "application/json"], "application/json"],
  [["application/problem+json"], "application/json"],
  [["text/plain"], "application/json"],
  [["x/+json\r\ny: z"], "application/json"],
])("beside errors of %j JSON is %s", (types, want) => {
  const errors = types.map((contentType) => ({
    status: "404",
    contentType,
    type: { kind: "string" } as const,
    title: "Sunk",
    place: "x.md",
  }));
  expect(jsonTypeOf({ errors })).toBe(want);
});
