import { describe, expect, test } from "vitest";
import type { Sighting } from "../../generator/dialects/sighting.ts";
import type { Pagination } from "../../generator/ir/index.ts";
import type { Override } from "../../generator/options.ts";
import { type Drawn, list, name, object, operation, resource, row } from "../link/sightings.ts";
import { decided, onlyOperation } from "./decided.ts";

const ship = object("Ship", [row("name", "string")]);
const ships = list(name("Ship"));
const route = "GET /ships";
const optional = { mark: "–" } as const;

/** `kind parameter+size > way to the next > way to the items, by rule`. */
function spelled(pagination: Pagination | null): string {
  if (pagination === null) return "none";
  const { kind, parameter, in: where, size, next, items } = pagination;
  const sizes = size === null ? "" : `+${size}`;
  return `${kind} ${where} ${parameter}${sizes} > ${next.join(".")} > ${items.join(".")}`;
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

  test("as an override states them", () => {
    const value = { pagination: { kind: "cursor", parameter: "from", next: "links.next", items: "ships" } };
    expect(found({ response: ships }, [], [{ subject: "operation chat.list", value, reason: "Tried." }])).toBe(
      "cursor query from > links.next > ships, override",
    );
  });

  test("an override that leaves out the way to the next cursor", () => {
    const value = { pagination: { kind: "cursor", parameter: "from" } };
    const overrides = [{ subject: "operation chat.list", value, reason: "Tried." }];
    const { found } = decided([resource([operation("list", { route })])], { overrides });
    expect(found).toContain("config/invalid-override docsdk.config#operation chat.list");
  });
});
