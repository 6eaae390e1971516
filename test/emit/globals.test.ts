import { expect, test } from "vitest";
import { fact, listOf, operation, optional, parameter, text } from "./api.ts";
import { emitted } from "./emitted.ts";

const listed = (row: string, environment?: string) => ({
  ...optional,
  global: { place: `README.md#global-parameters/${row}`, ...(environment === undefined ? {} : { environment }) },
});
const operations = [
  operation("listShips", "GET", "/fleets/{fleet}/ships", {
    parameters: [
      parameter("fleet", "path", text, listed("1", "FLEET")),
      parameter("limit", "query", { kind: "integer" }, { ...listed("2"), description: "How many." }),
      parameter("agent", "header", text, { ...listed("3"), nullable: fact("yes" as const) }),
      parameter("timeout", "header", { kind: "boolean" }, listed("4")),
      parameter("flags", "query", listOf(text), listed("5")),
      parameter("page", "query", text, optional),
    ],
  }),
];

test("parameters that the client may be given for all operations", () => {
  expect(emitted("src/client.ts", { operations })).toMatchInlineSnapshot(`
    "import { environment } from "./runtime/auth.ts";
    import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /**
       * Sent with every operation that takes it, unless the call gives another. By default what the environment variable
       * \`FLEET\` holds.
       */
      readonly fleet?: string | undefined;
      /**
       * How many.
       *
       * Sent with every operation that takes it, unless the call gives another.
       */
      readonly limit?: number | undefined;
      /** Sent with every operation that takes it, unless the call gives another. */
      readonly agent?: string | undefined;
      /** Sent with every operation that takes it, unless the call gives another. */
      readonly timeout2?: boolean | undefined;
      /** The address of the server. The documentation names none. */
      readonly baseUrl: string;
    }

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions): Client {
      const client = createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
      });
      return {
        ...client,
        globals: {
          fleet: options.fleet ?? environment("FLEET"),
          limit: options.limit,
          agent: options.agent,
          timeout2: options.timeout2,
        },
      };
    }
    "
  `);
});

test("operations take what the client was given where the call gives nothing", () => {
  expect(emitted("src/operations/list-ships.ts", { operations })).toMatchInlineSnapshot(`
    "import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { path } from "../runtime/path.ts";
    import { queryString } from "../runtime/query.ts";
    import { emptyReply } from "../runtime/reply.ts";

    export interface ListShipsRequest {
      fleet?: string | undefined;
      /** How many. */
      limit?: number | undefined;
      agent?: string | null | undefined;
      timeout?: boolean | undefined;
      flags?: readonly string[] | undefined;
      page?: string | undefined;
    }

    export async function listShips<Raw extends boolean = false>(
      client: Client,
      request: ListShipsRequest = {},
      options?: CallOptions<Raw>,
    ): Promise<CallResult<void, Raw>> {
      return client.call(
        {
          operation: "listShips",
          method: "GET",
          path: path\`/fleets/\${request.fleet ?? client.globals?.["fleet"] ?? ""}/ships\`,
          query: queryString({
            limit: request.limit ?? client.globals?.["limit"],
            flags: request.flags,
            page: request.page,
          }),
          headers: {
            agent: request.agent === undefined ? client.globals?.["agent"] : request.agent,
            timeout: request.timeout ?? client.globals?.["timeout2"],
          },
          replies: [emptyReply()],
        },
        options,
      );
    }
    "
  `);
});

test("two that one sample sets on the client", () => {
  const shown = { ...optional, global: { place: "docs/sdks/ships.md#list/samples" } };
  const api = {
    operations: [
      operation("listShips", "GET", "/ships", {
        parameters: [parameter("fleetId", "header", text, shown), parameter("portId", "header", text, shown)],
      }),
    ],
  };
  const client = emitted("src/client.ts", api);
  expect(client).toContain("globals: { fleetId: options.fleetId, portId: options.portId } };");
  const file = emitted("src/operations/list-ships.ts", api);
  expect(file).toContain('fleet_id: request.fleetId ?? client.globals?.["fleetId"],');
  expect(file).toContain('port_id: request.portId ?? client.globals?.["portId"],');
});

test("what the runtime reads of a call is no name for an option of the client", () => {
  const global = { place: "README.md#global-parameters/1" };
  const named = ["signal", "rawResponse", "reconnect", "lasting", "goOn"];
  const parameters = named.map((name) => parameter(name, "query", text, { ...optional, global }));
  const client = emitted("src/client.ts", { operations: [operation("ping", "GET", "/ping", { parameters })] });
  for (const name of named) expect(client).toContain(`readonly ${name}2?: string | undefined;`);
});
