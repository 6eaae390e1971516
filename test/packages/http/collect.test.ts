import { expect, test } from "vitest";
import { Cove, DecodeError, StreamError } from "../../../output/cove/src/index.ts";
import { collectChatCompletionResponse, encodeChatCompletionResponse } from "../../../output/cove/src/models/index.ts";
import { unknownFields } from "../../../output/cove/src/runtime/index.ts";
import { pieces, startServer } from "./api-server.ts";
import { question } from "./payloads.ts";

const server = await startServer();
const cove = new Cove({ baseUrl: server.baseUrl });

async function collected(...chunks: readonly object[]) {
  const frames = chunks.map((chunk) => `data: ${JSON.stringify({ ...about, ...chunk })}\n\n`);
  server.answer(pieces([...frames, "data: [DONE]\n\n"]));
  return collectChatCompletionResponse(
    await cove.chat.create({ model: "cove-2", messages: question, stream: true, n: 2 }),
  );
}

const about = { id: "cc-7", object: "chat.completion.chunk", created: 1751360400, model: "cove-2" };

function choice(index: number, delta: object, finish: string | null = null): object {
  return { choices: [{ index, delta, finish_reason: finish }] };
}

test("a streamed answer is the answer as if it had not been streamed", async () => {
  const answer = await collected(
    choice(0, { role: "assistant", content: "" }),
    choice(1, { role: "assistant", reasoning_content: "Shells, " }),
    choice(0, { content: "Crabs" }),
    choice(1, { content: "Lob", reasoning_content: "then claws." }),
    choice(0, { content: " 🦀" }, "stop"),
    choice(1, { content: "sters" }, "length"),
    { choices: [], usage: { prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 }, service_tier: "slow" },
  );
  expect(encodeChatCompletionResponse(answer)).toEqual({
    id: "cc-7",
    object: "chat.completion",
    created: 1751360400,
    model: "cove-2",
    choices: [
      { index: 0, message: { role: "assistant", content: "Crabs 🦀" }, finish_reason: "stop" },
      {
        index: 1,
        message: { role: "assistant", content: "Lobsters", reasoning_content: "Shells, then claws." },
        finish_reason: "length",
      },
    ],
    usage: { prompt_tokens: 9, completion_tokens: 5, total_tokens: 14 },
    service_tier: "slow",
  });
  expect(answer.choices.map(({ message }) => unknownFields(message))).toEqual([
    {},
    { reasoning_content: "Shells, then claws." },
  ]);
});

test("what no piece has and the answer cannot lack is told by its path", async () => {
  const failed = collected(choice(0, { role: "assistant" }, "stop"));
  await expect(failed).rejects.toThrow(DecodeError);
  await expect(failed).rejects.toThrow(
    "ChatCompletionResponse.choices[0].message.content: expected a value, received nothing",
  );
});

test("a stream without a piece is no answer", async () => {
  await expect(collected()).rejects.toThrow(StreamError);
});
