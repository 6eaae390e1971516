import { expect, test } from "vitest";
import { json, object, operation, parameter, property, reference, text } from "./api.ts";
import { emitted } from "./emitted.ts";

const ship = object("Ship", [property("name", text)]);

/** The lines of the README that call with this parameter. */
function calls(name: string, example: string): readonly string[] {
  const call = operation("find", "GET", "/ships", {
    parameters: [parameter(name, "query", text, { name, examples: [example] })],
    replies: { value: [json(reference("Ship"))], because: [], against: [] },
  });
  const readme = emitted("README.md", { models: [ship], operations: [call] }, { fields: "documented" });
  return readme.split("\n").filter((line) => line.includes("find("));
}

test("the first call of the README has the documented example", () => {
  expect(calls("mmsi", "244660000")).toContainEqual(expect.stringContaining('find({ mmsi: "244660000" })'));
});

test("a name that is no identifier is quoted, whatever it holds", () => {
  const [line = ""] = calls("a*/\r\nb", "x\r\n");
  expect(line).toContain(String.raw`find({ "a*/\r\nb": "x\r\n" })`);
});
