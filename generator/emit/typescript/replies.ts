import type { Body, Type } from "../../ir/index.ts";
import { plainJson } from "../../ir/json-type.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { array, arrow, braces, call, callWithLast, flat } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { readerReference } from "./codecs.ts";
import { planOf } from "./plan.ts";
import { errorOptions } from "./stream-errors.ts";
import { modelFunction, runtimeType, runtimeValue, type Scope, typeCode } from "./types.ts";

/** What a caller gets of a body. */
export function bodyType(scope: Scope, body: Body): Code {
  switch (body.kind) {
    case "json":
      return typeCode(scope, body.type);
    case "stream":
      return code`${runtimeType(scope, "event-stream", "EventStream")}<${itemType(scope, body)}>`;
    case "bytes":
      return raw("Uint8Array");
    case "text":
      return raw("string");
    case "empty":
      return raw("undefined");
  }
}

/** The type of a stream's items: what the decoder gives, and the end mark where the docs type it as an item. */
function itemType(scope: Scope, body: StreamBody): Code {
  const decoded = typeCode(scope, decodedItem(body));
  const isUnknown = decodedItem(body).kind === "unknown";
  return body.end.value?.yielded === true && !isUnknown ? code`${decoded} | ${body.end.value.data}` : decoded;
}

type StreamBody = Body & { readonly kind: "stream" };

/** The types of all bodies of a response; each once. */
export function bodyTypes(scope: Scope, bodies: readonly Body[]): Code[] {
  const types = bodies.map((body) => bodyType(scope, body));
  return types.filter((type, index) => types.findIndex((other) => flat(other) === flat(type)) === index);
}

/** The union of all bodies of a response. */
export function responseType(scope: Scope, bodies: readonly Body[]): Code {
  const isVoid = bodies.every((body) => body.kind === "empty");
  return isVoid ? raw("void") : join(bodyTypes(scope, bodies), " | ");
}

/**
 * The forms that a response may have, of which the runtime takes the first that the content type fits, and what asks for
 * them. `json` is the content type of JSON.
 */
export function replyEntries(scope: Scope, bodies: readonly Body[], name: string, json: string = plainJson): Code[] {
  const sorted = [...bodies].sort((one, other) => widths[one.kind] - widths[other.kind]);
  const accepted = [...new Set(sorted.flatMap((body) => contentTypes(body, json)))];
  return [
    ...(accepted.length === 0 ? [] : [code`accept: ${accepted.join(", ")}`]),
    code`replies: ${array(sorted.map((body) => replyCode(scope, body, name)))}`,
  ];
}

function contentTypes(body: Body, json: string): string[] {
  switch (body.kind) {
    case "json":
      return [json, plainJson];
    case "stream":
      return body.framing === "sse" ? ["text/event-stream"] : ["application/jsonl", "application/x-ndjson"];
    case "text":
    case "bytes":
      return ["*/*"];
    case "empty":
      return [];
  }
}

/** How many content types a form may have: some texts are JSON or a stream, and bytes are anything. */
const widths = { json: 0, stream: 0, empty: 0, text: 1, bytes: 2 } as const;

function replyCode(scope: Scope, body: Body, name: string): Code {
  switch (body.kind) {
    case "json":
      return call(runtimeValue(scope, "reply", body.type.kind === "unknown" ? "anyReply" : "jsonReply"), [
        decoder(scope, body.type, name),
        code`${nameOf(scope, body.type, name)}`,
      ]);
    case "stream":
      return streamCode(scope, body, name);
    case "bytes":
      return code`${runtimeValue(scope, "reply", "bytesReply")}()`;
    case "text":
      return code`${runtimeValue(scope, "reply", "textReply")}()`;
    case "empty":
      return code`${runtimeValue(scope, "reply", "emptyReply")}()`;
  }
}

function streamCode(scope: Scope, body: StreamBody, name: string): Code {
  const reply = runtimeValue(scope, "stream-reply", body.framing === "sse" ? "eventReply" : "jsonLinesReply");
  const end = body.end.value;
  const item = decodedItem(body);
  const yielded = end?.yielded === true ? [raw("yielded: true")] : [];
  const mark = end === null ? [] : [code`end: ${braces([code`data: ${end.data}`, ...yielded])}`];
  const events = (body.events ?? []).map(
    (event) => code`${keyOf(event.name)}: ${itemDecoder(scope, event.item, body.framing, name)}`,
  );
  const options = [
    code`name: ${nameOf(scope, item, name)}`,
    ...mark,
    ...errorOptions(scope.plan, body),
    ...(events.length === 0
      ? []
      : [code`events: ${callWithLast(runtimeValue(scope, "stream-reply", "byName"), [], braces(events))}`]),
  ];
  const decode = itemDecoder(scope, item, body.framing, name);
  return callWithLast(reply, [decode], braces(options));
}

/** The end mark is handed on as it is; the decoder reads the other items. */
function decodedItem(body: StreamBody): Type {
  const { item, end } = body;
  if (end.value?.yielded !== true || item.kind !== "union") return item;
  const mark = end.value.data;
  const others = item.members.filter((member) => !(member.kind === "literal" && member.value === mark));
  const [only] = others;
  return others.length === 1 && only !== undefined ? only : { kind: "union", members: others };
}

function itemDecoder(scope: Scope, item: Type, framing: "sse" | "json-lines", name: string): Code {
  if (item.kind === "unknown") return code`${"unknown"}`;
  if (item.kind === "string" && framing === "sse") return code`${"text"}`;
  return decoder(scope, item, name);
}

/** The function that decodes a body: the model's, or one made of the readers of its type. */
export function decoder(scope: Scope, type: Type, name: string): Code {
  if (type.kind === "reference" && planOf(scope.plan, type.id).isJson) return modelFunction(scope, type.id, "decode");
  return arrow(decoderParameters, decoderBody(scope, type, name));
}

const decoderParameters = raw("(input, options)");

function decoderBody(scope: Scope, type: Type, name: string): Code {
  const decode = runtimeValue(scope, "decode", "decode");
  return call(decode, [code`${name}`, readerReference(scope, type), raw("input"), raw("options")]);
}

/** What the paths of issues begin with: the model's name, else the operation's. */
function nameOf(scope: Scope, type: Type, name: string): string {
  return type.kind === "reference" ? planOf(scope.plan, type.id).type : name;
}
