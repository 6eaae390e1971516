import { expect, test } from "vitest";
import { notedType, withValues } from "../../generator/dialects/noted/type.ts";
import { notesIn } from "../../generator/docs/notes.ts";
import { unescaped } from "../../generator/docs/text.ts";

test.each([
  // Python
  ["**str**", "string"],
  ["**StrictInt**", "integer"],
  ["**float**", "number"],
  ["**bool**", "boolean"],
  ["**datetime**", "datetime"],
  ["**date**", "date"],
  ["**bytearray**", "file"],
  ["**object**", "any"],
  ["**List[str]**", "array<string>"],
  ["**Dict[str, int]**", "map<string, integer>"],
  ["**Dict[str, List[object]]**", "map<string, array<any>>"],
  ["[**Ship**](Ship.md)", "[Ship](Ship.md)"],
  ["[**List[Ship]**](Ship.md)", "array<[Ship](Ship.md)>"],
  ["[**ShipState**](.md)", "ShipState"],
  ["[**List[str]**](str.md)", "array<string>"],
  ["[**[Ship]**](Ship.md)", "array<[Ship](Ship.md)>"],
  ["**{str: (str,)}**", "map<string, string>"],
  ["**int, none_type**", "integer | null"],
  ["[**[Ship], none_type**](Ship.md)", "array<[Ship](Ship.md)> | null"],
  ["**bool, date, datetime, dict, float, int, list, str, none_type**", "any"],
  ["**[bool, date, datetime, dict, float, int, list, str, none_type]**", "array<any>"],
  ["**{str: (Ship,)}**", "map<string, Ship>"],
  ["**[{str: (bool, date, datetime, dict, float, int, list, str, none_type)}]**", "array<map<string, any>>"],
  // TypeScript and JavaScript
  ["[**string**]", "string"],
  ["**Array&lt;string&gt;**", "array<string>"],
  ["[**Array&lt;Ship&gt;**](Ship.md)", "array<[Ship](Ship.md)>"],
  ["**Array<Ship>**", "array<Ship>"],
  ["**Set&lt;number&gt;**", "array<number>"],
  ["**{ [key: string]: string; }**", "map<string, string>"],
  ["**{ [key: string]: Array<Ship>; }**", "map<string, array<Ship>>"],
  ["**Array<&#39;at_sea&#39; &#124; &#39;in_port&#39;>**", 'array<"at_sea" | "in_port">'],
  ["**{String: Number}**", "map<string, number>"],
  ["**[String]**", "array<string>"],
  ["**Date**", "Date"],
  ["**Ship | null**", "Ship | null"],
  // Java
  ["**Long**", "integer"],
  ["**BigDecimal**", "number"],
  ["**OffsetDateTime**", "datetime"],
  ["**LocalDate**", "date"],
  ["**UUID**", "string"],
  ["**Map&lt;String, List&lt;String&gt;&gt;**", "map<string, array<string>>"],
  ["[**Map&lt;String, Ship&gt;**](Ship.md)", "map<string, [Ship](Ship.md)>"],
  ["[**StateEnum**](#StateEnum)", "StateEnum"],
  ["[**File**](File.md)", "[file](File.md#)"],
  ["[**java.time.OffsetDateTime**](java.time.OffsetDateTime.md)", "[datetime](java.time.OffsetDateTime.md#)"],
  ["**kotlin.collections.MutableList&lt;kotlin.String&gt;**", "array<string>"],
  ["**kotlin.collections.MutableMap&lt;kotlin.String, kotlin.Int&gt;**", "map<string, integer>"],
  ["**System.Collections.Hashtable**", "map<string, any>"],
  ["**num**", "number"],
  ["**[String: Int]**", "map<string, integer>"],
  ["[**[String: AnyCodable]**](AnyCodable.md)", "map<string, any>"],
  ["[String: Ship]", "map<string, Ship>"],
  ["Option<**chrono::DateTime<chrono::FixedOffset>**>", "datetime"],
  ["Option<[**serde_json::Value**](.md)>", "any"],
  ["[**std::path::PathBuf**](std::path::PathBuf.md)", "[file](std::path::PathBuf.md#)"],
  ["**MultipartFile**", "file"],
  ["**System.IO.Stream****System.IO.Stream**", "file"],
  ["**\\SplFileObject****\\SplFileObject**", "file"],
  ["**System.IO.Stream**System.IO.Stream", "file"],
  ["**u32**", "integer"],
  // Go
  ["Pointer to **int64**", "integer"],
  ["Pointer to [**[]Ship**](Ship.md)", "array<[Ship](Ship.md)>"],
  ["Pointer to **map[string]interface{}**", "map<string, any>"],
  ["Pointer to **[]map[string]interface{}**", "array<map<string, any>>"],
  ["Pointer to **NullableString**", "string | null"],
  ["Pointer to [**NullableShip**](Ship.md)", "[Ship](Ship.md) | null"],
  ["Pointer to [**NullableFlag**](NullableFlag.md)", "[NullableFlag](NullableFlag.md)"],
  ["Pointer to **time.Time**", "datetime"],
  ["Pointer to ***os.File**", "file"],
  ["**context.Context**", "Context"],
  // PHP
  ["**\\DateTime**", "datetime"],
  ["[**\\Harbor\\Client\\Model\\Ship[]**](../Model/Ship.md)", "array<[Ship](../Model/Ship.md)>"],
  ["**array<string,string>**", "map<string, string>"],
  ["**string[]**", "array<string>"],
  ["**mixed**", "any"],
  // C#
  ["**List&lt;string&gt;**", "array<string>"],
  ["**Dictionary<string, Object>**", "map<string, any>"],
  ["**DateTime?**", "datetime"],
  ["**Guid**", "string"],
  ["**System.IO.Stream**", "file"],
  // Ruby, Rust
  ["**Hash&lt;String, String&gt;**", "map<string, string>"],
  ["**Array&lt;Integer&gt;**", "array<integer>"],
  ["Option<**String**>", "string"],
  ["Option<[**Vec<models::Ship>**](Ship.md)>", "array<[Ship](Ship.md)>"],
  // What is none of these stays as it is, for whoever reads it next.
  ["**a ship**", "**a ship**"],
  ["", ""],
  ["[**]**](", "[**]**]("],
])("%s is %s", (given, want) => {
  expect(notedType(unescaped(given))).toBe(want);
});

test("a hostile cell is read in bounded depth and time", () => {
  const deep = `**${"List[".repeat(5000)}str${"]".repeat(5000)}**`;
  expect(notedType(deep)).toBe(deep);
  expect(notedType(`**${"[".repeat(20_000)}**`)).toMatch(/^\*\*\[/);
});

test.each([
  ["[optional] ", { isOptional: true, values: [] }],
  ["", { isOptional: false, values: [] }],
  [" [optional] [readonly]", { isOptional: true, values: [] }],
  ["[optional] [default to 10]", { isOptional: true, default: "10", values: [] }],
  ["[optional][default to &#39;NL&#39;]", { isOptional: true, default: "NL", values: [] }],
  ["[default to &quot;-size&quot;]", { isOptional: false, default: "-size", values: [] }],
  ["(optional) defaults to undefined", { isOptional: true, values: [] }],
  ["(optional) defaults to 20", { isOptional: true, default: "20", values: [] }],
  ["defaults to 'name'", { isOptional: false, default: "name", values: [] }],
  ["[optional] [default to new ArrayList<>()]", { isOptional: true, values: [] }],
  ["[optional] [enum: id, name]", { isOptional: true, values: ["id", "name"] }],
  ["[optional] [default to const []]", { isOptional: true, values: [] }],
  ["[optional] [default to $true]", { isOptional: true, default: "true", values: [] }],
  ["[optional] [default to .atSea]", { isOptional: true, default: "atSea", values: [] }],
  ["[default to State.gone] [enum: gone, here]", { isOptional: false, default: "gone", values: ["gone", "here"] }],
  ["[default to 1.5]", { isOptional: false, default: "1.5", values: [] }],
  [
    "[optional]  if omitted the server will use the default value of False",
    { isOptional: true, default: "false", values: [] },
  ],
  [
    ' defaults to "active", must be one of ["active", "gone", ]',
    { isOptional: false, default: "active", values: ["active", "gone"] },
  ],
  [' must be one of ["active", "gone", ]', { isOptional: false, values: ["active", "gone"] }],
])("notes %s", (given, want) => {
  expect(notesIn(given)).toEqual(want);
});

test.each([
  ["string", ["a", "b"], '"a" | "b"'],
  ["array<string>", ['"'], 'array<"\\"">'],
  ["integer", ["1", "2"], "1 | 2"],
  ["[Ship](Ship.md)", ["a"], "[Ship](Ship.md)"],
  ["array<State>", ["a"], 'array<"a">'],
  ["any", ["1", "2"], "1 | 2"],
] as const)("%s of %j is %s", (type, values, want) => {
  expect(withValues(type, values)).toBe(want);
});

test.each([
  ["ship&#39;s &lt;b&gt; &#x60;a&#x60; &amp;amp;", "ship's <b> `a` &amp;"],
  ["&#0; &#9999999; &nope;", "&#0; &#9999999; &nope;"],
  ["\\&quot;2FA\\&quot;", '"2FA"'],
])("%s is %s without escapes", (given, want) => {
  expect(unescaped(given)).toBe(want);
});
