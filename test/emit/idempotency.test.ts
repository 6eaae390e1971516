import { expect, test } from "vitest";
import { fact, jsonBody, object, operation, optional, parameter, property, reference, text } from "./api.ts";
import { emitted } from "./emitted.ts";

const models = [object("Refund", [property("amount", { kind: "integer" })])];

test("a documented key is made for each call that gives none", () => {
  const operations = [
    operation("refund", "POST", "/refunds", {
      parameters: [
        parameter("Idempotency-Key", "header", text, {
          words: ["idempotency", "key"],
          wireName: fact("idempotency-key"),
          description: "A value of your choice.",
        }),
        parameter("account", "header", text, optional),
      ],
      body: jsonBody(reference("Refund")),
    }),
  ];
  expect(emitted("src/operations/refund.ts", { models, operations })).toMatchInlineSnapshot(`
    "import { encodeRefund, type Refund } from "../models/refund.ts";
    import type { CallOptions, CallResult, Client } from "../runtime/client.ts";
    import { newKey } from "../runtime/idempotency.ts";
    import { emptyReply } from "../runtime/reply.ts";
    import { jsonBody } from "../runtime/request-body.ts";

    export interface RefundRequest extends Refund {
      /**
       * A value of your choice.
       *
       * Made for each call that gives none, and kept when the call is repeated.
       *
       * Sent as \`idempotency-key\`.
       */
      idempotencyKey?: string | undefined;
      account?: string | undefined;
    }

    export async function refund<Raw extends boolean = false>(
      client: Client,
      request: RefundRequest,
      options?: CallOptions<Raw>,
    ): Promise<CallResult<void, Raw>> {
      return client.call(
        {
          operation: "refund",
          method: "POST",
          path: "/refunds",
          headers: { "idempotency-key": request.idempotencyKey ?? newKey(), account: request.account },
          body: jsonBody(encodeRefund(request)),
          replies: [emptyReply()],
          idempotent: true,
        },
        options,
      );
    }
    "
  `);
});

test.each([
  { name: "in the query", key: parameter("idempotencyKey", "query", text) },
  { name: "of another type", key: parameter("idempotencyKey", "header", { kind: "integer" }) },
  { name: "that is called otherwise", key: parameter("idempotencyMode", "header", text) },
])("one $name is a parameter like others", ({ key }) => {
  const file = emitted("src/operations/refund.ts", {
    operations: [operation("refund", "POST", "/refunds", { parameters: [key] })],
  });
  expect(file).not.toMatch(/newKey|idempotent:/);
  expect(file).toContain(`${key.name}: `);
});
