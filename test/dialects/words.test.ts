import fc from "fast-check";
import { expect, test } from "vitest";
import { namespaceOf } from "../../generator/dialects/namespace.ts";
import { segmentsOf, wordsOf } from "../../generator/dialects/words.ts";

test.each([
  ["finish_reason", "finish reason"],
  ["finishReason", "finish reason"],
  ["FinishReason", "finish reason"],
  ["viewURL", "view url"],
  ["accountID", "account id"],
  ["URLPath", "url path"],
  ["userIDs", "user ids"],
  ["line1", "line1"],
  ["used_3ds", "used 3ds"],
  ["oauth2Token", "oauth2 token"],
  ["x5tS256", "x5t s256"],
  ["from_", "from"],
  ["model_config_", "model config"],
  ["__pydantic_extra__", "pydantic extra"],
  ["AUTH_TYPE", "auth type"],
  ["X-Trace-Id", "x trace id"],
  ["größeInMetern", "größe in metern"],
  ["名前", "名前"],
  ["*", "*"],
])("%s", (name, words) => {
  expect(wordsOf(name).join(" ")).toBe(words);
});

test("every name has words", () => {
  fc.assert(fc.property(fc.string({ minLength: 1, unit: "binary" }), (name) => wordsOf(name).length > 0));
});

test.each([
  ["Chat.Completions", ["chat", "completions"]],
  ["fine_tuning.jobs", ["fine tuning", "jobs"]],
  ["client().agentTools()", ["client", "agent tools"]],
  ["", []],
])("the path %s", (path, segments) => {
  expect(segmentsOf(path)).toEqual(segments);
});

test.each([
  ["docs/models/shared/x.md", "shared"],
  ["docs/models/x.md", "models"],
  ["docs/Models/Components/X.md", "components"],
  ["docs/errors/x.md", "errors"],
  ["docs/X.md", ""],
  ["x.md", ""],
])("the namespace of %s", (path, namespace) => {
  expect(namespaceOf(path)).toBe(namespace);
});
