import { expect, test } from "vitest";
import { php } from "../../generator/dialects/php.ts";
import { meaningOf } from "./cells.ts";
import { memberOf, nullOf, responseOf } from "./facets.ts";

const dateTime = "https://www.php.net/manual/en/class.datetime.php";

test.each([
  // scalars, with the sign of optional fields
  ["*string*", "string"],
  ["*?string*", "? string"],
  ["*int*", "integer"],
  ["*?float*", "? number"],
  ["*bool*", "boolean"],
  ["*mixed*", "any"],
  // names: with a namespace, in 2024 from the root, in flat folders without any
  ["[Components\\Usage](../../Models/Components/Usage.md)", "components.Usage@Usage.md"],
  ["[?Components\\Usage](../../Models/Components/Usage.md)", "? components.Usage@Usage.md"],
  ["[?\\Tern\\Models\\Components\\Usage](../../Models/Components/Usage.md)", "? components.Usage@Usage.md"],
  ["[?Usage](./Usage.md)", "? Usage@Usage.md"],
  // lists and maps have one name
  ["array<*string*>", "list(string)"],
  ["array<string, *mixed*>", "map(any)"],
  ["array<[Components\\Usage](../../Models/Components/Usage.md)>", "list(components.Usage@Usage.md)"],
  ["array<string, array<*string*>>", "map(list(string))"],
  // unions: the document has the members, and a trailing null says optional
  ["[string|array](../../Models/Operations/Ids.md)", "union(string, list(any))@Ids.md"],
  ["[string|array|null](../../Models/Operations/Ids.md)", "null union(string, list(any))@Ids.md"],
  [
    "[Components\\One|Components\\Two|null](../../Models/Components/Event.md)",
    "null union(components.One, components.Two)@Event.md",
  ],
  ["array<string, [bool|array](./RequiredFields2.md)>", "map(union(boolean, list(any))@RequiredFields2.md)"],
  ["array<[string|int](./Loc.md)>", "list(union(string, integer)@Loc.md)"],
  ["array<[string|null](./Loc.md)>", "list(nullable(union(string)@Loc.md))"],
  // dates of both kinds have one class
  [`[\\DateTime](${dateTime})`, "date-or-date-time"],
  [`[?\\DateTime](${dateTime})`, "? date-or-date-time"],
  [`array<[\\DateTime](${dateTime})>`, "list(date-or-date-time)"],
  // raw responses
  ["[\\Psr\\Http\\Message\\ResponseInterface](https://www.php-fig.org/psr/psr-7/#33-x)", "response"],
  // targets without a name
  ["[array<Operations\\RequestBody>](../../.md)", "list(operations.RequestBody)"],
  ["[string](../../.md)", "string"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, php)).toBe(meaning);
});

test.each(["", "*?*", "array<>", "array<string, int, bool>", "[A|](../x.md)", "*str*"])("unread: %s", (cell) => {
  expect(meaningOf(cell, php)).toBe("unread");
});

test("the response may be missing, as any", () => {
  expect(responseOf(php, "[?Operations\\ListResponse](../../Models/Operations/ListResponse.md)")).toBe(
    "? operations.ListResponse@ListResponse.md",
  );
});

test.each(["*string*", "*?string*", "[A|B|null](x.md)", "array<*string*>"])("null is unstated: %s", (cell) => {
  expect(nullOf(php, cell, "✓")).toBe("unstated");
  expect(nullOf(php, cell, "–")).toBe("unstated");
});

const annotated = (type: string) => `/**\n* @var ${type}\n*/\narray $value = /* values here */`;

test.each([
  ["Components\\One", annotated("\\Tern\\Models\\Components\\One"), "components.One"],
  ["string", annotated("string"), "string"],
  // a bare array hides its items
  ["array", annotated("array<string>"), "list(string)"],
  ["array", annotated("array<\\Tern\\Models\\Components\\One>"), "list(components.One)"],
  ["array", annotated("array<string, mixed>"), "map(any)"],
  ["array", "", "list(any)"],
])("the member %s of %s", (heading, sample, meaning) => {
  expect(memberOf(php, heading, sample)).toBe(meaning);
});

const sample = `$sdk = Tern\\Tern::builder()\n    ->setSecurity(\n        'x'\n    )\n    ->build();\n\n$request = new Operations\\ListRequest(\n    limit: 1,\n);\n\n$responses = $sdk->fineTuning->jobs->list(\n    request: $request\n);\n\nforeach ($responses as $response) {\n    $response->handle();\n}`;

test("a call on the client", () => {
  expect(php.callee(sample, ["list"])).toBe("fineTuning.jobs");
  expect(php.callee(sample, ["handle"])).toBeUndefined();
  expect(php.clientClass(sample)).toBe("Tern");
  expect(php.clientClass("$sdk = Tern\\Client::builder()->build();")).toBe("Tern");
});
