/** What a server answers, and what the SDK makes of it. */
export interface Payload {
  readonly wire: object;
  readonly value: object;
}

export const coveCompletion: Payload = {
  wire: {
    id: "cc-51",
    object: "chat.completion",
    created: 1751360400,
    model: "cove-2",
    choices: [{ index: 0, message: { role: "assistant", content: "Crabs 🦀" }, finish_reason: "stop" }],
    usage: { prompt_tokens: 9, completion_tokens: 3, total_tokens: 12 },
    system_fingerprint: null,
  },
  value: {
    id: "cc-51",
    object: "chat.completion",
    created: 1751360400,
    model: "cove-2",
    choices: [{ index: 0, message: { role: "assistant", content: "Crabs 🦀" }, finishReason: "stop" }],
    usage: { promptTokens: 9, completionTokens: 3, totalTokens: 12 },
    systemFingerprint: null,
  },
};

export const coveModel: Payload = {
  wire: {
    id: "cove-2",
    object: "model",
    created: 1751360400,
    owned_by: "cove",
    updated_at: "2025-06-30T10:15:00.250+02:00",
    retires_on: "2027-01-31",
  },
  value: {
    id: "cove-2",
    object: "model",
    created: 1751360400,
    ownedBy: "cove",
    updatedAt: new Date("2025-06-30T08:15:00.250Z"),
    retiresOn: "2027-01-31",
  },
};

export const ternCompletion: Payload = {
  wire: {
    id: "chatcmpl-123",
    object: "chat.completion",
    created: 1677652288,
    model: "tern-medium",
    choices: [{ index: 0, message: { role: "assistant", content: "Hello" }, finish_reason: null, stop_reason: 128009 }],
    service_tier: "auto",
  },
  value: {
    id: "chatcmpl-123",
    object: "chat.completion",
    created: 1677652288,
    model: "tern-medium",
    choices: [{ index: 0, message: { role: "assistant", content: "Hello" }, finishReason: null, stopReason: 128009 }],
    serviceTier: "auto",
  },
};

export const ternPage: Payload = {
  wire: {
    object: "list",
    data: [ternCompletion.wire],
    first_id: "chatcmpl-123",
    last_id: null,
    has_more: false,
    counted_at: "2025-03-01T09:30:00Z",
  },
  value: {
    object: "list",
    data: [ternCompletion.value],
    firstId: "chatcmpl-123",
    lastId: null,
    hasMore: false,
    countedAt: new Date("2025-03-01T09:30:00Z"),
  },
};

export const ploverCompletion: Payload = {
  wire: {
    id: "plv-1",
    object: "chat.completion",
    created: 1700000000,
    model: "plover-small",
    choices: [{ index: 0, finish_reason: "function_call", message: { role: "assistant", content: "Peep" } }],
  },
  value: {
    id: "plv-1",
    object: "chat.completion",
    created: 1700000000,
    model: "plover-small",
    choices: [{ index: 0, finishReason: "function_call", message: { role: "assistant", content: "Peep" } }],
  },
};

export const ploverModel: Payload = {
  wire: {
    id: "plover-small",
    object: "model",
    owned_by: "plover",
    context_window: 8192,
    released_at: "2024-02-29T12:30:00Z",
    capabilities: ["chat", "sing"],
    retires_on: "2026-12-31",
  },
  value: {
    id: "plover-small",
    object: "model",
    ownedBy: "plover",
    contextWindow: 8192,
    releasedAt: new Date("2024-02-29T12:30:00Z"),
    capabilities: ["chat", "sing"],
    retiresOn: "2026-12-31",
  },
};

/** A chunk of an answer of cove or quill: both have the same fields. */
export function chunk(content: string): Payload {
  const shared = { id: "c-1", object: "chunk", created: 1, model: "m" };
  return {
    wire: { ...shared, choices: [{ index: 0, delta: { content }, finish_reason: null }] },
    value: { ...shared, choices: [{ index: 0, delta: { content }, finishReason: null }] },
  };
}

/** A chunk as one event. */
export function eventOf(content: string): string {
  return `data: ${JSON.stringify(chunk(content).wire)}\n\n`;
}

/** The parts of a conversation that every one of the APIs takes. */
export const question: readonly [{ readonly role: "user"; readonly content: string }] = [
  { role: "user", content: "What lives in a rock pool?" },
];
