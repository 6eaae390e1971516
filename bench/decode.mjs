import assert from "node:assert";
import { built } from "./build.mjs";
import { race, ratio } from "./measure.mjs";
import { figure, heading } from "./report.mjs";
import { texts } from "./texts.mjs";

const bar = { bar: 1.4, aim: 1.2 };

/** Reading and writing a whole answer, beside the JSON functions that do the rest of the work. */
export async function measureDecode() {
  // Loaded when they are there: the run that installs the peers is the run that measures them.
  const { decodeWithZod } = await import("./peers/zod.mjs");
  const { decodeWithValibot } = await import("./peers/valibot.mjs");
  const { decodeChatCompletionResponse: decode, encodeChatCompletionResponse: encode } = await import(
    built("tern", "dist/models/index.js")
  );
  const { unknownFields } = await import(built("tern", "dist/runtime/index.js"));
  const lenient = { validate: "lenient", onIssue };
  const strict = { validate: "strict" };

  const results = [];
  for (const [name, text] of Object.entries(texts)) {
    const parsed = JSON.parse(text);
    const model = decode(parsed, strict);
    assert.deepStrictEqual(JSON.parse(JSON.stringify(encode(model))), parsed);
    // They all have to do the same work.
    assert.deepStrictEqual(plain(decodeWithZod(parsed)), plain(model, unknownFields));
    assert.deepStrictEqual(plain(decodeWithValibot(parsed)), plain(model, unknownFields));
    const times = await race({
      parse: () => JSON.parse(text),
      lenient: () => decode(JSON.parse(text), lenient),
      strict: () => decode(JSON.parse(text), strict),
      zod: () => decodeWithZod(JSON.parse(text)),
      valibot: () => decodeWithValibot(JSON.parse(text)),
      stringify: () => JSON.stringify(parsed),
      encode: () => JSON.stringify(encode(model)),
    });
    results.push({ name: `${name}, ${(text.length / 1000).toFixed(1)} kB`, times });
  }

  heading("decode, lenient, over JSON.parse");
  for (const { name, times } of results) {
    figure(name, ratio(times.lenient, times.parse), bar);
    figure("  zod 4", ratio(times.zod, times.parse));
    figure("  valibot 1", ratio(times.valibot, times.parse));
  }
  heading("decode, strict, over JSON.parse");
  for (const { name, times } of results) figure(name, ratio(times.strict, times.parse), bar);
  heading("encode, over JSON.stringify");
  for (const { name, times } of results) figure(name, ratio(times.encode, times.stringify), bar);
}

function onIssue(issue) {
  throw new Error(`A text of the bench does not fit the documentation: ${JSON.stringify(issue)}`);
}

/** A model as the peers write it: unknown fields beside the others, absent ones left out. */
function plain(value, unknownFields = () => ({})) {
  if (Array.isArray(value)) return value.map((item) => plain(item, unknownFields));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries({ ...value, ...unknownFields(value) });
  return Object.fromEntries(
    fields.filter(([, field]) => field !== undefined).map(([name, field]) => [name, plain(field, unknownFields)]),
  );
}
