import { expect, test } from "vitest";
import { distinctNames } from "../../generator/infer/names/distinct.ts";
import type { Fact } from "../../generator/ir/index.ts";

function field(name: string, value: string, against: readonly string[] = []) {
  const claim = (one: string): Fact<string>["because"][number] => ({
    value: one,
    rule: "wire-name/style",
    strength: "assumed",
    places: [],
    why: "",
  });
  const wireName: Fact<string> = { value, because: [claim(value)], against: against.map(claim) };
  return { name, words: [name], wireName, place: `docs/page.md#fields/${name}` };
}

const cases: readonly [title: string, given: ReturnType<typeof field>[], want: string[]][] = [
  ["different names stay", [field("sortBy", "sort_by"), field("order", "order")], ["sort_by", "order"]],
  [
    "the second takes the spelling that speaks against its own",
    [field("sortQueryParameter", "sort_dir", ["sortDir"]), field("sortQueryParameter1", "sort_dir", ["sortDir"])],
    ["sort_dir", "sortDir"],
  ],
  ["without one, the other style", [field("a", "sort_dir"), field("b", "sort_dir")], ["sort_dir", "sortDir"]],
  ["a third one keeps the documented name", [field("a", "dir"), field("b", "dir")], ["dir", "b"]],
];

test.each(cases)("%s", (_title, given, want) => {
  expect(distinctNames(given).map(({ wireName }) => wireName.value)).toEqual(want);
});

test("two groups may have one name each", () => {
  const fields = [field("id", "id"), field("idHeader", "id")];
  expect(distinctNames(fields, ({ name }) => name).map(({ wireName }) => wireName.value)).toEqual(["id", "id"]);
});
