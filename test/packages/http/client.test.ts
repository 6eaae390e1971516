import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient } from "../../../output/harbor/src/client.ts";
import { Harbor, type HarborOptions, type LogEntry, log } from "../../../output/harbor/src/index.ts";
import { listPorts, retrievePort } from "../../../output/harbor/src/ports.ts";
import { Tern, type TernOptions } from "../../../output/tern/src/index.ts";
import { type Answer, json, startServer } from "./api-server.ts";

const server = await startServer();
const { baseUrl } = server;

afterEach(() => vi.unstubAllEnvs());

/** A client's `fetch` that answers itself, and the requests that it got. */
function recorder() {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request);
    return Response.json({ ports: [] });
  };
  return { requests, fetch };
}

describe("the server", () => {
  test.each<{ options: HarborOptions; want: string }>([
    { options: {}, want: "https://api.harbor.example/v1/ports" },
    { options: { server: "regional" }, want: "https://eu.harbor.example/v1/ports" },
    { options: { server: "regional", region: "apac" }, want: "https://apac.harbor.example/v1/ports" },
    { options: { server: "regional", baseUrl: "https://h/x" }, want: "https://h/x/ports" },
  ])("of $options is that of $want", async ({ options, want }) => {
    const { requests, fetch } = recorder();
    await new Harbor({ ...options, fetch }).ports.list();
    await listPorts(createClient({ ...options, fetch }));
    expect(requests.map(({ url }) => url)).toEqual([want, want]);
  });

  test.each<{ options: TernOptions; want: string }>([
    { options: {}, want: "https://api.tern.example" },
    { options: { server: "eu" }, want: "https://eu.api.tern.example" },
  ])("of $options is that of $want, without variables", async ({ options, want }) => {
    const { requests, fetch } = recorder();
    await new Tern({ ...options, fetch }).chat.list().catch(() => {});
    expect(requests.map(({ url }) => new URL(url).origin)).toEqual([want]);
  });

  test("has no name that a value ends", () => {
    // @ts-expect-error no documented region
    const make = (): Harbor => new Harbor({ server: "regional", region: "evil.example/" });
    expect(make).toThrow(
      new TypeError('Expected a part of a host name in the option `region`, received "evil.example/"'),
    );
  });
});

test.each<{ token?: string; env?: string; want: string | null }>([
  { env: "from-env", want: "Bearer from-env" },
  { token: "given", env: "from-env", want: "Bearer given" },
  { token: "given", want: "Bearer given" },
  { want: null },
])("credentials: $token, else $env", async ({ token, env, want }) => {
  const { requests, fetch } = recorder();
  const harbor = new Harbor({ token, fetch });
  // Read when the request is made, not before.
  vi.stubEnv("HARBOR_TOKEN", env ?? "");
  await harbor.ports.list();
  expect(requests[0]?.headers.get("authorization")).toBe(want);
});

describe("repeated calls", () => {
  const delay = 1;
  const busy = (times: number): Answer => {
    let left = times;
    const answer = json({ ports: [] });
    return (response, seen) => (left-- > 0 ? void response.writeHead(503).end() : answer(response, seen));
  };

  test.each<{ name: string; call: () => Promise<unknown>; want: number; ok: boolean }>([
    { name: "a method", call: () => new Harbor({ baseUrl }).ports.list(), want: 3, ok: true },
    {
      name: "a method of a client with other ways",
      call: () => new Harbor({ baseUrl, retries: { retries: 1, delay } }).ports.list(),
      want: 2,
      ok: false,
    },
    {
      name: "a method that shall not",
      call: () => new Harbor({ baseUrl, retries: 0 }).ports.list(),
      want: 1,
      ok: false,
    },
    {
      name: "a call that shall not",
      call: () => new Harbor({ baseUrl }).ports.list({ retries: 0 }),
      want: 1,
      ok: false,
    },
    { name: "a function", call: () => listPorts(createClient({ baseUrl })), want: 1, ok: false },
    {
      name: "a POST",
      call: () =>
        new Harbor({ baseUrl }).vessels.create({
          vesselCreate: { mmsi: "1", name: "a", type: "tug", grossTonnage: 1 },
        }),
      want: 1,
      ok: false,
    },
  ])("$name is sent $want times", async ({ call, want, ok }) => {
    server.answer(busy(2));
    const result = await call().then(
      () => true,
      () => false,
    );
    expect(server.seen).toHaveLength(want);
    expect(result).toBe(ok);
  });
});

test("a log stands before the repeats of the class", async () => {
  server.answer(json({ ports: [] }));
  const entries: LogEntry[] = [];
  await new Harbor({ baseUrl, token: "secret", use: [log((entry) => entries.push(entry))] }).ports.list();
  expect(entries).toMatchObject([
    { kind: "request", operation: "listPorts", headers: { authorization: "[redacted]" } },
    { kind: "response", status: 200 },
  ]);
});

test("an error has the request id and says what the body says", async () => {
  server.answer((response) => {
    response.writeHead(404, { "content-type": "application/json", "x-request-id": "r-1" });
    response.end('{"message":"no such port","request_id":"r-1"}');
  });
  const failure = await retrievePort(createClient({ baseUrl }), { portId: "NLRTM" }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    name: "NotFound",
    status: 404,
    requestId: "r-1",
    message: "404 Not Found: no such port",
  });
});
