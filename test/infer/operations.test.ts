import { describe, expect, test } from "vitest";
import type { NeutralType, Sighting } from "../../generator/dialects/sighting.ts";
import type { Operation } from "../../generator/ir/index.ts";
import { spellSecurity } from "../../generator/ir/spell.ts";
import {
  type Draw,
  type Drawn,
  enumeration,
  list,
  name,
  object,
  operation,
  readme,
  resource,
  row,
  union,
} from "../link/sightings.ts";
import { brief, decided, onlyOperation, spelled } from "./decided.ts";

const order = object("Order", [row("item", "string"), row("count", "integer")]);
const wrapper = (...rows: Parameters<typeof object>[1]) => object("SendRequest", rows, { namespace: "operations" });

/** Parameters as `location name`, and the body as `type as … (presence, encoding)`. */
function request({ parameters, body }: Operation): readonly string[] {
  const as = body?.as === "spread" ? "spread" : body?.as.join(" ");
  return [
    ...parameters.map((parameter) => `${parameter.location.value} ${parameter.wireName.value}`),
    ...(body === null ? [] : [`${spelled(body.type)} as ${as} (${body.presence.value}, ${body.encoding.value})`]),
  ];
}

describe("a request", () => {
  const cases: readonly [string, Drawn, readonly Sighting[], readonly string[]][] = [
    [
      "as rows of parameters",
      { route: "GET /ships/{id}", rows: [row("id", "string"), row("limit", "integer", { mark: "–" })] },
      [],
      ["path id", "query limit"],
    ],
    [
      "as rows whose places the docs tell",
      {
        route: "POST /ships/{id}",
        rows: [
          row("id", "string", { location: "path" }),
          row("dock", "string", { location: "header" }),
          row("when", "string", { location: "query" }),
          row("order", name("Order"), { location: "body" }),
        ],
      },
      [order],
      ["path id", "header dock", "query when", "shared/order as order (required, json)"],
    ],
    [
      "as rows told to be in the query, though a body has the like",
      {
        route: "POST /ships",
        rows: [row("item", "string", { location: "query" }), row("count", "integer", { location: "query" })],
      },
      [order],
      ["query item", "query count"],
    ],
    [
      "as a wrapper of parameters",
      { route: "GET /ships/{id}", request: name("SendRequest") },
      [wrapper(row("id", "string"), row("limit", "integer"))],
      ["path id", "query limit"],
    ],
    [
      "as a wrapper with a body",
      { route: "POST /ships/{id}", request: name("SendRequest") },
      [wrapper(row("id", "string"), row("order", name("Order"))), order],
      ["path id", "shared/order as order (required, json)"],
    ],
    [
      "as a wrapper with a list for a body",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("x_key", "string"), row("request_body", list(name("Order")))), order],
      ["header x-key", "shared/order[] as request body (required, json)"],
    ],
    [
      "as a wrapper of a header",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("dry_run", "boolean"), row("x_harbor", "string"))],
      ["query dry_run", "header x-harbor"],
    ],
    [
      "as a wrapper of what its description calls a header",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("dry_run", "boolean"), row("pilot", "string", { description: "Whether this header is needed." }))],
      ["query dry_run", "header pilot"],
    ],
    [
      "as a wrapper with a body and an optional parameter",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("dry_run", "boolean", { mark: "–" }), row("order", name("Order"))), order],
      ["query dry_run", "shared/order as order (required, json)"],
    ],
    [
      "as a wrapper with a body that need not be, and headers",
      { route: "POST /ships", request: name("SendRequest") },
      [
        wrapper(
          row("x_signed_by", "string"),
          row("idempotency_key", "string"),
          row("authorization", "string"),
          row("idempotency_key1", "string", { mark: "–" }),
          row("order", name("Order"), { mark: "–" }),
        ),
        order,
      ],
      [
        "header x-signed-by",
        "header idempotency-key",
        "header authorization",
        "query idempotency_key1",
        "shared/order as order (optional, json)",
      ],
    ],
    [
      "as a body with a field called like its model beside what must be given",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("name", "string"), row("order", name("Order"))), order],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a body with an optional field called like its model",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("name", "string", { mark: "–" }), row("order", name("Order"), { mark: "–" })), order],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a body with a field called like its model beside other objects",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("orders", list(name("Order")), { mark: "–" }), row("order", name("Order"))), order],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a wrapper with a body that is called a request beside what must be given",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("name", "string"), row("order_request", name("OrderRequest"))), object("OrderRequest", [])],
      ["query name", "shared/orderrequest as order request (required, json)"],
    ],
    [
      "as rows with a body that is called a request beside what must be given",
      { route: "POST /ships", rows: [row("name", "string"), row("order_request", name("OrderRequest"))] },
      [wrapper(row("name", "string"), row("order_request", name("OrderRequest"))), object("OrderRequest", [])],
      ["query name", "shared/orderrequest as order request (required, json)"],
    ],
    [
      "as a wrapper with a body that is called a body beside what must be given",
      { route: "POST /ships", request: name("SendRequest") },
      [
        wrapper(row("name", "string"), row("order_request_body", name("OrderRequestBody"))),
        object("OrderRequestBody", []),
      ],
      ["query name", "shared/orderrequestbody as order request body (required, json)"],
    ],
    [
      "as a wrapper with a body that is called like a member of its union",
      { route: "POST /ships/{id}", request: name("SendRequest") },
      [wrapper(row("id", "string"), row("order", name("OrderUnion"))), order, union("OrderUnion", [name("Order")])],
      ["path id", "shared/orderunion as order (required, json)"],
    ],
    [
      "as rows of a body with a field called like its model",
      { route: "POST /ships", rows: [row("name", "string"), row("order", name("Order"))] },
      [wrapper(row("name", "string"), row("order", name("Order"))), order],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a body with a text that is called so",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("subject", "string"), row("body", "string"))],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a wrapper with a text for a body",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("dry_run", "boolean", { mark: "–" }), row("body", "string"))],
      ["query dry_run", "string as body (required, json)"],
    ],
    [
      "as rows with a query parameter set apart from the header of its name",
      {
        route: "GET /ships",
        rows: [
          row("x_harbor_id", "string"),
          row("x_harbor_id_query_parameter", "string", { description: "In place of the x-harbor-id header." }),
          row("x_pier_query_parameter", "string"),
        ],
      },
      [],
      ["header x-harbor-id", "query x-harbor-id", "query x_pier"],
    ],
    [
      "as rows with the session of MCP",
      { route: "POST /mcp", rows: [row("mcp_session_id", "string"), row("order", name("Order"))] },
      [order],
      ["header mcp-session-id", "shared/order as order (required, json)"],
    ],
    [
      "as rows with the headers of Connect",
      {
        route: "POST /harbor.Ships/Moor",
        rows: [row("connect_timeout_ms", { kind: "number" }, { mark: "–" }), row("order", name("Order"))],
      },
      [
        wrapper(
          row("connect_protocol_version", { kind: "literal", value: 1 }),
          row("connect_timeout_ms", { kind: "number" }, { mark: "–" }),
          row("order", name("Order")),
        ),
        order,
      ],
      ["header connect-timeout-ms", "header connect-protocol-version", "shared/order as order (required, json)"],
    ],
    [
      "as a wrapper with a body before a header",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("dry_run", "boolean"), row("order", name("Order")), row("x_harbor", "string")), order],
      ["query dry_run", "header x-harbor", "shared/order as order (required, json)"],
    ],
    [
      "as a body with a field that is called like its model, among others",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("id", "string"), row("order", name("Order")), row("name", "string")), order],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a body with a field that is called like its model, behind a list of objects",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("id", "string"), row("orders", list(name("Order"))), row("order", name("Order"))), order],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a wrapper with the length of its bytes",
      { route: "PUT /ships/{id}", request: name("SendRequest") },
      [wrapper(row("content_length", "integer"), row("id", "string"), row("request_body", "bytes"))],
      ["header content-length", "path id", "bytes as request body (required, bytes)"],
    ],
    [
      "as a body with a length that is no header",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("content_length", "integer"), row("item", "string"))],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as rows with a parameter set apart from its namesake in the body",
      { route: "PATCH /ships/{id}", rows: [row("id_param", "string"), row("id", "string"), row("item", "string")] },
      [object("Order", [row("id", "string"), row("item", "string")])],
      ["path id", "shared/order as spread (required, json)"],
    ],
    [
      "as rows with a query parameter set apart from its namesake in the body",
      {
        route: "POST /ships",
        rows: [row("home_port_param", "string", { mark: "–" }), row("home_port", "string"), row("item", "string")],
      },
      [object("Order", [row("home_port", "string"), row("item", "string")])],
      ["query home_port", "shared/order as spread (required, json)"],
    ],
    [
      "as rows with a query parameter that ends like a suffix",
      {
        route: "POST /ships",
        rows: [row("home_port_param", "string", { mark: "–" }), row("count", "integer"), row("item", "string")],
      },
      [order],
      ["query home_port_param", "shared/order as spread (required, json)"],
    ],
    [
      "as rows with a parameter set apart, which a wrapper has too",
      { route: "PATCH /ships/{id}", rows: [row("id_param", "string"), row("id", "string"), row("item", "string")] },
      [
        wrapper(row("id_param", "string"), row("order", name("Order"))),
        object("Order", [row("id", "string"), row("item", "string")]),
      ],
      ["path id", "shared/order as spread (required, json)"],
    ],
    [
      "as rows with a parameter set apart, which a wrapper calls by its own name",
      { route: "PATCH /ships/{id}", rows: [row("id_param", "string"), row("id", "string"), row("item", "string")] },
      [
        wrapper(row("id", "string"), row("order", name("Order"))),
        object("Order", [row("id", "string"), row("item", "string")]),
      ],
      ["path id", "shared/order as spread (required, json)"],
    ],
    [
      "as rows with a variable that ends like a suffix",
      { route: "GET /ships/{id_param}", rows: [row("id_param", "string"), row("param", "string")] },
      [],
      ["path id_param", "query param"],
    ],
    [
      "as a body in a namespace of wrappers",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("dry_run", "boolean"))],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a body with a key that is no header",
      { route: "POST /ships", request: name("SendRequest") },
      [wrapper(row("api_key", "string"))],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as rows of a body in a namespace of wrappers",
      { route: "POST /ships", rows: [row("dry_run", "boolean")] },
      [wrapper(row("dry_run", "boolean"))],
      ["operations/sendrequest as spread (required, json)"],
    ],
    [
      "as a body that is called like a wrapper",
      { route: "POST /ships", request: name("SendRequest") },
      [object("SendRequest", [row("item", "string")])],
      ["shared/sendrequest as spread (required, json)"],
    ],
    [
      "as a body",
      { route: "POST /ships", request: name("Order") },
      [order],
      ["shared/order as spread (required, json)"],
    ],
    [
      "as a body that a sample leaves out",
      { route: "POST /ships", request: name("Order"), emptyCall: true },
      [order],
      ["shared/order as spread (optional, json)"],
    ],
    [
      "as a body in a row of its own, whatever a sample does",
      { route: "POST /ships/{id}", request: name("SendRequest"), emptyCall: true },
      [wrapper(row("id", "string"), row("order", name("Order"))), order],
      ["path id", "shared/order as order (required, json)"],
    ],
    [
      "as rows of a body that a sample leaves out",
      { route: "POST /ships", rows: [row("item", "string"), row("count", "integer")], emptyCall: true },
      [order],
      ["shared/order as spread (optional, json)"],
    ],
    [
      "as a union",
      { route: "POST /ships", request: name("Either") },
      [order, union("Either", [name("Order")])],
      ["shared/either as body (required, json)"],
    ],
    [
      "as a list",
      { route: "POST /ships", request: list(name("Order")) },
      [order],
      ["shared/order[] as body (required, json)"],
    ],
    ["as bytes", { route: "PUT /ships", request: { kind: "bytes" } }, [], ["bytes as body (required, bytes)"]],
    [
      "as a wrapper with bytes that are called after their schema",
      { route: "POST /ships/{id}", request: name("SendRequest") },
      [wrapper(row("ship_log", "bytes"), row("id", "string"), row("name", "string"))],
      ["path id", "query name", "bytes as ship log (required, bytes)"],
    ],
    [
      "as rows with bytes that are called after their schema",
      { route: "POST /ships/{id}", rows: [row("id", "string"), row("ship_log", "bytes")] },
      [],
      ["path id", "bytes as ship log (required, bytes)"],
    ],
    [
      "as rows with bytes that a wrapper has, too",
      { route: "POST /ships/{id}", rows: [row("id", "string"), row("ship_log", "bytes")] },
      [wrapper(row("id", "string"), row("ship_log", "bytes"))],
      ["path id", "bytes as ship log (required, bytes)"],
    ],
    [
      "as a parameter of bytes where there is no body",
      { route: "GET /ships", rows: [row("cursor", "bytes", { mark: "–" })] },
      [],
      ["query cursor"],
    ],
    [
      "as anything, which a sample reads from a file",
      { route: "PUT /ships", rows: [row("request_body", { kind: "any" }), row("name", "string")], fileCall: true },
      [],
      ["query name", "bytes as request body (required, bytes)"],
    ],
    [
      "as a wrapper with a string, which a sample reads from a file",
      { route: "PUT /ships", request: name("SendRequest"), fileCall: true },
      [wrapper(row("name", "string"), row("request_body", "string"))],
      ["query name", "bytes as request body (required, bytes)"],
    ],
    [
      "as rows and one for the body",
      { route: "POST /ships/{id}", rows: [row("id", "string"), row("order", name("Order"), { mark: "–" })] },
      [wrapper(row("id", "string"), row("order", name("Order"))), order],
      ["path id", "shared/order as order (optional, json)"],
    ],
    [
      "as rows of a wrapper and of its body",
      { route: "POST /ships", rows: [row("item", "string"), row("count", "integer"), row("x_key", "string")] },
      [wrapper(row("x_key", "string"), row("order", name("Order"))), order],
      ["header x-key", "shared/order as spread (required, json)"],
    ],
    [
      "as rows without what a wrapper has for options of the call",
      { route: "GET /ships/{id}", rows: [row("id", "string")] },
      [wrapper(row("id", "string"), row("limit", "integer", { mark: "–" }))],
      ["path id", "query limit"],
    ],
    [
      "as rows without the body that a wrapper has for an option of the call",
      { route: "POST /ships/{id}", rows: [row("id", "string")] },
      [wrapper(row("id", "string"), row("order", name("Order"), { mark: "–" })), order],
      ["path id", "shared/order as order (optional, json)"],
    ],
    [
      "as no rows of a wrapper that has options of the call alone",
      { route: "GET /ships", rows: [] },
      [wrapper(row("limit", "integer", { mark: "–" }), row("order", name("Order"), { mark: "–" })), order],
      ["query limit", "query order"],
    ],
    [
      "as rows of a body",
      { route: "POST /ships", rows: [row("item", "string", { mark: "–" }), row("count", "integer", { mark: "–" })] },
      [order],
      ["shared/order as spread (optional, json)"],
    ],
    [
      "as rows of a body, one of which is called like its model",
      { route: "POST /ships", rows: [row("order", name("Order"))] },
      [order, object("Ask", [row("order", name("Order"))])],
      ["shared/ask as spread (required, json)"],
    ],
    [
      "as rows of a body and some that were added",
      { route: "POST /ships", rows: [row("item", "string"), row("count", "integer"), row("note", "string")] },
      [order],
      ["query note", "shared/order as spread (required, json)"],
    ],
    [
      "as rows of which a model has two",
      { route: "POST /ships", rows: ["item", "count", "a", "b"].map((each) => row(each, "string")) },
      [object("Order", [row("item", "string"), row("count", "string")])],
      ["query item", "query count", "query a", "query b"],
    ],
    [
      "as rows of a GET that a model has too",
      { route: "GET /ships", rows: [row("item", "string"), row("count", "integer")] },
      [order],
      ["query item", "query count"],
    ],
    [
      "with a DELETE body that is called so",
      { route: "DELETE /ships", rows: [row("request_body", name("Order"))] },
      [order],
      ["shared/order as request body (required, json)"],
    ],
    [
      "for a token",
      { route: "POST /token", request: name("Ask") },
      [object("Ask", [row("grant_type", "string"), row("code", "string", { mark: "–" })])],
      ["shared/ask as spread (required, form)"],
    ],
    [
      "for a token, with grants that OAuth does not have",
      { route: "POST /token", request: name("Ask") },
      [object("Ask", [row("grant_type", name("Grant"))]), enumeration("Grant", ["PASSWORD", "JWT_BEARER"])],
      ["shared/ask as spread (required, json)"],
    ],
    [
      "for a token, one for each kind of grant",
      { route: "POST /token", request: name("Ask") },
      [
        union("Ask", [name("Grant"), name("Refresh")]),
        object("Grant", [row("grant_type", "string")]),
        object("Refresh", [row("grant_type", "string")]),
      ],
      ["shared/ask as body (required, form)"],
    ],
    [
      "of which one alone names a kind of grant",
      { route: "POST /token", request: name("Ask") },
      [
        union("Ask", [name("Grant"), name("Other")]),
        object("Grant", [row("grant_type", "string")]),
        object("Other", [row("code", "string")]),
      ],
      ["shared/ask as body (required, json)"],
    ],
    [
      "to revoke a token",
      { id: "oauthRevoke", route: "POST /revoke", request: name("Ask") },
      [object("Ask", [row("token", "string"), row("client_id", "string")])],
      ["shared/ask as spread (required, form)"],
    ],
    [
      "to introspect a token",
      { id: "oauth:introspect_token", route: "POST /tokens", request: name("Ask") },
      [object("Ask", [row("token", "string"), row("token_type_hint", "string", { mark: "–" })])],
      ["shared/ask as spread (required, form)"],
    ],
    [
      "to revoke a token that is none of OAuth",
      { id: "revokePass", route: "POST /revoke", request: name("Ask") },
      [object("Ask", [row("token", "string"), row("item", "string")])],
      ["shared/ask as spread (required, json)"],
    ],
    [
      "with a file",
      { route: "POST /ships", request: name("Upload") },
      [object("Upload", [row("file", "file"), row("note", "string")])],
      ["shared/upload as spread (required, multipart)"],
    ],
    [
      "with a file of content and name",
      { route: "POST /ships", request: name("Upload") },
      [
        object("Upload", [row("file", name("Part"))]),
        object("Part", [row("file_name", "string"), row("content", "bytes")]),
      ],
      ["shared/upload as spread (required, multipart)"],
    ],
  ];
  test.each(cases)("%s", (_title, drawn, docs, want) => {
    expect(request(onlyOperation(decided([...docs, resource([operation("send", drawn)])]).api))).toEqual(want);
  });
});

describe("a request in a namespace of wrappers, where another operation's lone body has a suffix", () => {
  const load = operation("load", { route: "POST /berths", request: name("LoadRequestBody") });
  const body = object("LoadRequestBody", [row("item", "string")], { namespace: "operations" });
  const cases: readonly [string, string, readonly string[]][] = [
    ["is a wrapper", "", ["query dry_run"]],
    ["is a body where it is described", "What to load.", ["operations/sendrequest as spread (required, json)"]],
  ];
  test.each(cases)("%s", (_, description, want) => {
    const document = object("SendRequest", [row("dry_run", "boolean")], { namespace: "operations", description });
    const send = operation("send", { route: "POST /ships", request: name("SendRequest") });
    expect(request(onlyOperation(decided([body, document, resource([send, load])]).api))).toEqual(want);
  });

  test.each<NeutralType>([list(name("LoadRequestBody")), { kind: "map", value: name("LoadRequestBody") }])(
    "is a body where the other's has several of what has the suffix, as a $kind",
    (several) => {
      const send = operation("send", { route: "POST /ships", request: name("SendRequest") });
      const many = operation("load", { route: "POST /berths", request: several });
      const document = wrapper(row("dry_run", "boolean"));
      const [first] = decided([body, document, resource([send, many])]).api.operations;
      expect(first && request(first)).toEqual(["operations/sendrequest as spread (required, json)"]);
    },
  );

  test("is a body where the other's is a schema of the API", () => {
    const send = operation("send", { route: "POST /ships", request: name("SendRequest") });
    const schema = object("LoadRequestBody", [row("item", "string")]);
    const document = wrapper(row("dry_run", "boolean"));
    const [first] = decided([schema, document, resource([send, load])]).api.operations;
    expect(first && request(first)).toEqual(["operations/sendrequest as spread (required, json)"]);
  });

  test("is a wrapper with a body that is called like its model, whatever must be given beside it", () => {
    const send = operation("send", { route: "POST /ships", request: name("SendRequest") });
    const document = wrapper(row("name", "string"), row("order", name("Order")));
    const [first] = decided([body, document, order, resource([send, load])]).api.operations;
    expect(first && request(first)).toEqual(["query name", "shared/order as order (required, json)"]);
  });
});

describe("a request in rows, where another operation's lone body", () => {
  const send = operation("send", { route: "POST /ships", rows: [row("dry_run", "boolean")] });
  const document = wrapper(row("dry_run", "boolean"));
  const cases: readonly [string, Drawn, string][] = [
    ["is in one row is a wrapper", { request: name("Order") }, "query dry_run"],
    [
      "is in rows is a body",
      { rows: [row("item", "string"), row("count", "integer")] },
      "operations/sendrequest as spread (required, json)",
    ],
    ["is no object is a body", { request: list(name("Order")) }, "operations/sendrequest as spread (required, json)"],
  ];
  test.each(cases)("%s", (_, drawn, want) => {
    const load = operation("load", { route: "POST /berths", ...drawn });
    const [first] = decided([document, order, resource([send, load])]).api.operations;
    expect(first && request(first)).toEqual([want]);
  });
});

describe("a request whose body is called like a wrapper, and its wrapper with the suffix twice", () => {
  const body = object("SendRequest", [row("item", "string")]);
  const twice = object("SendRequestRequest", [
    row("dry_run", "boolean", { mark: "–" }),
    row("send_request", name("SendRequest")),
  ]);
  const cases: readonly [string, Drawn, string][] = [
    ["as one object", { request: name("SendRequestRequest") }, "send request"],
    ["as rows", { rows: [row("item", "string"), row("dry_run", "boolean", { mark: "–" })] }, "spread"],
  ];
  test.each(cases)("%s", (_, drawn, as) => {
    const send = operation("send", { route: "POST /ships", ...drawn });
    expect(request(onlyOperation(decided([body, twice, resource([send])]).api))).toEqual([
      "query dry_run",
      `shared/sendrequest as ${as} (required, json)`,
    ]);
  });
});

test("a request in another namespace than that of wrappers is a body", () => {
  const get = operation("get", { route: "GET /ships/{id}", request: name("GetRequest") });
  const send = operation("send", { route: "POST /ships", request: name("SendRequest") });
  const own = object("SendRequest", [row("note", "string", { mark: "–" }), row("order", name("Order"))]);
  const other = object("GetRequest", [row("id", "string")], { namespace: "operations" });
  const { operations } = decided([own, order, other, resource([send, get])]).api;
  expect(operations.map(request)).toEqual([["shared/sendrequest as spread (required, json)"], ["path id"]]);
});

describe("a parameter", () => {
  test("that every operation may take is a header", () => {
    const docs = [readme({ globals: [{ words: ["merchant", "account"], place: "README.md#global/1" }] })];
    const listing = operation("list", { route: "GET /x", rows: [row("merchant_account", "string")] });
    expect(request(onlyOperation(decided([...docs, resource([listing])]).api))).toEqual(["header merchant-account"]);
  });

  test.each<readonly [string, number, string, string, boolean]>([
    ["three samples set on the client", 3, 'sdk = Sdk(fleet="north")', "header fleet", true],
    ["two samples set on the client", 2, 'sdk = Sdk(fleet="north")', "query fleet", false],
    [
      "samples have a placeholder of a credential for",
      3,
      'sdk = Sdk(fleet="<YOUR_API_KEY_HERE>")',
      "query fleet",
      false,
    ],
    ["samples read from elsewhere", 3, 'sdk = Sdk(fleet=os.getenv("FLEET"))', "query fleet", false],
    ["samples set on a call", 3, 'sdk = Sdk()\nsdk.chat.list1(fleet="north")', "query fleet", false],
  ])("that %s (%i)", (_, count, sample, want, isGlobal) => {
    const listings = Array.from({ length: count }, (_, at) =>
      operation(`list${at}`, { route: `GET /ships/${at}`, rows: [row("fleet", "string", { mark: "–" })], sample }),
    );
    const { api } = decided([resource(listings)]);
    expect(api.operations.map(request)).toEqual(listings.map(() => [want]));
    expect(api.operations.every(({ parameters: [one] }) => one?.global !== undefined)).toBe(isGlobal);
  });

  test.each([
    ["organization_id", [], "query organization_id"],
    ["organizationId", [], "query organization_id"],
    ["tenantRef", [], "query organization_id"],
    ["X-Organization-Id", [], "header organization-id"],
    ["organization", [], "header organization-id"],
    ["organization_id", ["X-Harbor-Organization-Id"], "header x-harbor-organization-id"],
  ])("that every operation may take stands where one called %j does, with headers %j", (called, headers, want) => {
    const globals = [{ words: ["organization", "id"], called, place: "README.md#global/1" }];
    const docs = readme({ globals, headers: headers.map((each) => ({ name: each, place: "README.md" })) });
    const rows = [row("organization_id", "string", { mark: "–" })];
    const listings = Array.from({ length: 10 }, (_, at) =>
      operation(`list${at}`, { route: `GET /x${at}`, rows, sample: 's = Harbour(organization_id="a")\ns.list()' }),
    );
    const { operations } = decided([docs, resource(listings)]).api;
    expect(operations.map(request)).toEqual(listings.map(() => [want]));
  });

  test.each([
    ["The `sandbox` query\nparameter must not be sent to the live one.", "query sandbox"],
    ["What the `ref` query parameter is for.", "header sandbox"],
  ])("that every operation may take is where its description has it: %j", (description, want) => {
    const docs = [readme({ globals: [{ words: ["sandbox"], place: "README.md#global/1" }] })];
    const listing = operation("list", { route: "GET /x", rows: [row("sandbox", "boolean", { description })] });
    expect(request(onlyOperation(decided([...docs, resource([listing])]).api))).toEqual([want]);
  });

  test.each([
    ["The effective one is echoed in the `Harbor-Version` response header.", "header harbor-version"],
    ["Sent as the `Harbor-Version`\nheader.", "header harbor-version"],
    ["See the guide to find out whether this header is needed.", "header harbor-version"],
    ["Providing this request\nheader pins the version.", "header harbor-version"],
    ["Harbor version header", "header harbor-version"],
    ["Stands in for the version header", "query harborVersion"],
    ["An alternative to all headers.", "query harborVersion"],
    ["Replaces the `Port-Version` header.", "query harborVersion"],
    ["The `Harbor-Version` headers are of no use.", "query harborVersion"],
  ])("that its description calls a header is one: %j", (description, want) => {
    const listing = operation("list", { route: "GET /x", rows: [row("harborVersion", "string", { description })] });
    expect(request(onlyOperation(decided([resource([listing])]).api))).toEqual([want]);
  });

  test("that no row describes is a required string", () => {
    const { api, found } = decided([resource([operation("get", { route: "GET /ships/{shipId}" })])]);
    expect(onlyOperation(api).parameters).toMatchObject([
      { name: "shipId", words: ["ship", "id"], wireName: { value: "shipId" }, presence: { value: "required" } },
    ]);
    expect(found).toContain("infer/missing-parameter docs/sdks/chat/README.md#get");
  });

  test.each<readonly [string, readonly Draw[], readonly string[]]>([
    ["with a request", [row("name", "string")], ["query name", "header api-version"]],
    ["that lists them, too", [row("apiVersion", "string", { mark: "–" })], ["header api-version"]],
    ["without any", [], ["header api-version"]],
  ])("that is hidden because the client has it is one of an operation %s", (_, rows, want) => {
    const page = object("ListShipsGlobals", [row("apiVersion", "string", { mark: "–" })], { namespace: "operations" });
    const docs = readme({ globals: [{ words: ["api", "version"], place: "README.md#global/1" }] });
    const listing = operation("listShips", { route: "GET /ships", rows });
    const { api } = decided([docs, page, resource([listing])]);
    expect(request(onlyOperation(api))).toEqual(want);
    expect(onlyOperation(api).parameters.at(-1)?.global).toEqual({ place: "README.md#global/1" });
  });

  test("what fills a variable without a row is given to the client, where the README lists it as global", () => {
    const docs = [readme({ globals: [{ words: ["port", "id"], environment: "PORT", place: "README.md#global/1" }] })];
    const { api, found } = decided([...docs, resource([operation("get", { route: "GET /ports/{port_id}" })])]);
    const [parameter] = onlyOperation(api).parameters;
    expect(parameter).toMatchObject({ wireName: { value: "port_id" }, location: { value: "path" } });
    expect(parameter?.presence.value).toBe("optional");
    expect(parameter?.global).toEqual({ environment: "PORT", place: "README.md#global/1" });
    expect(found.filter((one) => one.startsWith("infer/missing-parameter"))).toEqual([]);
  });
});

describe("an operation called after a content type", () => {
  const cases: readonly [string, string, string, string, string][] = [
    ["a form beside its twin", "send_form", "send", "POST /ships", "form by encoding/named (stated)"],
    ["parts beside JSON", "send_multipart", "send_json", "POST /ships", "multipart by encoding/named (stated)"],
    ["JSON beside parts", "send_json", "send_multipart", "POST /ships", "json by encoding/named (stated)"],
    ["what has fields beside its twin", "send_raw", "send", "POST /ships", "json by encoding/json (derived)"],
    ["a form on a route of its own", "send_form", "send", "POST /forms", "json by encoding/json (derived)"],
    ["a form beside another", "send_form", "order", "POST /ships", "json by encoding/json (derived)"],
    ["a form in the singular", "sendform", "send", "POST /ships", "json by encoding/json (derived)"],
  ];
  test.each(cases)("%s", (_, id, twin, route, want) => {
    const drawn = { id, route: "POST /ships", request: name("Order") };
    const both = resource([operation("send", drawn), operation("other", { ...drawn, id: twin, route })]);
    const { operations } = decided([both, order]).api;
    const { encoding } = operations.find((one) => one.id === id)?.body ?? {};
    expect(encoding && brief(encoding)).toBe(want);
  });
});

test.each<readonly [NeutralType, string]>([
  [{ kind: "bytes" }, "bytes bytes by encoding/named (stated)"],
  [{ kind: "any" }, "bytes bytes by encoding/named (stated)"],
  [{ kind: "string" }, "bytes bytes by encoding/named (stated)"],
])("what is sent as bytes beside its twin as JSON is bytes, where the docs have %o", (type, want) => {
  const rows = [row("requestBody", type)];
  const both = resource([
    operation("send", { id: "send_json", route: "POST /ships", rows }),
    operation("pour", { id: "send_raw", route: "POST /ships", rows }),
  ]);
  const found = decided([both]).api.operations.find(({ id }) => id === "send_raw")?.body;
  expect(found && `${found.type.kind} ${brief(found.encoding)}`).toBe(want);
});

test.each<readonly [string, string]>([
  ["Send a ship using form data.", "multipart by encoding/said (derived)"],
  ["Send a ship. Takes the `multipart/form-data` content type.", "multipart by encoding/said (derived)"],
  ["Send a ship as multipart form data.", "multipart by encoding/said (derived)"],
  ["Send a ship as `application/x-www-form-urlencoded`.", "form by encoding/said (derived)"],
  ["Send a ship. Do not use multipart/form-data.", "json by encoding/json (derived)"],
  ["Send a ship, as JSON instead of form data.", "json by encoding/json (derived)"],
  ["Send the form data of a ship.", "json by encoding/json (derived)"],
])("an operation that is described as %j", (description, want) => {
  const send = operation("send", { route: "POST /ships", request: name("Order"), description });
  const { encoding } = onlyOperation(decided([resource([send]), order]).api).body ?? {};
  expect(encoding && brief(encoding)).toBe(want);
});

describe("an override of how a body is written", () => {
  const docs = [resource([operation("send", { route: "POST /ships", request: name("Order") })]), order];
  const apply = (encoding: string) =>
    decided(docs, { overrides: [{ subject: "operation chat.send", value: { encoding }, reason: "Tried." }] });

  test.each(["json", "form", "multipart", "bytes"])("%s", (encoding) => {
    const { encoding: found } = onlyOperation(apply(encoding).api).body ?? {};
    expect(found && brief(found)).toBe(`${encoding} by override (declared)`);
  });

  test("is none of the known ways", () => {
    expect(apply("xml").found).toContain("config/invalid-override docsdk.config#operation chat.send");
  });
});

describe("a route", () => {
  test("loses its fragment", () => {
    const { api } = decided([resource([operation("stream", { route: "POST /chat#stream" })])]);
    expect(onlyOperation(api).route?.value).toEqual({ method: "POST", path: "/chat" });
  });

  test("that nothing states is asked for", () => {
    const { api, found } = decided([resource([operation("send_now")])]);
    expect(onlyOperation(api).route).toBeNull();
    expect(found).toContain("infer/missing-route docs/sdks/chat/README.md#send_now");
  });

  test("is what the override says", () => {
    const overrides = [{ subject: "operation chat.sendNow", value: "POST /chat/now", reason: "seen in a trace" }];
    const { api, found } = decided([resource([operation("send_now")])], { overrides });
    const route = onlyOperation(api).route;
    expect(route && brief(route)).toBe('{"method":"POST","path":"/chat/now"} by override (declared)');
    expect(found.filter((each) => each.includes("route") || each.includes("config"))).toEqual([]);
  });
});

describe("credentials", () => {
  const scheme = readme({
    security: [{ names: ["token"], type: "http", scheme: "HTTP Bearer", place: "README.md#security/1" }],
  });
  const [told] = scheme.security;
  const prose = readme({ security: told === undefined ? [] : [{ ...told, isProse: true }] });
  const type: NeutralType = { kind: "void" };
  const cases: readonly [string, readonly Sighting[], Drawn, string][] = [
    ["of the API", [scheme], { response: type }, "true by secured/scheme (derived)"],
    ["in the sample", [scheme], { sample: 's = Harbor(token="x")' }, "true by secured/scheme (derived)"],
    [
      "that the sample lacks",
      [scheme],
      { sample: "s = Harbor()", clientClass: "Harbor" },
      "false by secured/bare-sample (derived)",
    ],
    ["that no client of the sample lacks", [scheme], { sample: "s.list()" }, "true by secured/scheme (derived)"],
    [
      "that the environment has",
      [prose],
      { sample: "s = Harbor()", clientClass: "Harbor" },
      "true by secured/scheme (derived)",
    ],
    ["of an API without any", [], { sample: "s = Harbor()" }, "false by secured/no-scheme (assumed)"],
  ];
  test.each(cases)("%s", (_title, docs, drawn, want) => {
    expect(brief(onlyOperation(decided([...docs, resource([operation("list", drawn)])]).api).secured)).toBe(want);
  });

  test("that the sample lacks, where the call is called like them", () => {
    const get = operation("get_token", { sample: "s = Harbor()\ns.chat.get_token()", clientClass: "Harbor" });
    const { secured } = onlyOperation(decided([scheme, resource([get])]).api);
    expect(brief(secured)).toBe("false by secured/bare-sample (derived)");
  });
});

describe("the schemes of an operation with credentials of its own", () => {
  const scheme = readme({
    security: [
      { names: ["OAuth"], type: "oauth2", scheme: "OAuth2 token", place: "README.md#security/1" },
      { names: ["username", "password"], type: "http", scheme: "HTTP Basic", place: "README.md#security/2" },
    ],
  });
  test.each<readonly [string, readonly string[], readonly string[] | undefined]>([
    ["are those that it names", ["oauth"], ["README.md#security/1"]],
    ["are those that it names by their parts", ["username", "password"], ["README.md#security/2"]],
    ["are those that it names by what they are", ["basic_auth"], ["README.md#security/2"]],
    ["are any where it names all", ["oauth", "basic_auth"], undefined],
    ["are any where it names others", ["oauth", "ticket"], undefined],
  ])("%s", (_, names, want) => {
    const credentials = object(
      "ListSecurity",
      names.map((each) => row(each, "string")),
    );
    const listing = operation("list", { route: "GET /ships", security: row("security", name("ListSecurity")) });
    const { api } = decided([scheme, credentials, resource([listing])]);
    expect(onlyOperation(api).schemes).toEqual(want);
  });
});

test.each<readonly [string, readonly Draw[], boolean]>([
  ["the client's", [row("token", "string")], false],
  ["others", [row("ticket", "string")], true],
  ["the client's and others", [row("token", "string"), row("ticket", "string")], true],
  ["the client's or others", [row("token", "string", { mark: "–" }), row("ticket", "string", { mark: "–" })], false],
  ["either of others", [row("ticket", "string", { mark: "–" }), row("seal", "string", { mark: "–" })], true],
])("an operation that takes %s", (_, rows, want) => {
  const scheme = readme({
    security: [{ names: ["token"], type: "http", scheme: "HTTP Bearer", place: "README.md#security/1" }],
  });
  const listing = operation("list", { route: "GET /ships", security: row("security", name("ListSecurity")) });
  const { api } = decided([scheme, object("ListSecurity", rows), resource([listing])]);
  expect(onlyOperation(api).credentials !== undefined).toBe(want);
});

test.each<readonly [string, readonly string[], string, string | undefined]>([
  ["a name that tells nothing", ["harbour_pass"], "s.list()", undefined],
  [
    "the placeholder of a sample",
    ["harbour_pass"],
    's.list(harbour_pass: "<YOUR_BEARER_TOKEN_HERE>")',
    "harbour pass (bearer) by scheme/placeholder",
  ],
  ["the placeholder of another name", ["harbour_pass"], 'new S(token: "<YOUR_BEARER_TOKEN_HERE>").list()', undefined],
  [
    "a name over a placeholder",
    ["basic_auth"],
    's.list(basic_auth: "<YOUR_API_KEY_HERE>")',
    "basic auth (basic) by scheme/name",
  ],
  ["a name alone", ["guest_token"], "s.list()", "guest token (bearer) by scheme/name"],
  ["a user and a password", ["username", "password"], "s.list()", "basic auth (basic) by scheme/name"],
  ["several names", ["guest_token", "guest_key"], "s.list()", undefined],
])("the scheme of an operation with credentials of its own by %s", (_, names, sample, want) => {
  const scheme = readme({
    security: [{ names: ["seal"], type: "http", scheme: "HTTP Bearer", place: "README.md#security/1" }],
  });
  const fields = names.map((each) => row(each, "string"));
  const listing = operation("list", { route: "GET /ships", security: row("security", name("ListSecurity")), sample });
  const { api } = decided([scheme, object("ListSecurity", fields), resource([listing])]);
  const { ownScheme } = onlyOperation(api);
  const told = ownScheme && `${spellSecurity([ownScheme.value])} by ${ownScheme.because[0]?.rule}`;
  expect(told).toBe(want);
});

test("the sample of a parameter set apart from its namesake in the body has its own value", () => {
  const rows = ["home_port", "item", "home_port_param"].map((each) => row(each, "string"));
  const sample = 's.chat.send(home_port="Delft", item="sail", home_port_param="Breda")';
  const sending = operation("send", { route: "POST /ships", rows, sample });
  const port = object("Order", [row("home_port", "string"), row("item", "string")]);
  expect(onlyOperation(decided([resource([sending]), port]).api).sample?.value).toEqual({
    parameters: [{ name: "home_port", in: "query", value: "Breda" }],
    body: { home_port: "Delft", item: "sail" },
  });
});

test("the sample of a header gives its value to no namesake in the query", () => {
  const rows = [row("x_ship_id", "string"), row("x_ship_id_query_parameter", "string", { mark: "–" })];
  const sample = 's.chat.list(x_ship_id="Zee")';
  const listing = operation("list", { route: "GET /berths", rows, sample });
  expect(onlyOperation(decided([resource([listing])]).api).sample?.value.parameters).toEqual([
    { name: "x-ship-id", in: "header", value: "Zee" },
  ]);
});
