import { expect, test } from "vitest";
import { fact } from "./api.ts";
import { emitted } from "./emitted.ts";

test("credentials and servers", () => {
  const place = "README.md#security";
  const api = {
    security: fact([
      { words: ["token"], kind: "bearer" as const, environment: "HARBOR_TOKEN", place },
      { words: ["api", "key"], kind: "api-key" as const, environment: null, place },
    ]),
    servers: fact([
      {
        name: "main",
        url: "https://{region}.harbor.example",
        description: "",
        variables: [{ name: "region", default: "eu", allowed: ["eu", "us"] }],
      },
    ]),
  };
  expect(emitted("src/client.ts", api)).toMatchInlineSnapshot(`
    "import { type Authorizer, apiKeyHeader as apiKeyHeaderAuth, bearer, type Secret } from "./runtime/auth.ts";
    import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /**
       * The bearer token, or a function that is asked for it before each request. The documentation keeps it in
       * \`HARBOR_TOKEN\`.
       */
      readonly token?: Secret | undefined;
      /** The API key, or a function that is asked for it before each request. */
      readonly apiKey?: Secret | undefined;
      /** The header that carries the key: the documentation does not name it. */
      readonly apiKeyHeader?: string | undefined;
      /** The address of the server; \`https://eu.harbor.example\` by default. */
      readonly baseUrl?: string | undefined;
    }

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions = {}): Client {
      const { token, apiKey, apiKeyHeader, ...rest } = options;
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...rest,
        baseUrl: options.baseUrl ?? "https://eu.harbor.example",
        authorize: authorizer(options),
      });
    }

    /** The first credentials that the caller gives. */
    function authorizer({ token, apiKey, apiKeyHeader }: ClientOptions): Authorizer | undefined {
      if (token !== undefined) return bearer(token);
      if (apiKey !== undefined && apiKeyHeader !== undefined) return apiKeyHeaderAuth(apiKeyHeader, apiKey);
      return undefined;
    }
    "
  `);
  expect(emitted("src/client.ts", {})).toMatchInlineSnapshot(`
    "import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /** The address of the server. The documentation names none. */
      readonly baseUrl: string;
    }

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions): Client {
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
      });
    }
    "
  `);
});
