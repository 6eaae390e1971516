import { expect, test } from "vitest";
import { operationDoc } from "../../generator/emit/typescript/operations.ts";
import {
  errorReply,
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
  stream,
  text,
} from "./api.ts";
import { emitted } from "./emitted.ts";

const vessel = object("Vessel", [property("name", text)]);
const failure = object("Failure", [property("message", text)], { description: "What went wrong." });
const watch = object("Watch", [property("mmsi", text), property("stream", { kind: "boolean" }, optional)]);
const models = [vessel, failure, watch];

test("nothing to hand over, and nothing that comes back", () => {
  const ping = operation("ping", "GET", "/ping", { secured: fact(false) });
  expect(emitted("src/operations/ping.ts", { models, operations: [ping] })).toMatchInlineSnapshot(`
    "import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { emptyReply } from "../runtime/reply.ts";

    /**
     * @example
     * await ping(client);
     */
    export async function ping<Raw extends boolean = false>(
      client: Client,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<void, Raw>> {
      return client.call(
        {
          operation: "ping",
          method: "GET",
          path: "/ping",
          replies: [emptyReply()],
          secured: false,
        },
        options,
      );
    }
    "
  `);
});

test("an answer that may be anything may be nothing", () => {
  const sink = operation("sink", "DELETE", "/ships", { replies: fact([json({ kind: "unknown", reason: "any" })]) });
  const file = emitted("src/operations/sink.ts", { models, operations: [sink] });
  expect(file).toContain("Promise<CallResult<unknown, Raw>>");
  expect(file).toContain('replies: [anyReply((input, options) => decode("sink", unknown, input, options), "sink")],');
});

test("a server to itself", () => {
  const load = operation("load", "POST", "/load", { server: fact("https://up.harbor.example") });
  const file = emitted("src/operations/load.ts", { models, operations: [load] });
  expect(file).toContain('server: "https://up.harbor.example",');
  expect(file).toContain("Its server is its own: `https://up.harbor.example`, unless the client has a `baseUrl`.");
});

test("a header carries a date as the server reads it", () => {
  const file = emitted("src/operations/look.ts", {
    models,
    operations: [
      operation("look", "GET", "/look", {
        parameters: [
          parameter("At", "header", { kind: "date-time" }, { wireName: fact("at") }),
          parameter("Since", "header", { kind: "date-time" }, { ...optional, wireName: fact("since") }),
        ],
      }),
    ],
  });
  expect(file).toContain(
    "headers: { at: encodeInstant(request.at), since: request.since && encodeInstant(request.since) },",
  );
});

test("path, query and header", () => {
  const locate = operation("locateVessel", "GET", "/v1/vessels/{mmsi}/tracks/{day}", {
    summary: "Locate a vessel",
    description: "Says where it was.",
    deprecated: "Use `watch`.",
    parameters: [
      parameter("mmsi", "path", text, { description: "Nine digits." }),
      parameter("day", "path", { kind: "date" }),
      parameter("since", "query", { kind: "date-time" }, optional),
      parameter("only", "query", listOf(text), { ...optional, wireName: fact("only[]") }),
      parameter("X-Trace", "header", { kind: "boolean" }, { ...optional, wireName: fact("x-trace") }),
    ],
    replies: fact([json(reference("Vessel"))]),
    errors: [errorReply("404", "Failure"), errorReply("5XX", "Failure")],
  });
  expect(emitted("src/operations/locate-vessel.ts", { models, operations: [locate] })).toMatchInlineSnapshot(`
    "import { Failure } from "../errors.ts";
    import { decodeFailure } from "../models/failure.ts";
    import { decodeVessel, type Vessel } from "../models/vessel.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { path } from "../runtime/path.ts";
    import { queryString } from "../runtime/query.ts";
    import { jsonReply } from "../runtime/reply.ts";

    export interface LocateVesselRequest {
      /** Nine digits. */
      mmsi: string;
      day: string;
      since?: Date | undefined;
      /** Sent as \`only[]\`. */
      only?: readonly string[] | undefined;
      /** Sent as \`x-trace\`. */
      xTrace?: boolean | undefined;
    }

    /**
     * Locate a vessel
     *
     * Says where it was.
     *
     * @deprecated Use \`watch\`.
     * @throws {Failure} 404
     * @throws {Failure} 5XX
     */
    export async function locateVessel<Raw extends boolean = false>(
      client: Client,
      request: LocateVesselRequest,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<Vessel, Raw>> {
      return client.call(
        {
          operation: "locateVessel",
          method: "GET",
          path: path\`/v1/vessels/\${request.mmsi}/tracks/\${request.day}\`,
          query: queryString({ since: request.since, "only[]": request.only }),
          headers: { "x-trace": request.xTrace },
          accept: "application/json",
          replies: [jsonReply(decodeVessel, "Vessel")],
          errors: {
            404: [Failure, decodeFailure],
            "5XX": [Failure, decodeFailure],
          },
        },
        options,
      );
    }
    "
  `);
});

test.each([
  ["Locate", "Says where it was.", "Locate Says where it was."],
  ["Says where.", "Says where.", "Says where."],
  ["Says where.", "Says where.\n\nAnd when.", "Says where. And when."],
  ["Says", "Says where.", "Says Says where."],
  ["Locate", "", "Locate"],
])("the summary %j above %j", (summary, description, want) => {
  const locate = operation("locateVessel", "GET", "/vessels", { summary, description });
  expect(operationDoc(locate, [], []).text.split(/\s+/).join(" ")).toBe(want);
});

test("credentials that the client does not have are the call's", () => {
  const operations = [
    operation("board", "POST", "/ships", { description: "Goes aboard.", credentials: "docs/ships.md#board/security" }),
  ];
  expect(emitted("src/operations/board.ts", { operations })).toContain(
    " * Goes aboard.\n *\n * Its credentials are its own: give them in `authorize`.\n",
  );
  expect(emitted("README.md", { operations })).toContain(
    "## Credentials\n\nSome operations have credentials of their own.",
  );
});

test.each([
  ["bearer", "`authorize: bearer(token)`"],
  ["basic", "`authorize: basic(user, password)`"],
  ["api-key", "`authorize`"],
] as const)("the call is told how to hand over credentials of its own that are %s", (kind, want) => {
  const own = { words: ["guest", "pass"], kind, environment: null, place: "docs/ships.md#board/security" };
  const board = operation("board", "POST", "/ships", { credentials: own.place, ownScheme: fact(own) });
  expect(operationDoc(board, [], []).text).toBe(`Its credentials are its own: give them in ${want}.`);
});

test("an answer asks for the JSON of the documented errors", () => {
  const errors = [{ ...errorReply("404", "Failure"), contentType: "application/vnd.harbor+json" }];
  const locate = operation("locateVessel", "GET", "/vessels", { replies: fact([json(reference("Vessel"))]), errors });
  expect(emitted("src/operations/locate-vessel.ts", { models, operations: [locate] })).toContain(
    'accept: "application/vnd.harbor+json, application/json",\n      replies: [jsonReply(decodeVessel, "Vessel")],',
  );
});

test("a model as the request", () => {
  const create = operation("createVessel", "POST", "/vessels", {
    body: jsonBody(reference("Vessel")),
    replies: fact([json(listOf(reference("Vessel")))]),
  });
  expect(emitted("src/operations/create-vessel.ts", { models, operations: [create] })).toMatchInlineSnapshot(`
    "import { encodeVessel, parseVessel, type Vessel } from "../models/vessel.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { decode, list } from "../runtime/decode.ts";
    import { jsonReply } from "../runtime/reply.ts";
    import { jsonBody } from "../runtime/request-body.ts";

    export async function createVessel<Raw extends boolean = false>(
      client: Client,
      request: Vessel,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<readonly Vessel[], Raw>> {
      return client.call(
        {
          operation: "createVessel",
          method: "POST",
          path: "/vessels",
          body: jsonBody(encodeVessel(request)),
          accept: "application/json",
          replies: [
            jsonReply(
              (input, options) =>
                decode("createVessel", (item, at, key) => list(item, at, key, parseVessel), input, options),
              "createVessel",
            ),
          ],
        },
        options,
      );
    }
    "
  `);
});

test("a model among parameters, and a body of its own", () => {
  const replace = operation("replaceVessel", "PUT", "/vessels/{id}", {
    parameters: [parameter("id", "path", { kind: "integer" })],
    body: jsonBody(reference("Vessel")),
  });
  const replaceAll = operation("replaceVessels", "PUT", "/vessels", {
    parameters: [parameter("dryRun", "query", { kind: "boolean" }, optional)],
    body: jsonBody(listOf(reference("Vessel")), { as: ["vessels"], presence: fact("optional") }),
    errors: [{ ...errorReply("409", "Failure"), type: listOf(reference("Failure")), title: "Conflicts" }],
  });
  const api = { models, operations: [replace, replaceAll] };
  expect(emitted("src/operations/replace-vessel.ts", api)).toMatchInlineSnapshot(`
    "import { encodeVessel, type Vessel } from "../models/vessel.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { path } from "../runtime/path.ts";
    import { emptyReply } from "../runtime/reply.ts";
    import { jsonBody } from "../runtime/request-body.ts";

    export interface ReplaceVesselRequest extends Vessel {
      id: number;
    }

    export async function replaceVessel<Raw extends boolean = false>(
      client: Client,
      request: ReplaceVesselRequest,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<void, Raw>> {
      return client.call(
        {
          operation: "replaceVessel",
          method: "PUT",
          path: path\`/vessels/\${request.id}\`,
          body: jsonBody(encodeVessel(request)),
          replies: [emptyReply()],
        },
        options,
      );
    }
    "
  `);
  expect(emitted("src/operations/replace-vessels.ts", api)).toMatchInlineSnapshot(`
    "import { Conflicts } from "../errors.ts";
    import { parseFailure } from "../models/failure.ts";
    import { encodeVessel, type Vessel } from "../models/vessel.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { decode, list } from "../runtime/decode.ts";
    import { queryString } from "../runtime/query.ts";
    import { emptyReply } from "../runtime/reply.ts";
    import { jsonBody } from "../runtime/request-body.ts";

    export interface ReplaceVesselsRequest {
      /** Sent as \`dry_run\`. */
      dryRun?: boolean | undefined;
      vessels?: readonly Vessel[] | undefined;
    }

    /** @throws {Conflicts} 409 */
    export async function replaceVessels<Raw extends boolean = false>(
      client: Client,
      request: ReplaceVesselsRequest = {},
      options?: CallOptions<Raw>,
    ): Promise<CallResult<void, Raw>> {
      return client.call(
        {
          operation: "replaceVessels",
          method: "PUT",
          path: "/vessels",
          query: queryString({ dry_run: request.dryRun }),
          body: request.vessels === undefined ? undefined : jsonBody(request.vessels.map(encodeVessel)),
          replies: [emptyReply()],
          errors: {
            409: [
              Conflicts,
              (input, options) => decode("Conflicts", (item, at, key) => list(item, at, key, parseFailure), input, options),
            ],
          },
        },
        options,
      );
    }
    "
  `);
});

const watchVessel = operation("watchVessel", "POST", "/watch", {
  words: ["watch"],
  summary: "Watch a vessel",
  body: jsonBody(reference("Watch")),
  replies: fact([json(reference("Vessel")), stream(reference("Vessel"), "[DONE]")]),
});

test("a flag that asks for a stream", () => {
  expect(emitted("src/operations/watch-vessel.ts", { models, operations: [watchVessel] })).toMatchInlineSnapshot(`
    "import { decodeVessel, type Vessel } from "../models/vessel.ts";
    import { encodeWatch, type Watch } from "../models/watch.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import type { EventStream } from "../runtime/event-stream.ts";
    import { jsonReply } from "../runtime/reply.ts";
    import { jsonBody } from "../runtime/request-body.ts";
    import { eventReply } from "../runtime/stream-reply.ts";

    /** Watch a vessel */
    export function watchVessel<Raw extends boolean = false>(
      client: Client,
      request: Watch & { stream: true },
      options?: CallOptions<Raw>,
    ): Promise<CallResult<EventStream<Vessel>, Raw>>;
    export function watchVessel<Raw extends boolean = false>(
      client: Client,
      request: Watch & { stream?: false | null | undefined },
      options?: CallOptions<Raw>,
    ): Promise<CallResult<Vessel, Raw>>;
    export function watchVessel<Raw extends boolean = false>(
      client: Client,
      request: Watch,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<Vessel | EventStream<Vessel>, Raw>>;
    export async function watchVessel<Raw extends boolean = false>(
      client: Client,
      request: Watch,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<Vessel | EventStream<Vessel>, Raw>> {
      return client.call(
        {
          operation: "watchVessel",
          method: "POST",
          path: "/watch",
          body: jsonBody(encodeWatch(request)),
          accept: "application/json, text/event-stream",
          replies: [
            jsonReply(decodeVessel, "Vessel"),
            eventReply(decodeVessel, { name: "Vessel", end: { data: "[DONE]" } }),
          ],
        },
        options,
      );
    }
    "
  `);
});

test("the resource that holds it, and the client", () => {
  const api = { models, operations: [watchVessel] };
  expect(emitted("src/resources/vessels.ts", api)).toMatchInlineSnapshot(`
    "import type { Vessel } from "../models/vessel.ts";
    import type { Watch } from "../models/watch.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import type { EventStream } from "../runtime/event-stream.ts";

    export class VesselsResource {
      readonly #client: Client;

      constructor(client: Client) {
        this.#client = client;
      }

      /** Watch a vessel */
      watch<Raw extends boolean = false>(
        request: Watch & { stream: true },
        options?: CallOptions<Raw>,
      ): Promise<CallResult<EventStream<Vessel>, Raw>>;
      watch<Raw extends boolean = false>(
        request: Watch & { stream?: false | null | undefined },
        options?: CallOptions<Raw>,
      ): Promise<CallResult<Vessel, Raw>>;
      watch<Raw extends boolean = false>(
        request: Watch,
        options?: CallOptions<Raw>,
      ): Promise<CallResult<Vessel | EventStream<Vessel>, Raw>>;
      async watch<Raw extends boolean = false>(
        request: Watch,
        options?: CallOptions<Raw>,
      ): Promise<CallResult<Vessel | EventStream<Vessel>, Raw>> {
        const { watchVessel } = await import("../operations/watch-vessel.ts");
        return watchVessel(this.#client, request, options);
      }
    }
    "
  `);
  expect(emitted("src/harbor.ts", api)).toMatchInlineSnapshot(`
    "import { type ClientOptions, createClient } from "./client.ts";
    import { VesselsResource } from "./resources/vessels.ts";
    import { type RetryOptions, retry } from "./runtime/retry.ts";

    /** What a caller may say about all calls of the client. */
    export interface HarborOptions extends ClientOptions {
      /**
       * How often a call is repeated that failed for a reason that may pass, or how: 2 times by default, with 0 never. One
       * that is not idempotent is repeated only where it cannot have had an effect.
       */
      readonly retries?: number | RetryOptions | undefined;
    }

    /** Harbor */
    export class Harbor {
      readonly vessels: VesselsResource;

      constructor(options: HarborOptions) {
        const use = [...(options.use ?? []), retry(options.retries)];
        const client = createClient({ ...options, use });
        this.vessels = new VesselsResource(client);
      }
    }
    "
  `);
});

test("an error that the docs list once for each of its content types", () => {
  const errors = [errorReply("404", "Failure"), { ...errorReply("404", "Failure"), contentType: "text/json" }];
  const operations = [operation("ping", "GET", "/ping", { errors })];
  expect(emitted("src/operations/ping.ts", { models, operations }).match(/@throws .*/g)).toEqual([
    "@throws {Failure} 404",
  ]);
});

test("errors that the docs list for one status", () => {
  const refused = object("Refused", [property("reason", text)]);
  const errors = [
    errorReply("409", "Failure"),
    errorReply("409", "Refused"),
    { ...errorReply("409", "Failure"), contentType: "text/json" },
    errorReply("404", "Failure"),
  ];
  const operations = [operation("ping", "GET", "/ping", { errors })];
  const file = emitted("src/operations/ping.ts", { models: [...models, refused], operations });
  expect(file).toContain("409: either([Failure, decodeFailure], [Refused, decodeRefused]),");
  expect(file).toContain("404: [Failure, decodeFailure],");
  expect(file).toContain('import { either, emptyReply } from "../runtime/reply.ts";');
});

test("documented errors", () => {
  const operations = [operation("ping", "GET", "/ping", { errors: [errorReply("404", "Failure")] })];
  expect(emitted("src/errors.ts", { models, operations })).toMatchInlineSnapshot(`
    "import type { Failure as FailureBody } from "./models/failure.ts";
    import { ApiError } from "./runtime/errors.ts";

    /** What went wrong. */
    export class Failure extends ApiError {
      override readonly name = "Failure";
      declare readonly body: FailureBody;
    }
    "
  `);
});

test("an operation of the client itself has a method there, and its function in the index", () => {
  const ping = operation("createClient", "POST", "/clients", { group: [] });
  expect(emitted("src/index.ts", { operations: [ping] })).toMatchInlineSnapshot(`
    "export { type ClientOptions, createClient } from "./client.ts";
    export { Harbor, type HarborOptions } from "./harbor.ts";
    export { createClientOperation } from "./operations/create-client-operation.ts";
    export type { Secret } from "./runtime/auth.ts";
    export type { CallInfo, CallOptions, CallResult, Client, Middleware, RawResponse } from "./runtime/client.ts";
    export { ApiError, ConnectionError, DecodeError, StreamError, TimeoutError } from "./runtime/errors.ts";
    export { EventStream } from "./runtime/event-stream.ts";
    export type { FilePart } from "./runtime/form.ts";
    export type { ServerEvent } from "./runtime/framing.ts";
    export type { DecodeOptions, Issue, IssueCode } from "./runtime/issue.ts";
    export { type LogEntry, type LogOptions, log } from "./runtime/log.ts";
    export { type Unrecognized, unknownFields, unrecognized, withUnknownFields } from "./runtime/model.ts";
    export type { PageOptions, Pages } from "./runtime/pages.ts";
    export type { ReadOptions } from "./runtime/reply.ts";
    export { type RetryOptions, retry } from "./runtime/retry.ts";
    "
  `);
  expect(emitted("src/harbor.ts", { operations: [ping] })).toMatchInlineSnapshot(`
    "import { type ClientOptions, createClient } from "./client.ts";
    import type { CallOptions, CallResult, Client } from "./runtime/client.ts";
    import { type RetryOptions, retry } from "./runtime/retry.ts";

    /** What a caller may say about all calls of the client. */
    export interface HarborOptions extends ClientOptions {
      /**
       * How often a call is repeated that failed for a reason that may pass, or how: 2 times by default, with 0 never. One
       * that is not idempotent is repeated only where it cannot have had an effect.
       */
      readonly retries?: number | RetryOptions | undefined;
    }

    /** Harbor */
    export class Harbor {
      readonly #client: Client;

      constructor(options: HarborOptions) {
        const use = [...(options.use ?? []), retry(options.retries)];
        const client = createClient({ ...options, use });
        this.#client = client;
      }

      /**
       * @example
       * await client.createClient();
       */
      async createClient<Raw extends boolean = false>(options?: CallOptions<Raw>): Promise<CallResult<void, Raw>> {
        const { createClientOperation } = await import("./operations/create-client-operation.ts");
        return createClientOperation(this.#client, options);
      }
    }
    "
  `);
});

test("a body that may be left out, and one of which nothing is required", () => {
  const flags = object("Flags", [property("dry", { kind: "boolean" }, optional)]);
  const body = (name: string) => jsonBody(reference(name), { as: "spread", presence: fact("optional") });
  const operations = [
    operation("launch", "POST", "/launch", { body: body("Vessel") }),
    operation("check", "POST", "/check", { body: body("Flags") }),
  ];
  const linesOf = (file: string): readonly string[] =>
    emitted(file, { models: [...models, flags], operations })
      .split("\n")
      .filter((line) => /^ {2}request|body:/.test(line));
  expect(linesOf("src/operations/launch.ts")).toEqual([
    "  request?: Vessel,",
    "      body: request === undefined ? undefined : jsonBody(encodeVessel(request)),",
  ]);
  expect(linesOf("src/operations/check.ts")).toEqual([
    "  request: Flags = {},",
    "      body: jsonBody(encodeFlags(request)),",
  ]);
});
