import { describe, expect, test } from "vitest";
import { onlyOperation } from "../infer/decided.ts";
import { decided, merged } from "./merged.ts";
import { list, name, object, operation, resource, row, union } from "./sightings.ts";

describe("operations", () => {
  const find = (page: string, response: Parameters<typeof operation>[1] = {}) =>
    resource([operation("find", { id: "findVessel", route: "GET /vessels/{mmsi}", ...response }, page)], page);

  test("one id is one operation; rows and answers are those of all", () => {
    const { api, diagnostics } = decided(
      merged({
        python: (page) => [
          find(page("docs/sdks/README.md"), { rows: [row("mmsi", "string")], response: name("Vessel") }),
          object("Vessel", [row("mmsi", "string")], { page: page("docs/vessel.md") }),
        ],
        php: (page) => [
          find(page("docs/sdks/README.md"), {
            request: name("FindVesselRequest"),
            response: name("FindVesselResponse"),
          }),
          object("FindVesselRequest", [row("mmsi", "string")], {
            page: page("docs/Request.md"),
            namespace: "operations",
          }),
          object(
            "FindVesselResponse",
            [row("contentType", "string"), row("rawResponse", "response"), row("vessel", name("Vessel"))],
            { page: page("docs/Response.md"), namespace: "operations" },
          ),
          object("Vessel", [row("mmsi", "string")], { page: page("docs/Vessel.md") }),
        ],
      }),
    );
    const found = onlyOperation(api);
    expect(found.parameters.map(({ wireName, location }) => `${location.value} ${wireName.value}`)).toEqual([
      "path mmsi",
    ]);
    expect(found.replies.value).toEqual([{ kind: "json", type: { kind: "reference", id: "shared/vessel" } }]);
    // PHP's envelope is no part of an API whose other docs hand the body out as it is.
    expect(api.models.map(({ title }) => title)).toEqual(["Vessel", "FindVesselRequest"]);
    expect(diagnostics.filter(({ code }) => code === "infer/contradiction")).toEqual([]);
  });

  test("a body that two generations of SDKs call by two names is one", () => {
    const moor = (page: (path: string) => string, body: string) => [
      resource(
        [
          operation(
            "moor",
            { id: "moor", route: "POST /berths", request: name("MoorRequest") },
            page("docs/README.md"),
          ),
        ],
        page("docs/README.md"),
      ),
      object("MoorRequest", [row("dry_run", "boolean", { mark: "–" }), row(body, name("Order"))], {
        page: page("docs/request.md"),
        namespace: "operations",
      }),
      object("Order", [row("item", "string")], { page: page("docs/order.md") }),
    ];
    const given = merged({
      python: (page) => moor(page, "request_body"),
      typescript: (page) => moor(page, "body"),
    });
    const { api } = decided(given);
    const { parameters, body } = onlyOperation(api);
    expect(parameters.map(({ wireName }) => wireName.value)).toEqual(["dry_run"]);
    expect(body?.type).toEqual({ kind: "reference", id: "shared/order" });
    expect(given.diagnostics).toEqual([]);
  });

  test("without ids and paths, the resource and the method tell", () => {
    const given = merged({
      java: (page) => [resource([operation("listAll", {}, page("docs/README.md"))], page("docs/README.md"))],
      ruby: (page) => [resource([operation("list_all", {}, page("docs/README.md"))], page("docs/README.md"))],
    });
    expect(given.draft.operations.map(({ id, sightings }) => `${id} ${sightings.length}`)).toEqual(["chatListAll 2"]);
  });
});

describe("operations that languages write in different ways", () => {
  const listing = (page: string, drawn: Parameters<typeof operation>[1]) =>
    resource([operation("list", drawn, page)], page);

  test("the id stands in one language, and the rows of the most exact language come first", () => {
    const { api } = decided(
      merged({
        python: (page) => [listing(page("docs/README.md"), { rows: [row("flag", "string", { mark: "–" })] })],
        php: (page) => [
          listing(page("docs/README.md"), { id: "listVessels", route: "GET /vessels", rows: [row("flag", "string")] }),
        ],
      }),
    );
    const found = onlyOperation(api);
    expect(found.id).toBe("listVessels");
    expect(found.parameters.map(({ place, presence }) => `${presence.value} ${place}`)).toEqual([
      "optional python/docs/README.md#list/parameters/flag",
    ]);
  });

  test("a parameter that the request object of the other language lacks", () => {
    const given = merged({
      python: (page) => [
        listing(page("docs/README.md"), {
          id: "listVessels",
          route: "GET /vessels",
          rows: [row("limit", "integer"), row("flag", "string", { mark: "–" })],
        }),
      ],
      typescript: (page) => [
        listing(page("docs/README.md"), {
          id: "listVessels",
          route: "GET /vessels",
          request: name("ListVesselsRequest"),
        }),
        object("ListVesselsRequest", [row("limit", "integer")], { page: page("docs/request.md") }),
      ],
    });
    const found = onlyOperation(decided(given).api);
    expect(found.parameters.map(({ wireName, location }) => `${location.value} ${wireName.value}`)).toEqual([
      "query limit",
      "query flag",
    ]);
    expect(given.diagnostics.map(({ code, place, related }) => `${code} ${place} ${related[0]?.place}`)).toEqual([
      "link/one-sided python/docs/README.md#list/parameters/flag typescript/docs/README.md#list/parameters/request",
    ]);
  });

  test("the members of a union in the response line, where the other language has a document of them", () => {
    const members = [name("Quay"), name("Berth")];
    const places = (page: (path: string) => string, item: Parameters<typeof list>[0]) => [
      listing(page("docs/README.md"), { id: "listPlaces", route: "GET /places", response: list(item) }),
      object("Quay", [row("depth", "integer")], { page: page("docs/quay.md") }),
      object("Berth", [row("length", "integer")], { page: page("docs/berth.md") }),
    ];
    const { api, diagnostics } = decided(
      merged({
        python: (page) => [...places(page, name("Place")), union("Place", members, { page: page("docs/place.md") })],
        ruby: (page) => places(page, { kind: "union", members }),
      }),
    );
    expect(onlyOperation(api).replies.value).toEqual([
      { kind: "json", type: { kind: "list", item: { kind: "reference", id: "shared/place" } } },
    ]);
    expect(diagnostics.filter(({ code }) => code === "infer/contradiction")).toEqual([]);
  });
});
