import { expect, test } from "vitest";
import { readPage } from "../../generator/docs/index.ts";

function read(path: string, lines: readonly string[]) {
  const { page, diagnostics } = readPage({ path, text: lines.join("\n") });
  return { page, codes: diagnostics.map(({ code, message }) => `${code} ${message}`) };
}

function operations(lines: readonly string[]) {
  const { page, codes } = read("docs/ShipsApi.md", lines);
  if (page.kind !== "operations") return { kind: page.kind, codes };
  const found = page.operations.map((operation) => ({
    name: `${operation.group}.${operation.name}`,
    route: `${operation.route?.snippet.method} ${operation.route?.snippet.path}`,
    description: operation.description,
    rows: operation.parameters.map(({ name, type, required, location = "–" }) => [name, type, required, location]),
    response: operation.response?.raw,
    ...(operation.errors.length === 0 ? {} : { errors: operation.errors.map(({ status }) => status) }),
    ...(operation.encoding === undefined ? {} : { encoding: operation.encoding.value }),
    ...(operation.takes === undefined ? {} : { takes: operation.takes.schemes }),
    samples: operation.usages.flatMap(({ fences }) => fences.map(({ language }) => language)),
  }));
  return { description: page.description, found, codes };
}

const ship = ["body", "[Ship](Ship.md)", true, "body"];

test("TypeScript", () => {
  const given = [
    "# ShipsApi",
    "",
    "All URIs are relative to *https://api.harbor.example/v1*",
    "",
    "|Method | HTTP request | Description|",
    "|------------- | ------------- | -------------|",
    "|[**addShip**](#addship) | **POST** /ships | Add a ship|",
    "|[**uploadPapers**](#uploadpapers) | **POST** /ships/{ship_id}/papers | |",
    "",
    "# **addShip**",
    "> Ship addShip(ship)",
    "",
    "Adds a ship.",
    "",
    "### Example",
    "",
    "```typescript",
    "let ship: Ship; // (optional)",
    "let dryRun: boolean; //Check alone (optional) (default to false)",
    "```",
    "",
    "### Parameters",
    "",
    "|Name | Type | Description  | Notes|",
    "|------------- | ------------- | ------------- | -------------|",
    "| **ship** | **Ship**|  | |",
    "| **dryRun** | [**boolean**] | Check alone | (optional) defaults to false|",
    "",
    "",
    "### Return type",
    "",
    "**Array<Ship>**",
    "",
    "### Authorization",
    "",
    "[bearerAuth](../README.md#bearerAuth), [api_key](../README.md#api_key)",
    "",
    "### HTTP request headers",
    "",
    " - **Content-Type**: application/json",
    " - **Accept**: application/json",
    "",
    "",
    "### HTTP response details",
    "| Status code | Description | Response headers |",
    "|-------------|-------------|------------------|",
    "|**201** | The ship |  * X-RateLimit-Limit -  <br>  |",
    "|**422** | Not a ship |  -  |",
    "",
    "[[Back to top]](#) [[Back to README]](../README.md)",
    "",
    "# **uploadPapers**",
    "> uploadPapers()",
    "",
    "### Parameters",
    "",
    "|Name | Type | Description  | Notes|",
    "|------------- | ------------- | ------------- | -------------|",
    "| **shipId** | [**number**] |  | defaults to undefined|",
    "| **files** | **Array&lt;File&gt;** | The papers | defaults to undefined|",
    "| **xTrace** | [**string**] |  | (optional) defaults to undefined|",
    "",
    "### Return type",
    "",
    "void (empty response body)",
    "",
    "### Authorization",
    "",
    "No authorization required",
    "",
    "### HTTP request headers",
    "",
    " - **Content-Type**: multipart/form-data",
    " - **Accept**: Not defined",
    "",
  ];
  expect(operations(given)).toEqual({
    description: "",
    codes: [],
    found: [
      {
        name: "Ships.addShip",
        route: "post /ships",
        description: "Adds a ship.",
        rows: [
          ["body", "Ship", false, "body"],
          ["dryRun", "boolean", false, "–"],
        ],
        response: "array<Ship>",
        errors: ["422"],
        takes: ["bearerAuth", "api_key"],
        samples: ["typescript"],
      },
      {
        name: "Ships.uploadPapers",
        route: "post /ships/{ship_id}/papers",
        description: "",
        rows: [
          ["shipId", "number", true, "–"],
          ["files", "array<file>", true, "body"],
          ["xTrace", "string", false, "–"],
        ],
        response: "void",
        encoding: "multipart",
        takes: [],
        samples: [],
      },
    ],
  });
});

test("Go has two tables, a blank line where a row of the other one would stand, and says in samples alone what is optional", () => {
  const given = [
    "# \\ShipsAPI",
    "",
    "All URIs are relative to *https://api.harbor.example/v1*",
    "",
    "Method | HTTP request | Description",
    "------------- | ------------- | -------------",
    "[**MoveShip**](ShipsAPI.md#MoveShip) | **Put** /ships/{shipId} | Move it",
    "",
    "",
    "## MoveShip",
    "",
    "> Ship MoveShip(ctx, shipId).Ship(ship).DryRun(dryRun).Execute()",
    "",
    "Move it",
    "",
    "### Example",
    "",
    "```go",
    "\tship := *openapiclient.NewShip() // Ship | ",
    "\tdryRun := true // bool |  (optional) (default to false)",
    "```",
    "",
    "### Path Parameters",
    "",
    "",
    "Name | Type | Description  | Notes",
    "------------- | ------------- | ------------- | -------------",
    "**ctx** | **context.Context** | context for authentication, logging, cancellation, deadlines, tracing, etc.",
    "**shipId** | **int64** |  | ",
    "",
    "### Other Parameters",
    "",
    "Other parameters are passed through a pointer to a apiMoveShipRequest struct via the builder pattern",
    "",
    "",
    "Name | Type | Description  | Notes",
    "------------- | ------------- | ------------- | -------------",
    "",
    " **ship** | [**Ship**](Ship.md) |  | ",
    "",
    "",
    " **dryRun** | **bool** |  | [default to false]",
    "",
    "### Return type",
    "",
    "[**Ship**](Ship.md)",
    "",
    "### HTTP request headers",
    "",
    "- **Content-Type**: application/json",
    "- **Accept**: application/json",
  ];
  const { found, codes } = operations(given);
  expect(codes).toEqual([]);
  expect(found).toMatchObject([
    {
      name: "Ships.MoveShip",
      route: "put /ships/{shipId}",
      rows: [["shipId", "integer", true, "path"], ship, ["dryRun", "boolean", false, "–"]],
      response: "[Ship](Ship.md)",
    },
  ]);
});

test("PHP shows how a method is called in a fence, and Java has each method twice", () => {
  const given = [
    "# Harbor\\Client\\ShipsApi",
    "",
    "All URIs are relative to https://api.harbor.example/v1, except if the operation defines another base path.",
    "",
    "| Method | HTTP request | Description |",
    "| ------------- | ------------- | ------------- |",
    "| [**addShip()**](ShipsApi.md#addShip) | **POST** /ships | Add a ship |",
    "| [**addShipWithHttpInfo()**](ShipsApi.md#addShipWithHttpInfo) | **POST** /ships | Add a ship |",
    "",
    "## `addShip()`",
    "",
    "```php",
    "addShip($ship): \\Harbor\\Client\\Model\\Ship[]",
    "```",
    "",
    "Add a ship",
    "",
    "### Example",
    "",
    "```php",
    "$result = $apiInstance->addShip($ship);",
    "```",
    "",
    "#### Using the addShipWithHttpInfo variant",
    "",
    "```php",
    "$result = $apiInstance->addShipWithHttpInfo($ship);",
    "```",
    "",
    "### Parameters",
    "",
    "| Name | Type | Description  | Notes |",
    "| ------------- | ------------- | ------------- | ------------- |",
    "| **ship** | [**\\Harbor\\Client\\Model\\Ship**](../Model/Ship.md)|  | |",
    "| **since** | **\\DateTime**|  | [optional] |",
    "",
    "### Return type",
    "",
    "[**\\Harbor\\Client\\Model\\Ship[]**](../Model/Ship.md)",
    "",
    "### HTTP request headers",
    "",
    "- **Content-Type**: `application/json`",
    "- **Accept**: `application/json`",
    "",
    '<a name="addShipWithHttpInfo"></a>',
    "## `addShipWithHttpInfo()`",
    "",
    "### Parameters",
    "",
    "This endpoint does not need any parameter.",
  ];
  expect(operations(given)).toMatchObject({
    codes: [],
    found: [
      {
        name: "Ships.addShip",
        description: "Add a ship",
        rows: [
          ["body", "[Ship](../Model/Ship.md)", true, "body"],
          ["since", "datetime", false, "–"],
        ],
        response: "array<[Ship](../Model/Ship.md)>",
        samples: ["php"],
      },
    ],
  });
});

test("a table of methods with nothing below it, or of other columns, is no page of a class", () => {
  const table = [
    "Method | HTTP request | Description",
    "--- | --- | ---",
    "[**addShip**](#addShip) | **POST** /ships | ",
  ];
  expect(operations(["# ShipsApi", "", ...table])).toMatchObject({ kind: "other" });
  const readme = [
    "Class | Method | HTTP request | Description",
    "--- | --- | --- | ---",
    "*A* | [**b**](A.md#b) | **GET** /b | ",
  ];
  expect(operations(["# Guide", "", ...readme])).toMatchObject({ kind: "other" });
});

test("a method that the table alone has is reported", () => {
  const given = [
    "# ShipsApi",
    "",
    "Method | HTTP request | Description",
    "--- | --- | ---",
    "[**addShip**](#addShip) | **POST** /ships | ",
    "[**getShip**](#getShip) | **GET** /ships/{id} | ",
    "",
    "# **addShip**",
    "> addShip()",
  ];
  expect(operations(given)).toMatchObject({
    codes: ["docs/missing-operation Unexpected end of page, expected a section `getShip`"],
    found: [{ name: "Ships.addShip", route: "post /ships", description: "", rows: [] }],
  });
});

function model(path: string, lines: readonly string[]) {
  const { page, codes } = read(path, lines);
  const { title } = page;
  if (page.kind === "model")
    return {
      title,
      description: page.description,
      rows: page.rows.map(({ name, type, required }) => [name, type, required]),
      codes,
    };
  if (page.kind === "enum") return { title, values: page.values.map(({ raw, name }) => [raw, name]), codes };
  return page.kind === "union"
    ? { title, members: page.members.map(({ heading }) => heading), codes }
    : { kind: page.kind, codes };
}

const head = ["Name | Type | Description | Notes", "------------ | ------------- | ------------- | -------------"];

test.each([
  [
    "fields, with what is about the language left out",
    [
      "# Harbor::Ship",
      "",
      "A ship.",
      "",
      "## Properties",
      "",
      ...head,
      "**Id** | Pointer to **int64** | Its &lt;number&gt; | [optional] [readonly] ",
      "**call\\_sign** | **string** |  | ",
      "",
      "## Methods",
      "",
      "### NewShip",
      "",
      "`func NewShip(callSign string, ) *Ship`",
      "",
      "## Example",
      "",
      "```go",
      "```",
      "",
      "[[Back to Model list]](../README.md#documentation-for-models)",
    ],
    {
      title: "Ship",
      description: "A ship.",
      rows: [
        ["Id", "integer", false],
        ["call_sign", "string", true],
      ],
      codes: [],
    },
  ],
  [
    "values that a heading of their own lists",
    [
      "",
      "# Ship",
      "",
      "## Properties",
      "",
      "| Name | Type | Description | Notes |",
      "|------------ | ------------- | ------------- | -------------|",
      "|**state** | [**StateEnum**](#StateEnum) |  |  [optional] |",
      "|**flags** | [**List&lt;FlagsEnum&gt;**](#List&lt;FlagsEnum&gt;) |  |  [optional] |",
      "|**kind** | **String** |  |  [optional] |",
      "",
      "## Enum: StateEnum",
      "",
      "| Name | Value |",
      "|---- | -----|",
      "| AT_SEA | &quot;at-sea&quot; |",
      "| IN_PORT | &quot;in-port&quot; |",
      "",
      "## Enum: List&lt;FlagsEnum&gt;",
      "",
      "| Name | Value |",
      "|---- | -----|",
      "| A | &quot;a&quot; |",
      "",
      "## Enum: KindEnum",
      "",
      '* `BOAT` (value: `"boat"`)',
      "",
      '* `SHIP` (value: `"ship"`)',
      "",
    ],
    {
      title: "Ship",
      description: "",
      rows: [
        ["state", '"at-sea" | "in-port"', false],
        ["flags", 'array<"a">', false],
        ["kind", '"boat" | "ship"', false],
      ],
      codes: [],
    },
  ],
  [
    "values",
    ["# ShipState", "", "## Enum", "", "* `AT_SEA` (value: `'at_sea'`)", "", '* `IN_PORT` (value: `"in_port"`)', ""],
    {
      title: "ShipState",
      values: [
        ["at_sea", "AT_SEA"],
        ["in_port", "IN_PORT"],
      ],
      codes: [],
    },
  ],
  [
    "a type that the language lists no values of",
    ["# # ShipState", "", "## Properties", "", ...head, ""],
    { title: "ShipState", members: [], codes: [] },
  ],
  [
    "members of a union",
    [
      "# Harbor::Vessel",
      "",
      "## Class instance methods",
      "",
      "### `openapi_one_of`",
      "",
      "```ruby",
      "```",
      "",
      "### build",
      "",
      "#### Parameters",
      "",
      "| Name | Type | Description |",
      "| ---- | ---- | ----------- |",
      "| **data** | **Mixed** | data to be matched against the list of oneOf items |",
      "",
      "#### Return type",
      "",
      "- `Boat`",
      "- `Ship`",
      "- `nil` (if no type matches)",
      "",
    ],
    { title: "Vessel", members: ["Boat", "Ship"], codes: [] },
  ],
] as const)("%s", (_, given, want) => {
  expect(model(`docs/${want.title}.md`, given)).toEqual(want);
});
