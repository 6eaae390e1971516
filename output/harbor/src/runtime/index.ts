export { type Authorizer, apiKeyHeader, apiKeyQuery, basic, bearer, type Secret } from "./auth.ts";
export {
  type CallInfo,
  type CallOptions,
  type CallResult,
  type Client,
  type ClientOptions,
  createClient,
  type Middleware,
  type RawResponse,
  type Reconnect,
} from "./client.ts";
export {
  ApiError,
  ConnectionError,
  DecodeError,
  StreamError,
  type StreamErrorCode,
  TimeoutError,
} from "./errors.ts";
export { EventStream } from "./event-stream.ts";
export type { FilePart } from "./form.ts";
export type { ServerEvent } from "./framing.ts";
export type { DecodeOptions, Decoder, Issue, IssueCode } from "./issue.ts";
export type { JsonObject, JsonValue } from "./json.ts";
export { type LogEntry, type LogOptions, log } from "./log.ts";
export {
  type UnknownMember,
  type UnknownVariant,
  type Unrecognized,
  unknownFields,
  unrecognized,
  withUnknownFields,
} from "./model.ts";
export type { PageOptions, Pages } from "./pages.ts";
export { type ReconnectOptions, reconnect } from "./reconnect.ts";
export {
  anyReply,
  bytesReply,
  emptyReply,
  jsonReply,
  type ReadOptions,
  type Reply,
  type ReplyType,
  readReply,
  textReply,
} from "./reply.ts";
export { type RetryOptions, retry } from "./retry.ts";
export { eventReply, jsonLinesReply } from "./stream-reply.ts";
