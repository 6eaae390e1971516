import { expect, test } from "vitest";
import { fact, json, object, operation, parameter, property, reference, text } from "./api.ts";
import { emitted } from "./emitted.ts";

/** The calls that the README shows. */
function calls(operations: Parameters<typeof emitted>[1]["operations"]): readonly string[] {
  const models = [
    object("Alarm", [property("id", text)], { read: fact([json(reference("Alarm"))]) }),
    object("Vessel", [property("id", text)], { read: fact([json(reference("Vessel"))]) }),
  ];
  const lines = emitted("README.md", { models, operations: operations ?? [] }).split("\n");
  return lines.filter((line) => line.startsWith("const answer"));
}

const find = operation("findVessel", "GET", "/vessels/{mmsi}", {
  parameters: [parameter("mmsi", "path", text, { examples: ["244660000"] })],
  replies: fact([json(reference("Vessel"))]),
});

test("the first call is one that the examples fill, and its answer the model that is read", () => {
  const create = operation("createVessel", "POST", "/vessels", { parameters: [parameter("name", "query", text)] });
  const list = operation("listVessels", "GET", "/vessels");
  expect(calls([create, list, find])).toEqual([
    'const answer = await client.vessels.findVessel({ mmsi: "244660000" });',
    'const answer = await findVessel(client, { mmsi: "244660000" });',
    "const answer = await readVessel(await fetch(url));",
  ]);
});

test("an instant is a date, and an example that does not fit fills nothing", () => {
  const since = operation("listVessels", "GET", "/vessels", {
    parameters: [parameter("since", "query", { kind: "date-time" }, { examples: ["2025-03-01T00:00:00Z"] })],
  });
  const depth = operation("findDepth", "GET", "/depths", {
    parameters: [parameter("depth", "query", { kind: "integer" }, { examples: ["deep"] })],
  });
  expect(calls([depth, since])[0]).toBe(
    'const answer = await client.vessels.listVessels({ since: new Date("2025-03-01T00:00:00Z") });',
  );
  expect(calls([depth])[0]).toBe("const answer = await client.vessels.findDepth(request);");
});

test("the description of the package names what it is for", () => {
  const description = (title: string): unknown => JSON.parse(emitted("package.json", { title })).description;
  expect(["Harbor", "Harbor API", ""].map(description)).toEqual([
    "TypeScript SDK for Harbor",
    "TypeScript SDK for the Harbor API",
    undefined,
  ]);
});
