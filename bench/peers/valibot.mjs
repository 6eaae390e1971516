import * as v from "valibot";

// The same work as the emitted decoder: every documented field is checked and renamed, and further ones are kept.
// Enumerations are open there, so they are strings here.

const integer = v.pipe(v.number(), v.safeInteger());

const toolCall = v.looseObject({
  function: v.looseObject({ arguments: v.string(), name: v.string() }),
  id: v.string(),
  type: v.literal("function"),
});

const message = v.pipe(
  v.looseObject({
    role: v.string(),
    content: v.nullable(v.string()),
    reasoning_content: v.nullish(v.string()),
    tool_calls: v.nullish(v.array(toolCall)),
  }),
  v.transform(({ reasoning_content: reasoningContent, tool_calls: toolCalls, ...rest }) => ({
    ...rest,
    reasoningContent,
    toolCalls,
  })),
);

const choice = v.pipe(
  v.looseObject({
    index: integer,
    message,
    finish_reason: v.nullish(v.string()),
    stop_reason: v.nullish(v.union([v.string(), integer])),
  }),
  v.transform(({ finish_reason: finishReason, stop_reason: stopReason, ...rest }) => ({
    ...rest,
    finishReason,
    stopReason,
  })),
);

const usage = v.pipe(
  v.looseObject({
    completion_tokens: integer,
    prompt_tokens: integer,
    total_tokens: integer,
    cached_tokens: v.optional(integer),
  }),
  v.transform(
    ({
      completion_tokens: completionTokens,
      prompt_tokens: promptTokens,
      total_tokens: totalTokens,
      cached_tokens: cachedTokens,
      ...rest
    }) => ({ ...rest, completionTokens, promptTokens, totalTokens, cachedTokens }),
  ),
);

const response = v.pipe(
  v.looseObject({
    choices: v.array(choice),
    created: integer,
    id: v.string(),
    model: v.string(),
    object: v.string(),
    service_tier: v.nullish(v.string()),
    system_fingerprint: v.nullish(v.string()),
    usage: v.nullish(usage),
  }),
  v.transform(({ service_tier: serviceTier, system_fingerprint: systemFingerprint, ...rest }) => ({
    ...rest,
    serviceTier,
    systemFingerprint,
  })),
);

export function decodeWithValibot(input) {
  return v.parse(response, input);
}
