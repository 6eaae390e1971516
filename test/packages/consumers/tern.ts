// A program of someone who uses the package. It is never run: each line has to compile, or has to fail where it says so.
import { chatList } from "../../../output/tern/src/chat.ts";
import { createClient } from "../../../output/tern/src/client.ts";
import { HTTPValidationError, Tern, unrecognized } from "../../../output/tern/src/index.ts";
import {
  type ChatCompletionList,
  type ChatCompletionResponse,
  type Message,
  readChatCompletionResponse,
  type StopReason,
  type UserMessageContent,
} from "../../../output/tern/src/models/index.ts";

const tern = new Tern({ token: async () => "token" });

export async function chat(response: Response): Promise<void> {
  const messages = [{ role: "user", content: [{ type: "text", text: "Hello" }] }] as const;
  const answer: ChatCompletionResponse = await tern.chat.complete({ model: "m", messages, maxTokens: null });
  const same: ChatCompletionResponse = await readChatCompletionResponse(response);
  const found: ChatCompletionResponse = await tern.chat.retrieve({ completionId: "c", xTernTeam: "team_3" });
  console.log(answer.choices[0]?.message.content?.length, same.serviceTier, found.usage?.totalTokens);
  await tern.chat.complete({ model: "m", messages, reasoningEffort: unrecognized("most") });
  // @ts-expect-error A typo.
  await tern.chat.complete({ model: "m", messages, reasoningEffort: "hihg" });
  // @ts-expect-error The role tells which fields a message has.
  await tern.chat.complete({ model: "m", messages: [{ role: "tool", content: "x" }] });
  // @ts-expect-error What the path needs cannot be left out.
  await tern.chat.retrieve({ xTernTeam: "team_3" });
}

export async function list(): Promise<ChatCompletionList> {
  await tern.chat.list();
  await tern.chat.list({}, { timeout: 1000, signal: new AbortController().signal });
  // @ts-expect-error A calendar date is a text.
  await tern.chat.list({ createdOn: new Date() });
  const page = await chatList(createClient(), { createdAfter: new Date(), createdOn: "2025-03-01", limit: 20 });
  const last: string | null = page.lastId;
  console.log(last, page.countedAt?.getTime());
  // @ts-expect-error What was received is not to be changed.
  page.data.push();
  return page;
}

export function narrow(message: Message): string {
  switch (message.role) {
    case "system":
      return "";
    case "user":
      return contentOf(message.content);
    case "assistant":
      return "";
    case "tool":
      return message.toolCallId;
    case "$unknown":
      return JSON.stringify(message.value);
  }
}

function contentOf(content: UserMessageContent): string {
  if (typeof content === "string") return content;
  if ("$unknown" in content) return "";
  return content.map((part) => (part.type === "text" ? part.text : part.type)).join();
}

export function reasons(reason: StopReason): string {
  if (typeof reason === "object") return JSON.stringify(reason.value);
  return typeof reason === "number" ? reason.toFixed() : reason;
}

export function errors(error: unknown): readonly string[] {
  return error instanceof HTTPValidationError ? error.body.detail.map((one) => one.errorType) : [];
}
