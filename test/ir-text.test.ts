import { expect, test } from "vitest";
import { parseIr } from "../generator/ir-text.ts";
import { understood } from "./checklist/docs.ts";
import { docs } from "./diff/cases.ts";

const { api } = understood(docs);
const [operation, ...operations] = api.operations;

/** The text of an `ir.json` whose first operation a person changed. */
const changed = (change: object): string =>
  JSON.stringify({ ...api, operations: [{ ...operation, ...change }, ...operations] });

const pages = { kind: "cursor", parameter: "after", in: "query", first: null, size: null, next: ["next"], items: [] };
const [parameter] = operation?.parameters ?? [];

test.each([
  [
    "what says whether another page follows",
    { pagination: { value: { ...pages, more: "no" }, because: [], against: [] } },
  ],
  ["what the client is given once", { parameters: [{ ...parameter, global: true }] }],
])("a person's change of %s is told", (_what, change) => {
  expect(parseIr(changed({}), "ir.json").ok).toBe(true);
  const parsed = parseIr(changed(change), "ir.json");
  expect(parsed).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining("Unexpected value") }] });
});
