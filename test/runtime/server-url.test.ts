import { expect, test } from "vitest";
import { hostPart, urlPart } from "../../templates/typescript/runtime/server.ts";

test.each([
  { part: urlPart, value: "v1/beta", want: "v1/beta" },
  { part: hostPart, value: "eu-1.west", want: "eu-1.west" },
  { part: hostPart, value: "localhost:8080", want: "localhost:8080" },
])("$value is a part of an address", ({ part, value, want }) => {
  expect(part("region", value)).toBe(want);
});

const none = "Expected the option `region` for the address of the server, received none";

test.each([
  { part: urlPart, value: undefined, want: none },
  { part: hostPart, value: undefined, want: none },
  { part: urlPart, value: "", want: none },
  ...["evil.example/", "evil.example?", "evil.example#", "user@", "evil.example\\"].map((value) => ({
    part: hostPart,
    value,
    want: `Expected a part of a host name in the option \`region\`, received "${value}"`,
  })),
])("$value is none", ({ part, value, want }) => {
  expect(() => part("region", value)).toThrow(new TypeError(want));
});
