import { expect, test } from "vitest";
import { checkFile, checkSyntax } from "../../generator/emit/gate.ts";

const source = [
  'import type { Port } from "./port.ts";',
  "export interface Vessel { name: string; 'call-sign'?: Port; [\"__proto__\"]: string }",
  "export function decodeVessel(input: unknown): Vessel;",
  "export function decodeVessel(input: unknown): Vessel { return input as Vessel; }",
  'export type Status = "moored" | "adrift";',
  'export const statusValues = ["moored", "adrift"] as const;',
  "export class Harbor { readonly #client = 1; static at = 2; constructor() {} dock(): void {} }",
  'export { berth } from "./berth.ts";',
];

const meant = [
  ...["Vessel", "Vessel.name", "Vessel.call-sign", "Vessel.__proto__", "decodeVessel()", "decodeVessel()"],
  ...["Status", "statusValues", "Harbor", "Harbor.#client", "Harbor.at", "Harbor.constructor", "Harbor.dock"],
];

function check(...more: readonly string[]): void {
  checkFile({ path: "src/vessel.ts", text: [...source, ...more].join("\n") }, meant);
}

test("a file that declares what was meant passes", () => {
  expect(check()).toBeUndefined();
});

test.each<[what: string, line: string]>([
  ["a statement", "fetch('https://elsewhere.example');"],
  ["a block", "{ fetch('https://elsewhere.example'); }"],
  ["a variable", "const smuggled = 1;"],
  ["a second variable in one statement", "let one = 1, two = 2;"],
  ["a function", "function smuggled() {}"],
  ["an overload", "export function decodeVessel(input: string): Vessel;"],
  ["an interface", "interface Smuggled {}"],
  ["a second part of an interface", "interface Vessel { smuggled: string }"],
  ["a type", "type Smuggled = string;"],
  ["a class", "class Smuggled {}"],
  ["an enum", "enum Smuggled { A }"],
  ["a namespace", "namespace Smuggled {}"],
  ["a default export", "export default 1;"],
  ["an import for its effects", 'import "./elsewhere.ts";'],
  ["an import from elsewhere", 'import { smuggled } from "elsewhere";'],
  ["an export from elsewhere", 'export * from "node:fs";'],
  ["an empty statement", ";"],
])("%s that was not meant throws", (_, line) => {
  expect(() => check(line)).toThrow(/^The emitted src\/vessel\.ts declares\n/);
});

test.each<[what: string, text: string]>([
  ["a member", "export interface Port { code: string; smuggled: string }"],
  ["an index signature", "export interface Port { code: string; [key: string]: string }"],
  ["a call signature", "export interface Port { code: string; (): void }"],
  ["a lost member", "export interface Port {}"],
  ["another name", "export interface Port { cöde: string }"],
  ["nothing at all", ""],
])("%s throws", (_, text) => {
  expect(() => checkFile({ path: "src/port.ts", text }, ["Port", "Port.code"])).toThrow("where this was meant");
});

test("a static block is no member that was meant", () => {
  const text = "export class Port { static { globalThis.fetch('x'); } }";
  expect(() => checkFile({ path: "src/port.ts", text }, ["Port"])).toThrow("Port.constructor");
});

test.each([
  [
    "src/port.ts",
    "export interface Port {",
    "The emitted src/port.ts:1 does not parse: '}' expected. It reads \"export interface Port {\"",
  ],
  ["src/port.ts", "/* one\n*/ */", "The emitted src/port.ts:2 does not parse"],
  [
    "src/port.ts",
    "\n\nconst a = 'one\ntwo';",
    "The emitted src/port.ts:3 does not parse: Unterminated string literal.",
  ],
  ["test/port.test.mjs", "const a = [,", "The emitted test/port.test.mjs:1 does not parse"],
])("%s with %j does not parse", (path, text, message) => {
  expect(() => checkSyntax({ path, text })).toThrow(message);
});
