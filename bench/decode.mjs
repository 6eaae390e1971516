import assert from "node:assert";
import { built } from "./build.mjs";
import { chats } from "./chats.mjs";
import { race, ratio } from "./measure.mjs";
import { figure, heading } from "./report.mjs";
import { vessels } from "./vessels.mjs";

const bar = { bar: 1.4, aim: 1.2 };

/** Reading and writing a whole answer, beside the JSON functions that do the rest of the work. */
export async function measureDecode() {
  const results = [];
  for (const subject of await subjects()) {
    for (const [name, text] of Object.entries(subject.texts)) {
      const what = `${name}, ${(text.length / 1000).toFixed(1)} kB`;
      results.push({ what, text, ...(await raced(text, subject)) });
    }
  }

  await addVendor(results);

  heading("decode, lenient, over JSON.parse (which is all that openai does)");
  for (const { what, lenient, peers } of results) {
    figure(what, lenient, bar);
    for (const [name, peer] of Object.entries(peers)) figure(`  ${name}`, peer);
  }
  heading("decode, strict, over JSON.parse");
  for (const { what, strict } of results) figure(what, strict, bar);
  heading("encode, over JSON.stringify");
  for (const { what, encode } of results) figure(what, encode, bar);
}

/** Texts, the codecs of a package, and peers that do the same work. */
async function subjects() {
  // Loaded when they are there: the run that installs the peers is the run that measures them.
  const chatZod = await import("./peers/zod.mjs");
  const chatValibot = await import("./peers/valibot.mjs");
  const vesselZod = await import("./peers/zod-vessels.mjs");
  const vesselValibot = await import("./peers/valibot-vessels.mjs");
  const { decodeChatCompletionResponse, encodeChatCompletionResponse, ...tern } = await modelsOf("tern");
  const { decodeVesselPage, encodeVesselPage, ...harbor } = await modelsOf("harbor");
  return [
    {
      ...tern,
      texts: chats,
      decode: decodeChatCompletionResponse,
      encode: encodeChatCompletionResponse,
      peers: { "zod 4": chatZod.decodeWithZod, "valibot 1": chatValibot.decodeWithValibot },
    },
    {
      ...harbor,
      texts: vessels,
      decode: decodeVesselPage,
      encode: encodeVesselPage,
      peers: { "zod 4": vesselZod.decodeWithZod, "valibot 1": vesselValibot.decodeWithValibot },
    },
  ];
}

async function modelsOf(api) {
  const { unknownFields } = await import(built(api, "dist/runtime/index.js"));
  return { ...(await import(built(api, "dist/models/index.js"))), unknownFields };
}

async function raced(text, { decode, encode, unknownFields, peers }) {
  const lenient = { validate: "lenient", onIssue };
  const strict = { validate: "strict" };
  // Before any model is kept: from one that lives on, the engine concludes that all will, and makes the next ones, more
  // slowly, where long-lived objects lie.
  const decoding = await race({
    parse: () => JSON.parse(text),
    lenient: () => decode(JSON.parse(text), lenient),
    strict: () => decode(JSON.parse(text), strict),
  });
  const parsed = JSON.parse(text);
  const model = decode(parsed, strict);
  const encoding = await race({
    stringify: () => JSON.stringify(parsed),
    encode: () => JSON.stringify(encode(model)),
  });
  assert.deepStrictEqual(JSON.parse(JSON.stringify(encode(model))), parsed);
  // They all have to do the same work.
  for (const peer of Object.values(peers)) assert.deepStrictEqual(plain(peer(parsed)), plain(model, unknownFields));
  const ratios = {
    lenient: ratio(decoding.lenient, decoding.parse),
    strict: ratio(decoding.strict, decoding.parse),
    encode: ratio(encoding.encode, encoding.stringify),
    peers: {},
  };
  // Each runs by itself: where one leaves much garbage, the threads that collect it work on while the next is timed.
  for (const [name, peer] of Object.entries(peers)) ratios.peers[name] = await overParse(text, peer);
  return ratios;
}

/**
 * The vendor's own SDK drops the fields that its documentation does not know, so its result is not compared. It is loaded
 * when all others are measured: so much code and so many objects in the process make them slower, twice and more.
 */
async function addVendor(results) {
  const { ChatCompletionResponse$inboundSchema: vendor } = await import("@mistralai/mistralai/models/components");
  for (const { text, peers } of results.filter(({ text }) => Object.values(chats).includes(text))) {
    peers["@mistralai/mistralai 2"] = await overParse(text, (input) => vendor.parse(input));
  }
}

async function overParse(text, peer) {
  const times = await race({ parse: () => JSON.parse(text), peer: () => peer(JSON.parse(text)) }, { rounds: 15 });
  return ratio(times.peer, times.parse);
}

function onIssue(issue) {
  throw new Error(`A text of the bench does not fit the documentation: ${JSON.stringify(issue)}`);
}

/** A model as the peers write it: unknown fields beside the others, absent ones left out. */
function plain(value, unknownFields = () => ({})) {
  if (Array.isArray(value)) return value.map((item) => plain(item, unknownFields));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const fields = Object.entries({ ...value, ...unknownFields(value) });
  return Object.fromEntries(
    fields.filter(([, field]) => field !== undefined).map(([name, field]) => [name, plain(field, unknownFields)]),
  );
}
