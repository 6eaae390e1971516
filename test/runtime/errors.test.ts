import { describe, expect, expectTypeOf, test } from "vitest";
import { ApiError } from "../../templates/typescript/runtime/errors.ts";

describe("the message of an error", () => {
  const nested = { error: { error: { error: { message: "deep within" } } } };

  test.each<{ body: unknown; want: string }>([
    { body: { message: "no such vessel" }, want: "404 Not Found: no such vessel" },
    { body: { error: "no such vessel" }, want: "404 Not Found: no such vessel" },
    { body: { error: { message: "no such vessel", code: 7 } }, want: "404 Not Found: no such vessel" },
    { body: { detail: "no such vessel" }, want: "404 Not Found: no such vessel" },
    { body: { message: null, detail: "no such vessel" }, want: "404 Not Found: no such vessel" },
    { body: { message: "x".repeat(400) }, want: `404 Not Found: ${"x".repeat(300)}` },
    { body: { detail: [{ msg: "a list" }] }, want: "404 Not Found" },
    { body: { message: 7 }, want: "404 Not Found" },
    { body: { message: "" }, want: "404 Not Found" },
    { body: nested, want: "404 Not Found: deep within" },
    { body: "<html>a page</html>", want: "404 Not Found" },
    { body: null, want: "404 Not Found" },
    { body: undefined, want: "404 Not Found" },
    { body: [], want: "404 Not Found" },
  ])("tells what $body says", ({ body, want }) => {
    expect(new ApiError(new Response("", { status: 404, statusText: "Not Found" }), body).message).toBe(want);
  });

  test("has no status text where the protocol has none", () => {
    expect(new ApiError(new Response("", { status: 404 }), { message: "no" }).message).toBe("404: no");
  });
});

test.each<{ headers: Record<string, string>; want: string | undefined }>([
  { headers: { "x-request-id": "r-1", "x-amzn-requestid": "a-1" }, want: "r-1" },
  { headers: { "request-id": "r-2" }, want: "r-2" },
  { headers: { "X-Amzn-RequestId": "r-3" }, want: "r-3" },
  { headers: { "x-harbor-request-id": "r-4" }, want: "r-4" },
  { headers: { "x-request-id": "", "request-id": "r-2" }, want: "r-2" },
  { headers: { "request-id-policy": "p" }, want: undefined },
  { headers: {}, want: undefined },
])("the request id of $headers is $want", ({ headers, want }) => {
  expect(new ApiError(new Response("", { status: 500, headers }), null).requestId).toBe(want);
});

interface Detail {
  readonly detail: string;
}

class NotFound extends ApiError {
  override readonly name = "NotFound";
  declare readonly body: Detail;
}

test("a documented error has a typed body, and others have one of which nothing is known", () => {
  const error: unknown = new NotFound(new Response("", { status: 404 }), { detail: "gone" });
  if (!(error instanceof ApiError)) throw new Error("no error of the API");
  expectTypeOf(error.body).toEqualTypeOf<unknown>();
  expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
  if (!(error instanceof NotFound)) throw new Error("no documented error");
  expectTypeOf(error.body).toEqualTypeOf<Detail>();
  expect(error).toMatchObject({ name: "NotFound", status: 404, body: { detail: "gone" } });
});
