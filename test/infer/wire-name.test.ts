import { describe, expect, test } from "vitest";
import { go } from "../../generator/dialects/go.ts";
import type { ObjectSighting, Sighting } from "../../generator/dialects/sighting.ts";
import { type Draw, enumeration, list, name, object, operation, readme, resource, row } from "../link/sightings.ts";
import { brief, decided, onlyOperation, property } from "./decided.ts";

const ship = (name: string, more: Omit<Draw, "name" | "type"> = {}, dialect: "python" | "typescript" = "typescript") =>
  object("Ship", [row(name, "string", more)], { dialect });

/** Another page with texts; four camel-case keys weigh more than one snake-case name in ticks. */
const note = (...texts: readonly string[]): ObjectSighting =>
  object("Note", [row("text", "string", { description: texts.join(" ") })]);

const style = (text: string): ObjectSighting => object("Style", [row("text", "string", { description: text })]);

const quay = object("Quay", [row("cargoHold", "string")]);

const camel = style('{"mooringBuoy": 1, "harborDue": 2, "anchorAge": 3, "cargoHold": 4}');
const snake = style('{"mooring_buoy": 1, "harbor_due": 2, "anchor_age": 3, "cargo_hold": 4}');

describe("the wire name of a field", () => {
  const cases: readonly [string, string, readonly Sighting[], string, readonly string[]][] = [
    ["one word", "flag", [ship("flag")], "flag by wire-name/single-word (derived)", []],
    ["a reserved word", "from_", [ship("from_", {}, "python")], "from by wire-name/single-word (derived)", []],
    [
      "in its own description",
      "portCall",
      [ship("portCall", { description: "The `port_call`." })],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "in its own description, as the code of HTML",
      "portCall",
      [ship("portCall", { description: "Where <code>port_call</code> was." })],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "in another page's description",
      "portCall",
      [ship("portCall"), note("See `route[].port_call`.")],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "in a query",
      "portCall",
      [ship("portCall"), note("Repeat it: `?port_call[0]=Delft&port_call[1]=Hoorn`.")],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "as what a value is given to",
      "portCall",
      [ship("portCall"), note("Only with `port_call=true`.")],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "with a value",
      "portCall",
      [ship("portCall"), note("Only with `port_call: true`.")],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "in the style of fields, and not of events and values",
      "portCall",
      [ship("portCall"), quay, note("See `cargoHold`. Sends `crane_up`, `crane_down` and `quay_free`.")],
      "portCall by wire-name/style (assumed)",
      ["port_call"],
    ],
    [
      "not as what is compared with a value",
      "portCall",
      [ship("portCall"), note("Where `portCall == true`."), snake],
      "port_call by wire-name/style (assumed)",
      ["portCall"],
    ],
    [
      "as a key of an example",
      "portCall",
      [ship("portCall"), object("Log", [row("last", "string", { examples: ['{"port_call": 1}'] })])],
      "port_call by wire-name/json-key (shown)",
      ["portCall"],
    ],
    [
      "as a key of JSON in prose",
      "portCall",
      [ship("portCall"), note('```json\n{ "port_call": null }\n```')],
      "port_call by wire-name/json-key (shown)",
      ["portCall"],
    ],
    [
      "not as a value that begins with a capital",
      "portCall",
      [ship("portCall"), note("A `PortCall`."), camel],
      "portCall by wire-name/style (assumed)",
      ["port_call"],
    ],
    [
      "spelled in two ways, once on its own page",
      "portCall",
      [ship("portCall", { description: "`port_call`" }), note("`portCall`")],
      "port_call by wire-name/back-ticked (stated)",
      ["portCall"],
    ],
    [
      "spelled in two ways, mostly in one",
      "portCall",
      [ship("portCall"), note("`port_call` `port_call` `port_call` `portCall`")],
      "port_call by wire-name/dictionary (derived)",
      ["portCall"],
    ],
    [
      "spelled in two ways, evenly",
      "portCall",
      [ship("portCall"), note("`port_call` `portCall`"), camel],
      "portCall by wire-name/style (assumed)",
      ["port_call"],
    ],
    [
      "spelled in two ways, by two of three texts",
      "portCall",
      [ship("portCall"), note("`port_call` `port_call` `portCall`"), camel],
      "portCall by wire-name/style (assumed)",
      ["port_call"],
    ],
    [
      "with a lost underscore",
      "links",
      [ship("links"), note("`_links` `_links`")],
      "_links by wire-name/dictionary (derived)",
      ["links"],
    ],
    [
      "with initials in capitals",
      "portID",
      [ship("portID"), snake],
      "portID by wire-name/initials (derived)",
      ["port_id"],
    ],
    [
      "as the language would not write it",
      "port_call",
      [ship("port_call"), camel],
      "port_call by wire-name/foreign (derived)",
      ["portCall"],
    ],
    [
      "as the language writes it",
      "port_call",
      [ship("port_call", {}, "python"), camel],
      "portCall by wire-name/style (assumed)",
      ["port_call"],
    ],
    [
      "with a sign at its head",
      "atType",
      [ship("atType"), snake],
      "@type by wire-name/sign (derived)",
      ["at_type", "atType"],
    ],
    [
      "with a sign at its head, and several words",
      "at_base_type",
      [ship("at_base_type", {}, "python"), snake],
      "@baseType by wire-name/sign (derived)",
      ["at_base_type"],
    ],
    [
      "with a dollar at its head",
      "dollarAnd",
      [ship("dollarAnd"), snake],
      "$and by wire-name/sign (derived)",
      ["dollar_and", "dollarAnd"],
    ],
    [
      "with a dollar at its head, and several words",
      "dollar_not_empty",
      [ship("dollar_not_empty", {}, "python"), snake],
      "$notEmpty by wire-name/sign (derived)",
      ["dollar_not_empty"],
    ],
    [
      "with an amount of dollars",
      "dollarValue",
      [ship("dollarValue"), snake],
      "dollar_value by wire-name/style (assumed)",
      ["dollarValue"],
    ],
    [
      "with the sign of JSON Schema at its head",
      "dollarSchema",
      [ship("dollarSchema"), snake],
      "$schema by wire-name/sign (derived)",
      ["dollar_schema", "dollarSchema"],
    ],
    [
      "with a dot at its head",
      "dotTag",
      [ship("dotTag"), snake],
      ".tag by wire-name/sign (derived)",
      ["dot_tag", "dotTag"],
    ],
    [
      "with another word behind that of a sign",
      "dollarRate",
      [ship("dollarRate"), snake],
      "dollar_rate by wire-name/style (assumed)",
      ["dollarRate"],
    ],
    [
      "with a word that looks like it",
      "atTime",
      [ship("atTime"), snake],
      "at_time by wire-name/style (assumed)",
      ["atTime"],
    ],
    [
      "by the style of the API",
      "portCall",
      [ship("portCall"), snake],
      "port_call by wire-name/style (assumed)",
      ["portCall"],
    ],
    [
      "by the style of the API, in Python",
      "port_call",
      [ship("port_call", {}, "python"), camel],
      "portCall by wire-name/style (assumed)",
      ["port_call"],
    ],
    [
      "in the style that it has",
      "line_2",
      [ship("line_2", {}, "python"), snake],
      "line_2 by wire-name/style (assumed)",
      ["line2"],
    ],
    [
      "without any evidence",
      "portCall",
      [ship("portCall")],
      "portCall by wire-name/documented (assumed)",
      ["port_call"],
    ],
  ];
  test.each(cases)("%s", (_title, name, docs, want, against) => {
    const { wireName } = property(decided(docs).api, `Ship.${name}`);
    expect(brief(wireName)).toBe(want);
    expect([...new Set(wireName.against.map(({ value }) => value))]).toEqual(against);
  });

  test("that rests on style alone is reported", () => {
    expect(decided([ship("portCall"), camel]).found).toEqual([
      "infer/assumed docs/models/shared/ship.md#fields/portCall",
    ]);
  });

  test("that no message carries is not reported", () => {
    const envelope = object("ListResponse", [row("content_type", "string"), row("raw_response", "response")]);
    const wrapper = object("ListRequest", [row("sort_by", "string")]);
    const docs = [envelope, wrapper, object("Security", [row("bearer_auth", "string")])];
    const listing = operation("list", { id: "list", route: "GET /x", rows: [row("x_harbor_key", "string")] });
    expect(decided([...docs, resource([listing])]).found).toEqual(["infer/missing-server null"]);
  });

  test("of an event is fixed", () => {
    const { api } = decided([object("Tick", [row("data", "string"), row("retry", "integer")])]);
    expect(brief(property(api, "Tick.retry").wireName)).toBe("retry by wire-name/event (derived)");
  });
});

describe("the wire name of a parameter", () => {
  const cases: readonly [string, string, string, string][] = [
    ["in the path", "GET /ships/{shipID}", "ship_id", "shipID by wire-name/path-variable (stated)"],
    [
      "in the path, with a suffix",
      "GET /ships/{shipID}",
      "ship_id_path_parameter",
      "shipID by wire-name/path-variable (stated)",
    ],
    ["in a header", "GET /ships", "x_harbor_key", "x-harbor-key by wire-name/header (derived)"],
    ["in the query", "GET /ships", "sort_by", "sortBy by wire-name/style (assumed)"],
    ["in the query, with a suffix", "GET /ships", "sort_by_query_parameter", "sortBy by wire-name/style (assumed)"],
  ];
  test.each(cases)("%s", (_title, route, name, want) => {
    const { api } = decided([resource([operation("list", { route, rows: [row(name, "string")] })]), camel]);
    expect(onlyOperation(api).parameters.map(({ wireName }) => brief(wireName))).toEqual([want]);
  });
});

describe("the wire name of a parameter with brackets", () => {
  const berth = object(
    "Berth",
    ["id", "type", "attributes"].map((each) => row(each, "string")),
  );
  const berths = object("Berths", [row("data", list(name("Berth")))]);
  const text = "As in `filter[home_port]=Delft`.";
  test.each<readonly [string, string, readonly Sighting[], string]>([
    ["that a text spells", "filter_home_port", [note(text)], "filter[home_port] by wire-name/bracketed (stated)"],
    [
      "that a text spells as in a URL",
      "filter_home_port",
      [note("https://harbor.example/ships?filter%5Bhome_port%5D=Delft")],
      "filter[home_port] by wire-name/bracketed (stated)",
    ],
    [
      "of which a text counts the values",
      "filter_home_port",
      [note("Repeat it: `filter[home_port][0]=Delft&filter[home_port][1]=Hoorn`.")],
      "filter[home_port] by wire-name/bracketed (stated)",
    ],
    [
      "of which two texts differ",
      "filter_home_port",
      [note(text), object("Log", [row("last", "string", { description: "filter[homePort]=" })]), snake],
      "filter_home_port by wire-name/style (assumed)",
    ],
    [
      "that begins like one",
      "filter_call_sign",
      [note(text)],
      "filter[call_sign] by wire-name/bracket-family (derived)",
    ],
    ["with an operator", "filter_tide_gte", [note(text)], "filter[tide][gte] by wire-name/bracket-family (derived)"],
    ["that is an operator", "filter_match", [note(text)], "filter[match] by wire-name/bracket-family (derived)"],
    ["that begins otherwise", "sort_tide", [note(text), snake], "sort_tide by wire-name/style (assumed)"],
    ["of JSON:API", "page_size", [berths, berth], "page[size] by wire-name/bracket-family (derived)"],
    [
      "beside objects that are not those of JSON:API",
      "page_size",
      [berth, snake],
      "page_size by wire-name/style (assumed)",
    ],
  ])("%s", (_title, named, docs, want) => {
    const rows = [row(named, "string"), ...(named === "filter_home_port" ? [] : [row("filter_home_port", "string")])];
    const { api } = decided([resource([operation("list", { route: "GET /ships", rows })]), ...docs]);
    expect(brief(onlyOperation(api).parameters[0]?.wireName ?? never())).toBe(want);
  });
});

function never(): never {
  throw new Error("There is a parameter.");
}

describe("the wire name of a header without its beginning", () => {
  const told = { words: ["harbor", "key"], place: "README.md#global-parameters/1" };
  const at = "README.md#headers/1";
  test.each<readonly [string, readonly string[], string]>([
    ["that the README names", ["X-Tern-Harbor-Key"], "x-tern-harbor-key by wire-name/named-header (derived)"],
    ["without a vendor", ["x-harbor-key"], "x-harbor-key by wire-name/named-header (derived)"],
    ["of two that end alike", ["X-Tern-Harbor-Key", "X-Gull-Harbor-Key"], "harbor-key by wire-name/header (derived)"],
    ["that ends otherwise", ["X-Tern-Key", "X-Harbor-Key-Id"], "harbor-key by wire-name/header (derived)"],
  ])("%s", (_, headers, want) => {
    const about = readme({ globals: [told], headers: headers.map((each) => ({ name: each, place: at })) });
    const listing = operation("list", { route: "GET /ships", rows: [row("harbor_key", "string")] });
    const { api } = decided([about, resource([listing])]);
    expect(onlyOperation(api).parameters.map(({ wireName }) => brief(wireName))).toEqual([want]);
  });
});

describe("words that camel-case names have in capitals", () => {
  const berth = object("Berth", [row("berth_id", "string"), row("quay_id", "string")], { dialect: "python" });
  test.each<readonly [string, readonly Sighting[], string]>([
    ["in texts", [note("`berthID` `quayID`"), camel], "portID by wire-name/capitals (assumed)"],
    ["in one text", [note("`berthID`"), camel], "portId by wire-name/style (assumed)"],
    ["in texts, but not in all", [note("`berthID` `quayID` `quayId`"), camel], "portId by wire-name/style (assumed)"],
    ["in texts about other things", [note("`gullID` `ternID`"), camel], "portId by wire-name/style (assumed)"],
    ["of an API in snake case", [note("`berthID` `quayID`"), snake, snake], "port_id by wire-name/style (assumed)"],
  ])("%s", (_, texts, want) => {
    const { api } = decided([ship("port_id", {}, "python"), berth, ...texts]);
    expect(brief(property(api, "Ship.port_id").wireName)).toBe(want);
  });

  test("in paths", () => {
    const rows = [row("berth_id", "string"), row("quay_id", "string")];
    const found = operation("find", { route: "GET /berths/{berthID}/quays/{quayID}", rows });
    const { api } = decided([ship("port_id", {}, "python"), resource([found]), camel]);
    expect(brief(property(api, "Ship.port_id").wireName)).toBe("portID by wire-name/capitals (assumed)");
  });

  test.each<readonly [string, readonly string[], string]>([
    ["its own name in a path", ["/ports/{portID}"], "portID by wire-name/capitals (assumed)"],
    ["its own name in two ways", ["/ports/{portID}", "/a/{portId}"], "portId by wire-name/style (assumed)"],
    [
      "its own name in the paths of two generations",
      ["/a/{portID}", "/b/{portID}", "/c/{portID}", "/d/{portId}"],
      "portID by wire-name/capitals (assumed)",
    ],
    ["another name in a path", ["/berths/{berthID}"], "portId by wire-name/style (assumed)"],
  ])("%s", (_, paths, want) => {
    const all = paths.map((path, index) =>
      operation(`find${index}`, { id: `find${index}`, route: `GET ${path}`, rows: [row("port_id", "string")] }),
    );
    const { api } = decided([ship("port_id", {}, "python"), berth, resource(all), camel]);
    expect(brief(property(api, "Ship.port_id").wireName)).toBe(want);
  });

  test("in the docs of Go, which writes capitals whatever the wire has", () => {
    const berths = object("Berth", [row("BerthID", "string"), row("QuayID", "string")], { dialect: "go" });
    const own = object("Ship", [row("PortID", "string")], { dialect: "go" });
    const found = decided([own, berths, note("`berthID` `quayID`"), camel]).api;
    expect(brief(property(found, "Ship.PortID").wireName)).toBe("portID by wire-name/capitals (assumed)");
    const plain = decided([own, berths, note("`berthId` `quayId`"), camel]).api;
    expect(brief(property(plain, "Ship.PortID").wireName)).toBe("portId by wire-name/style (assumed)");
  });

  test("but not where the language keeps them", () => {
    const { api } = decided([ship("portId"), berth, note("`berthID` `quayID`"), camel]);
    expect(brief(property(api, "Ship.portId").wireName)).toBe("portId by wire-name/style (assumed)");
  });
});

describe("the names of OAuth in an API of camel case", () => {
  const named = (names: readonly string[]): readonly string[] => {
    const fields = names.map((name) => row(name, "string"));
    const { api } = decided([object("Ship", fields, { dialect: "typescript" }), camel]);
    return names.map((name) => property(api, `Ship.${name}`).wireName.value);
  };
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["of a request", ["grantType", "clientId", "homePort"], ["grant_type", "client_id", "homePort"]],
    ["of an answer", ["accessToken", "tokenType", "expiresIn"], ["access_token", "token_type", "expires_in"]],
    ["of a request about a token", ["token", "tokenTypeHint", "homePort"], ["token", "token_type_hint", "homePort"]],
    ["of what is told of a token", ["active", "tokenType", "clientId"], ["active", "token_type", "client_id"]],
    ["not of another model", ["accessToken", "clientId"], ["accessToken", "clientId"]],
  ])("%s", (_, names, want) => {
    expect(named(names)).toEqual(want);
  });
});

test.each<readonly [string, ReturnType<typeof row>]>([
  ["grants in capitals", row("grantType", name("Grant"))],
  ["a number for the client", row("clientId", "integer")],
])("an API with %s has names of its own", (_, field) => {
  const fields = [row("accessToken", "string"), row("tokenType", "string"), field];
  const grant = enumeration("Grant", ["CLIENT_CREDENTIALS", "PASSWORD"]);
  const { api } = decided([object("Ship", fields, { dialect: "typescript" }), grant, camel]);
  expect(property(api, "Ship.tokenType").wireName.value).toBe("tokenType");
});

describe("the style of an API that hands out tokens", () => {
  const told = "Asked with `grant_type=client_credentials`, answered with an `access_token` and a `refresh_token`.";
  const of = (ask: ObjectSighting, description = told): string => {
    const listing = operation("moor", { id: "moor", route: "POST /ships/{shipId}/moorings", description });
    const { api } = decided([
      resource([listing]),
      ask,
      object("Ship", [row("HomePort", "string")], { dialect: "csharp" }),
    ]);
    return brief(property(api, "Ship.HomePort").wireName);
  };
  const ask = object("Ask", [row("GrantType", "string"), row("ClientId", "string")], { dialect: "csharp" });

  test("is not that of the names that OAuth fixes", () => {
    expect(of(ask)).toBe("homePort by wire-name/style (assumed)");
  });

  test("is that of its other names", () => {
    expect(of(ask, `${told} See \`anchor_age\`.`)).toBe("home_port by wire-name/style (assumed)");
  });

  test("is that of such names where they are the API's own", () => {
    const own = object("Ask", [row("AccessToken", "string"), row("ClientId", "string")], { dialect: "csharp" });
    expect(of(own)).toBe("home_port by wire-name/style (assumed)");
  });
});

test("the names of OAuth in a query", () => {
  const fields = ["responseType", "clientId", "homePort"].map((each) => row(each, "string"));
  const asked = object("AskRequest", fields, { dialect: "typescript", namespace: "operations" });
  const listing = operation("ask", { id: "ask", route: "GET /authorize", request: name("operations.AskRequest") });
  const { parameters } = onlyOperation(decided([resource([listing]), asked, camel]).api);
  expect(parameters.map(({ wireName }) => wireName.value)).toEqual(["response_type", "client_id", "homePort"]);
});

describe("the names that HAL reserves", () => {
  const linked = { kind: "map", value: { kind: "string" } } as const;
  const answered = (contentType: string): Sighting => {
    const fault = { type: name("Fault"), title: "Fault", statuses: ["404"], contentType, place: "docs/x.md#errors/1" };
    return resource([operation("list", { route: "GET /ships", errors: [fault] })]);
  };
  test.each<readonly [string, string, Draw["type"], string]>([
    ["links", "application/hal+json", linked, "_links by wire-name/hal (derived)"],
    ["embedded", "application/vnd.harbor.v1.hal+json", linked, "_embedded by wire-name/hal (derived)"],
    ["links", "application/hal+json", "string", "links by wire-name/single-word (derived)"],
    ["embedded", "application/json", linked, "embedded by wire-name/single-word (derived)"],
    ["anchors", "application/hal+json", linked, "anchors by wire-name/single-word (derived)"],
  ])("%s in %s", (field, contentType, type, want) => {
    const docs = [object("Ship", [row(field, type)]), object("Fault", [row("text", "string")]), answered(contentType)];
    expect(brief(property(decided(docs).api, `Ship.${field}`).wireName)).toBe(want);
  });
});

test.each<readonly [string, "go" | "typescript", string, string]>([
  ["Go leaves them", "go", "DueVAT", "portCall"],
  ["TypeScript leaves them", "typescript", "portID", "portCall"],
  ["Go puts them there", "go", "PortID", "port_call"],
])("initials tell that names are in camel case, whatever the paths have, where %s", (_, dialect, named, want) => {
  const fields = [row(named, "string"), row(dialect === "go" ? "PortCall" : "portCall", "string")];
  const list = resource([operation("list", { route: "GET /home_ports" })]);
  const { api } = decided([object("Ship", fields, { dialect }), list]);
  const [, call] = api.models.flatMap((model) => (model.kind === "object" ? model.properties : []));
  expect(call?.wireName.value).toBe(want);
});

describe("initials that Go leaves as the wire has them", () => {
  test.each<readonly [string, string, ObjectSighting, string]>([
    ["within", "HarborVATNumber", camel, "harborVATNumber"],
    ["at the end", "DueInEUR", camel, "dueInEUR"],
    ["at the head", "VATDue", camel, "VATDue"],
    ["beside those that it knows", "VATPortID", camel, "VATPortId"],
    ["in the plural", "DueVATs", camel, "dueVATs"],
    ["not those that it knows, in the plural", "PortIDs", camel, "portIds"],
    ["not those that it knows", "PortCallID", camel, "portCallId"],
    ["not those that it knows, behind a letter", "BerthBID", camel, "berthBid"],
    ["not where names are in snake case", "HarborVATNumber", snake, "harbor_vat_number"],
    ["where nothing else tells the style", "HarborVATNumber", note(""), "harborVATNumber"],
    ["behind what sets a parameter apart", "DueVATQueryParameter", camel, "dueVAT"],
  ])("%s", (_, named, style, want) => {
    const { api } = decided([
      object("Ship", [row(named, "string", { words: go.words(named) })], { dialect: "go" }),
      style,
    ]);
    const ship = api.models.find(({ title }) => title === "Ship");
    expect(ship?.kind === "object" && ship.properties[0]?.wireName.value).toBe(want);
  });
});

describe("keys that a map shows tell less of the style than names of fields in ticks", () => {
  const shown = '{"mooring_buoy": 1, "harbor_due": 2, "anchor_age": 3, "cargo_hold": 4}';
  const map = { kind: "map", value: { kind: "string" } } as const;
  test.each<readonly [string, Omit<Draw, "name" | "type">]>([
    ["in its description", { description: `As ${shown}.` }],
    ["in its example", { examples: [shown] }],
  ])("%s", (_, more) => {
    const log = object("Log", [row("labels", map, more), row("cargoHold", "string")]);
    const { api } = decided([ship("portCall"), log, note("Or `cargoHold`.")]);
    expect(property(api, "Ship.portCall").wireName.value).toBe("portCall");
  });
});
