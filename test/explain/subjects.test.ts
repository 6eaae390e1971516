import { describe, expect, test } from "vitest";
import { findSubjects, nearestSubjects } from "../../generator/explain/subjects.ts";
import { generate } from "../../generator/index.ts";
import type { Api } from "../../generator/ir/index.ts";
import { type ApiOptions, defaultOptions } from "../../generator/options.ts";

const options: ApiOptions = { ...defaultOptions, slug: "harbor", dialect: "typescript" };
const row = (name: string): string => `| \`${name}\` | *string* | :heavy_check_mark: | N/A |`;
const model = (title: string, ...names: readonly string[]): string =>
  `# ${title}\n\n## Fields\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n${names.map(row).join("\n")}\n`;

const sources = [
  { path: "docs/models/shared/chat.md", text: model("Chat", "id") },
  { path: "docs/models/operations/chat.md", text: model("Chat", "id") },
  { path: "docs/models/shared/chatrequest.md", text: model("ChatRequest", "maxTokens", "fooID") },
  {
    path: "docs/sdks/chat/README.md",
    text: `# Chat
(*fineTuning.chat*)

### Available Operations

* [create](#create)

## create

### Example Usage

<!-- UsageSnippet language="typescript" operationID="createChat" method="post" path="/chats/{chatId}" -->
\`\`\`typescript
harbor.fineTuning.chat.create();
\`\`\`

### Parameters

| Parameter | Type | Required | Description |
| - | - | - | - |
| \`chatId\` | *string* | :heavy_check_mark: | N/A |
`,
  },
];

async function api(): Promise<Api> {
  return (await generate({ sources, options })).api;
}

describe("finds", () => {
  test.each([
    { given: "ChatRequest", want: ["model ChatRequest"] },
    { given: "chat_request", want: ["model ChatRequest"] },
    { given: "shared/chatrequest", want: ["model ChatRequest"] },
    { given: "Chat", want: ["model operations.Chat", "model shared.Chat"] },
    { given: "shared.Chat", want: ["model shared.Chat"] },
    { given: "ChatRequest.maxTokens", want: ["field ChatRequest.maxTokens"] },
    { given: "CHATREQUEST.MAX_TOKENS", want: ["field ChatRequest.maxTokens"] },
    { given: "chat-request#max-tokens", want: ["field ChatRequest.maxTokens"] },
    { given: "shared::ChatRequest.foo_id", want: ["field ChatRequest.fooID"] },
    { given: "chat.id", want: ["field operations.Chat.id", "field shared.Chat.id"] },
    { given: "chatrequestmaxtokens", want: ["field ChatRequest.maxTokens"] },
    { given: "createChat", want: ["operation fineTuning.chat.create"] },
    { given: "fine_tuning.chat.create", want: ["operation fineTuning.chat.create"] },
    { given: "create", want: ["operation fineTuning.chat.create"] },
    { given: "createChat.chat_id", want: ["parameter fineTuning.chat.create.chatId"] },
    { given: "parameter fineTuning.chat.create.chatId", want: ["parameter fineTuning.chat.create.chatId"] },
    { given: "field ChatRequest", want: [] },
    { given: "Servers", want: ["servers servers"] },
    { given: "ChatReq", want: [] },
    { given: "", want: [] },
    { given: "...", want: [] },
  ])("$given", async ({ given, want }) => {
    const found = findSubjects(await api(), options, given);
    expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(want);
  });
});

test.each([
  { given: "ChatReqest", want: ["ChatRequest"] },
  { given: "ChatRequest.maxToken", want: ["ChatRequest.maxTokens"] },
  { given: "field Chat.idd", want: ["operations.Chat.id", "shared.Chat.id"] },
  { given: "Vessel", want: [] },
])("is near to $given", async ({ given, want }) => {
  expect(nearestSubjects(await api(), options, given)).toEqual(want);
});
