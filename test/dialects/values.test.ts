import { expect, test } from "vitest";
import { readSightings } from "../../generator/dialects/index.ts";
import type { EnumSighting, UnionSighting } from "../../generator/dialects/sighting.ts";
import type { EnumPage, UnionPage } from "../../generator/docs/page.ts";
import { enumPage, fence, unionPage } from "./pages.ts";

function enumOf(page: EnumPage): EnumSighting {
  const [sighting] = readSightings([page], "python").sightings;
  if (sighting?.kind !== "enum") throw new Error("no enum");
  return sighting;
}

const values = (page: EnumPage) => enumOf(page).values.map((value) => value.value);

test.each([
  [
    "a table is not quoted",
    enumPage("table", ["stop", "", "*", "application/json", '"x"']),
    ["stop", "", "*", "application/json", '"x"'],
  ],
  ["a person may quote all of them", enumPage("table", ['"stop"', "'go'"]), ["stop", "go"]],
  ["digits in a table are numbers", enumPage("table", ["100", "-1", "0"]), [100, -1, 0]],
  ["all of them", enumPage("table", ["1", "two"]), ["1", "two"]],
  ["a leading zero is text", enumPage("table", ["007"]), ["007"]],
  ["a code span is the value", enumPage("table", ["`stop`"]), ["stop"]],
  ["literals say what they are", enumPage("literal", ['"100"', "100", '"a\\"b"', "-1.5"]), ["100", 100, 'a"b', -1.5]],
  ["a sample may quote digits", enumPage("table", ["1", "2"], { sample: 'value: models.X = "2"' }), ["1", "2"]],
  ["what else comes may be text", enumPage("table", ["1"], { note: "captured as `Unrecognized<string>`" }), ["1"]],
  ["what else comes may be a number", enumPage("table", ["1"], { sample: "# captured as UnrecognizedInt" }), [1]],
])("%s", (_, page, wanted) => {
  expect(values(page)).toEqual(wanted);
});

test.each([
  [
    "a note",
    enumPage("literal", ['"a"'], { note: "This is an open enum. Unrecognized values will not fail type checks." }),
    "stated",
  ],
  ["a last member", enumPage("literal", ['"a"', "Unrecognized<string>"]), "stated"],
  ["a last row", enumPage("table", ["a", "`Unrecognized<string>`"]), "stated"],
  [
    "a comment",
    enumPage("table", ["a"], { sample: "# Open enum: unrecognized values are captured as UnrecognizedStr" }),
    "shown",
  ],
])("%s says that an enum is open", (_, page, strength) => {
  expect(enumOf(page).open).toMatchObject({ value: true, strength });
  expect(enumOf(page).values).toHaveLength(1);
});

test("an enum that says nothing is neither open nor closed", () => {
  expect(enumOf(enumPage("literal", ['"a"']))).not.toHaveProperty("open");
});

test("a literal that is none among others is kept as it stands, with a warning", () => {
  const { sightings, diagnostics } = readSightings([enumPage("literal", ['"red"', "oops"])], "python");
  expect(sightings).toMatchObject([{ values: [{ value: "red" }, { value: "oops" }] }]);
  expect(diagnostics).toMatchObject([{ message: "Unexpected `oops`, expected a literal of the python dialect" }]);
});

test("words that a person lists are the values", () => {
  const { sightings, diagnostics } = readSightings([enumPage("literal", ["red", "off-white"])], "python");
  expect(sightings).toMatchObject([{ values: [{ value: "red" }, { value: "off-white" }] }]);
  expect(diagnostics).toEqual([]);
});

function membersOf(page: UnionPage): unknown {
  const [sighting] = readSightings([page], "python").sightings as readonly UnionSighting[];
  return sighting?.members.map((member) => member.type);
}

const sample = (type: string) => fence("python", `value: ${type} = /* values here */`);

test.each([
  [
    "a heading",
    unionPage([["models.Chat", sample("models.Chat")], ["List[str]"]]),
    [
      { kind: "name", namespace: "models", name: "Chat" },
      { kind: "list", item: { kind: "string" } },
    ],
  ],
  ["a heading is not swapped", unionPage([["datetime", sample("datetime")]]), [{ kind: "date-time" }]],
  [
    "the sample, where the heading has no namespace",
    unionPage([["Key", sample("shared.Key")]]),
    [{ kind: "name", namespace: "shared", name: "Key" }],
  ],
  [
    "the sample, where the heading is empty",
    unionPage([["", sample("list[list[int]]")]]),
    [{ kind: "list", item: { kind: "list", item: { kind: "integer" } } }],
  ],
  ["a heading without namespace or sample", unionPage([["Key"]]), [{ kind: "name", namespace: "", name: "Key" }]],
])("the member of a union is %s", (_, page, wanted) => {
  expect(membersOf(page)).toEqual(wanted);
});

test.each([
  ["go", "loc := components.CreateLocChatText(components.Chat{/* values here */})", "ChatText"],
  ["csharp", "Loc.CreateChatText(/* values here */);", "ChatText"],
  ["python", "value: models.Chat = /* values here */", undefined],
] as const)("%s: a constructor has the label of the member", (dialect, text, label) => {
  const [sighting] = readSightings([unionPage([["Chat", fence(dialect, text)]])], dialect).sightings;
  expect(sighting?.kind === "union" && sighting.members[0]?.label).toBe(label);
});

test("a stated value of the discriminator is the label of the member", () => {
  const page = unionPage([["[`Chat`](Chat.md)"]]);
  const members = page.members.map((member) => ({ ...member, value: "chat" }));
  const [sighting] = readSightings([{ ...page, members }], "java").sightings;
  expect(sighting?.kind === "union" && sighting.members[0]?.label).toBe("chat");
});

test("a member that nothing names is a warning", () => {
  const { diagnostics } = readSightings([unionPage([["", fence("python", "?")]])], "python");
  expect(diagnostics).toMatchObject([{ code: "dialect/unread-type", place: "docs/models/loc.md#members/0:type" }]);
});
