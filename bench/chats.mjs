/** Answers as servers send them: each at least 4 kB of JSON that fits the documentation of `ChatCompletionResponse`. */
export const chats = {
  "few long contents": answer(times(2, (index) => choice(index, { content: prose(4000) }))),
  "few long contents in many scripts": answer(times(2, (index) => choice(index, { content: scripts(2000) }))),
  "some contents of a paragraph": answer(times(12, (index) => choice(index, { content: prose(320) }))),
  "many small choices": answer(times(64, (index) => choice(index, { content: "Yes." }))),
  "tool calls": answer(
    times(6, (index) => choice(index, { content: null, tool_calls: times(4, toolCall) }, "tool_calls")),
  ),
  "fields that the documentation does not know": answer(
    times(12, (index) => ({
      ...choice(index, { content: prose(160), refusal: null, annotations: [] }),
      logprobs: { content: times(2, (token) => ({ token: `t${token}`, logprob: -0.25 * token, bytes: [116, 48] })) },
    })),
    { prompt_logprobs: null, prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 } },
  ),
};

function answer(choices, unknown = {}) {
  return JSON.stringify({
    id: "chatcmpl-7f3a29c1",
    object: "chat.completion",
    created: 1709294400,
    model: "tern-medium",
    choices,
    usage: { prompt_tokens: 412, completion_tokens: 1630, total_tokens: 2042 },
    system_fingerprint: "fp_44709d6fcb",
    ...unknown,
  });
}

function choice(index, message, finishReason = "stop") {
  return { index, message: { role: "assistant", ...message }, finish_reason: finishReason, stop_reason: null };
}

function toolCall(index) {
  const call = { place: { city: "Århus", country: "DK" }, days: index + 1, units: "metric" };
  return { id: `call_${index}c2f`, type: "function", function: { name: "forecast", arguments: JSON.stringify(call) } };
}

/** The text of a model: mostly letters, with line ends and quotes in between. */
function prose(length) {
  return repeat(
    'Terns migrate "from pole to pole": about 70 000 km a year. They rest on ice.\n\nSee also: skuas. ',
    length,
  );
}

/** Text that no engine keeps in one byte per letter. */
function scripts(length) {
  return repeat("Küstenseeschwalben ziehen „von Pol zu Pol“. 北極燕鷗每年遷徙。 Полярная крачка 🐦 ", length);
}

function repeat(text, length) {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

export function times(count, make) {
  return Array.from({ length: count }, (_, index) => make(index));
}
