import { describe, expect, test } from "vitest";
import { dateClaims } from "../../generator/infer/date.ts";
import { link } from "../../generator/link/index.ts";
import { type Draw, enumeration, list, name, object, operation, resource, row, union } from "../link/sightings.ts";
import { brief, decided, model, objectModel, onlyOperation, property, spelled } from "./decided.ts";

/** What some languages lose and the docs tell all the same. */
const typed = (type: Draw["type"], more: Omit<Draw, "name" | "type">) => {
  const { api, found } = decided([object("Ship", [row("of", type, more)])]);
  const fact = property(api, "Ship.of").type;
  return { type: spelled(fact.value), rule: fact.because[0]?.rule, found };
};

const date = { kind: "date-or-date-time" } as const;

describe("a date of a language that has one class for both kinds", () => {
  test.each<readonly [string, Omit<Draw, "name" | "type">, string, string]>([
    ["with the example of a date", { examples: ["2024-02-29"] }, "date", "type/example-date"],
    ["with that of an instant", { examples: ["2024-02-29T12:00:00Z"] }, "date-time", "type/example-date"],
    ["with the pattern of a date", { description: "As YYYY-MM-DD." }, "date", "type/date-pattern"],
    ["with that of an instant", { description: "As YYYY-MM-DDTHH:MM:SSZ." }, "date-time", "type/no-date"],
    ["with both", { description: "YYYY-MM-DD", examples: ["2024-02-29 12:00"] }, "date-time", "type/example-date"],
    ["with neither", { examples: ["yesterday"] }, "date-time", "type/no-date"],
  ])("%s", (_title, more, type, rule) => {
    expect(typed(date, more)).toMatchObject({ type, rule });
  });

  test("in a list", () => {
    expect(typed(list(date), { examples: ['["2024-02-29", "2024-03-01"]'] })).toMatchObject({ type: "date[]" });
  });

  test("without any is a finding", () => {
    expect(typed(date, {}).found).toEqual(["infer/assumed docs/models/shared/ship.md#fields/of:type"]);
  });

  test("has no claim twice", () => {
    const { draft } = link([object("Ship", [row("of", date, { examples: ["2024-02-29"] })])]);
    const [ship] = draft.models;
    const claims = ship?.kind === "object" ? ship.fields.flatMap((field) => dateClaims(field, new Map())) : [];
    expect(claims.map(({ value, strength }) => [value, strength])).toEqual([["date", "shown"]]);
  });
});

describe("a calendar date of a language that has two classes", () => {
  const day = { kind: "date" } as const;
  test.each<readonly [string, Omit<Draw, "name" | "type">, string, string]>([
    ["with its own example", { examples: ["2024-02-29"] }, "date", "type/cell"],
    ["with examples of both", { examples: ["2024-02-29", "2024-02-29T12:00:00"] }, "date", "type/cell"],
    ["with a time in each example", { examples: ["2024-02-29T12:00:00"] }, "date-time", "type/example-date"],
  ])("%s", (_title, more, type, rule) => {
    expect(typed(day, more)).toMatchObject({ type, rule });
  });
});

describe("a date that only a sample of a call shows", () => {
  test.each<readonly [string, Omit<Draw, "name" | "type">, string, string]>([
    ["of: LocalDate::parse('2024-02-29')", {}, "date", "type/same-key-date"],
    ["of: Utils\\Utils::parseDateTime('2024-02-29T12:00:00Z')", {}, "date-time", "type/same-key-date"],
    ["'of' => '2024-02-29'", {}, "date", "type/same-key-date"],
    ["of: new Date('2024-02-29'), of: '2024-02-29T12:00:00Z'", {}, "date-time", "type/no-date"],
    ["off: LocalDate::parse('2024-02-29')", {}, "date-time", "type/no-date"],
    // what the field itself says counts for more
    ["of: '2024-02-29'", { examples: ["2024-02-29T12:00:00Z"] }, "date-time", "type/example-date"],
  ])("`%s` with %o", (sample, more, type, rule) => {
    const call = operation("sail", { sample: `sdk.sail(${sample})` });
    const { api } = decided([object("Ship", [row("of", date, more)]), resource([call])]);
    const fact = property(api, "Ship.of").type;
    expect({ type: spelled(fact.value), rule: fact.because[0]?.rule }).toEqual({ type, rule });
  });
});

describe("a constant of a language without literals", () => {
  test.each<readonly [Draw["type"], Omit<Draw, "name" | "type">, string]>([
    ["string", { description: "Always `ship`." }, '"ship"'],
    ["string", { description: "The kind, which is always set to `ship`." }, '"ship"'],
    ["string", { description: "The kind. Always `ship` for this variant." }, '"ship"'],
    ["boolean", { description: "Always `true` for successful answers" }, "true"],
    ["boolean", { description: "Always `true` for admirals." }, "boolean"],
    ["boolean", { description: "Deprecated. Always set to `true`." }, "boolean"],
    ["string", { description: 'The kind, which is always "ship".' }, "string"],
    ["string", { description: "Without `flag`, always `ship`." }, "string"],
    ["string", { description: "Nearly always `ship`." }, "string"],
    ["string", { description: "Always `ship`", examples: ["ship"] }, '"ship"'],
    ["string", { description: 'Always `"ship"`.' }, '"ship"'],
    ["integer", { description: "Always `404`." }, "404"],
    ["boolean", { description: "Always `true`." }, "true"],
    // the sentence says something else, or the value is of another type
    ["string", { description: "Always `ship`.", examples: ["boat"] }, "string"],
    ["string", { description: "Always `ship` or `boat`." }, "string"],
    ["string", { description: "Almost always `ship`." }, "string"],
    ["integer", { description: "Always `ship`." }, "integer"],
    [list({ kind: "string" }), { description: "Always `ship`." }, "string[]"],
  ])("%o with %o is %s", (type, more, want) => {
    expect(typed(type, more).type).toBe(want);
  });
});

describe("a text whose example is what a union calls its model", () => {
  const spec = (title: string, more: Omit<Draw, "name" | "type">) => object(title, [row("model", "string", more)]);
  const craft = (label: string, title: string) => ({
    ...union("Craft", [name(title)]),
    members: [{ type: name(title), label, samples: [], place: "x.md#members/1" }],
  });
  test.each([
    ["is the tag", "FastShips", "FastShipsSpec", ["fast_ships"], '"fast_ships"'],
    ["is none with another label", "Ships", "FastShipsSpec", ["fast_ships"], "string"],
    ["is none where the label is the title", "Ship", "Ship", ["ship"], "string"],
    ["is none among several examples", "FastShips", "FastShipsSpec", ["fast_ships", "x"], "string"],
  ])("%s", (_title, label, title, examples, want) => {
    const { api } = decided([craft(label, title), spec(title, { examples })]);
    expect(spelled(property(api, `${title}.model`).type.value)).toBe(want);
  });
});

describe("a parameter that nearly every operation may take", () => {
  const operations = (count: number, of: number, sets: number) =>
    Array.from({ length: of }, (_, at) =>
      operation(`get${at}`, {
        id: `get${at}`,
        route: `GET /x${at}`,
        sample: `s = Harbour(${at < sets ? 'account_id="a"' : 'token="a"'})\ns.get(account_id="b")`,
        ...(at < count
          ? at % 2 === 0
            ? { rows: [row("account_id", "string", { mark: "–" })] }
            : { request: name(`Get${at}Request`) }
          : {}),
      }),
    );
  const wrappers = Array.from({ length: 20 }, (_, at) =>
    object(`Get${at}Request`, [row("account_id", "string", { mark: "–" })], { namespace: "operations" }),
  );
  test.each([
    [18, 20, 2, "header by location/everywhere (derived)"],
    [15, 20, 2, "query by location/query (derived)"],
    [8, 8, 2, "query by location/query (derived)"],
    [4, 20, 3, "header by location/global (derived)"],
    [18, 20, 0, "query by location/query (derived)"],
  ])("%i of %i, which %i samples set on the client: %s", (count, of, sets, want) => {
    const { api } = decided([resource(operations(count, of, sets)), ...wrappers]);
    const [taken] = api.operations[0]?.parameters ?? [];
    expect(taken && brief(taken.location)).toBe(want);
    if (of === 20)
      expect(api.operations[1]?.parameters.map(({ location }) => location.value)).toEqual([want.split(" ")[0]]);
  });

  test("is none where it must be there", () => {
    const required = Array.from({ length: 12 }, (_, at) =>
      operation(`get${at}`, { id: `get${at}`, route: `GET /x${at}`, rows: [row("account_id", "string")] }),
    );
    const { api } = decided([resource(required)]);
    expect(api.operations[0]?.parameters[0]?.location.value).toBe("query");
  });
});

describe("what belongs to the SDK's HTTP library", () => {
  const metadata = object("HTTPMetadata", [row("Response", "response")]);

  test("is no field of an error", () => {
    const { api } = decided([
      metadata,
      object("NotFound", [row("Code", "integer"), row("HttpMeta", name("HTTPMetadata"))], { namespace: "errors" }),
    ]);
    expect(objectModel(api, "NotFound").properties.map((each) => each.name)).toEqual(["Code"]);
  });

  test("makes an envelope of an answer", () => {
    const { api } = decided([
      metadata,
      object("GetShipResponse", [row("HttpMeta", name("HTTPMetadata")), row("Ship", name("Ship"), { mark: "–" })]),
      object("Ship", []),
      resource([operation("get", { id: "GetShip", route: "GET /ship", response: name("GetShipResponse") })]),
    ]);
    expect(onlyOperation(api).replies.value).toEqual([
      { kind: "json", type: { kind: "reference", id: "shared/ship" } },
    ]);
  });

  test.each(["errors", "sdkerrors", "apierrors"])("makes no envelope of an error among the %s", (namespace) => {
    const fields = [row("status_code", "integer"), row("raw_response", "response")];
    const { api } = decided([object("Oops", fields, { namespace })]);
    expect(objectModel(api, "Oops").role.value).toBe("data");
    expect(model(api, "Oops").read).toBeUndefined();
  });
});

test("the names of other languages are one name on the wire", () => {
  const pascal = { dialect: "go" } as const;
  const { api } = decided([
    object(
      "Ship",
      [row("PartnerID", "string"), row("ExternalId", "string", { description: "Also `external_id`." })],
      pascal,
    ),
    enumeration("Kind", ["a_b"]),
  ]);
  expect(property(api, "Ship.PartnerID").wireName.value).toBe("partner_id");
});
