import { expect, test } from "vitest";
import { callIn, Name } from "./conformance/sample-text.mjs";

const load = (sample: string) => callIn(sample, (name) => name.toLowerCase() === "load");

/** As JSON, with the names of the other package in angle brackets. */
function plain(value: unknown): unknown {
  if (value instanceof Name) return `<${value.text}>`;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

test.each<readonly [language: string, sample: string, named: unknown, positional: unknown]>([
  ["no arguments", "const result = await tern.ships.load();", {}, []],
  [
    "TypeScript",
    `await tern.ships.load("<id>", { when: new Date("2024-02-29"), tags: ["a\\n"], size: 1_000.5, isNew: true }); // {`,
    {},
    ["<id>", { when: "2024-02-29", tags: ["a\n"], size: 1000.5, isNew: true }],
  ],
  [
    "Python",
    'res = tern.ships.load(ship_id=\'x\', request={\n  "kind": models.Kind.LARGE,\n  "note": None, # none\n}, cargo=models.Cargo(\n  weight=-2,\n))',
    { ship_id: "x", request: { kind: "<models.Kind.LARGE>", note: null }, cargo: { weight: -2 } },
    [],
  ],
  [
    "Go",
    'ctx := context.Background()\nres, err := s.Ships.Load(ctx, &operations.LoadRequest{\n  Kind: operations.KindLarge.ToPointer(),\n  Tags: []string{"a", "b"},\n  Size: tern.Pointer[float64](1.0),\n  Meta: map[string]any{"k": nil},\n})',
    {},
    ["<context.Background>", { Kind: "<operations.KindLarge>", Tags: ["a", "b"], Size: 1, Meta: { k: null } }],
  ],
  [
    "PHP",
    "$request = new Operations\\LoadRequest(\n  tags: ['a'],\n  meta: ['k' => 1],\n  kind: Operations\\Kind::Large,\n);\n$response = $sdk->ships->load(\n  request: $request\n);",
    { request: { tags: ["a"], meta: { k: 1 }, kind: "<Operations\\Kind::Large>" } },
    [],
  ],
  [
    "Ruby",
    "req = Models::LoadRequest.new(\n  tags: ['a'],\n  empty: Models::Empty.new(),\n)\nres = s.ships.load(request: req)",
    { request: { tags: ["a"], empty: {} } },
    [],
  ],
])("the call of a sample: %s", (_, sample, named, positional) => {
  const found = load(sample);
  expect([plain(found?.named), plain(found?.positional)]).toEqual([named, positional]);
});

test("a call of another method is none", () => {
  expect(load("tern.ships.list()")).toBeUndefined();
});

test.each(["tern.load(1 + x)", "tern.load({ ...rest })", "tern.load(at(1, 2))"])("unreadable: %s", (sample) => {
  expect(() => load(sample)).toThrow(SyntaxError);
});
