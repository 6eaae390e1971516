import { expect, test } from "vitest";
import { readSightings } from "../../generator/dialects/index.ts";
import type { Row } from "../../generator/docs/page.ts";
import { modelPage, row } from "./pages.ts";

/** The objects that a page of these rows describes: title, and its fields with their kinds of type. */
function objects(rows: readonly Row[]): readonly unknown[] {
  const { sightings } = readSightings([modelPage(rows)], "typescript");
  return sightings.map((one) =>
    one.kind === "object" ? [one.title, ...one.fields.map(({ name, type }) => [name, nameOf(type)])] : one.kind,
  );
}

function nameOf(type: unknown): string {
  const { kind, name, item, of } = type as { kind: string; name?: string; item?: unknown; of?: unknown };
  const inner = item ?? of;
  return inner === undefined ? (name ?? kind) : `${kind}(${nameOf(inner)})`;
}

test.each<{ name: string; given: readonly Row[]; want: readonly unknown[] }>([
  {
    name: "an object",
    given: [row("berth", "object"), row("berth.number", "integer"), row("id", "string")],
    want: [
      ["Usage", ["berth", "UsageBerth"], ["id", "string"]],
      ["UsageBerth", ["number", "integer"]],
    ],
  },
  {
    name: "an object in a list of objects",
    given: [row("berths", "array of objects"), row("berths[].light", "object"), row("berths[].light.color", "string")],
    want: [
      ["Usage", ["berths", "list(UsageBerths)"]],
      ["UsageBerths", ["light", "UsageBerthsLight"]],
      ["UsageBerthsLight", ["color", "string"]],
    ],
  },
  {
    name: "an object or null",
    given: [row("berth", "object or null"), row("berth.number", "integer")],
    want: [
      ["Usage", ["berth", "nullable(UsageBerth)"]],
      ["UsageBerth", ["number", "integer"]],
    ],
  },
  {
    name: "an object that has no row",
    given: [row("berth.number", "integer"), row("berth.lights[].color", "string", "–")],
    want: [
      ["Usage", ["berth", "UsageBerth"]],
      ["UsageBerth", ["number", "integer"], ["lights", "list(UsageBerthLights)"]],
      ["UsageBerthLights", ["color", "string"]],
    ],
  },
  {
    name: "a dot behind what is no object",
    given: [row("port.name", "string"), row("port", "string")],
    want: [["Usage", ["port.name", "string"], ["port", "string"]]],
  },
  {
    name: "a dot in what is no path",
    given: [row("2.name", "string"), row("a-b.name", "string")],
    want: [["Usage", ["2.name", "string"], ["a-b.name", "string"]]],
  },
  {
    name: "an object that nothing leads into",
    given: [row("berth", "object"), row("id", "string")],
    want: [["Usage", ["berth", "map"], ["id", "string"]]],
  },
])("$name", ({ given, want }) => {
  expect(objects(given)).toEqual(want);
});

test("nobody nests without end", () => {
  const rows = Array.from({ length: 3000 }, (_, depth) =>
    row(
      Array(depth + 1)
        .fill("a")
        .join("."),
      "object",
    ),
  );
  expect(objects(rows)).toHaveLength(16);
});
