import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type Call,
  type CallOptions,
  createClient,
  type Middleware,
} from "../../templates/typescript/runtime/client.ts";
import { ApiError, ConnectionError, TimeoutError } from "../../templates/typescript/runtime/errors.ts";
import { newKey } from "../../templates/typescript/runtime/idempotency.ts";
import { jsonReply, type Reply } from "../../templates/typescript/runtime/reply.ts";
import {
  bytesBody,
  formBody,
  jsonBody,
  multipartBody,
  type RequestBody,
} from "../../templates/typescript/runtime/request-body.ts";
import { type RetryOptions, retry } from "../../templates/typescript/runtime/retry.ts";
import { addressOf, failureOf, promised, serve } from "./server.ts";

interface Seen {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly time: number;
}

type Answer = (response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, { "content-type": "application/json", ...headers }).end("{}");
const cut: Answer = (response) => response.socket?.destroy();
const ok = status(200);

const json = jsonReply((input) => input, "Echo");
const get = { operation: "getEcho", method: "GET", path: "/echo", replies: [json] } as const;
const post = { ...get, method: "POST" } as const;
/** Fast, so that tests are. */
const fast: RetryOptions = { delay: 1 };

describe("a call", async () => {
  let answers: Answer[] = [];
  let seen: Seen[] = [];
  const baseUrl = await serve((request, response) => {
    const parts: Buffer[] = [];
    const { method = "", headers } = request;
    const time = performance.now();
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      seen.push({ method, headers, body: Buffer.concat(parts).toString(), time });
      (answers.shift() ?? ok)(response);
    });
  });

  /** What comes of a call when the server answers like this, and what it saw. */
  async function outcome(
    given: readonly Answer[],
    call: Partial<Call<readonly Reply<unknown>[]>> = {},
    { own, use = [retry(fast)] }: { own?: CallOptions; use?: readonly Middleware[] } = {},
  ) {
    answers = [...given];
    seen = [];
    const client = createClient({ baseUrl, use });
    const result = await client.call({ ...get, ...call }, own).then(
      () => "value" as const,
      (error: unknown) => error,
    );
    return { result, seen };
  }

  test.each<{ name: string; answers: Answer[]; want: number }>([
    { name: "an answer that may pass", answers: [status(503), ok], want: 2 },
    { name: "two of them", answers: [status(408), status(409), ok], want: 3 },
    { name: "too many requests", answers: [status(429), ok], want: 2 },
    { name: "a lost connection", answers: [cut, ok], want: 2 },
    { name: "both", answers: [cut, status(500), ok], want: 3 },
  ])("is repeated after $name", async ({ answers, want }) => {
    const { result, seen } = await outcome(answers);
    expect(result).toBe("value");
    expect(seen).toHaveLength(want);
  });

  test.each([
    { name: "three times at most", answers: [503, 502, 500, 200], own: {}, sent: 3, want: 500 },
    { name: "not after an error of its own", answers: [404, 200], own: {}, sent: 1, want: 404 },
    { name: "as often as the call says", answers: [503, 503, 503, 500], own: { retries: 3 }, sent: 4, want: 500 },
    { name: "never where the call says so", answers: [503, 200], own: { retries: 0 }, sent: 1, want: 503 },
    { name: "never for a number that is none", answers: [503, 200], own: { retries: NaN }, sent: 1, want: 503 },
  ])("is sent $name", async ({ answers, own, sent, want }) => {
    const { result, seen } = await outcome(
      answers.map((code) => status(code)),
      {},
      { own },
    );
    expect(result).toBeInstanceOf(ApiError);
    expect(result).toMatchObject({ status: want });
    expect(seen).toHaveLength(sent);
  });

  test("takes its number for a client as a number, or as an option", async () => {
    const once = await outcome([status(503), status(500)], {}, { use: [retry(0)] });
    expect(once.seen).toHaveLength(1);
    const thrice = await outcome([cut, cut, cut, ok], {}, { use: [retry({ ...fast, retries: 3 })] });
    expect(thrice.seen).toHaveLength(4);
    expectTypeOf(retry).parameter(0).toEqualTypeOf<number | RetryOptions | undefined>();
  });

  test.each<{
    name: string;
    call: Partial<Call<readonly Reply<unknown>[]>>;
    answer: Answer;
    options?: RetryOptions;
    own?: CallOptions;
    want: number;
  }>([
    { name: "a POST after an answer", call: post, answer: status(503), want: 1 },
    { name: "a POST after a lost connection", call: post, answer: cut, want: 1 },
    { name: "a PATCH", call: { method: "PATCH" }, answer: status(429), want: 1 },
    { name: "a PUT", call: { method: "PUT" }, answer: cut, want: 2 },
    { name: "a DELETE", call: { method: "DELETE" }, answer: status(503), want: 2 },
    { name: "a POST that is idempotent", call: { ...post, idempotent: true }, answer: status(503), want: 2 },
    { name: "a PUT that is not", call: { method: "PUT", idempotent: false }, answer: status(503), want: 1 },
    {
      name: "a POST with a key of the caller",
      call: post,
      answer: cut,
      own: { headers: { "Idempotency-Key": "k" } },
      want: 2,
    },
    { name: "a POST when asked", call: post, answer: status(503), options: { nonIdempotent: true }, want: 2 },
    { name: "a POST when asked, cut", call: post, answer: cut, options: { nonIdempotent: true }, want: 2 },
  ])("$name is sent $want times", async ({ call, answer, options, own = {}, want }) => {
    const sent = { ...call, body: jsonBody({ a: "é" }) };
    const { seen } = await outcome([answer, ok], sent, { own, use: [retry({ ...fast, ...options })] });
    expect(seen.map(({ body }) => body)).toEqual(Array(want).fill('{"a":"é"}'));
  });

  test("keeps its idempotency key", async () => {
    const call = { ...post, idempotent: true, headers: { "idempotency-key": newKey() } };
    const { seen } = await outcome([cut, status(503), ok], call);
    const keys = seen.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(3);
    expect(new Set(keys)).toEqual(new Set([call.headers["idempotency-key"]]));
  });

  const passing: Middleware = (request, next) => next(new Request(request, { headers: request.headers }));
  test.each<{ name: string; body: () => RequestBody; use?: readonly Middleware[]; length?: string }>([
    { name: "JSON", body: () => jsonBody([1]), length: "3" },
    { name: "a form", body: () => formBody({ a: 1 }), length: "3" },
    { name: "bytes", body: () => bytesBody(new Uint8Array([104, 105])), length: "2" },
    { name: "a blob", body: () => bytesBody(new Blob(["hi"])), length: "2" },
    { name: "a body that another middleware hands on", body: () => jsonBody([1]), use: [passing] },
  ])("sends $name again as it was", async ({ body, use = [], length }) => {
    const { result, seen } = await outcome(
      [status(503), status(503), ok],
      { ...post, idempotent: true, body: body() },
      { use: [...use, retry(fast)] },
    );
    expect(result).toBe("value");
    const [first, ...more] = seen;
    expect(more).toHaveLength(2);
    for (const one of more) {
      expect(one.body).toBe(first?.body);
      expect(one.headers["content-type"]).toBe(first?.headers["content-type"]);
      if (length !== undefined) expect(one.headers["content-length"]).toBe(length);
    }
  });

  test("sends a multipart body again with a boundary that fits", async () => {
    const form = new FormData();
    form.append("file", new Blob(["hi"]), "a.txt");
    const { seen } = await outcome([status(503), ok], { ...post, idempotent: true, body: multipartBody(form) });
    expect(seen).toHaveLength(2);
    for (const { headers, body } of seen) {
      const boundary = /boundary=(\S+)/.exec(headers["content-type"] ?? "")?.[1] ?? "none";
      expect(body.split(`--${boundary}`)).toHaveLength(3);
      expect(body).toContain('filename="a.txt"');
    }
  });

  test.each([{ use: [] }, { use: [passing] }])("cannot send a stream twice", async ({ use }) => {
    const body = bytesBody(new Blob(["hi"]).stream());
    const { result, seen } = await outcome(
      [status(503), ok],
      { ...post, idempotent: true, body },
      { use: [...use, retry(fast)] },
    );
    expect(result).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(1);
  });

  test("that never reached a server is repeated, whatever its method", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const free = addressOf(server);
    server.close();
    await once(server, "close");
    let count = 0;
    const counting: Middleware = (request, next) => {
      count += 1;
      return next(request);
    };
    const made = createClient({ baseUrl: free, use: [retry(fast), counting] });
    expect(await failureOf(made.call({ ...post, body: jsonBody(1) }))).toBeInstanceOf(ConnectionError);
    expect(count).toBe(3);
  });

  test.each<{ name: string; cause: object; want: number }>([
    { name: "no such host", cause: { cause: { code: "ENOTFOUND", syscall: "getaddrinfo" } }, want: 2 },
    { name: "no way to the host", cause: { cause: { code: "EHOSTUNREACH", syscall: "connect" } }, want: 2 },
    { name: "no connection in time", cause: { cause: { code: "UND_ERR_CONNECT_TIMEOUT" } }, want: 2 },
    { name: "refused, as Bun says it", cause: { code: "ConnectionRefused" }, want: 2 },
    { name: "reset", cause: { cause: { code: "ECONNRESET", syscall: "read" } }, want: 1 },
    { name: "closed by the other side", cause: { cause: { code: "UND_ERR_SOCKET" } }, want: 1 },
    { name: "whatever a browser means", cause: {}, want: 1 },
  ])("that is no GET is sent $want times: $name", async ({ cause, want }) => {
    let count = 0;
    const fetch = async (): Promise<Response> => {
      if (count++ === 0) throw Object.assign(new TypeError("fetch failed"), cause);
      return Response.json(1);
    };
    const made = createClient({ baseUrl, fetch, use: [retry(fast)] });
    await made.call(post).catch(() => {});
    expect(count).toBe(want);
  });

  test.each<{ name: string; headers: () => Record<string, string>; least: number }>([
    { name: "milliseconds", headers: () => ({ "retry-after-ms": "60", "retry-after": "9" }), least: 59 },
    { name: "seconds", headers: () => ({ "retry-after": "0.06" }), least: 59 },
    {
      name: "a date, by the clock of the server",
      headers: () => ({ date: "Wed, 21 Oct 2015 07:28:00 GMT", "retry-after": "Wed, 21 Oct 2015 07:28:01 GMT" }),
      least: 999,
    },
    { name: "a time that is over", headers: () => ({ "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }), least: 0 },
    { name: "nothing that can be read", headers: () => ({ "retry-after": "soon" }), least: 0 },
  ])("waits as long as the server asks for: $name", async ({ headers, least }) => {
    const { result, seen } = await outcome([status(429, headers()), ok]);
    expect(result).toBe("value");
    expect((seen[1]?.time ?? 0) - (seen[0]?.time ?? 0)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    { "retry-after": "31" },
    { "retry-after": "1e999" },
    { "retry-after-ms": "31000" },
    { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" },
  ])("does not wait for longer than the client allows: %o", async (headers) => {
    const { result, seen } = await outcome([status(503, headers), ok]);
    expect(result).toMatchObject({ status: 503 });
    expect(seen).toHaveLength(1);
  });

  test("ends its wait when the caller aborts", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const waiting = outcome([status(503, { "retry-after": "20" }), ok], {}, { own: { signal: controller.signal } });
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(reason);
    const { result, seen: sent } = await waiting;
    expect(result).toBe(reason);
    expect(sent).toHaveLength(1);
  });

  test("ends its wait when its time is over", async () => {
    const own = { timeout: 50 };
    const { result, seen } = await outcome([status(503, { "retry-after": "20" }), ok], {}, { own });
    expect(result).toBeInstanceOf(TimeoutError);
    expect(seen).toHaveLength(1);
  });

  test("gives up the body of an answer that it does not hand on", async () => {
    const closed = promised();
    const endless: Answer = (response) => {
      response.on("close", () => closed.resolve());
      response.writeHead(503).write("x");
    };
    const { result } = await outcome([endless, ok]);
    expect(result).toBe("value");
    await closed.promise;
  });
});
