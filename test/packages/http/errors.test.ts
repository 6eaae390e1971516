import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import * as cove from "../../../output/cove/src/index.ts";
import * as plover from "../../../output/plover/src/index.ts";
import * as quill from "../../../output/quill/src/index.ts";
import * as tern from "../../../output/tern/src/index.ts";
import { addressOf } from "../../runtime/server.ts";
import { type Answer, json, startServer, text } from "./api-server.ts";
import { question } from "./payloads.ts";

const server = await startServer();
/** A status is looked at when it comes, and not only after repeats. */
const once = { baseUrl: server.baseUrl, retries: 0 };

const calls = {
  speech: () => new cove.Cove(once).audio.speech({ model: "m", input: "i", voice: "heron" }),
  create: () => new cove.Cove(once).chat.create({ model: "m", messages: question }),
  stream: () => new cove.Cove(once).chat.create({ model: "m", messages: question, stream: true }),
  models: () => new cove.Cove(once).models.list(),
  retrieve: () => new cove.Cove(once).models.retrieve({ model: "m" }),
  remove: () => new cove.Cove(once).models.delete({ model: "m" }),
  plover: () => new plover.Plover(once).models.retrieveModel({ modelId: "m" }),
  quill: () => new quill.Quill(once).completions.chat({ model: "m", messages: question }),
  complete: () => new tern.Tern(once).chat.complete({ model: "m", messages: question }),
  list: () => new tern.Tern(once).chat.list(),
  lookUp: () => new tern.Tern(once).chat.retrieve({ completionId: "c" }),
} as const;

/** What a call throws. */
async function failureOf(call: () => Promise<unknown>): Promise<unknown> {
  return call().then(
    (value) => expect.unreachable(`Expected a failure, received ${String(value)}`),
    (error: unknown) => error,
  );
}

const detail = {
  wire: { error: { message: "no", code: "bad", request_id: "r-1" } },
  value: { error: { message: "no", code: "bad", requestId: "r-1" } },
};
const limited = { wire: { ...detail.wire, retry_after: 0.5 }, value: { ...detail.value, retryAfter: 0.5 } };
const refused = {
  wire: { error: { code: "busy", message: "later", resets_at: "2024-02-29T12:30:00Z" }, request_id: "r-2" },
  value: { error: { code: "busy", message: "later", resetsAt: new Date("2024-02-29T12:30:00Z") }, requestId: "r-2" },
};
const invalid = {
  wire: { detail: [{ loc: ["body", "model"], msg: "unknown", error_type: "value" }] },
  value: { detail: [{ loc: ["body", "model"], msg: "unknown", errorType: "value" }] },
};
const nothing = {
  wire: { code: "gone", message: "no", request_id: null },
  value: { code: "gone", message: "no", requestId: null },
};

describe("a documented error", () => {
  test.each<{
    call: keyof typeof calls;
    status: number;
    type: new (...args: never[]) => Error;
    body: { wire: object; value: object };
  }>([
    { call: "speech", status: 400, type: cove.BadRequestError, body: detail },
    { call: "create", status: 400, type: cove.BadRequestError, body: detail },
    { call: "create", status: 401, type: cove.AuthenticationError, body: detail },
    { call: "stream", status: 429, type: cove.RateLimitError, body: limited },
    { call: "models", status: 401, type: cove.AuthenticationError, body: detail },
    { call: "retrieve", status: 404, type: cove.NotFoundError, body: detail },
    { call: "remove", status: 404, type: cove.NotFoundError, body: detail },
    { call: "quill", status: 401, type: quill.ErrorResponse, body: refused },
    { call: "quill", status: 422, type: quill.ErrorResponse, body: refused },
    { call: "quill", status: 429, type: quill.ErrorResponse, body: refused },
    { call: "complete", status: 422, type: tern.HTTPValidationError, body: invalid },
    { call: "list", status: 401, type: tern.ErrorResponse, body: nothing },
    { call: "lookUp", status: 404, type: tern.ErrorResponse, body: nothing },
  ])("$call $status", async ({ call, status, type, body }) => {
    server.answer(json(body.wire, status, { "x-request-id": "r-9" }));
    const error = await failureOf(calls[call]);
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ name: type.name, status, body: body.value });
    expect(error).toHaveProperty("headers", expect.any(Headers));
    if (error instanceof cove.ApiError) expect(error.headers.get("x-request-id")).toBe("r-9");
    expect(String(error)).toContain(String(status));
  });
});

describe("an error that the docs do not know", () => {
  test.each<{ name: string; call: keyof typeof calls; answer: Answer; status: number; body: unknown }>([
    { name: "status", call: "models", answer: json({ a: 1 }, 404), status: 404, body: { a: 1 } },
    { name: "status", call: "plover", answer: json({ a: 1 }, 400), status: 400, body: { a: 1 } },
    { name: "status", call: "quill", answer: text("down", "text/plain", 503), status: 503, body: "down" },
    { name: "no body", call: "lookUp", answer: text("", "text/plain", 502), status: 502, body: "" },
    {
      name: "HTML in place of a documented body",
      call: "create",
      answer: text("<html>", "text/html", 401),
      status: 401,
      body: "<html>",
    },
  ])("$call $status: $name", async ({ call, answer, status, body }) => {
    server.answer(answer);
    const error = await failureOf(calls[call]);
    const { ApiError } = call === "plover" ? plover : call === "quill" ? quill : call === "lookUp" ? tern : cove;
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ name: "ApiError", status, body });
  });

  test("a documented body that does not fit keeps its class and what came", async () => {
    server.answer(json({ error: { message: 7, code: "bad" } }, 400));
    const error = await failureOf(calls.create);
    expect(error).toBeInstanceOf(cove.BadRequestError);
    expect(error).toMatchObject({ body: { error: { message: 7, code: "bad" } } });
  });
});

describe("an answer that cannot be read", () => {
  test.each<{ call: keyof typeof calls; body: string; received: string }>([
    { call: "create", body: '{"id":', received: "other text" },
    { call: "models", body: "", received: "no text" },
    { call: "plover", body: "<html>", received: "other text" },
    { call: "list", body: "{'a':1}", received: "other text" },
  ])("$call: broken JSON '$body'", async ({ call, body, received }) => {
    server.answer(text(body, "application/json"));
    const error = await failureOf(calls[call]);
    expect(error).toMatchObject({ name: "DecodeError", issues: [{ code: "json", expected: "JSON", received }] });
  });

  test("a connection that breaks inside the body", async () => {
    server.answer((response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write('{"id":"', () => setImmediate(() => response.destroy()));
    });
    expect(await failureOf(calls.create)).toBeInstanceOf(cove.ConnectionError);
  });

  test("no server at all", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const address = addressOf(gone);
    await new Promise((resolve) => gone.close(resolve));
    const error = await failureOf(() => new tern.Tern({ baseUrl: address }).chat.list());
    expect(error).toBeInstanceOf(tern.ConnectionError);
    expect(error).toMatchObject({ cause: expect.any(Error) });
  });

  test("data that does not fit is delivered with its issues, and in strict mode an error", async () => {
    server.answer(json({ object: "list", data: [{ id: 7 }] }));
    const issues: unknown[] = [];
    const client = new cove.Cove({ ...once, onIssue: (issue) => void issues.push(issue) });
    expect(await client.models.list()).toMatchObject({ object: "list", data: [{ id: 7 }] });
    expect(issues).toContainEqual({
      path: "ModelList.data[0].id",
      code: "type",
      expected: "a string",
      received: "a number",
    });
    const reported = [...issues];
    const error = await failureOf(() => client.models.list({ validate: "strict" }));
    expect(error).toMatchObject({ name: "DecodeError", issues: reported });
  });
});
