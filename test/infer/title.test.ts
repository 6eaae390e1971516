import { expect, test } from "vitest";
import { titleOf } from "../../generator/infer/package.ts";

test.each([
  ["Harbor Python SDK", "", "Harbor"],
  ["Harbor Typescript Client", "", "Harbor"],
  ["Harbor API Client Library", "", "Harbor"],
  ["Go Harbor", "", "Go Harbor"],
  ["Python SDK", "", "Python"],
  ["Harbor C# SDK", "", "Harbor"],
  ["Harbor", "Ships: and where they are.", "Harbor"],
  ["Harbor Java SDK", "Harbor Traffic API: ships and ports.", "Harbor Traffic API"],
  ["", "", ""],
])("%s, %s → %s", (title, description, want) => {
  expect(titleOf({ title, description })).toBe(want);
});
