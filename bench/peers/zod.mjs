import { z } from "zod";

// The same work as the emitted decoder: every documented field is checked and renamed, and further ones are kept.
// Enumerations are open there, so they are strings here.

const toolCall = z.looseObject({
  function: z.looseObject({ arguments: z.string(), name: z.string() }),
  id: z.string(),
  type: z.literal("function"),
});

const message = z
  .looseObject({
    role: z.string(),
    content: z.string().nullable(),
    reasoning_content: z.string().nullish(),
    tool_calls: z.array(toolCall).nullish(),
  })
  .transform(({ reasoning_content: reasoningContent, tool_calls: toolCalls, ...rest }) => ({
    ...rest,
    reasoningContent,
    toolCalls,
  }));

const choice = z
  .looseObject({
    index: z.int(),
    message,
    finish_reason: z.string().nullish(),
    stop_reason: z.union([z.string(), z.int()]).nullish(),
  })
  .transform(({ finish_reason: finishReason, stop_reason: stopReason, ...rest }) => ({
    ...rest,
    finishReason,
    stopReason,
  }));

const usage = z
  .looseObject({
    completion_tokens: z.int(),
    prompt_tokens: z.int(),
    total_tokens: z.int(),
    cached_tokens: z.int().optional(),
  })
  .transform(
    ({
      completion_tokens: completionTokens,
      prompt_tokens: promptTokens,
      total_tokens: totalTokens,
      cached_tokens: cachedTokens,
      ...rest
    }) => ({ ...rest, completionTokens, promptTokens, totalTokens, cachedTokens }),
  );

const response = z
  .looseObject({
    choices: z.array(choice),
    created: z.int(),
    id: z.string(),
    model: z.string(),
    object: z.string(),
    service_tier: z.string().nullish(),
    system_fingerprint: z.string().nullish(),
    usage: usage.nullish(),
  })
  .transform(({ service_tier: serviceTier, system_fingerprint: systemFingerprint, ...rest }) => ({
    ...rest,
    serviceTier,
    systemFingerprint,
  }));

export function decodeWithZod(input) {
  return response.parse(input);
}

const toolCallDelta = z.looseObject({
  function: z.looseObject({ arguments: z.string().nullish(), name: z.string().nullish() }).nullish(),
  id: z.string().nullish(),
  index: z.int(),
  type: z.string().nullish(),
});

const delta = z
  .looseObject({
    content: z.string().nullish(),
    role: z.string().nullish(),
    tool_calls: z.array(toolCallDelta).nullish(),
  })
  .transform(({ tool_calls: toolCalls, ...rest }) => ({ ...rest, toolCalls }));

const chunkChoice = z
  .looseObject({ delta, finish_reason: z.string().nullish(), index: z.int() })
  .transform(({ finish_reason: finishReason, ...rest }) => ({ ...rest, finishReason }));

const chunk = z
  .looseObject({
    choices: z.array(chunkChoice),
    created: z.int(),
    id: z.string(),
    model: z.string(),
    object: z.string(),
    system_fingerprint: z.string().nullish(),
    usage: usage.nullish(),
  })
  .transform(({ system_fingerprint: systemFingerprint, ...rest }) => ({ ...rest, systemFingerprint }));

/** One item of a stream. */
export function decodeChunk(input) {
  return chunk.parse(input);
}
