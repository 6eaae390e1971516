import { expect, test } from "vitest";
import { type ArgumentRow, rowsOfArguments } from "../../generator/infer/samples/align.ts";
import { callIn, clientIn } from "../../generator/infer/samples/call.ts";
import { readExpression, type Shown } from "../../generator/infer/samples/expression.ts";
import { wireValue } from "../../generator/infer/samples/wire.ts";
import type { Type } from "../../generator/ir/index.ts";

/** A shown value as JSON; names in angle brackets, and `?` for what is unread. */
function plain(shown: Shown): unknown {
  switch (shown.kind) {
    case "plain":
      return shown.value;
    case "list":
      return shown.items.map(plain);
    case "object":
      return Object.fromEntries(shown.entries.map(([key, value]) => [key, plain(value)]));
    case "name":
      return `<${shown.name}>`;
    case "unread":
      return "?";
  }
}

test.each<[string, string, unknown]>([
  ["JSON", '{ "a": [1, -2.5e3, true, null], "b": {} }', { a: [1, -2500, true, null], b: {} }],
  ["texts", String.raw`["it's", 'a "b"', """c""", "\u00e9\n", "\u{1f6a2}"]`, ["it's", 'a "b"', "c", "é\n", "🚢"]],
  ["a template with a hole", `\`a$${"{b}"}\``, "?"],
  ["comments", "[1, # one\n 2, // two\n /* three */ 3]", [1, 2, 3]],
  [
    "Python",
    'models.Ship(name="Zee", at=date.fromisoformat("2020-01-01"), kind=None)',
    { name: "Zee", at: "2020-01-01", kind: null },
  ],
  [
    "Python computes",
    '{"a": os.getenv("A", ""), "b": open("x", "rb"), "c": 1 + 1, "d": 2}',
    { a: "?", b: "?", c: "?", d: 2 },
  ],
  [
    "TypeScript",
    'new Ship({ at: new Date("2020-01-01"), ...rest, file: await openAsBlob("x") })',
    { at: "2020-01-01", file: "?" },
  ],
  [
    "Go",
    '&m.Ship{Name: g.Pointer("Zee"), Tags: []string{"a"}, By: map[string]any{"k": "v"}, Kind: m.KindTug.ToPointer(), Page: g.Pointer[float64](1.0)}',
    { Name: "Zee", Tags: ["a"], By: { k: "v" }, Kind: "<m.KindTug>", Page: 1 },
  ],
  [
    "Java",
    'Ship.builder().name("Zee").tags(List.of("a", "b")).by(Map.of("k", "v")).size(12L).at(OffsetDateTime.parse("2020-01-01T00:00:00Z")).kind(Kind.TUG).build()',
    { name: "Zee", tags: ["a", "b"], by: { k: "v" }, size: 12, at: "2020-01-01T00:00:00Z", kind: "<Kind.TUG>" },
  ],
  [
    "C#",
    'new Ship() { Name = "Zee", Tags = new List<string>() { "a", }, By = new Dictionary<string, string>() { { "k", "v" }, }, At = System.DateTime.Parse("2020-01-01"), }',
    { Name: "Zee", Tags: ["a"], By: { k: "v" }, At: "2020-01-01" },
  ],
  [
    "PHP",
    "new Models\\Ship(name: 'Zee', tags: ['a'], by: ['k' => 'v'], kind: Models\\Kind::Tug)",
    { name: "Zee", tags: ["a"], by: { k: "v" }, kind: "<Models\\Kind::Tug>" },
  ],
  [
    "Ruby",
    "Models::Ship.new(name: 'Zee', tags: ['a'], by: { 'k' => 'v', z: 1 }, kind: Models::Kind::TUG)",
    { name: "Zee", tags: ["a"], by: { k: "v", z: 1 }, kind: "<Models::Kind::TUG>" },
  ],
  ["what does not end", '{ "a": [1, { "b": "c', { a: [1, { b: "?" }] }],
  ["nothing", "", "?"],
])("an expression: %s", (_, source, want) => {
  expect(plain(readExpression(source, 0).value)).toEqual(want);
});

test.each<[string, string, unknown]>([
  [
    "Python",
    'with Sdk(key="k") as sdk:\n    res = sdk.ships.create(name="Zee", request={"a": 1})',
    { named: { name: "Zee", request: { a: 1 } }, positional: [] },
  ],
  [
    "TypeScript",
    'const res = await sdk.ships.create({ name: "Zee" });\nconsole.log(res);',
    { named: {}, positional: [{ name: "Zee" }] },
  ],
  [
    "Go",
    'res, err := s.Ships.Create(ctx, "id", m.Ship{Name: "Zee"})',
    { named: {}, positional: ["id", { Name: "Zee" }] },
  ],
  [
    "Java",
    'Ship req = Ship.builder().name("Zee").build();\nvar res = sdk.ships().create().dryRun(true).request(req).call();',
    { named: { dryRun: true, request: { name: "Zee" } }, positional: [] },
  ],
  [
    "C#",
    'Ship req = new Ship() { Name = "Zee" };\nvar res = await sdk.Ships.CreateAsync(req);',
    { named: {}, positional: [{ Name: "Zee" }] },
  ],
  [
    "PHP",
    "$request = new Ship(name: 'Zee');\n$response = $sdk->ships->create(\n    request: $request\n);",
    { named: { request: { name: "Zee" } }, positional: [] },
  ],
  [
    "Ruby",
    "req = Ship.new(name: 'Zee')\nres = s.ships.create(request: req)",
    { named: { request: { name: "Zee" } }, positional: [] },
  ],
  [
    "another resource's method of that name",
    "sdk.ports.create({ a: 1 });\nsdk.ships.create({ a: 2 });",
    { named: {}, positional: [{ a: 2 }] },
  ],
  ["no such call", "sdk.ships.list()", undefined],
])("a call: %s", (_, sample, want) => {
  const found = callIn(sample, ["ships"], ["create"]);
  const entries = found?.named.map(([key, value]) => [key, plain(value)]);
  expect(found && { named: Object.fromEntries(entries ?? []), positional: found.positional.map(plain) }).toEqual(want);
});

test.each<[string, string, unknown]>([
  [
    "TypeScript",
    'const sdk = new Sdk({\n  fleet: "north",\n});\nsdk.ships.list({ fleet: "south" });',
    { fleet: "north" },
  ],
  ["Python", 'with harbour.Sdk(\n    fleet="north",\n) as sdk:\n    sdk.ships.list()', { fleet: "north" }],
  [
    "Java",
    'Sdk sdk = Sdk.builder()\n    .fleet("north")\n    .build();\nsdk.ships().list()\n    .fleet("south")\n    .call();',
    { fleet: "north" },
  ],
  ["PHP", "$sdk = Harbour\\Sdk::builder()\n    ->setFleet('north')\n    ->build();", { Fleet: "north" }],
  ["Ruby", "s = ::Harbour::Sdk.new(\n  fleet: 'north',\n)\nreq = Models::Ship.new(name: 'Zee')", { fleet: "north" }],
  [
    "Go",
    's := harbour.New(\n    harbour.WithFleet("north"),\n)\ns.Ships.List(ctx, harbour.WithFlag("south"))',
    { Fleet: "north" },
  ],
  ["C#", 'var sdk = new Sdk(fleet: "north");', { fleet: "north" }],
  ["nothing", "sdk.ships.list()", {}],
])("what is set on the client: %s", (_, sample, want) => {
  expect(Object.fromEntries(clientIn(sample).map(([key, value]) => [key, plain(value)]))).toEqual(want);
});

/** Rows of `name type`, required ones with a `!`. */
function rows(text: string): readonly ArgumentRow[] {
  return text.split(", ").map((row) => {
    const [name = "", type = ""] = row.split(" ");
    const of: ArgumentRow["type"] =
      type === "Ship"
        ? { kind: "name", namespace: "models", name: type }
        : { kind: type as "string" | "boolean" | "integer" };
    const value = name.endsWith("!") ? ("required" as const) : ("optional" as const);
    return {
      name: name.replace("!", ""),
      type: of,
      presence: { value, rule: "presence/required-mark", strength: "stated", places: [], why: "" },
    };
  });
}

test.each<[name: string, given: string, rows: string, want: readonly string[]]>([
  ["one for each row", '"a", true', "port! string, dry boolean", ["port", "dry"]],
  ["one left out before the last", '"a", 5', "port! string, dry boolean, limit integer", ["port", "limit"]],
  ["the first one left out", "5", "port string, limit integer", ["limit"]],
  ["a required one among optional ones", '"a"', "fleet string, port! string", ["port"]],
  ["one that is set on the client", '{}, "a"', "ship! Ship, fleet string, code string", ["ship", "code"]],
  ["set on the client and handed over", '"a", "b"', "fleet string, code string", ["fleet", "code"]],
  ["several that fit", '"a"', "port string, code string", ["port"]],
  ["the first that fit", '"a", 5', "port string, code string, limit integer", ["port", "limit"]],
  ["none that fits", "true", "port string, limit integer", ["port"]],
  ["what only running it would tell", "x, 5", "port! string, dry boolean, limit integer", ["port", "limit"]],
])("the rows of arguments: %s", (_, given, text, want) => {
  const found = rowsOfArguments(
    callIn(`ships.create(${given})`, ["ships"], ["create"])?.positional ?? [],
    rows(text),
    (name) => name === "fleet",
  );
  expect(found.map((row) => row?.name)).toEqual(want);
});

const text: Type = { kind: "string" };
const texts: Type = { kind: "list", item: text };

test.each<[name: string, given: string, type: Type, want: unknown]>([
  ["a list where a union has lists", '["a", "bc"]', { kind: "union", members: [text, texts] }, ["a", "bc"]],
  ["an empty list", "[]", { kind: "union", members: [text, texts] }, []],
  ["one where a union has lists", '"a"', { kind: "union", members: [text, texts] }, "a"],
  ["a list where none is", '["a"]', { kind: "union", members: [text, { kind: "boolean" }] }, undefined],
])("a value on the wire: %s", (_, given, type, want) => {
  expect(wireValue(new Map(), type, readExpression(given, 0).value)).toEqual(want);
});
