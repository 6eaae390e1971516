// A program of someone who uses the package. It is never run: each line has to compile, or has to fail where it says so.
import { chatCreateChatCompletion } from "../../../output/plover/src/chat.ts";
import { createClient, DecodeError, type Issue, Plover, unrecognized } from "../../../output/plover/src/index.ts";
import {
  type CreateChatCompletionResponse,
  type Model,
  readCreateChatCompletionResponse,
} from "../../../output/plover/src/models/index.ts";
import { modelsRetrieveModel } from "../../../output/plover/src/models-api.ts";

const plover = new Plover({
  bearerAuth: "token",
  validate: "strict",
  onIssue: (issue: Issue) => console.log(issue.path),
});

export async function chat(response: Response): Promise<void> {
  const messages = [{ role: "user", content: "Hello" }] as const;
  const answer: CreateChatCompletionResponse = await plover.chat.createChatCompletion({ model: "m", messages });
  const same: CreateChatCompletionResponse = await readCreateChatCompletionResponse(response);
  // @ts-expect-error This API sends no streams.
  answer.close();
  const reason = answer.choices[0]?.finishReason;
  console.log(same.usage?.totalTokens, reason === "function_call");
  // What the docs leave open takes anything.
  await chatCreateChatCompletion(createClient(), { model: "m", messages, functionCall: { name: "f" }, stop: 7 });
  const role = unrecognized("captain");
  await plover.chat.createChatCompletion({ model: "m", messages: [{ role, content: "Ahoy" }] });
  // @ts-expect-error A typo.
  await plover.chat.createChatCompletion({ model: "m", messages: [{ role: "usr", content: "Ahoy" }] });
}

export async function models(): Promise<number> {
  const model: Model = await plover.models.retrieveModel({ modelId: "plover-small" });
  const also: Model = await modelsRetrieveModel(createClient({ baseUrl: "https://localhost" }), { modelId: "m" });
  if (also.capabilities?.includes("function_call")) return 0;
  // @ts-expect-error The field may be absent, and null.
  console.log(model.permission.id);
  return model.releasedAt.getTime() + model.contextWindow;
}

export function errors(error: unknown): readonly string[] {
  return error instanceof DecodeError ? error.issues.map((issue) => `${issue.path}: ${issue.code}`) : [];
}
