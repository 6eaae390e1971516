import { describe, expect, test } from "vitest";
import { bearer } from "../../templates/typescript/runtime/auth.ts";
import { type ClientOptions, createClient } from "../../templates/typescript/runtime/client.ts";
import { type LogEntry, type LogOptions, log } from "../../templates/typescript/runtime/log.ts";
import { queryString } from "../../templates/typescript/runtime/query.ts";
import { jsonReply } from "../../templates/typescript/runtime/reply.ts";
import { jsonBody } from "../../templates/typescript/runtime/request-body.ts";
import { retry } from "../../templates/typescript/runtime/retry.ts";
import { failureOf, serve } from "./server.ts";

const json = jsonReply((input) => input, "Echo");
const call = {
  operation: "getEcho",
  method: "POST",
  path: "/echo",
  accept: "application/json",
  replies: [json],
  idempotent: true,
} as const;

describe("a log", async () => {
  let fails = 0;
  const baseUrl = await serve((request, response) => {
    const status = fails-- > 0 ? 503 : 200;
    request.resume();
    response.writeHead(status, {
      "content-type": "application/json",
      "set-cookie": "session=of-the-server",
      "x-request-id": "r-1",
      "x-session": "s-1",
      location: "https://user:pass@files.example/x?X-Amz-Signature=s3cret&part=2",
      date: "now",
    });
    response.end('{"told":"in the body"}');
  });

  /** What is told of a call, but for how long it took. */
  async function told(client: Partial<ClientOptions>, options?: LogOptions, use = "inside"): Promise<LogEntry[]> {
    const entries: LogEntry[] = [];
    const middlewares = [retry({ delay: 1 }), log((entry) => entries.push(entry), options)];
    const made = createClient({
      baseUrl,
      authorize: bearer("t0ken"),
      ...client,
      use: use === "inside" ? middlewares : middlewares.reverse(),
    });
    const query = queryString({ api_key: "k", q: ["a b", "c"], "filter[password]": "p", ship: "x" });
    await made.call({ ...call, query, body: jsonBody({ hidden: "in the body" }) }).catch(() => {});
    return entries;
  }

  const url = (ship = "x"): string =>
    `${baseUrl}/echo?api_key=%5Bredacted%5D&q=a+b&q=c&filter%5Bpassword%5D=%5Bredacted%5D&ship=${ship}`;

  test("tells of a request and its answer, without secrets and bodies", async () => {
    fails = 0;
    const [request, response, ...more] = await told({ headers: { "x-api-key": "k", "x-plain": "p" } });
    expect(more).toEqual([]);
    const common = { operation: "getEcho", method: "POST", url: url(), attempt: 1 };
    expect(request).toEqual({
      kind: "request",
      ...common,
      headers: {
        accept: "application/json",
        authorization: "[redacted]",
        "content-type": "application/json",
        "x-api-key": "[redacted]",
        "x-plain": "p",
      },
    });
    expect(response).toEqual({
      kind: "response",
      ...common,
      status: 200,
      duration: expect.any(Number),
      headers: expect.objectContaining({
        "set-cookie": "[redacted]",
        "x-session": "[redacted]",
        "x-request-id": "r-1",
        location: "https://files.example/x?X-Amz-Signature=%5Bredacted%5D&part=2",
        date: "now",
      }),
    });
    expect(JSON.stringify([request, response])).not.toMatch(/t0ken|s3cret|of-the-server|in the body|pass@/);
  });

  test("hides what it is asked to hide, in any case", async () => {
    const entries = await told({ headers: { "x-plain": "p" } }, { redact: ["X-Plain", "SHIP"] });
    expect(entries[0]).toMatchObject({ url: url("%5Bredacted%5D"), headers: { "x-plain": "[redacted]" } });
  });

  test.each([
    { use: "inside", want: ["request 1", "503 1", "request 2", "200 2"] },
    { use: "around", want: ["request 1", "200 1"] },
  ])("$use of retry tells of $want", async ({ use, want }) => {
    fails = 1;
    const entries = await told({}, {}, use);
    expect(entries.map((one) => `${one.kind === "response" ? one.status : one.kind} ${one.attempt}`)).toEqual(want);
  });

  test("tells of a failure, and lets it pass", async () => {
    const entries: LogEntry[] = [];
    const error = new RangeError("mine");
    const use = [log((entry) => entries.push(entry)), () => Promise.reject(error)];
    expect(await failureOf(createClient({ baseUrl, use }).call(call))).toBe(error);
    expect(entries).toMatchObject([{ kind: "request" }, { kind: "failure", operation: "getEcho", error }]);
  });
});
