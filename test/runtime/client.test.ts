import { describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  type Authorizer,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  headerOption,
} from "../../templates/typescript/runtime/auth.ts";
import {
  type Call,
  type CallOptions,
  type ClientOptions,
  createClient,
  type Middleware,
  type RawResponse,
} from "../../templates/typescript/runtime/client.ts";
import { ApiError, DecodeError } from "../../templates/typescript/runtime/errors.ts";
import type { DecodeOptions } from "../../templates/typescript/runtime/issue.ts";
import { queryString } from "../../templates/typescript/runtime/query.ts";
import {
  bytesReply,
  type ErrorReplies,
  emptyReply,
  jsonReply,
  type Reply,
} from "../../templates/typescript/runtime/reply.ts";
import { bytesBody, formBody, jsonBody, type RequestBody } from "../../templates/typescript/runtime/request-body.ts";
import { eventReply } from "../../templates/typescript/runtime/stream-reply.ts";
import { failureOf } from "./server.ts";

function decode(input: unknown, options?: DecodeOptions): { readonly value: unknown; readonly options: unknown } {
  return { value: input, options };
}

const json = jsonReply(decode, "Echo");
const get = {
  operation: "getEcho",
  method: "GET",
  path: "/echo",
  accept: "application/json",
  replies: [json],
} as const;

/** A client whose requests end here, and what they were. */
function recorder(options: Partial<ClientOptions> = {}, answer: () => Response = () => Response.json({})) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: "https://h/v1",
    fetch: async (request) => {
      requests.push(request);
      return answer();
    },
    ...options,
  });
  return { client, requests };
}

async function sent(
  call: Partial<Call<readonly Reply<unknown>[]>>,
  client?: Partial<ClientOptions>,
  own?: CallOptions,
) {
  const made = recorder(client);
  await made.client.call({ ...get, ...call }, own);
  const [request] = made.requests;
  if (request === undefined) throw new Error("nothing was sent");
  return request;
}

describe("the request", () => {
  test.each([
    { baseUrl: "https://h", path: "/chat", want: "https://h/chat" },
    { baseUrl: "https://h/", path: "/chat", want: "https://h/chat" },
    { baseUrl: "https://h/v1", path: "/chat/a%2Fb", want: "https://h/v1/chat/a%2Fb" },
    { baseUrl: "https://h/v1/", path: "/chat", want: "https://h/v1/chat" },
    { baseUrl: "http://h:8080/a/b//", path: "/chat/", want: "http://h:8080/a/b/chat/" },
    { baseUrl: "https://h/v1?version=2", path: "/chat", want: "https://h/v1/chat?version=2" },
    { baseUrl: "https://h/v1", path: "/chat?beta=true", want: "https://h/v1/chat?beta=true" },
    { baseUrl: "https://h", path: "//evil/chat", want: "https://h//evil/chat" },
  ])("goes from $baseUrl and $path to $want", async ({ baseUrl, path, want }) => {
    expect((await sent({ path }, { baseUrl })).url).toBe(want);
  });

  test.each([
    [{ server: "https://up/v2" }, { ownServers: true }, "https://up/v2/echo"],
    [{ server: "https://up/v2" }, {}, "https://h/v1/echo"],
    [{}, { ownServers: true }, "https://h/v1/echo"],
  ])("of a call with %o by a client with %o goes to %s", async (call, client, want) => {
    expect((await sent(call, client)).url).toBe(want);
  });

  test("carries the query", async () => {
    const query = queryString({ q: "a b", tag: ["x", "y"], none: undefined });
    expect((await sent({ query })).url).toBe("https://h/v1/echo?q=a%20b&tag=x&tag=y");
    expect((await sent({ query, path: "/echo?beta=true" })).url).toBe(
      "https://h/v1/echo?beta=true&q=a%20b&tag=x&tag=y",
    );
    expect((await sent({ query: queryString({ none: undefined }) })).url).toBe("https://h/v1/echo");
  });

  test.each<{
    name: string;
    call?: Partial<Call<readonly Reply<unknown>[]>>;
    client?: Partial<ClientOptions>;
    own?: CallOptions;
    want: Record<string, string>;
  }>([
    { name: "the replies", want: { accept: "application/json" } },
    { name: "no body", call: { accept: undefined }, want: {} },
    {
      name: "a JSON body",
      call: { method: "POST", body: jsonBody({}) },
      want: { accept: "application/json", "content-type": "application/json" },
    },
    {
      name: "the user agent",
      client: { userAgent: "pkg/1.0" },
      want: { accept: "application/json", "user-agent": "pkg/1.0" },
    },
    { name: "no user agent", client: { userAgent: false }, want: { accept: "application/json" } },
    {
      name: "parameters",
      call: { headers: { "x-a": 1, "x-b": true, "x-c": "", "x-d": undefined, "x-e": null } },
      want: { accept: "application/json", "x-a": "1", "x-b": "true", "x-c": "" },
    },
    {
      name: "the nearer header wins",
      call: { headers: { b: "call", c: "call" } },
      client: { headers: { a: "client", b: "client", c: "client", accept: "*/*" } },
      own: { headers: { c: "own", d: undefined } },
      want: { accept: "*/*", a: "client", b: "call", c: "own" },
    },
  ])("has the headers of $name", async ({ call = {}, client, own, want }) => {
    expect(Object.fromEntries((await sent(call, client, own)).headers)).toEqual(want);
  });

  test("has no user agent of its own in a browser", async () => {
    vi.stubGlobal("onoffline", null);
    expect((await sent({}, { userAgent: "pkg/1.0" })).headers.get("user-agent")).toBeNull();
    vi.unstubAllGlobals();
  });

  test.each<{ name: string; body: RequestBody; type: string | null; text: string }>([
    { name: "JSON", body: jsonBody({ a: [1, "é"] }), type: "application/json", text: '{"a":[1,"é"]}' },
    {
      name: "a form",
      body: formBody({ a: "x y", b: [1, 2] }),
      type: "application/x-www-form-urlencoded",
      text: "a=x%20y&b=1&b=2",
    },
    { name: "bytes", body: bytesBody(new Uint8Array([104, 105])), type: "application/octet-stream", text: "hi" },
    { name: "bytes of a type", body: bytesBody(new Uint8Array([104, 105]), "text/x"), type: "text/x", text: "hi" },
    { name: "a blob", body: bytesBody(new Blob(["hi"], { type: "text/y" })), type: "text/y", text: "hi" },
    { name: "a blob without type", body: bytesBody(new Blob(["hi"])), type: "application/octet-stream", text: "hi" },
    { name: "a stream", body: bytesBody(new Blob(["hi"]).stream()), type: "application/octet-stream", text: "hi" },
  ])("sends $name", async ({ body, type, text }) => {
    const request = await sent({ method: "POST", body });
    expect(request.method).toBe("POST");
    expect(request.headers.get("content-type")).toBe(type);
    expect(await request.text()).toBe(text);
  });
});

describe("credentials", () => {
  test.each<{ name: string; authorize: Authorizer; header?: string; want: string | null; url?: string }>([
    { name: "bearer", authorize: bearer("t"), want: "Bearer t" },
    { name: "bearer from a function", authorize: bearer(() => "t"), want: "Bearer t" },
    { name: "bearer from a promise", authorize: bearer(async () => "t"), want: "Bearer t" },
    { name: "a key as the user", authorize: basic("key", ""), want: `Basic ${Buffer.from("key:").toString("base64")}` },
    { name: "basic", authorize: basic("user", "pä:ss"), want: `Basic ${Buffer.from("user:pä:ss").toString("base64")}` },
    { name: "a header", authorize: apiKeyHeader("x-key", "k"), header: "x-key", want: "k" },
    {
      name: "a parameter",
      authorize: apiKeyQuery("key", "k &"),
      want: null,
      url: "https://h/v1/echo?q=a%20b&key=k%20%26",
    },
  ])("as $name", async ({ authorize, header = "authorization", want, url = "https://h/v1/echo?q=a%20b" }) => {
    const request = await sent({ query: queryString({ q: "a b" }) }, { authorize });
    expect(request.headers.get(header)).toBe(want);
    expect(request.url).toBe(url);
  });

  test("stay away from a call that needs none", async () => {
    expect((await sent({ secured: false }, { authorize: bearer("t") })).headers.has("authorization")).toBe(false);
  });

  test.each([true, false])("of one call stand in place of the client's, secured or not: %s", async (secured) => {
    const request = await sent({ secured }, { authorize: bearer("t") }, { authorize: apiKeyHeader("x-key", "k") });
    expect([request.headers.get("x-key"), request.headers.has("authorization")]).toEqual(["k", false]);
  });

  test("go in the header that an option gives", () => {
    expect(headerOption("keyHeader", "x-key")).toBe("x-key");
  });

  test.each([undefined, ""])("without the header are the caller's mistake: %j", (name) => {
    const want = "Expected the option `keyHeader` for the header of the key, received none";
    expect(() => headerOption("keyHeader", name)).toThrow(new TypeError(want));
  });

  test.each([bearer(""), basic("user", undefined), basic("user", () => undefined), basic("", "")])(
    "that are empty are the caller's mistake",
    async (authorize) => {
      expect(await failureOf(sent({}, { authorize }))).toEqual(new TypeError("No credentials"));
    },
  );
});

test.each([{ baseUrl: undefined }, { baseUrl: "" }, { baseUrl: "api.example.com" }, { baseUrl: "localhost:80" }])(
  "without a base URL there is no client: $baseUrl",
  ({ baseUrl }) => {
    // @ts-expect-error a caller without types
    const made = () => createClient({ baseUrl });
    expect(made).toThrow(new TypeError(`Expected an http(s) baseUrl, received ${baseUrl}`));
  },
);

describe("the answer", () => {
  test("is read leniently, unless asked otherwise", async () => {
    const clientIssue = (): void => {};
    const ownIssue = (): void => {};
    const read = async (client: Partial<ClientOptions>, own?: CallOptions) =>
      (await recorder(client).client.call(get, own)).options;
    expect(await read({})).toMatchObject({ validate: "lenient" });
    expect(await read({ validate: "off", onIssue: clientIssue })).toMatchObject({
      validate: "off",
      onIssue: clientIssue,
    });
    expect(
      await read({ validate: "off", onIssue: clientIssue }, { validate: "strict", onIssue: ownIssue }),
    ).toMatchObject({
      validate: "strict",
      onIssue: ownIssue,
    });
  });

  test("is shown before it is read", async () => {
    const seen: string[] = [];
    const { client } = recorder(
      { onResponse: (response) => seen.push(`client ${response.status} ${response.bodyUsed}`) },
      () => Response.json({}, { status: 404 }),
    );
    await failureOf(client.call(get, { onResponse: (response) => seen.push(`call ${response.status}`) }));
    expect(seen).toEqual(["client 404 false", "call 404"]);
  });

  test("comes with the response that carried it, where that is asked for", async () => {
    const { client } = recorder({}, () => Response.json({ ok: true }, { headers: { "x-request-id": "7" } }));
    const raw = await client.call(get, { rawResponse: true });
    expect(raw.data.value).toEqual({ ok: true });
    expect(raw.response.headers.get("x-request-id")).toBe("7");
    const call = <Raw extends boolean>(rawResponse?: Raw) => client.call(get, { rawResponse });
    type Data = ReturnType<typeof decode>;
    expectTypeOf(call<true>).returns.toEqualTypeOf<Promise<RawResponse<Data>>>();
    expectTypeOf(call<false>).returns.toEqualTypeOf<Promise<Data>>();
    expectTypeOf(call<boolean>).returns.toEqualTypeOf<Promise<RawResponse<Data> | Data>>();
    // @ts-expect-error An option that does not exist.
    await client.call(get, { rawRespond: true });
  });

  test("has its bytes as a stream, where that is asked for", async () => {
    const { client } = recorder({}, () => new Response("abc", { headers: { "content-type": "text/plain" } }));
    const download = { ...get, replies: [bytesReply()] } as const;
    const { data, response } = await client.call(download, { rawResponse: "stream" });
    expect(response.headers.get("content-type")).toBe("text/plain");
    expect(await new Response(data).text()).toBe("abc");
    expect(await client.call(download)).toEqual(new Uint8Array([97, 98, 99]));
    const call = <Raw extends boolean | "stream">(rawResponse?: Raw) =>
      client.call({ ...get, replies: [json, bytesReply()] }, { rawResponse });
    type Data = ReturnType<typeof decode>;
    expectTypeOf(call<"stream">).returns.toEqualTypeOf<Promise<RawResponse<Data | ReadableStream<Uint8Array>>>>();
    expectTypeOf(call<true>).returns.toEqualTypeOf<Promise<RawResponse<Data | Uint8Array>>>();
    expectTypeOf(call<false>).returns.toEqualTypeOf<Promise<Data | Uint8Array>>();
  });

  test("has the type of the replies", () => {
    const { client } = recorder();
    const call = () => client.call({ ...get, replies: [json, emptyReply()] });
    expectTypeOf(call).returns.toEqualTypeOf<Promise<ReturnType<typeof decode> | undefined>>();
  });

  test.each([
    { name: "the mark that the client knows", client: { endMark: "bye" }, own: {} },
    { name: "the mark that the call knows", client: { endMark: "other" }, own: { endMark: "bye" } },
  ])("ends at $name", async ({ client, own }) => {
    const made = recorder(client, () => new Response("data: 1\n\ndata: bye\n\n"));
    const stream = await made.client.call({ ...get, replies: [eventReply(decode, { name: "X" })] }, own);
    const items = [];
    for await (const item of stream) items.push(item.value);
    expect(items).toEqual([1]);
  });
});

describe("errors", () => {
  interface Detail {
    readonly detail: unknown;
  }
  class NotFound extends ApiError {
    declare readonly body: Detail;
    override readonly name = "NotFound";
  }
  class BadRequest extends ApiError {
    declare readonly body: Detail;
    override readonly name = "BadRequest";
  }
  class Plain extends ApiError {
    declare readonly body: string;
    override readonly name = "Plain";
  }

  function decodeDetail(input: unknown, options?: DecodeOptions): Detail {
    if (options?.validate === "strict" && typeof input !== "object") throw new DecodeError([]);
    return { detail: [input, options?.validate] };
  }
  function decodeText(input: unknown): string {
    if (typeof input !== "string") throw new DecodeError([]);
    return input;
  }

  const errors: ErrorReplies = {
    "404": [NotFound, decodeDetail],
    "4XX": [BadRequest, decodeDetail],
    "503": [Plain, decodeText],
  };

  test.each<{ status: number; body: string; validate?: "strict" | "off"; want: object }>([
    { status: 404, body: "{}", want: { name: "NotFound", body: { detail: [{}, "lenient"] } } },
    { status: 404, body: "{}", validate: "strict", want: { name: "NotFound", body: { detail: [{}, "lenient"] } } },
    { status: 404, body: "{}", validate: "off", want: { name: "NotFound", body: { detail: [{}, "off"] } } },
    { status: 422, body: "{}", want: { name: "BadRequest", status: 422 } },
    { status: 503, body: "busy", want: { name: "Plain", body: "busy" } },
    { status: 500, body: '{"a":1}', want: { name: "ApiError", body: { a: 1 } } },
    { status: 404, body: "<html>", want: { name: "ApiError", status: 404, body: "<html>" } },
    { status: 404, body: "[1", validate: "off", want: { name: "ApiError", status: 404, body: "[1" } },
    { status: 503, body: '{"a":1}', want: { name: "ApiError", body: { a: 1 } } },
  ])("$status with $body", async ({ status, body, validate, want }) => {
    const { client } = recorder({}, () => new Response(body, { status }));
    const failure = await failureOf(client.call({ ...get, errors }, { validate }));
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ status, ...want });
  });

  test("any other status is the default one", async () => {
    const { client } = recorder({}, () => new Response("{}", { status: 500 }));
    const failure = await failureOf(client.call({ ...get, errors: { default: [NotFound, decodeDetail] } }));
    expect(failure).toBeInstanceOf(NotFound);
  });
});

describe("middleware", () => {
  const named =
    (name: string, log: string[]): Middleware =>
    async (request, next) => {
      log.push(`${name} ${request.headers.get("x")}`);
      const response = await next(new Request(request, { headers: { x: name } }));
      log.push(`${name} ${response.status}`);
      return response;
    };

  test("stands around the request, the first one outermost", async () => {
    const log: string[] = [];
    const { client, requests } = recorder({ use: [named("a", log), named("b", log)] });
    await client.call(get);
    expect(log).toEqual(["a null", "b a", "b 200", "a 200"]);
    expect(requests[0]?.headers.get("x")).toBe("b");
  });

  test("may repeat a request, answer itself, and fail as it likes", async () => {
    let count = 0;
    const again: Middleware = async (request, next) => {
      const first = await next(request.clone());
      return first.status === 503 ? next(request) : first;
    };
    const { client, requests } = recorder({ use: [again] }, () =>
      Response.json(7, { status: count++ === 0 ? 503 : 200 }),
    );
    const body = jsonBody({ a: 1 });
    expect(await client.call({ ...get, method: "POST", body })).toMatchObject({ value: 7 });
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual([{ a: 1 }, { a: 1 }]);

    const cached = recorder({ use: [async () => Response.json("cached")] });
    expect(await cached.client.call(get)).toMatchObject({ value: "cached" });
    expect(cached.requests).toEqual([]);

    const error = new RangeError("mine");
    const failing = recorder({ use: [() => Promise.reject(error)] });
    expect(await failureOf(failing.client.call(get))).toBe(error);
  });
});
