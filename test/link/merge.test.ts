import { describe, expect, test } from "vitest";
import type { Sighting } from "../../generator/dialects/sighting.ts";
import { infer } from "../../generator/infer/index.ts";
import { type DraftModel, link, mergeDrafts } from "../../generator/link/index.ts";
import { exampleFindings } from "../../generator/lint/examples.ts";
import { defaultOptions } from "../../generator/options.ts";
import { brief, model, objectModel, property, spelled } from "../infer/decided.ts";
import { decided, merged, spoken } from "./merged.ts";
import { enumeration, list, name, object, operation, readme, resource, row, union } from "./sightings.ts";

function ids(models: readonly DraftModel[]): readonly string[] {
  return models.map(({ id, sightings }) => `${id} ${sightings.length}`);
}

describe("documents of one schema are one model", () => {
  test.each<
    [given: string, python: { namespace?: string }, typescript: { namespace?: string }, want: readonly string[]]
  >([
    ["one title in one namespace", {}, {}, ["shared/vessel 2"]],
    ["one title in namespaces of two names", { namespace: "models" }, { namespace: "components" }, ["models/vessel 2"]],
  ])("%s", (_, python, typescript, want) => {
    const given = merged({
      python: (page) => [object("Vessel", [row("mmsi", "string")], { ...python, page: page("docs/vessel.md") })],
      typescript: (page) => [
        object("Vessel", [row("mmsi", "string")], { ...typescript, page: page("docs/vessel.md") }),
      ],
    });
    expect(ids(given.draft.models)).toEqual(want);
  });

  test("a title that a language had to escape", () => {
    const given = merged({
      python: (page) => [object("Error", [row("reason", "string")], { page: page("docs/error.md") })],
      typescript: (page) => [object("ErrorT", [row("reason", "string")], { page: page("docs/errort.md") })],
    });
    expect(ids(given.draft.models)).toEqual(["shared/error 2"]);
  });

  test("titles of another numbering, by the field that refers to them", () => {
    const given = merged({
      python: (page) => [
        object("Vessel", [row("port", name("Port1"))], { page: page("docs/vessel.md") }),
        object("Port1", [row("name", "string")], { page: page("docs/port1.md") }),
      ],
      go: (page) => [
        object("Vessel", [row("Port", name("VesselPort"))], { page: page("docs/vessel.md") }),
        object("VesselPort", [row("Name", "string")], { page: page("docs/vesselport.md") }),
      ],
    });
    expect(ids(given.draft.models)).toEqual(["shared/port1 2", "shared/vessel 2"]);
  });

  test("one title of two schemas that have nothing in common stays two models", () => {
    const given = merged({
      python: (page) => [object("Data", [row("mmsi", "string")], { page: page("docs/data.md") })],
      go: (page) => [object("Data", [row("Berth", "string")], { page: page("docs/data.md") })],
    });
    expect(ids(given.draft.models)).toEqual(["shared/data 1", "shared/data (go) 1"]);
  });

  test("one title that two languages gave to schemas of two fields, by the fields that refer to them", () => {
    const refers = (page: (path: string) => string, lead: string, sale: string) => [
      object("Lead", [row("customer", name(lead))], { page: page("docs/lead.md") }),
      object("Sale", [row("customer", name(sale))], { page: page("docs/sale.md") }),
      object(lead, [row("email", "string"), row("phone", "string")], { page: page(`docs/${lead}.md`) }),
      object(sale, [row("email", "string"), row("iban", "string")], { page: page(`docs/${sale}.md`) }),
    ];
    const given = merged({
      python: (page) => refers(page, "LeadCustomer", "Customer"),
      ruby: (page) => refers(page, "Customer", "SaleCustomer"),
    });
    expect(ids(given.draft.models)).toEqual([
      "shared/customer 2",
      "shared/leadcustomer 2",
      "shared/lead 2",
      "shared/sale 2",
    ]);
    expect(given.diagnostics).toEqual([]);
  });

  test("the members of a union in another order", () => {
    const place = (page: (path: string) => string, members: readonly string[]) => [
      union(
        "Place",
        members.map((member) => name(member)),
        { page: page("docs/place.md") },
      ),
      object("Quay", [row("kind", "string")], { page: page("docs/quay.md") }),
      object("Berth", [row("kind", "string")], { page: page("docs/berth.md") }),
    ];
    const given = merged({
      python: (page) => place(page, ["Quay", "Berth"]),
      typescript: (page) => place(page, ["Berth", "Quay"]),
    });
    expect(given.draft.models.map(({ sightings }) => sightings.map(({ title }) => title).join())).toEqual([
      "Berth,Berth",
      "Place,Place",
      "Quay,Quay",
    ]);
  });

  test("a body stays apart from the envelope of another language that has a field of its name", () => {
    const find = (page: string, response: string) =>
      resource([operation("find", { id: "findBerth", route: "GET /berth", response: name(response) }, page)], page);
    const berth = (page: string) => object("Berth", [row("berth", "string")], { page });
    const given = merged({
      java: (page) => [
        find(page("docs/README.md"), "FindBerthResponse"),
        object("FindBerthResponse", [row("rawResponse", "response"), row("berth", name("Berth"))], {
          page: page("docs/FindBerthResponse.md"),
        }),
        berth(page("docs/Berth.md")),
      ],
      csharp: (page) => [find(page("docs/README.md"), "Berth"), berth(page("docs/Berth.md"))],
    });
    expect(ids(given.draft.models)).toEqual(["shared/berth 2", "shared/findberthresponse 1"]);
  });

  test("one title of three schemas in three folders of one language stays three models", () => {
    const told = [
      object("Data", [row("mmsi", "string")], { page: "a/docs/data.md" }),
      object("Data", [row("berth", "string")], { page: "b/docs/data.md" }),
      enumeration("Data", ["moored"], { page: "c/docs/data.md" }),
    ].map((one) => ({ dialect: "go" as const, draft: link([spoken(one, "go")]).draft }));
    expect(ids(mergeDrafts(told).draft.models)).toEqual([
      "shared/data 1",
      "shared/data (go) 1",
      "shared/data (go 2) 1",
    ]);
  });
});

describe("what one language says better is taken", () => {
  test("null and integers from Python, whatever comes first", () => {
    const { api, diagnostics } = decided(
      merged({
        typescript: (page) => [
          object("Vessel", [row("callSign", "string"), row("draught", { kind: "number-or-integer" })], {
            page: page("docs/vessel.md"),
          }),
        ],
        python: (page) => [
          object("Vessel", [row("call_sign", "string", { nullable: "yes" }), row("draught", "integer")], {
            page: page("docs/vessel.md"),
          }),
        ],
      }),
    );
    expect(brief(property(api, "Vessel.call_sign").nullable)).toBe("yes by nullable/type-cell (stated)");
    expect(spelled(property(api, "Vessel.draught").type.value)).toBe("integer");
    expect(diagnostics.filter(({ code }) => code === "infer/contradiction")).toEqual([]);
  });

  test("an enum and a constant from the language that has them", () => {
    const { api, diagnostics } = decided(
      merged({
        csharp: (page) => [
          object("Vessel", [row("Status", "string"), row("Kind", "string")], { page: page("docs/Vessel.md") }),
        ],
        typescript: (page) => [
          object("Vessel", [row("status", name("Status")), row("kind", { kind: "literal", value: "vessel" })], {
            page: page("docs/vessel.md"),
          }),
          enumeration("Status", ["moored", "adrift"], { page: page("docs/status.md") }),
        ],
      }),
    );
    expect(spelled(property(api, "Vessel.status").type.value)).toBe("shared/status");
    expect(spelled(property(api, "Vessel.kind").type.value)).toBe('"vessel"');
    expect(diagnostics.filter(({ code }) => code === "infer/contradiction")).toEqual([]);
  });

  test("the members of a union from the language that lists them", () => {
    const given = merged({
      java: (page) => [union("Place", [], { page: page("docs/Place.md") }), port(page("docs/Port.md"))],
      php: (page) => [
        union("Place", [name("Port"), { kind: "string" }], { page: page("docs/Place.md") }),
        port(page("docs/Port.md")),
      ],
    });
    const place = model(decided(given).api, "Place");
    expect(place.kind === "union" && place.members.map(({ type }) => spelled(type))).toEqual(["shared/port", "string"]);
    expect(given.settled).toEqual(["java/docs/Place.md#title"]);
  });

  test("a member that one language alone knows", () => {
    const given = merged({
      python: (page) => [union("Place", [name("Quay")], { page: page("docs/place.md") }), quay, berth],
      go: (page) => [union("Place", [name("Berth"), name("Quay")], { page: page("docs/place.md") }), quay, berth],
    });
    const place = model(decided(given).api, "Place");
    expect(place.kind === "union" && place.members.map(({ type }) => spelled(type))).toEqual([
      "shared/quay",
      "shared/berth",
    ]);
  });

  test("initials from the language that keeps them", () => {
    const { api } = decided(
      merged({
        python: (page) => [object("Vessel", [row("statement_id", "string")], { page: page("docs/vessel.md") })],
        php: (page) => [object("Vessel", [row("statementID", "string")], { page: page("docs/Vessel.md") })],
      }),
    );
    expect(brief(property(api, "Vessel.statement_id").wireName)).toBe("statementID by wire-name/initials (derived)");
  });
});

const quay = object("Quay", [row("depth", "integer")]);
const berth = object("Berth", [row("length", "integer")]);

function port(page: string) {
  return object("Port", [row("name", "string")], { page });
}

describe("disagreement is told with both places", () => {
  const told = (page: string, url: string, scheme: string) =>
    readme({
      page,
      servers: [{ name: "1", url, description: "", variables: [], place: `${page}#servers/1`, strength: "stated" }],
      security: [{ names: ["token"], type: "http", scheme, place: `${page}#security/token` }],
    });

  test("what most languages say is taken, and the place of the other is told", () => {
    const optional = (page: string, name: string) => [object("Vessel", [row(name, "string", { mark: "–" })], { page })];
    const { api, diagnostics } = decided(
      merged({
        python: (page) => [object("Vessel", [row("mmsi", "string")], { page: page("docs/vessel.md") })],
        go: (page) => optional(page("docs/vessel.md"), "Mmsi"),
        ruby: (page) => optional(page("docs/vessel.md"), "mmsi"),
      }),
    );
    expect(property(api, "Vessel.mmsi").presence.value).toBe("optional");
    const [found] = diagnostics.filter(({ code }) => code === "infer/contradiction");
    expect([found?.place, found?.related.map(({ place }) => place)]).toEqual([
      "go/docs/vessel.md#fields/Mmsi:required",
      ["python/docs/vessel.md#fields/mmsi:required"],
    ]);
  });

  test.each<[what: string, url: string, scheme: string, want: readonly string[]]>([
    ["nothing where two READMEs state the same", "https://a.example", "HTTP Bearer", []],
    [
      "other servers",
      "https://b.example",
      "HTTP Bearer",
      ["infer/contradiction python/README.md#servers/1 go/README.md#servers/1"],
    ],
    [
      "other credentials",
      "https://a.example",
      "API key",
      ["infer/contradiction python/README.md#security/token go/README.md#security/token"],
    ],
  ])("%s", (_, url, scheme, want) => {
    const { diagnostics } = decided(
      merged({
        python: (page) => [told(page("README.md"), "https://a.example", "HTTP Bearer")],
        go: (page) => [told(page("README.md"), url, scheme)],
      }),
    );
    expect(diagnostics.map(({ code, place, related }) => `${code} ${place} ${related[0]?.place}`)).toEqual(want);
  });

  test("of three languages that say three things, the most exact wins", () => {
    const { api, diagnostics } = decided(
      merged({
        go: (page) => [object("Vessel", [row("Flag", "boolean")], { page: page("docs/vessel.md") })],
        typescript: (page) => [object("Vessel", [row("flag", "string")], { page: page("docs/vessel.md") })],
        python: (page) => [object("Vessel", [row("flag", "integer")], { page: page("docs/vessel.md") })],
      }),
    );
    expect(spelled(property(api, "Vessel.flag").type.value)).toBe("integer");
    expect(
      diagnostics.map(({ code, place, related }) => [code, place, ...related.map((other) => other.place)]),
    ).toEqual([
      [
        "infer/contradiction",
        "python/docs/vessel.md#fields/flag:type",
        "typescript/docs/vessel.md#fields/flag:type",
        "go/docs/vessel.md#fields/Flag:type",
      ],
    ]);
  });

  test("presence", () => {
    const { diagnostics } = decided(
      merged({
        python: (page) => [object("Vessel", [row("mmsi", "string")], { page: page("docs/vessel.md") })],
        go: (page) => [object("Vessel", [row("Mmsi", "string", { mark: "–" })], { page: page("docs/vessel.md") })],
      }),
    );
    const [found] = diagnostics.filter(({ code }) => code === "infer/contradiction");
    expect([found?.place, found?.related[0]?.place]).toEqual([
      "python/docs/vessel.md#fields/mmsi:required",
      "go/docs/vessel.md#fields/Mmsi:required",
    ]);
  });

  test.each<
    [what: string, one: (page: string) => readonly Sighting[], two: (page: string) => readonly Sighting[], want: string]
  >([
    [
      "a field",
      (page) => [object("Vessel", [row("mmsi", "string"), row("flag", "string")], { page })],
      (page) => [object("Vessel", [row("mmsi", "string")], { page })],
      "python/docs/x.md#fields/flag go/docs/x.md#title",
    ],
    [
      "a member",
      (page) => [union("Place", [name("Quay")], { page }), quay, berth],
      (page) => [union("Place", [name("Berth"), name("Quay"), { kind: "string" }], { page }), quay, berth],
      "go/docs/x.md#members/1 python/docs/x.md#title",
    ],
    [
      "a value",
      (page) => [enumeration("Status", ["moored"], { page })],
      (page) => [enumeration("Status", ["moored", "adrift"], { page })],
      "go/docs/x.md#values/adrift python/docs/x.md#title",
    ],
    [
      "an operation",
      (page) => [resource([operation("find", {}, page), operation("list", {}, page)], page)],
      (page) => [resource([operation("find", {}, page)], page)],
      "python/docs/x.md#list go/docs/x.md#find",
    ],
  ])("%s that one of them has", (_, one, two, want) => {
    const given = merged({ python: (page) => one(page("docs/x.md")), go: (page) => two(page("docs/x.md")) });
    expect(given.diagnostics.map(({ code, place, related }) => `${code} ${place} ${related[0]?.place}`)).toEqual([
      `link/one-sided ${want}`,
    ]);
  });
});

test("what several folders lack is one finding with all their places", () => {
  const page = (language: string) => (path: (page: string) => string) => [
    object("Vessel", [row("mmsi", "string"), ...(language === "python" ? [row("flag", "string")] : [])], {
      page: path("docs/x.md"),
    }),
  ];
  const { diagnostics } = merged({ python: page("python"), go: page("go"), java: page("java") });
  expect(diagnostics.map(({ place, related }) => [place, ...related.map((one) => one.place)])).toEqual([
    ["python/docs/x.md#fields/flag", "go/docs/x.md#title", "java/docs/x.md#title"],
  ]);
});

test("the order of the folders is no input", () => {
  const go = (page: (path: string) => string) => [
    object("Vessel", [row("Mmsi", list({ kind: "string" }))], { page: page("docs/vessel.md") }),
  ];
  const ruby = (page: (path: string) => string) => [
    object("Vessel", [row("mmsi", list({ kind: "string" }))], { page: page("docs/vessel.md") }),
  ];
  expect(merged({ go, ruby })).toEqual(merged({ ruby, go }));
  expect(objectModel(decided(merged({ go, ruby })).api, "Vessel").page).toBe("go/docs/vessel.md");
});

test("a description and examples stand where the row is that has them", () => {
  const { api, diagnostics } = decided(
    merged({
      python: (page) => [object("Vessel", [row("draught", "integer")], { page: page("docs/vessel.md") })],
      java: (page) => [
        object("Vessel", [row("draught", "integer", { description: "How deep.", examples: ["deep"] })], {
          page: page("docs/Vessel.md"),
        }),
      ],
    }),
  );
  const { descriptionRow, examplesRow } = property(api, "Vessel.draught");
  expect([descriptionRow, examplesRow]).toEqual([
    "java/docs/Vessel.md#fields/draught",
    "java/docs/Vessel.md#fields/draught",
  ]);
  expect(diagnostics).toEqual([]);
  expect(exampleFindings(api).map(({ place }) => place)).toEqual(["java/docs/Vessel.md#fields/draught:example"]);
});

test.each<[subject: string]>([
  ["field Error.from_"],
  ["field Error.FromValue"],
  ["field shared.Error.from_"],
  ["field ErrorT.from_"],
  ["field models.ErrorT.FromValue"],
])("an override may name its subject as any of the languages does: %s", (subject) => {
  const { draft } = merged({
    python: (page) => [object("Error", [row("from_", "string")], { page: page("docs/error.md") })],
    csharp: (page) => [
      object("ErrorT", [row("FromValue", "string", { words: ["from"] })], {
        page: page("docs/ErrorT.md"),
        namespace: "models",
      }),
    ],
  });
  const overrides = [{ subject, value: { wireName: "origin" }, reason: "The server says so." }];
  const { api, diagnostics } = infer(draft, { ...defaultOptions, slug: "harbor", overrides });
  expect(property(api, "Error.from_").wireName.value).toBe("origin");
  expect(diagnostics).toEqual([]);
});
