import { describe, expect, test } from "vitest";
import type { Sighting } from "../../generator/dialects/sighting.ts";
import type { Pagination } from "../../generator/ir/index.ts";
import type { Override } from "../../generator/options.ts";
import { type Drawn, list, name, object, operation, resource, row } from "../link/sightings.ts";
import { decided, onlyOperation, property } from "./decided.ts";

const ship = object("Ship", [row("name", "string")]);
const ships = list(name("Ship"));
const route = "GET /ships";
const optional = { mark: "–" } as const;
const relay = [row("end_cursor", "string"), row("has_next_page", "boolean")];

/** `kind parameter from first+size > way to the next > way to the items, by rule`. */
function spelled(pagination: Pagination | null): string {
  if (pagination === null) return "none";
  const { kind, parameter, in: where, first, size, next, link, more, items } = pagination;
  const begin = first === null ? "" : ` from ${first}`;
  const sizes = size === null ? "" : `+${size}`;
  return `${kind} ${where} ${parameter}${begin}${sizes} > ${link === true ? "link " : ""}${next.join(".")}${more === undefined ? "" : ` if ${more.join(".")}`} > ${items.join(".")}`;
}

function found(drawn: Drawn, more: readonly Sighting[], overrides: readonly Override[] = []): string {
  const { api, found } = decided([resource([operation("list", { route, ...drawn })]), ship, ...more], { overrides });
  expect(found.filter((one) => one.startsWith("config/"))).toEqual([]);
  const { pagination } = onlyOperation(api);
  return `${spelled(pagination.value)}, ${pagination.because[0]?.rule}`;
}

describe("pages", () => {
  const cursor = row("cursor", "string", optional);
  const limit = row("limit", "integer", optional);
  const page = row("page", "integer", optional);
  const size = row("page_size", "integer", optional);
  const cases: readonly [string, Drawn, readonly Sighting[], string][] = [
    [
      "by cursor",
      { rows: [cursor, limit], response: name("Ships") },
      [object("Ships", [row("items", ships), row("next_cursor", "string", optional)])],
      "cursor query cursor+limit > next_cursor > items, pagination/names",
    ],
    [
      "by a cursor in an object beside the list",
      { rows: [cursor], response: name("Ships") },
      [
        object("Ships", [row("ships", ships), row("pagination", name("Pager"))]),
        object("Pager", [row("next_cursor", "string", optional)]),
      ],
      "cursor query cursor > pagination.next_cursor > ships, pagination/names",
    ],
    [
      "of a list inside an object",
      { rows: [page, size], response: name("Ships") },
      [object("Ships", [row("ships", name("Harbored"))]), object("Harbored", [row("results", ships)])],
      "page query page+page_size >  > ships.results, pagination/names",
    ],
    [
      "by an offset",
      { rows: [row("offset", "integer", optional), limit], response: ships },
      [],
      "offset query offset+limit >  > , pagination/names",
    ],
    [
      "by no offset that is a text",
      { rows: [row("offset", "string", optional), limit], response: ships },
      [],
      "none, pagination/none",
    ],
    [
      "of a bare list",
      { rows: [page, size], response: ships },
      [],
      "page query page+page_size >  > , pagination/names",
    ],
    [
      "of a list in the operation's own wrapper",
      { rows: [page], response: name("ListResponse"), paged: true },
      [object("ListResponse", [row("result", ships)], { namespace: "operations" })],
      "page query page >  > , pagination/sample",
    ],
    [
      "by offset",
      { rows: [row("offset", "integer", optional), limit], response: ships },
      [],
      "offset query offset+limit >  > , pagination/names",
    ],
    [
      "by a cursor in the body of a search",
      { route: "POST /ships/search", request: name("Search"), response: name("Ships") },
      [
        object("Search", [row("cursor", "string", optional), row("limit", "integer", optional)]),
        object("Ships", [row("data", ships), row("next", "string", optional)]),
      ],
      "cursor body cursor+limit > next > data, pagination/names",
    ],
    [
      "by what the answer's cursor is called, too, rather than by a page that is a text",
      { rows: [row("next", "string", optional), row("page", "string", optional), size], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next", "string", optional)])],
      "cursor query next+page_size > next > data, pagination/names",
    ],
    [
      "by a cursor rather than by what the answer's link is called, too",
      { rows: [row("next", "string", optional), cursor], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next", "string", { description: "URL of the next page." })])],
      "cursor query cursor > link next > data, pagination/names",
    ],
    [
      "by number where the answer has no next cursor",
      { rows: [cursor, page, size], response: ships },
      [],
      "page query page+page_size >  > , pagination/names",
    ],
    [
      "but not by a variable of the path",
      { route: "GET /books/{page}", rows: [row("page", "integer"), limit], response: ships },
      [],
      "none, pagination/none",
    ],
    ["but not by a page number alone", { rows: [page], response: ships }, [], "none, pagination/none"],
    ["but not where there is no list", { rows: [page, size], response: name("Ship") }, [], "none, pagination/none"],
    ["that a sample walks and no name tells", { response: ships, paged: true }, [], "none, pagination/untold"],
  ];
  test.each(cases)("%s", (_, drawn, more, want) => {
    expect(found(drawn, more)).toBe(want);
  });

  test.each([
    ["after", "string", "cursor query after"],
    ["after", "date-time", undefined],
    ["token", "string", "cursor query token"],
  ] as const)("by what is called %s and is a %s", (called, type, want) => {
    const next = object("Ships", [row("ships", ships), row("next_token", "string", optional)]);
    expect(found({ rows: [row(called, type, optional), limit], response: name("Ships") }, [next])).toBe(
      want === undefined ? "none, pagination/none" : `${want}+limit > next_token > ships, pagination/names`,
    );
  });

  const relayed: readonly [string, Drawn, readonly Sighting[], string][] = [
    [
      "where the page ends, while another follows",
      { rows: [row("after", "string", optional), limit], response: name("Ships") },
      [object("Ships", [row("data", ships), ...relay])],
      "cursor query after+limit > end_cursor if has_next_page > data, pagination/names",
    ],
    [
      "where the page ends, in an object beside the list",
      { rows: [row("page_cursor", "string", optional)], response: name("Ships") },
      [object("Ships", [row("data", ships), row("page_info", name("PageInfo"))]), object("PageInfo", relay)],
      "cursor query page_cursor > page_info.end_cursor if page_info.has_next_page > data, pagination/names",
    ],
    [
      "the next cursor rather than where the page ends",
      { rows: [cursor], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next_cursor", "string"), ...relay])],
      "cursor query cursor > next_cursor > data, pagination/names",
    ],
    [
      "but not where the page ends, where nothing says that another follows",
      { rows: [cursor], response: name("Ships") },
      [object("Ships", [row("data", ships), row("end_cursor", "string")])],
      "none, pagination/none",
    ],
  ];
  test.each(relayed)("by %s", (_, drawn, more, want) => {
    expect(found(drawn, more)).toBe(want);
  });

  const from = row("from", "string", optional);
  const linked: readonly [string, Drawn, readonly Sighting[], string][] = [
    [
      "by the link of HAL",
      { rows: [from, limit], response: name("Ships") },
      [
        object("Ships", [row("embedded", name("Harbored")), row("links", name("Links"))]),
        object("Harbored", [row("ships", ships)]),
        object("Links", [row("self", name("Link")), row("next", { kind: "nullable", of: name("Link") })]),
        object("Link", [row("href", "string"), row("type", "string")]),
      ],
      "cursor query from+limit > link links.next.href > embedded.ships, pagination/names",
    ],
    [
      "by a link among links, which is no cursor",
      { rows: [cursor], response: name("Ships") },
      [
        object("Ships", [row("data", ships), row("links", name("Links"))]),
        object("Links", [row("next", "string", optional)]),
      ],
      "cursor query cursor > link links.next > data, pagination/names",
    ],
    [
      "by what is shown to be an address",
      { rows: [cursor], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next", "string", { examples: ["https://a.example?cursor=x"] })])],
      "cursor query cursor > link next > data, pagination/names",
    ],
    [
      "by what is called a URL",
      { rows: [row("skip_token", "string", optional)], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next_page", "string", { description: "URL of the next page." })])],
      "cursor query skip_token > link next_page > data, pagination/names",
    ],
    [
      "by number where a link leads on",
      { rows: [page], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next", "string", { examples: ["baseurl?page=3"] })])],
      "page query page >  > data, pagination/names",
    ],
    [
      "but not by where a search begins, without a link",
      { rows: [from], response: name("Ships") },
      [object("Ships", [row("data", ships), row("next", "string")])],
      "none, pagination/none",
    ],
  ];
  test.each(linked)("%s", (_, drawn, more, want) => {
    expect(found(drawn, more)).toBe(want);
  });

  test.each([
    ["Results per page.", "integer", "page query page+results >  > , pagination/names"],
    ["Results per page.", "string", "none, pagination/none"],
    ["All results.", "integer", "none, pagination/none"],
  ] as const)("a size that is described as %j, a %s", (description, type, want) => {
    expect(found({ rows: [page, row("results", type, { ...optional, description })], response: ships }, [])).toBe(want);
  });

  test("by a text that is called a page", () => {
    const rows = [row("page", "string", optional), limit];
    const next = object("Ships", [row("ships", ships), row("next_page", "string", optional)]);
    expect(found({ rows, response: name("Ships") }, [next])).toBe(
      "cursor query page+limit > next_page > ships, pagination/names",
    );
    expect(found({ rows, response: ships }, [])).toBe("none, pagination/none");
  });

  test.each([
    [{}, "links.next"],
    [{ link: true }, "link links.next"],
    [{ more: "links.more" }, "links.next if links.more"],
  ])("as an override states them with %o", (more, want) => {
    const value = { pagination: { kind: "cursor", parameter: "from", next: "links.next", items: "ships", ...more } };
    expect(found({ response: ships }, [], [{ subject: "operation chat.list", value, reason: "Tried." }])).toBe(
      `cursor query from > ${want} > ships, override`,
    );
  });

  test.each([
    ["page", 0, "page query page from 0 >  > , override"],
    ["offset", 0, undefined],
    ["page", "one", undefined],
  ])("an override that states the first of a %s as %s", (kind, first, want) => {
    const value = { pagination: { kind, parameter: "page", first } };
    const overrides = [{ subject: "operation chat.list", value, reason: "Tried." }];
    if (want !== undefined) expect(found({ rows: [page], response: ships }, [], overrides)).toBe(want);
    else {
      const { found } = decided([resource([operation("list", { route })])], { overrides });
      expect(found).toContain("config/invalid-override docsdk.config#operation chat.list");
    }
  });

  test("an override that leaves out the way to the next cursor", () => {
    const value = { pagination: { kind: "cursor", parameter: "from" } };
    const overrides = [{ subject: "operation chat.list", value, reason: "Tried." }];
    const { found } = decided([resource([operation("list", { route })])], { overrides });
    expect(found).toContain("config/invalid-override docsdk.config#operation chat.list");
  });
});

describe("the cursor of the last page", () => {
  const rows = [row("cursor", "string", optional)];
  const links = [
    object("Ships", [row("data", ships), row("links", name("Links"))]),
    object("Links", [row("next", "string")]),
  ];
  test.each<readonly [string, readonly Sighting[], string, string]>([
    [
      "is null",
      [object("Ships", [row("data", ships), row("next", "string")])],
      "Ships.next",
      "yes by nullable/last-page",
    ],
    [
      "may be missing",
      [object("Ships", [row("data", ships), row("next", "string", optional)])],
      "Ships.next",
      "unstated by nullable/type-cell",
    ],
    [
      "is a text where a cell says so",
      [object("Ships", [row("data", ships), row("next", "string", { nullable: "no" })])],
      "Ships.next",
      "no by nullable/type-cell",
    ],
    [
      "is null, as that of the first page",
      [object("Ships", [row("data", ships), row("next_cursor", "string"), row("previous_cursor", "string")])],
      "Ships.previous_cursor",
      "yes by nullable/last-page",
    ],
    [
      "is null, as what the page begins with",
      [object("Ships", [row("data", ships), row("start_cursor", "string"), ...relay])],
      "Ships.start_cursor",
      "yes by nullable/last-page",
    ],
    ["may be part of a link", links, "Links.next", "unstated by nullable/type-cell"],
  ])("%s", (_, more, subject, want) => {
    const drawn = operation("list", { route, rows, response: name("Ships") });
    const { api } = decided([resource([drawn]), ship, ...more]);
    const { value, because } = property(api, subject).nullable;
    expect(`${value} by ${because[0]?.rule}`).toBe(want);
  });
});

describe("the first page", () => {
  const size = row("page_size", "integer", optional);
  const page = (more: Partial<Parameters<typeof row>[2]> = {}) => row("page", "integer", { ...optional, ...more });
  const cases: readonly [string, Drawn, string][] = [
    ["of which nothing is said", { rows: [page(), size] }, ""],
    ["as a default", { rows: [page({ description: "Defaults to `0`." }), size] }, " from 0"],
    ["as what a sentence counts from", { rows: [page({ description: "Page number (0-indexed)" }), size] }, " from 0"],
    ["in words", { rows: [page({ description: "One-based number of the page." }), size] }, " from 1"],
    ["as where it starts", { rows: [page({ description: "The page, starting at 1." }), size] }, " from 1"],
    ["in a sample of Python", { rows: [page(), size], sample: "res = c.chat.list(page=0, page_size=10)" }, " from 0"],
    ["in a sample of TypeScript", { rows: [page(), size], sample: "c.chat.list({ page: 1, pageSize: 0 })" }, " from 1"],
    ["in a sample of Go", { rows: [page(), size], sample: "Page: c.Pointer[float64](1)," }, " from 1"],
    ["in a sample of Java", { rows: [page(), size], sample: ".page(1d).pageSize(0)" }, " from 1"],
    ["not in a sample of a later page", { rows: [page(), size], sample: "list(page=12, page_size=1)" }, ""],
    ["not in a sample of a part", { rows: [page(), size], sample: "list(page=1.5, first_page=1)" }, ""],
    ["as an example", { rows: [page({ examples: ["1"] }), size] }, " from 1"],
    ["not as any example", { rows: [page({ examples: ["3"] }), size] }, ""],
    [
      "as a sentence rather than a sample",
      { rows: [page({ description: "Zero-based.", examples: ["1"] }), size], sample: "list(page=1)" },
      " from 0",
    ],
  ];
  test.each(cases)("%s", (_, drawn, want) => {
    expect(found({ response: ships, ...drawn }, [])).toBe(`page query page${want}+page_size >  > , pagination/names`);
  });
});

describe("types that lead to no pages are told", () => {
  const rows = [row("cursor", "string", optional)];
  const answer = object("Ships", [row("items", ships), row("next_cursor", "string", optional)]);
  const cases: readonly [string, object, readonly string[]][] = [
    ["as they should be", { items: "items", next: "next_cursor" }, []],
    ["without a list", { items: "ships", next: "next_cursor" }, ["infer/unwalked-pages"]],
    ["without a cursor", { items: "items", next: "items" }, ["infer/unwalked-pages"]],
  ];
  test.each(cases)("%s", (_, ways, want) => {
    const value = { pagination: { kind: "cursor", parameter: "cursor", ...ways } };
    const overrides = [{ subject: "operation chat.list", value, reason: "Tried." }];
    const drawn = operation("list", { route, rows, response: name("Ships") });
    const { found } = decided([resource([drawn]), ship, answer], { overrides });
    expect(found.map((one) => one.split(" ")[0]).filter((code) => code === "infer/unwalked-pages")).toEqual(want);
  });
});
