// A program of someone who uses the package. It is never run: each line has to compile, or has to fail where it says so.
import { createChatCompletion } from "../../../output/cove/src/chat.ts";
import { createClient } from "../../../output/cove/src/client.ts";
import {
  ApiError,
  Cove,
  type EventStream,
  RateLimitError,
  unknownFields,
  unrecognized,
} from "../../../output/cove/src/index.ts";
import type {
  ChatCompletionResponse,
  ChatCompletionStreamEvent,
  ContentPart,
  CreateChatCompletionResponse,
  FinishReason,
} from "../../../output/cove/src/models/index.ts";
import {
  decodeModel,
  encodeModel,
  readCreateChatCompletionResponse,
  voiceValues,
} from "../../../output/cove/src/models/index.ts";

const cove = new Cove({ apiKey: () => "key" });
const messages = [{ role: "user", content: "Hello" }] as const;

export async function stream(): Promise<string> {
  await using events = await cove.chat.create({ model: "cove-2", messages, stream: true });
  const same: EventStream<ChatCompletionStreamEvent> = events;
  // @ts-expect-error A stream is no whole message.
  events.choices;
  let text = "";
  for await (const event of same) text += event.choices[0]?.delta.content ?? "";
  for await (const { data, id } of same.messages()) text += data.id + (id ?? "");
  return text;
}

export async function whole(isStream: boolean): Promise<void> {
  const answer: ChatCompletionResponse = await cove.chat.create({ model: "cove-2", messages });
  const also: ChatCompletionResponse = await cove.chat.create({ model: "cove-2", messages, stream: false });
  // @ts-expect-error A whole message is no stream.
  answer.close();
  const either = await cove.chat.create({ model: "cove-2", messages, stream: isStream });
  // @ts-expect-error Which of the two it is, is not known.
  either.choices;
  const both: CreateChatCompletionResponse = either;
  console.log(also, both, unknownFields(answer));
}

export async function standalone(): Promise<void> {
  const client = createClient({ apiKey: "key", baseUrl: "https://localhost" });
  const events = await createChatCompletion(client, { model: "cove-2", messages, stream: true });
  for await (const event of events) console.log(event.systemFingerprint?.length);
  const answer = await createChatCompletion(client, { model: "cove-2", messages });
  console.log(answer.usage?.totalTokens);
}

export async function requests(): Promise<void> {
  await cove.audio.speech({ model: "m", input: "i", voice: "sea_eagle" });
  await cove.audio.speech({ model: "m", input: "i", voice: unrecognized("gull") });
  // @ts-expect-error A typo.
  await cove.audio.speech({ model: "m", input: "i", voice: "sea_eagel" });
  // @ts-expect-error The name on the wire is not the name here.
  await cove.audio.speech({ model: "m", input: "i", voice: "heron", response_format: "mp3" });
  // @ts-expect-error A required field is missing.
  await cove.audio.speech({ model: "m", input: "i" });
  // @ts-expect-error The docs of this request know no null.
  await cove.chat.create({ model: "cove-2", messages, maxTokens: null });
  await cove.chat.create({ model: "cove-2", messages, maxTokens: undefined });
  // @ts-expect-error There is no such option.
  await cove.models.list({ singal: new AbortController().signal });
  return cove.models.delete({ model: "cove-2" });
}

/** Every member of the union, and the one that is newer than the SDK; the compiler knows that there are no others. */
export function narrow(part: ContentPart): string {
  switch (part.type) {
    case "text":
      // @ts-expect-error A text has no picture.
      console.log(part.imageUrl);
      return part.text;
    case "image_url":
      return part.imageUrl.url;
    case "$unknown":
      return JSON.stringify(part.value["type"]);
  }
}

// @ts-expect-error A member is forgotten.
export function forgetful(part: ContentPart): string {
  switch (part.type) {
    case "text":
      return part.text;
    case "image_url":
      return part.imageUrl.url;
  }
}

export function values(reason: FinishReason): string {
  const known: "heron" | "curlew" | "sea_eagle" = voiceValues[0];
  return reason === "stop" ? known : reason.toUpperCase();
}

export function dates(input: unknown): number {
  const model = decodeModel(input, { validate: "lenient" });
  // @ts-expect-error An instant is no text.
  model.updatedAt.slice(0);
  const day: string | null | undefined = model.retiresOn;
  console.log(day, encodeModel(model)["updated_at"]);
  return model.updatedAt.getTime();
}

export async function errors(response: Response): Promise<void> {
  try {
    const read = await readCreateChatCompletionResponse(response, { validate: "strict" });
    if ("choices" in read) console.log(read.choices.length);
    else await read.close();
  } catch (error) {
    if (error instanceof RateLimitError) {
      const after: number | null | undefined = error.body.retryAfter;
      const code: string = error.body.error.code;
      console.log(after, code, error.status, error.headers.get("retry-after"));
    } else if (error instanceof ApiError) {
      console.log(error.status, error.response.url);
    }
  }
}
