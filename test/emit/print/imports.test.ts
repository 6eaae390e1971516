import { expect, test } from "vitest";
import { exportLine, newImports } from "../../../generator/emit/print/imports.ts";
import { flat } from "../../../generator/emit/print/layout.ts";
import { byCodeUnits, byModule, byName, localName } from "../../../generator/emit/print/order.ts";

test("a file imports what its code refers to, each name once, nearer modules last", () => {
  const imports = newImports();
  const names = [
    imports.value("./port.ts", "parsePort"),
    imports.type("./port.ts", "Port"),
    imports.type("../runtime/json.ts", "JsonObject"),
    imports.type("../runtime/decode.ts", "Decoding"),
    imports.value("../runtime/decode.ts", "decode"),
    imports.value("./port.ts", "parsePort"),
    imports.type("../../far.ts", "Far"),
  ];
  expect(names.map(flat)).toEqual(["parsePort", "Port", "JsonObject", "Decoding", "decode", "parsePort", "Far"]);
  expect(flat(imports.text())).toBe(`import type { Far } from "../../far.ts";
import { type Decoding, decode } from "../runtime/decode.ts";
import type { JsonObject } from "../runtime/json.ts";
import { type Port, parsePort } from "./port.ts";`);
});

test("a name that is used as a value and as a type is imported as a value", () => {
  const imports = newImports();
  imports.type("./a.ts", "A");
  imports.value("./a.ts", "A");
  imports.type("./a.ts", "A");
  expect(flat(imports.text())).toBe('import { A } from "./a.ts";');
});

test("two modules' names, and a name of the file's own, are kept apart", () => {
  const imports = newImports(["Port", "decode"]);
  const names = [
    imports.type("./port.ts", "Port"),
    imports.type("./other.ts", "Port"),
    imports.type("./port.ts", "Port"),
    imports.value("./runtime.ts", "decode"),
    imports.type("./body.ts", "Failure", "FailureBody"),
    imports.type("./body.ts", "Failure"),
  ];
  expect(names.map(flat)).toEqual(["Port2", "Port3", "Port2", "decode2", "FailureBody", "FailureBody"]);
  expect(flat(imports.text())).toBe(`import type { Failure as FailureBody } from "./body.ts";
import type { Port as Port3 } from "./other.ts";
import type { Port as Port2 } from "./port.ts";
import { decode as decode2 } from "./runtime.ts";`);
});

test("a long list has a line for each name", () => {
  const imports = newImports();
  const names = Array.from({ length: 9 }, (_, index) => `parseSomethingLong${index}`);
  for (const name of names) imports.value("./long.ts", name);
  const lines = names.map((name) => `  ${name},\n`).join("");
  expect(flat(imports.text())).toBe(`import {\n${lines}} from "./long.ts";`);
  expect(imports.structures()).toMatchObject([{ moduleSpecifier: "./long.ts", isTypeOnly: false }]);
});

test.each<[names: readonly string[], line: string]>([
  [["b", "type A"], 'export { type A, b } from "./x.ts";'],
  [["type B", "type A"], 'export type { A, B } from "./x.ts";'],
  [["a10", "a9", "A9"], 'export { A9, a9, a10 } from "./x.ts";'],
])("%j are exported", (names, line) => {
  expect(exportLine(names, "./x.ts")).toBe(line);
});

test.each([
  [
    ["b", "a", "B", "A", "type aa", "x as Ab", "_", "$"],
    ["$", "_", "A", "x as Ab", "a", "type aa", "B", "b"],
  ],
  [
    ["Usage10", "Usage2", "Usage", "usage", "Usage02"],
    ["Usage", "Usage02", "Usage2", "Usage10", "usage"],
  ],
])("%j in the order of names is %j", (names, sorted) => {
  expect([...names].sort(byName)).toEqual(sorted);
});

test("modules by their names without ending", () => {
  const modules = ["./tool-message.ts", "./tool.ts", "./tool10.ts", "./tool2.ts", "./Tool.ts"];
  expect([...modules].sort(byModule)).toEqual([
    "./Tool.ts",
    "./tool.ts",
    "./tool-message.ts",
    "./tool2.ts",
    "./tool10.ts",
  ]);
});

test("code units know no locale", () => {
  expect(["ä", "z", "a", "Z", "é"].sort(byCodeUnits)).toEqual(["Z", "a", "z", "ä", "é"]);
  expect(localName("type A as B")).toBe("B");
});
