import { expect, test } from "vitest";
import { fact, operation } from "./api.ts";
import { emitted } from "./emitted.ts";

test.each([
  [["https://harbor.example"], "https://up.harbor.example", true],
  [["https://harbor.example"], undefined, false],
  // The caller names the server, and so the one of every operation.
  [[], "https://up.harbor.example", false],
])("of servers %j and that of one operation %s: own servers %s", (urls, own, want) => {
  const load = operation("load", "POST", "/load", own === undefined ? {} : { server: fact(own) });
  const servers = fact(urls.map((url) => ({ name: "", url, description: "", variables: [] })));
  const file = emitted("src/client.ts", { servers, operations: [load] });
  expect(file.includes("ownServers: options.baseUrl === undefined,")).toBe(want);
});

test("a variable keeps a name that a function of the runtime has", () => {
  const place = "README.md#security";
  const url = "https://{environment}.example";
  const variables = [{ name: "environment", default: "live", allowed: [] }];
  const api = {
    security: fact([{ words: ["basic"], kind: "basic" as const, environment: "HARBOR_USER, HARBOR_PASSWORD", place }]),
    servers: fact([{ name: "", url, description: "", variables }]),
  };
  const file = emitted("src/client.ts", api);
  expect(file).toContain("readonly environment?: string | undefined;");
  expect(file).toContain('environmentAuth("HARBOR_PASSWORD")');
});

test("a variable that is called as one of the environment", () => {
  const servers = fact([{ ...server, url: "https://{API_HOST}/v1", variables: [] }]);
  expect(emitted("src/client.ts", { servers })).toContain("readonly apiHost?: string | undefined;");
});

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
    "import {
      type Authorizer,
      apiKeyHeader as apiKeyHeaderAuth,
      bearer,
      fromEnvironment,
      headerOption,
      type Secret,
    } from "./runtime/auth.ts";
    import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";
    import type { Unrecognized } from "./runtime/model.ts";
    import { hostPart } from "./runtime/server.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /**
       * The bearer token, or a function that is asked for it before each request. By default what the environment
       * variable \`HARBOR_TOKEN\` holds, if there is one.
       */
      readonly token?: Secret | undefined;
      /** The API key, or a function that is asked for it before each request. */
      readonly apiKey?: Secret | undefined;
      /** The header that carries the key: the documentation does not name it, and \`apiKey\` needs it. */
      readonly apiKeyHeader?: string | undefined;
      /**
       * One of the documented servers, by default the first:
       *
       * - \`main\`: \`https://{region}.harbor.example\`
       */
      readonly server?: "main" | undefined;
      /** The \`region\` in the address of \`main\`; by default \`eu\`. */
      readonly region?: "eu" | "us" | Unrecognized | undefined;
      /** The address of another server, which wins over the documented ones. */
      readonly baseUrl?: string | undefined;
    }

    /** The addresses of the documented servers. */
    const servers = {
      main: ({ region = "eu" }: ClientOptions): string => \`https://\${hostPart("region", region)}.harbor.example\`,
    };

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions = {}): Client {
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
        baseUrl: options.baseUrl ?? servers[options.server ?? "main"](options),
        authorize: authorizer(options),
      });
    }

    /** All credentials that the caller gives, of those for one header the first, else those of the environment. */
    function authorizer({ token, apiKey, apiKeyHeader }: ClientOptions): Authorizer | undefined {
      const given: Authorizer[] = [];
      if (apiKey !== undefined) given.push(apiKeyHeaderAuth(headerOption("apiKeyHeader", apiKeyHeader), apiKey));
      if (token !== undefined) given.push(bearer(token));
      if (given.length > 0) {
        return async (target) => {
          for (const add of given) await add(target);
        };
      }
      return fromEnvironment("HARBOR_TOKEN", bearer);
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

const place = "README.md#security";
const region = { name: "region", default: "eu", allowed: ["eu", "us"] };
const server = { name: "", url: "https://api.harbor.example", description: "", variables: [] };

test("servers with names and variables", () => {
  const servers = [
    { ...server, name: "production", description: "For everyone" },
    { ...server, name: "in one region", url: "https://{region}.harbor.example/{base-path}", variables: [region] },
  ];
  expect(emitted("src/client.ts", { servers: fact(servers) })).toMatchInlineSnapshot(`
    "import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";
    import type { Unrecognized } from "./runtime/model.ts";
    import { hostPart, urlPart } from "./runtime/server.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /**
       * One of the documented servers, by default the first:
       *
       * - \`production\`: \`https://api.harbor.example\` (For everyone)
       * - \`in one region\`: \`https://{region}.harbor.example/{base-path}\`
       */
      readonly server?: "production" | "in one region" | undefined;
      /** The \`region\` in the address of \`in one region\`; by default \`eu\`. */
      readonly region?: "eu" | "us" | Unrecognized | undefined;
      /** The \`base-path\` in the address of \`in one region\`; it has no default. */
      readonly basePath?: string | undefined;
      /** The address of another server, which wins over the documented ones. */
      readonly baseUrl?: string | undefined;
    }

    /** The addresses of the documented servers. */
    const servers = {
      production: (): string => "https://api.harbor.example",
      "in one region": ({ region = "eu", basePath }: ClientOptions): string =>
        \`https://\${hostPart("region", region)}.harbor.example/\${urlPart("basePath", basePath)}\`,
    };

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions = {}): Client {
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
        baseUrl: options.baseUrl ?? servers[options.server ?? "production"](options),
      });
    }
    "
  `);
});

test("servers with numbers, and one that has none", () => {
  const numbered = [
    { ...server, name: "0" },
    { ...server, name: "1", url: "https://eu.harbor.example" },
  ];
  expect(emitted("src/client.ts", { servers: fact(numbered) })).toMatchInlineSnapshot(`
    "import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /**
       * One of the documented servers, by default the first:
       *
       * - \`0\`: \`https://api.harbor.example\`
       * - \`1\`: \`https://eu.harbor.example\`
       */
      readonly server?: 0 | 1 | undefined;
      /** The address of another server, which wins over the documented ones. */
      readonly baseUrl?: string | undefined;
    }

    /** The addresses of the documented servers. */
    const servers = {
      0: "https://api.harbor.example",
      1: "https://eu.harbor.example",
    };

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions = {}): Client {
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
        baseUrl: options.baseUrl ?? servers[options.server ?? 0],
      });
    }
    "
  `);
});

test("a server without name whose address has a variable", () => {
  const servers = [{ ...server, url: "{protocol}://{id}.harbor.example", variables: [] }];
  expect(emitted("src/client.ts", { servers: fact(servers) })).toMatchInlineSnapshot(`
    "import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";
    import { hostPart, urlPart } from "./runtime/server.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /** The \`protocol\` in the address; it has no default. */
      readonly protocol?: string | undefined;
      /** The \`id\` in the address; it has no default. */
      readonly id?: string | undefined;
      /** The address of the server, in place of \`{protocol}://{id}.harbor.example\`. */
      readonly baseUrl?: string | undefined;
    }

    /** The address of the documented server. */
    function serverUrl({ protocol, id }: ClientOptions): string {
      return \`\${urlPart("protocol", protocol)}://\${hostPart("id", id)}.harbor.example\`;
    }

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions = {}): Client {
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
        baseUrl: options.baseUrl ?? serverUrl(options),
      });
    }
    "
  `);
});

test("credentials that the documentation keeps in the environment", () => {
  const security = [
    { words: ["token"], kind: "oauth2" as const, environment: "HARBOR_TOKEN", place },
    { words: ["key"], kind: "api-key" as const, environment: "HARBOR_KEY", query: "key", place },
    { words: ["login"], kind: "basic" as const, environment: "HARBOR_PASSWORD, HARBOR_USER", place },
    { words: ["other"], kind: "bearer" as const, environment: "A, B", place },
  ];
  expect(emitted("src/client.ts", { security: fact(security) })).toMatchInlineSnapshot(`
    "import {
      type Authorizer,
      apiKeyQuery,
      basic,
      bearer,
      environment,
      fromEnvironment,
      type Secret,
    } from "./runtime/auth.ts";
    import {
      type Client,
      createClient as createRuntimeClient,
      type ClientOptions as RuntimeOptions,
    } from "./runtime/client.ts";

    /** What a caller may say about all calls. */
    export interface ClientOptions extends Omit<RuntimeOptions, "baseUrl" | "authorize"> {
      /**
       * The OAuth access token, or a function that is asked for it before each request. By default what the environment
       * variable \`HARBOR_TOKEN\` holds, if there is one.
       */
      readonly token?: Secret | undefined;
      /**
       * The API key, or a function that is asked for it before each request. By default what the environment variable
       * \`HARBOR_KEY\` holds, if there is one.
       */
      readonly key?: Secret | undefined;
      /**
       * The user of HTTP Basic authentication. By default what the environment variable \`HARBOR_USER\` holds, if there is
       * one.
       */
      readonly username?: string | undefined;
      /**
       * The password, or a function that is asked for it before each request. By default what the environment variable
       * \`HARBOR_PASSWORD\` holds, if there is one.
       */
      readonly password?: Secret | undefined;
      /** The bearer token, or a function that is asked for it before each request. The documentation keeps it in \`A, B\`. */
      readonly other?: Secret | undefined;
      /** The address of the server. The documentation names none. */
      readonly baseUrl: string;
    }

    /** A client for standalone functions. It holds no connection and no state. */
    export function createClient(options: ClientOptions): Client {
      return createRuntimeClient({
        userAgent: "harbor/0.1.0",
        ...options,
        authorize: authorizer(options),
      });
    }

    /** All credentials that the caller gives, of those for one header the first, else those of the environment. */
    function authorizer({ token, key, username, password, other }: ClientOptions): Authorizer | undefined {
      const given: Authorizer[] = [];
      if (other !== undefined) given.push(bearer(other));
      if (username !== undefined) given.push(basic(username, password ?? environment("HARBOR_PASSWORD")));
      if (key !== undefined) given.push(apiKeyQuery("key", key));
      if (token !== undefined) given.push(bearer(token));
      if (given.length > 0) {
        return async (target) => {
          for (const add of given) await add(target);
        };
      }
      return fromEnvironment(
        "HARBOR_TOKEN",
        bearer,
        fromEnvironment(
          "HARBOR_KEY",
          (secret) => apiKeyQuery("key", secret),
          fromEnvironment("HARBOR_USER", (secret) => basic(secret, () => environment("HARBOR_PASSWORD"))),
        ),
      );
    }
    "
  `);
});
