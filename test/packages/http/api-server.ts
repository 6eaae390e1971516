import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll } from "vitest";
import { addressOf } from "../../runtime/server.ts";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  /** Parsed where it is JSON; empty where nothing was sent. */
  readonly body: unknown;
}

export type Answer = (response: ServerResponse, seen: Seen) => void | Promise<void>;

/** A server for the tests of one file, which answers as the test at hand says. */
export interface ApiServer {
  readonly baseUrl: string;
  /** The requests since the last `answer`. */
  readonly seen: Seen[];
  /** Resolves when the server sees the connection of the next answer closed. */
  readonly answer: (how: Answer) => { readonly closed: Promise<void> };
}

export async function startServer(): Promise<ApiServer> {
  const seen: Seen[] = [];
  let how: Answer = (response) => void response.writeHead(500).end();
  let close = (): void => {};
  const server = createServer(async (request, response) => {
    response.on("close", close);
    const now = how;
    const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers };
    const body = await textOf(request);
    seen.push({ ...one, body: body === "" ? "" : JSON.parse(body) });
    await now(response, { ...one, body });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    baseUrl: addressOf(server),
    seen,
    answer(next) {
      seen.length = 0;
      how = next;
      const closed = new Promise<void>((resolve) => {
        close = resolve;
      });
      return { closed };
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
  };
}

/** Answers with a text of some content type. */
export function text(body: string | Uint8Array, type: string, status = 200): Answer {
  return (response) => void response.writeHead(status, { "content-type": type }).end(body);
}

/** Sends a stream in these pieces; `arrived` is asked to wait until the client has the bytes so far. */
export function pieces(
  parts: readonly (string | Uint8Array)[],
  arrived: (bytes: number) => Promise<void> = async () => {},
): Answer {
  return async (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    let bytes = 0;
    for (const part of parts) {
      bytes += Buffer.byteLength(part);
      response.write(part);
      await arrived(bytes);
    }
    response.end();
  };
}

/** Sends pieces and breaks the connection when they are on their way, before the end of the body. */
export function cutOff(...parts: readonly string[]): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(parts.join(""), () => setImmediate(() => response.destroy()));
  };
}

/** Sends pieces and leaves the connection open. */
export function open(...parts: readonly string[]): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(parts.join(""));
  };
}
