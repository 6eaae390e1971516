// A program of someone who uses the package. It is never run: each line has to compile, or has to fail where it says so.
import { completionsChat } from "../../../output/quill/src/completions.ts";
import { createClient, ErrorResponse, EventStream, Quill, unrecognized } from "../../../output/quill/src/index.ts";
import {
  type ChatCompletionChunk,
  type ChatResponse,
  decodeChatCompletionResult,
  type ErrorDetail,
  readChatResponse,
  type Stop,
} from "../../../output/quill/src/models/index.ts";

const quill = new Quill({ bearerAuth: "token" });
const messages = [{ role: "user", content: "Hello" }] as const;

export async function chat(response: Response): Promise<string> {
  const answer: ChatResponse = await quill.completions.chat({ model: "quill-large", messages, topP: 0.5 });
  const same: ChatResponse = await readChatResponse(response);
  const also: ChatResponse = await completionsChat(createClient(), { model: "quill-large", messages });
  // @ts-expect-error It may be bytes.
  answer.close();
  console.log(same, also);
  if (!(answer instanceof EventStream)) return String.fromCharCode(...answer);
  let text = "";
  for await (const item of answer) {
    // @ts-expect-error It may be the end mark.
    item.choices;
    if (item === "[DONE]") break;
    const chunk: ChatCompletionChunk = item;
    text += chunk.choices[0]?.delta.content ?? "";
  }
  return text;
}

export async function spoken(): Promise<ReadableStream<Uint8Array> | undefined> {
  const { data } = await quill.completions.chat({ model: "quill-large", messages }, { rawResponse: "stream" });
  return data instanceof EventStream ? undefined : data;
}

export async function requests(): Promise<void> {
  await quill.completions.chat({ model: "quill-large", messages, toolChoice: "auto", stop: ["a"] });
  await quill.completions.chat({ model: "quill-large", messages, toolChoice: unrecognized("parallel") });
  // @ts-expect-error A typo.
  await quill.completions.chat({ model: "quill-large", messages, toolChoice: "atuo" });
  // @ts-expect-error A closed set has no other values.
  await quill.completions.chat({ model: "q", messages, tools: [{ type: unrecognized("x"), function: { name: "f" } }] });
}

/** A union that is told apart by shape. */
export function shape(stop: Stop): string {
  if (typeof stop === "string") return stop;
  if ("$unknown" in stop) return JSON.stringify(stop.value);
  return stop.join();
}

export function result(input: unknown): string {
  const item = decodeChatCompletionResult(input);
  if ("$unknown" in item) return JSON.stringify(item.value);
  return item.data === "[DONE]" ? "" : item.data.id;
}

export function errors(error: unknown): number | undefined {
  if (!(error instanceof ErrorResponse)) return undefined;
  const detail: ErrorDetail = error.body.error;
  return detail.resetsAt?.getTime();
}
