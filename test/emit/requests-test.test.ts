import { expect, test } from "vitest";
import { operation, parameter } from "./api.ts";
import { emitted } from "./emitted.ts";

const text = { kind: "string" } as const;

test.each([
  { examples: ["244660000"], want: 'path: "/vessels/244660000"' },
  { examples: ["a b/(c)"], want: 'path: "/vessels/a%20b%2F%28c%29"' },
  // Half of a surrogate pair is no text that an address can hold, and dots would lead elsewhere: no request is made up.
  { examples: ["\ud800"], want: undefined },
  { examples: [".."], want: undefined },
])("the package's own test of a path with $examples", ({ examples, want }) => {
  const operations = [
    operation("find", "GET", "/vessels/{mmsi}", { parameters: [parameter("mmsi", "path", text, { examples })] }),
  ];
  const file = emitted("test/requests.test.mjs", { operations });
  expect(/path: ".*"/.exec(file)?.[0]).toBe(want);
});
