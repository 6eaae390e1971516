import { describe, expect, test } from "vitest";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import type { Api, Model, Operation, Pagination, Property } from "../../generator/ir/index.ts";
import { type ApiOptions, defaultOptions, type OutputFile } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import {
  api,
  enumeration,
  fact,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  text,
} from "./api.ts";
import { complaints } from "./biome.ts";
import { emitted } from "./emitted.ts";
import { typeErrors } from "./type-check.ts";

const templates = readTemplates();

const integer = { kind: "integer" } as const;
const nullable: Pick<Property, "nullable"> = { nullable: fact("yes") };
const vessel = object("Vessel", [property("name", text)]);
const page = object("VesselPage", [
  property("vessels", listOf(reference("Vessel"))),
  property("nextCursor", text, nullable),
]);

function pagination(more: Partial<Pagination>): Pick<Operation, "pagination"> {
  const base = { kind: "cursor", parameter: "cursor", in: "query", first: null, size: null } as const;
  return { pagination: fact({ ...base, next: ["next_cursor"], items: ["vessels"], ...more }) };
}

function list(more: Partial<Operation>): Operation {
  return operation("listVessels", "GET", "/vessels", {
    words: ["list"],
    parameters: [parameter("cursor", "query", text, optional)],
    replies: fact([json(reference("VesselPage"))]),
    ...pagination({}),
    ...more,
  });
}

/** The package of an API of one operation; models of one's own take the place of those above. */
function packageOf(one: Operation, more: readonly Model[] = [], options: Partial<ApiOptions> = {}): OutputFile[] {
  const titles = more.map(({ title }) => title);
  const models = [...[vessel, page].filter(({ title }) => !titles.includes(title)), ...more];
  const given = { ...defaultOptions, slug: "harbor", ...options };
  return emitTypescript(api({ models, operations: [one] }), given, templates);
}

function sourceOf(...given: Parameters<typeof packageOf>): string {
  return packageOf(...given).find(({ path }) => path === "src/operations/list-vessels.ts")?.text ?? "";
}

/** What the function takes and gives, what it calls, and the lines that it hands over. */
function walkIn(source: string): readonly string[] {
  const [, head = "", returns = "", walker = "", lines = ""] =
    /\nexport function listVesselsAll\(([\s\S]*?)\): (Pages<.*>) \{\n {2}return (\w+)\(\{\n([\s\S]*?)\n {2}\}\);/.exec(
      source,
    ) ?? [];
  const request = /request: (.*?)(?:, options|,\n)/.exec(head)?.[1];
  return request === undefined
    ? []
    : [`request: ${request} → ${returns}`, walker, ...lines.split("\n").map((line) => line.trim())];
}

const byPage: Partial<Pagination> = { kind: "page", parameter: "page", next: [], size: "limit" };
const pageParameter = parameter("page", "query", integer, optional);
const limit = parameter("limit", "query", integer, { ...optional, ...nullable });

test("by cursor: a function behind the operation's", () => {
  const source = emitted("src/operations/list-vessels.ts", { models: [vessel, page], operations: [list({})] });
  expect(source.slice(0, source.indexOf("\nexport interface"))).toMatchInlineSnapshot(`
    "import type { Vessel } from "../models/vessel.ts";
    import { decodeVesselPage, type VesselPage } from "../models/vessel-page.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { cursorPages, type PageOptions, type Pages } from "../runtime/pages.ts";
    import { queryString } from "../runtime/query.ts";
    import { jsonReply } from "../runtime/reply.ts";
    "
  `);
  expect(source.slice(source.indexOf("\n}\n\n/**"))).toMatchInlineSnapshot(`
    "
    }

    /**
     * All pages of \`listVessels\`: iterating gives their items, \`pages()\` the pages themselves. Each is one call, made
     * when it is due.
     */
    export function listVesselsAll(
      client: Client,
      request: ListVesselsRequest = {},
      options?: PageOptions,
    ): Pages<VesselPage, Vessel> {
      return cursorPages({
        first: request.cursor,
        read: (cursor) => listVessels(client, { ...request, cursor }, options),
        items: (page) => page.vessels,
        next: (page) => page.nextCursor,
      });
    }
    "
  `);
});

test("a method that loads the function when the first page is due", () => {
  const source = emitted("src/resources/vessels.ts", { models: [vessel, page], operations: [list({})] });
  expect(source.slice(source.indexOf("  list("))).toMatchInlineSnapshot(`
    "
    "
  `);
});

describe("the walk, by what the API says", () => {
  const search = object("Search", [property("cursor", text, optional), property("words", text)]);
  const filter = object("Filter", [property("cursor", text, optional)]);
  const inBody = pagination({ in: "body" });
  const post = { parameters: [], ...inBody, route: fact({ method: "POST", path: "/vessels/search" } as const) };
  const id = parameter("id", "path", text);
  const cases: readonly [string, readonly string[], Operation, readonly Model[], Partial<ApiOptions>?][] = [
    [
      "by the link of an answer",
      [
        "request: ListVesselsRequest = {} → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.cursor,",
        "read: (cursor) => listVessels(client, { ...request, cursor }, options),",
        "items: (page) => page.vessels,",
        'next: (page) => inLink(page.links?.next?.href, "cursor"),',
      ],
      list({ ...pagination({ next: ["links", "next", "href"], link: true }) }),
      [
        object("VesselPage", [
          property("vessels", listOf(reference("Vessel"))),
          property("links", reference("Links"), optional),
        ]),
        object("Links", [property("next", reference("Link"), nullable)]),
        object("Link", [property("href", text)]),
      ],
    ],
    [
      "by where a page ends, while another follows",
      [
        "request: ListVesselsRequest = {} → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.cursor,",
        "read: (cursor) => listVessels(client, { ...request, cursor }, options),",
        "items: (page) => page.vessels,",
        "next: (page) => page.info?.end,",
        "more: (page) => page.info?.more,",
      ],
      list({ ...pagination({ next: ["info", "end"], more: ["info", "more"] }) }),
      [
        object("VesselPage", [
          property("vessels", listOf(reference("Vessel"))),
          property("info", reference("Info"), optional),
        ]),
        object("Info", [property("end", text), property("more", { kind: "boolean" })]),
      ],
    ],
    [
      "by number, from 0",
      [
        "request: ListVesselsRequest = {} → Pages<VesselPage, Vessel>",
        "numberedPages",
        "first: request.page ?? 0,",
        "size: request.limit,",
        "read: (page) => listVessels(client, { ...request, page }, options),",
        "items: (page) => page.vessels,",
      ],
      list({ ...pagination({ ...byPage, first: 0 }), parameters: [pageParameter, limit] }),
      [],
    ],
    [
      "by number, of an unknown first",
      [
        "request: ListVesselsRequest & { page: number } → Pages<VesselPage, Vessel>",
        "numberedPages",
        "first: request.page,",
        "size: request.limit,",
        "read: (page) => listVessels(client, { ...request, page }, options),",
        "items: (page) => page.vessels,",
      ],
      list({ ...pagination(byPage), parameters: [pageParameter, limit] }),
      [],
    ],
    [
      "by number, which is required",
      [
        "request: ListVesselsRequest → Pages<VesselPage, Vessel>",
        "numberedPages",
        "first: request.page,",
        "read: (page) => listVessels(client, { ...request, page }, options),",
        "items: (page) => page.vessels,",
      ],

      list({ ...pagination({ ...byPage, size: null }), parameters: [parameter("page", "query", integer)] }),
      [],
    ],
    [
      "by offset, of a bare list",
      [
        "request: ListVesselsRequest = {} → Pages<readonly Vessel[], Vessel>",
        "offsetPages",
        "first: request.skip ?? 0,",
        "read: (offset) => listVessels(client, { ...request, skip: offset }, options),",
        "items: (page) => page,",
      ],

      list({
        ...pagination({ kind: "offset", parameter: "skip", next: [], items: [] }),
        parameters: [parameter("skip", "query", integer, optional)],
        replies: fact([json(listOf(reference("Vessel")))]),
      }),
      [],
    ],
    [
      "through what may be missing",
      [
        "request: ListVesselsRequest = {} → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.cursor,",
        "read: (cursor) => listVessels(client, { ...request, cursor }, options),",
        "items: (page) => page.data?.vessels,",
        'next: (page) => page.meta?.["next-cursor"],',
      ],

      list({
        ...pagination({ next: ["meta", "next-cursor"], items: ["data", "vessels"] }),
        parameters: [parameter("cursor", "query", integer, optional)],
      }),
      [
        object("VesselPage", [
          property("data", reference("Data"), nullable),
          property("meta", reference("Meta"), optional),
        ]),
        object("Data", [property("vessels", listOf(reference("Vessel")), optional)]),
        object("Meta", [property("next-cursor", integer, { ...optional, wireName: fact("next-cursor") })]),
      ],
      { fields: "wire" },
    ],
    [
      "in a body that is the request",
      [
        "request: Search → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.cursor,",
        "read: (cursor) => listVessels(client, { ...request, cursor }, options),",
        "items: (page) => page.vessels,",
        "next: (page) => page.nextCursor,",
      ],
      list({ ...post, body: jsonBody(reference("Search")) }),
      [search],
    ],
    [
      "in a body beside parameters",
      [
        "request: ListVesselsRequest → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.cursor,",
        "read: (cursor) => listVessels(client, { ...request, cursor }, options),",
        "items: (page) => page.vessels,",
        "next: (page) => page.nextCursor,",
      ],
      list({ ...post, parameters: [id], body: jsonBody(reference("Search")) }),
      [search],
    ],
    [
      "in a body that is a member",
      [
        "request: ListVesselsRequest → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.search.cursor,",
        "read: (cursor) => listVessels(client, { ...request, search: { ...request.search, cursor } }, options),",
        "items: (page) => page.vessels,",
        "next: (page) => page.nextCursor,",
      ],

      list({ ...post, parameters: [id], body: jsonBody(reference("Search"), { as: ["search"] }) }),
      [search],
    ],
    [
      "in a body that may be left out",
      [
        "request: ListVesselsRequest → Pages<VesselPage, Vessel>",
        "cursorPages",
        "first: request.filter?.cursor,",
        "read: (cursor) => listVessels(client, { ...request, filter: { ...request.filter, cursor } }, options),",
        "items: (page) => page.vessels,",
        "next: (page) => page.nextCursor,",
      ],

      list({ ...post, parameters: [id], body: jsonBody(reference("Filter"), { as: ["filter"], ...optional }) }),
      [filter],
    ],
  ];
  test.each(cases)("%s", (_, want, one, more, options) => {
    expect(walkIn(sourceOf(one, more, options))).toEqual(want);
  });

  test("all of them compile, and look as a formatter leaves them", async () => {
    const packages = cases.map(([, , one, more, options]) => packageOf(one, more, options));
    const [flaws, types] = [await complaints(Object.fromEntries(packages.entries())), await typeErrors(packages)];
    expect([flaws, types]).toEqual(["", ""]);
  }, 120_000);
});

describe("no function where the types do not lead there", () => {
  const colour = enumeration("Colour", ["red"]);
  const cases: readonly [string, Operation, (readonly Model[])?][] = [
    ["no pages", list({ pagination: fact(null) })],
    ["two answers", list({ replies: fact([json(reference("VesselPage")), { kind: "empty" }]) })],
    ["no JSON", list({ replies: fact([{ kind: "text" }]) })],
    ["no such parameter", list({ parameters: [] })],
    ["a parameter of the path", list({ parameters: [parameter("cursor", "path", text)] })],
    ["a parameter of another type", list({ parameters: [parameter("cursor", "query", integer, optional)] })],
    [
      "a parameter that is neither text nor number",
      list({ parameters: [parameter("cursor", "query", reference("Colour"))] }),
    ],
    ["a page that is a text", list({ ...pagination({ ...byPage, parameter: "cursor" }) })],
    ["no body", list({ ...pagination({ in: "body" }) })],
    ["no such field", list({ ...pagination({ items: ["ships"] }) })],
    ["a field that is no list", list({ ...pagination({ items: ["next_cursor"] }) })],
    [
      "a way through the unknown",
      list({}),
      [object("VesselPage", [property("vessels", { kind: "unknown", reason: "any" }), property("nextCursor", text)])],
    ],
    [
      "a required field of a body that may be left out",
      list({
        ...pagination({ in: "body" }),
        parameters: [],
        body: jsonBody(reference("Search"), { as: ["search"], ...optional }),
      }),
      [object("Search", [property("cursor", text, optional), property("words", text)])],
    ],
  ];
  test.each(cases)("%s", (_, one, models = []) => {
    expect(walkIn(sourceOf(one, [colour, ...models]))).toEqual([]);
  });
});

test("names of the docs stay, and what they leave is taken", () => {
  const taken = operation("listVesselsAll", "GET", "/all", { words: ["list", "all"] });
  const below = operation("retrieve", "GET", "/below", { group: ["vessels", "list all2"] });
  const models = [vessel, page];
  const given: Partial<Api> = { models, operations: [list({}), taken, below] };
  const functions = emitted("src/vessels.ts", given).match(/\w+All\w*/g);
  const resource = emitted("src/resources/vessels.ts", given);
  expect(functions).toEqual(["listVesselsAll2", "listVesselsAll"]);
  expect(resource.match(/^ {2}(?:readonly |async )?list\w*/gm)).toEqual([
    "  readonly listAll2",
    "  async list",
    "  listAll3",
    "  async listAll",
  ]);
});

test("the surface names both", () => {
  const surface = emitted("api.md", { models: [vessel, page], operations: [list({})] });
  expect(surface.match(/^ +- .*[lL]ist.*$/gm)).toEqual([
    "  - `list(request?: ListVesselsRequest): Promise<VesselPage>`",
    "  - `listAll(request?: ListVesselsRequest): Pages<VesselPage, Vessel>`",
    "  - `listVessels`, `listVesselsAll`",
  ]);
});

test.each<readonly [string, Partial<Operation>, string]>([
  ["the number of a page, where the docs do not tell the first", pagination(byPage), "listAll({ page: 1 })"],
  ["no number, where they tell it", pagination({ ...byPage, first: 0 }), "listAll()"],
  ["no cursor", {}, "listAll()"],
])("the example of pages gives %s", (_, more, want) => {
  const parameters = "pagination" in more ? [pageParameter, limit] : [parameter("cursor", "query", text, optional)];
  const found = packageOf(list({ parameters, ...more })).find(({ path }) => path === "examples/pages.mjs");
  expect(found?.text).toContain(`for await (const item of client.vessels.${want}) console.log(item);`);
});
