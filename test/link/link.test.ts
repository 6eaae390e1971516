import { describe, expect, test } from "vitest";
import type { NeutralType, Sighting } from "../../generator/dialects/sighting.ts";
import { link } from "../../generator/link/index.ts";
import { enumeration, list, name, object, operation, readme, resource, row, union } from "./sightings.ts";

/** The type of the field `of` of a model `Ship`, linked among the given documents. */
function linked(type: NeutralType, others: readonly Sighting[], page?: string) {
  const ship = object("Ship", [row("of", type)], page === undefined ? {} : { page });
  const { draft, diagnostics } = link([ship, ...others]);
  const model = draft.models.find(({ title, kind }) => kind === "object" && title === "Ship");
  return {
    type: model?.kind === "object" ? model.fields[0]?.sightings[0].type : undefined,
    found: diagnostics.map(({ code, place }) => `${code} ${place}`),
  };
}

const port = object("Port", []);
const cell = "docs/models/shared/ship.md#fields/of:type";

describe("a reference", () => {
  const cases: readonly [string, NeutralType, readonly Sighting[], unknown, readonly string[]][] = [
    ["by link", name("Port", "../shared/port.md"), [port], { kind: "reference", id: "shared/port" }, []],
    [
      "whatever the link's case",
      name("Port", "../../Models/shared/Port.md"),
      [port],
      { kind: "reference", id: "shared/port" },
      [],
    ],
    [
      "by a link without extension, as sites have them",
      name("Port", "../old/port"),
      [port, object("Port", [], { namespace: "old", page: "docs/models/old/port.mdx" })],
      { kind: "reference", id: "old/port" },
      [],
    ],
    [
      "by link, when the name stands elsewhere too",
      name("shared.Port", "../old/port.md"),
      [port, object("Port", [], { namespace: "old" })],
      { kind: "reference", id: "old/port" },
      [],
    ],
    [
      "by namespace",
      name("old.Port"),
      [port, object("Port", [], { namespace: "old" })],
      { kind: "reference", id: "old/port" },
      [],
    ],
    [
      "of the same namespace",
      name("Port"),
      [port, object("Port", [], { namespace: "old" })],
      { kind: "reference", id: "shared/port" },
      [],
    ],
    [
      "unique among all",
      name("new.Port"),
      [object("Port", [], { namespace: "old" })],
      { kind: "reference", id: "old/port" },
      [],
    ],
    [
      "by file name",
      name("new.Format", "../new/format_.md"),
      [object("Format", [], { namespace: "old", page: "docs/models/old/format_.md" })],
      { kind: "reference", id: "old/format" },
      [`link/missing-folder ${cell}`],
    ],
    [
      "on the linked page, which is of several things and of none by itself",
      name("Port", "../old/harbor.md"),
      [{ ...object("Port", [], { namespace: "old", page: "docs/models/old/harbor.md" }), isInner: true }],
      { kind: "reference", id: "old/port" },
      [],
    ],
    [
      "on the linked page beside what the page is of",
      name("Port", "../old/harbor.md"),
      [
        object("Harbor", [], { namespace: "old" }),
        { ...object("Port", [], { namespace: "old", page: "docs/models/old/harbor.md" }), isInner: true },
        port,
      ],
      { kind: "reference", id: "old/port" },
      [],
    ],
    [
      "in another folder than linked",
      name("Port", "../new/port.md"),
      [port, object("Pier", [], { namespace: "new" })],
      { kind: "reference", id: "shared/port" },
      [`link/wrong-folder ${cell}`],
    ],
    [
      "in a folder that is not there",
      name("Port", "../new/port.md"),
      [port],
      { kind: "reference", id: "shared/port" },
      [`link/missing-folder ${cell}`],
    ],
    [
      "in a folder that is not there, which another links into, too",
      name("Port", "../new/port.md"),
      [port, object("Pier", [row("port", name("Port", "../new/port.md"))])],
      { kind: "reference", id: "shared/port" },
      ["link/missing-folder docs/models/shared/pier.md#fields/port:type"],
    ],
    [
      "to nowhere",
      name("shared.Pier", "../shared/pier.md"),
      [port],
      { kind: "missing", name: "Pier" },
      [`link/missing-reference ${cell}`],
    ],
    [
      "to a page that may lack",
      { kind: "name", namespace: "", name: "datetime", href: "DateTime.md#", otherwise: { kind: "any" } },
      [],
      { kind: "any" },
      [],
    ],
    [
      "to such a page that is there",
      { kind: "name", namespace: "", name: "file", href: "File.md#", otherwise: { kind: "any" } },
      [object("File", [], { page: "docs/models/shared/File.md" })],
      { kind: "reference", id: "shared/file" },
      [],
    ],
    [
      "that two others might be",
      name("new.Port"),
      [object("Port", [], { namespace: "a" }), object("Port", [], { namespace: "b" })],
      { kind: "missing", name: "Port" },
      [`link/missing-reference ${cell}`],
    ],
    ["with a nameless target", name("Port", "../../models/.md"), [port], { kind: "reference", id: "shared/port" }, []],
    ["inside a list", list(name("Port")), [port], { kind: "list", item: { kind: "reference", id: "shared/port" } }, []],
  ];
  test.each(cases)("%s", (_title, type, others, want, findings) => {
    expect(linked(type, others)).toEqual({ type: want, found: findings });
  });

  test("climbs above the root of a lone folder", () => {
    const type = name("Port", "../../models/shared/port.md");
    expect(linked(type, [object("Port", [], { page: "models/shared/port.md" })], "ship.md").type).toEqual({
      kind: "reference",
      id: "shared/port",
    });
  });
});

describe("a union in a cell", () => {
  const cell: NeutralType = list({
    kind: "union",
    members: [name("shared.Port"), name("shared.Pier")],
    href: "../shared/berth.md",
  });

  test("is the linked document", () => {
    expect(linked(cell, [port, union("Berth", [name("shared.Port")])])).toEqual({
      type: { kind: "list", item: { kind: "reference", id: "shared/berth" } },
      found: [],
    });
  });

  test("is its members where there is no document", () => {
    expect(linked(cell, [port])).toEqual({
      type: {
        kind: "list",
        item: {
          kind: "union",
          members: [
            { kind: "reference", id: "shared/port" },
            { kind: "missing", name: "Pier" },
          ],
        },
      },
      found: ["link/missing-reference docs/models/shared/ship.md#fields/of:type"],
    });
  });
});

describe("a union page without members", () => {
  const list = (href: string): NeutralType => ({
    kind: "union",
    members: [name("shared.Port"), { kind: "string" }],
    href,
  });
  const adopted = [{ kind: "reference", id: "shared/port" }, { kind: "string" }];

  test.each<readonly [string, Sighting]>([
    ["a cell", object("Ship", [row("berth", list("../shared/berth.md"))])],
    [
      "a cell of a list that may hold nothing",
      object("Ship", [row("berths", { kind: "list", item: { kind: "nullable", of: list("berth.md") } })]),
    ],
    ["a response line", resource([operation("get", { response: list("../../models/shared/berth.md") })])],
    ["a cell that links into the wrong folder", object("Ship", [row("berth", list("../old/berth.md"))])],
  ])("has those of %s that links to it", (_title, referring) => {
    const { draft, diagnostics } = link([port, union("Berth", []), referring]);
    const berth = draft.models.find(({ title }) => title === "Berth");
    expect(berth?.kind === "union" && berth.members.map(({ type }) => type)).toEqual(adopted);
    expect(diagnostics.filter(({ code }) => code === "link/missing-reference")).toEqual([]);
  });

  test("may be anything where no cell lists them", () => {
    const { draft, diagnostics } = link([union("Berth", []), object("Ship", [row("berth", name("shared.Berth"))])]);
    expect(draft.models[0]).toMatchObject({ members: [{ type: { kind: "missing", name: "Berth" } }] });
    expect(diagnostics).toMatchObject([{ code: "link/missing-members", place: "docs/models/shared/berth.md#title" }]);
  });
});

describe("the member of a union by a key", () => {
  const kind = enumeration("Kind", ["shape_circle"]);
  const circle = (title: string, namespace = "shared") =>
    object(title, [row("kind", name("shared.Kind"))], { namespace });
  const memberOf = (others: readonly Sighting[]) => {
    const { draft } = link([
      union("Shape", [name("ShapeCircle"), name("Square")]),
      object("Square", []),
      kind,
      ...others,
    ]);
    const shape = draft.models.find(({ title }) => title === "Shape");
    return shape?.kind === "union"
      ? shape.members.map(({ type }) => (type.kind === "reference" ? type.id : type.kind))
      : [];
  };

  test.each<readonly [string, readonly Sighting[], string]>([
    ["has the constant", [circle("Round")], "shared/round"],
    ["has it and a part of the key for a title", [circle("Round"), circle("Circle")], "shared/circle"],
    ["has it and lies nearby", [circle("Circle", "old"), circle("Circle")], "shared/circle"],
    [
      "has an example that its title repeats",
      [object("ShapeCircleSpec", [row("kind", "string", { examples: ["shape_circle"] })])],
      "shared/shapecirclespec",
    ],
    ["is called so", [circle("Round"), object("ShapeCircle", [])], "shared/shapecircle"],
    ["is none of two", [circle("Round"), circle("Disc")], "missing"],
  ])("is the model that %s", (_title, others, id) => {
    expect(memberOf(others)).toEqual([id, "shared/square"]);
  });
});

describe("documents", () => {
  test("of one id: the second is left out", () => {
    const again = enumeration("Port", ["a"], { page: "docs/models/shared/port_.md" });
    const { draft, diagnostics } = link([again, port]);
    expect(draft.models.map(({ id, kind }) => [id, kind])).toEqual([["shared/port", "object"]]);
    expect(diagnostics).toMatchObject([
      { code: "link/duplicate-model", place: again.place, related: [{ place: port.place }] },
    ]);
  });

  test("in any order give the same draft", () => {
    const all: readonly Sighting[] = [
      readme(),
      resource([operation("list", { response: name("shared.Port") })]),
      port,
      object("Ship", [row("home", name("Port"))]),
      union("Berth", [name("Port"), name("Pier")]),
    ];
    expect(link([...all].reverse())).toEqual(link(all));
  });
});

describe("an operation", () => {
  test("has the documented id, or one made of accessor and method", () => {
    const { draft } = link([
      resource([operation("sendNow", { id: "chat_send", route: "POST /chat" }), operation("list_all")]),
    ]);
    expect(draft.operations.map(({ id, idStated, group, words }) => ({ id, idStated, group, words }))).toEqual([
      { id: "chat_send", idStated: true, group: ["chat"], words: ["send", "now"] },
      { id: "chatListAll", idStated: false, group: ["chat"], words: ["list", "all"] },
    ]);
  });

  test("of an id that another has is left out", () => {
    const pages = ["docs/sdks/a/README.md", "docs/sdks/b/README.md"];
    const { draft, diagnostics } = link(
      pages.map((page) => resource([operation("send", { route: "POST /chat" }, page)], page)),
    );
    expect(draft.operations.map(({ page }) => page)).toEqual(["docs/sdks/a/README.md"]);
    expect(diagnostics).toMatchObject([{ code: "link/duplicate-operation", place: "docs/sdks/b/README.md#send" }]);
  });

  test("loses the class of all other errors, and warns of a documented one that is missing", () => {
    const error = (title: string, contentType: string) => ({
      type: name(`errors.${title}`),
      title,
      statuses: ["404"],
      contentType,
      place: `docs/sdks/chat/README.md#send/errors/${title}`,
    });
    const { draft, diagnostics } = link([
      resource([operation("send", { errors: [error("NotFound", "application/json"), error("SDKError", "*/*")] })]),
    ]);
    expect(draft.operations[0]?.errors.map(({ title }) => title)).toEqual(["NotFound"]);
    expect(diagnostics.map(({ place }) => place)).toEqual(["docs/sdks/chat/README.md#send/errors/NotFound"]);
  });
});
