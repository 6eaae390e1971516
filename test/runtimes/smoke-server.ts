import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, normalize } from "node:path";
import { setImmediate } from "node:timers/promises";
import { promised, serve } from "../runtime/server.ts";

const departed = {
  type: "departed",
  mmsi: "244660000",
  port_id: "port_é🦀",
  departed_at: "2025-03-01T09:30:00Z",
  next_port_id: null,
};

const vessel = {
  mmsi: "1",
  object: "vessel",
  name: "Zeevonk",
  call_sign: null,
  type: "tug",
  status: "moored",
  gross_tonnage: 1,
  draught: 9.4,
  pilot_required: true,
  last_seen_at: "2025-03-01T09:30:00Z",
  tags: [],
  cargo: "coal",
  dues_paid: "1834.50",
  fingerprint: "T2hhIQ==",
};

/** Answers the calls of `smoke.mjs` as the API that its package speaks; to a browser it gives the files in `app` too. */
export async function startSmokeServer(app: string): Promise<string> {
  const seen = new Map<string, { readonly arrived: Sight; readonly closed: Sight }>();
  return serve(async (request, response) => {
    const [, group = "", name = "", what = ""] = decodeURI(request.url ?? "").split(/[/?]/);
    const sight = seen.get(name) ?? { arrived: promised(), closed: promised() };
    seen.set(name, sight);
    if (group === "seen") {
      if (what === "arrived" || what === "closed") await sight[what].promise;
      return void response.end(what);
    }
    if (group === "vessels" || group === "events" || group === "reports") {
      sight.arrived.resolve();
      response.on("close", sight.closed.resolve);
      return answer(request, response, group, name, what);
    }
    return giveFile(response, app, group === "" ? "index.html" : (request.url ?? ""));
  });
}

type Sight = ReturnType<typeof promised<void>>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  group: string,
  name: string,
  what: string,
): Promise<void> {
  const lines = [departed, { ...departed, mmsi: "2" }].map((event) => JSON.stringify(event));
  if (request.method === "POST" && name === "") {
    const { name: given, gross_tonnage } = JSON.parse((await bytesOf(request)).toString("utf8"));
    return json(response, { ...vessel, name: given, gross_tonnage });
  }
  if (what === "photos") return json(response, { ...photo, caption: await described(request) });
  if (group === "reports") {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index);
    return void response.writeHead(200, { "content-type": "application/pdf" }).end(bytes);
  }
  if (group === "events") return inPieces(response, "application/x-ndjson", `${lines.join("\n")}\n`);
  if (what === "events") {
    const [first, second] = lines.map((line) => `event: moved\r\ndata: ${line}\r\n\r\n`);
    if (name === "ending")
      return inPieces(response, "text/event-stream", `: hello\n\n${first}${second}data: [DONE]\n\n`);
    response.writeHead(200, { "content-type": "text/event-stream" }).write(first);
    return;
  }
  if (name === "missing")
    return json(response, { code: "no_vessel", message: "Never heard of it", request_id: null }, 404);
  if (name === "misfit") return json(response, { ...vessel, name: 7 });
  // All other vessels get no answer: the caller gives up.
}

const photo = { id: "photo_1", viewURL: "https://photos.harbor.example/photo_1", width: 4, height: 1 };

/** The form as the platform reads it. */
async function described(request: IncomingMessage): Promise<string> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(await bytesOf(request)), { headers }).formData();
  const file = form.get("file");
  if (!(file instanceof File)) return "no file";
  return `${file.name}, image bytes ${[...new Uint8Array(await file.arrayBuffer())]}, caption ${form.get("caption")}`;
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** Cuts letters and line ends apart. */
async function inPieces(response: ServerResponse, type: string, text: string): Promise<void> {
  response.writeHead(200, { "content-type": type });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) {
    response.write(bytes.subarray(at, at + 7));
    await setImmediate();
  }
  response.end();
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Nothing outside the folder: a URL is normalised before it gets here. */
function giveFile(response: ServerResponse, app: string, path: string): void {
  const file = join(app, normalize(`/${path}`));
  const type = path.endsWith(".html") ? "text/html" : "text/javascript";
  if (!existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": `${type}; charset=utf-8` }).end(readFileSync(file));
}
