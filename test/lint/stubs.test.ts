import { expect, test } from "vitest";
import { diagnostic } from "../../generator/diagnostics.ts";
import { printOverrides, statedOverrides, stubsFor } from "../../generator/lint/stubs.ts";

const assumed = (subject: string, value: Record<string, string>, message = "A."): ReturnType<typeof diagnostic> =>
  diagnostic("infer/assumed", message, "docs/a.md#x", { override: { subject, value } });

test("a stub for each subject that is missing or assumed, and for nothing else", () => {
  const route = { subject: "operation chat.create", value: "POST /…" };
  const stubs = stubsFor([
    diagnostic("infer/missing-route", "No route.", null, { override: route }),
    assumed("field Chat.maxTokens", { wireName: "max_tokens" }, "No name."),
    assumed("field Chat.maxTokens", { type: "number" }, "No integer."),
    diagnostic("infer/assumed", "Nothing can be stated.", null),
    diagnostic("infer/contradiction", "Two.", null, {
      override: { subject: "field Chat.id", value: { type: "string" } },
    }),
  ]);
  expect(printOverrides([{ subject: "field Chat.id", value: { type: "string" }, reason: "Measured." }], stubs)).toBe(`[
  {
    "subject": "field Chat.id",
    "value": {
      "type": "string"
    },
    "reason": "Measured."
  },
  {
    "subject": "operation chat.create",
    "value": "POST /…",
    "reason": "TODO: say why the value is right. No route."
  },
  {
    "subject": "field Chat.maxTokens",
    "value": {
      "wireName": "max_tokens",
      "type": "number"
    },
    "reason": "TODO: say why the value is right. No name."
  }
]
`);
});

test.each([
  { reasons: ["Measured."], stated: 1, want: [] },
  {
    reasons: ["Measured.", "TODO"],
    stated: 1,
    want: ["Unexpected reason `TODO…` of the override `field A.b1`, expected why the value is right"],
  },
  {
    reasons: [" TODO: x", "TODO: y", "Todos are counted."],
    stated: 1,
    want: ["Unexpected reason `TODO…` of the override `field A.b0` and of 1 more, expected why the value is right"],
  },
])("an override counts once its reason is written: $reasons", ({ reasons, stated, want }) => {
  const found = statedOverrides(reasons.map((reason, at) => ({ subject: `field A.b${at}`, value: {}, reason })));
  expect(found.stated).toHaveLength(stated);
  expect(found.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(
    want.map((message) => `config/unwritten-reason ${message}`),
  );
});
