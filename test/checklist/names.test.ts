import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { generate } from "../../generator/index.ts";
import {
  type Docs,
  folders,
  model,
  modelOf,
  operationOf,
  partsOf,
  type Row,
  resource,
  section,
  sent,
  understood,
} from "./docs.ts";

/** The wire names of the fields of `Ship`, in their order. */
function wired(dialect: DialectName, rows: readonly Row[], more: Docs = {}): readonly string[] {
  const from = understood({ [`${folders[dialect]}/Ship.md`]: model("Ship", ...rows), ...more }, { dialect });
  const ship = from.api.models.find(({ title }) => title === "Ship");
  return ship?.kind === "object" ? ship.properties.map(({ wireName }) => wireName.value) : [];
}

const cells: Readonly<Record<DialectName, string>> = {
  typescript: "*string*",
  python: "*str*",
  go: "`string`",
  java: "*String*",
  csharp: "*string*",
  php: "*string*",
  ruby: "*::String*",
};

describe("62 how the wire spells a name", () => {
  const keys = '{<br/>"home_port": "x",<br/>"call_sign": "y"<br/>}';
  const camelKeys = '{<br/>"homePort": "x",<br/>"callSign": "y"<br/>}';
  test.each<readonly [string, DialectName, string, readonly Row[], readonly string[]]>([
    [
      "keys of an example",
      "typescript",
      "grossTonnage",
      [["extra", "Record<string, *any*>", "–", "N/A", keys]],
      ["gross_tonnage"],
    ],
    [
      "keys of an example",
      "python",
      "gross_tonnage",
      [["extra", "Dict[str, *Any*]", "–", "N/A", camelKeys]],
      ["grossTonnage"],
    ],
    [
      "back-ticks",
      "csharp",
      "GrossTonnage",
      [["Extra", "*string*", "–", "Set with `home_port` or `call_sign`."]],
      ["gross_tonnage"],
    ],
    [
      "back-ticks",
      "go",
      "GrossTonnage",
      [["Extra", "`string`", "–", "Set with `homePort` or `callSign`."]],
      ["grossTonnage"],
    ],
    [
      "keys before back-ticks",
      "java",
      "grossTonnage",
      [["extra", "*Object*", "–", "Set `homePort`.", keys]],
      ["gross_tonnage"],
    ],
  ])("62 %s, in %s", (_, dialect, name, rows, want) => {
    expect(wired(dialect, [[name, cells[dialect]], ...rows]).slice(0, 1)).toEqual(want);
  });

  test("62 paths count where there is nothing else", () => {
    const more = {
      "docs/sdks/ships/README.md": resource("Ships", {
        get: section({ route: "GET /ships/{ship_id}/crew/{crew_id}" }),
      }),
    };
    expect(wired("typescript", [["grossTonnage", "*string*"]], more)).toEqual(["gross_tonnage"]);
  });

  test("62 a name that a text spells is spelled so, whatever the style", () => {
    const rows: readonly Row[] = [
      ["homePort", "*string*", "✓", "The `homePort` of the ship."],
      ["call_sign", "*string*", "✓", "N/A"],
      ["links", "*any*", "–", 'As in `{"_links": {}}`.'],
      ["extra", "Record<string, *any*>", "–", "N/A", '{"gross_tonnage": 1, "call_sign": "x", "max_draft": 2}'],
      ["grossTonnage", "*number*", "✓"],
    ];
    expect(wired("typescript", rows)).toEqual(["homePort", "call_sign", "links", "extra", "gross_tonnage"]);
  });

  test.each<readonly [string, string, string]>([
    ["PartnerID", "partner_id", "partnerId"],
    ["ID", "id", "id"],
    ["APIURL", "api_url", "apiUrl"],
    ["HTTPSURL", "https_url", "httpsUrl"],
    ["UTMSource", "utm_source", "utmSource"],
    ["JSONData", "json_data", "jsonData"],
    ["IPAddress", "ip_address", "ipAddress"],
    ["UserIDs", "user_ids", "userIds"],
  ])("62 Go's %s is %s or %s", (name, snake, camel) => {
    expect(
      wired("go", [
        [name, "`string`"],
        ["Extra", "`string`", "–", "`home_port`, `call_sign`, `max_draft`"],
      ])[0],
    ).toBe(snake);
    expect(
      wired("go", [
        [name, "`string`"],
        ["Extra", "`string`", "–", "`homePort`, `callSign`, `maxDraft`"],
      ])[0],
    ).toBe(camel);
  });

  test("62 headers join their words with hyphens, variables of paths are verbatim", () => {
    const rows: readonly Row[] = [
      ["shipID", "*string*"],
      ["idempotencyKey", "*string*", "–"],
      ["xHarbourTeam", "*string*", "–"],
    ];
    const from = understood(
      { "docs/sdks/ships/README.md": resource("Ships", { get: section({ route: "GET /ships/{shipID}", rows }) }) },
      { dialect: "typescript" },
    );
    expect(sent(operationOf(from)).map((text) => text.replace(/\??:.*/, ""))).toEqual([
      "path shipID",
      "header idempotency-key",
      "header x-harbour-team",
    ]);
  });

  test.each<readonly [DialectName, string, string]>([
    ["typescript", "viewURL", "viewURL"],
    ["java", "accountID", "accountID"],
    ["csharp", "HarbourSectionID", "harbourSectionID"],
  ])("62 %s: initials of %s come from the wire", (dialect, name, want) => {
    expect(
      wired(dialect, [
        [name, cells[dialect]],
        ["extra", cells[dialect], "–", "`home_port`, `call_sign`, `max_draft`"],
      ])[0],
    ).toBe(want);
  });
});

describe("63 what escapes a word or tells two parameters apart is no part of the name", () => {
  test.each<readonly [DialectName, readonly string[], readonly string[]]>([
    [
      "python",
      ["from_", "in_", "format_", "schema_", "and_", "async_", "model_config_"],
      ["from", "in", "format", "schema", "and", "async", "model_config"],
    ],
    ["ruby", ["fields_", "next_", "end_"], ["fields", "next", "end"]],
    ["java", ["default_", "public_", "final_", "notify_"], ["default", "public", "final", "notify"]],
    ["go", ["Error_"], ["error"]],
  ])("63 %s: %j", (dialect, names, want) => {
    const style: Row = ["extra", cells[dialect], "–", "`home_port`, `call_sign`, `max_draft`"];
    expect(wired(dialect, [...names.map((name): Row => [name, cells[dialect]]), style]).slice(0, -1)).toEqual(want);
  });

  test("63 a property of C# cannot be called like its class", () => {
    const rows: readonly Row[] = [
      ["ShipValue", "*string*"],
      ["MaxValue", "*long*"],
      ["Extra", "*string*", "–", "`home_port`, `call_sign`"],
    ];
    expect(wired("csharp", rows)).toEqual(["ship", "max_value", "extra"]);
  });

  test("63 parameters of one name in several places", () => {
    const rows: readonly Row[] = [
      ["idPathParameter", "*string*"],
      ["idQueryParameter", "*string*", "–"],
      ["harbourApiQueryParameter", "*string*", "–"],
      ["sortQueryParameter", "*string*", "–"],
      ["sortRequestBody", "*string*", "–"],
    ];
    const from = understood(
      { "docs/sdks/ships/README.md": resource("Ships", { get: section({ route: "GET /ships/{id}", rows }) }) },
      { dialect: "typescript" },
    );
    expect(
      sent(operationOf(from))
        .map((text) => text.replace(/\??:.*/, ""))
        .slice(0, 2),
    ).toEqual(["path id", "query id"]);
  });
});

test("64 what nobody can know, a person states", () => {
  const docs = {
    "docs/models/ship.md": model("Ship", ["bytes_", "*str*"], ["card", "*str*"]),
    "docs/sdks/ships/README.md": resource("Ships", { get: section({ rows: [["account", "*Optional[str]*", "–"]] }) }),
  };
  const from = understood(docs, {
    overrides: [
      { subject: "field Ship.card", value: { wireName: "adopted-card" }, reason: "The server says so." },
      { subject: "operation get", value: "GET /ships/{id}", reason: "The server says so." },
      {
        subject: "parameter get.account",
        value: { location: "header", wireName: "X-Harbour-Account" },
        reason: "The server says so.",
      },
    ],
  });
  expect(partsOf(from, "models/ship")).toEqual(["bytes: string", "adopted-card: string"]);
  expect(operationOf(from).route?.value).toEqual({ method: "GET", path: "/ships/{id}" });
  expect(sent(operationOf(from))).toEqual(["header X-Harbour-Account?: string", "path id: string"]);
});

test("65 names that are no identifiers are quoted", async () => {
  const names = [
    "adopted-card",
    "x5t#S256",
    "$schema",
    "@type",
    "2fa",
    "storm/warning",
    "__proto__",
    "constructor",
    'a"b',
    "sail:control",
  ];
  const overrides = names.map((wireName, index) => ({
    subject: `field Ship.field_${index}`,
    value: { wireName },
    reason: "So it is.",
  }));
  const text = model("Ship", ...names.map((_, index): Row => [`field_${index}`, "*str*"]));
  const { files, api } = await generate({
    sources: [{ path: "docs/models/ship.md", text }],
    options: { overrides, fields: "wire" },
  });
  expect(modelOf({ api, found: [], messages: [] }, "models/ship")).toMatchObject({
    properties: names.map((value) => ({ wireName: { value } })),
  });
  const file = files.find(({ path }) => path === "src/models/ship.ts")?.text ?? "";
  expect(file).toContain('"adopted-card": string;');
  expect(file).toContain('"x5t#S256": string;');
  expect(file).toContain('"2fa": string;');
  const { components } = JSON.parse(files.find(({ path }) => path === "openapi.json")?.text ?? "{}");
  expect(Object.keys(components.schemas.Ship.properties).sort()).toEqual([...names].sort());
});
