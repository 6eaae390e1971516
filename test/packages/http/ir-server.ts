import { smallestValue } from "../../../generator/ir/example.ts";
import type { Api, Body, Model, ModelId, Operation } from "../../../generator/ir/index.ts";
import { walkOf } from "../../../generator/ir/walk.ts";
import type { Answer } from "./api-server.ts";

/**
 * Answers as the docs of an API say: the operation with this method and path, its smallest answer, as a stream where the
 * request asks for one. With `failing`, its first documented error, or one that the docs do not know.
 */
export function documentedAnswer(api: Api, failing: boolean): Answer {
  const models = new Map(api.models.map((model): [ModelId, Model] => [model.id, model]));
  return (response, { method, url, body }) => {
    const found = api.operations.find((one) => isCalled(one, method, url));
    const [error] = found?.errors ?? [];
    if (found === undefined) return void response.writeHead(404).end(`No operation for ${method} ${url}`);
    if (failing) {
      const status = Number(error?.status.replaceAll("X", "0") ?? 404);
      const reason = error === undefined ? {} : smallestValue(models, error.type);
      return void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(reason));
    }
    const asksForStream = typeof body === "string" && /"stream": ?true/.test(body);
    const bodies = found.replies.value;
    const stream = bodies.find((one) => one.kind === "stream");
    const plain = bodies.find((one) => one.kind !== "stream" && one.kind !== "bytes");
    const chosen = (asksForStream ? stream : plain) ?? stream ?? plain ?? bodies[0];
    const page = pageAt(models, found, url);
    const { type, text } = page === undefined ? written(models, chosen) : { type: "application/json", text: page };
    response.writeHead(200, type === undefined ? {} : { "content-type": type }).end(text);
  };
}

/** Two pages with an item each, and then an empty one, of an operation whose pages are asked for in the query. */
function pageAt(models: ReadonlyMap<ModelId, Model>, operation: Operation, url: string): string | undefined {
  const walk = walkOf(operation, models);
  if (walk === undefined || typeof walk === "string") return undefined;
  const { parameter, kind, items, next, more, first } = walk.pagination;
  const asked = new URL(url, "http://localhost").searchParams.get(parameter);
  const start = kind === "cursor" ? null : String(kind === "offset" ? 0 : (first ?? 1));
  const number = asked === null || asked === start ? 1 : asked === "2" || asked === String(Number(start) + 1) ? 2 : 3;
  const withItems = put(smallestValue(models, walk.page), items, number < 3 ? [smallestValue(models, walk.item)] : []);
  if (kind !== "cursor") return JSON.stringify(withItems);
  const told = more === undefined ? withItems : put(withItems, more, number === 1);
  return JSON.stringify(put(told, next, number === 1 || more !== undefined ? "2" : ""));
}

/** A copy of a JSON value that has another one at the end of a way. */
function put(whole: unknown, way: readonly string[], value: unknown): unknown {
  const [name, ...rest] = way;
  if (name === undefined) return value;
  const object = typeof whole === "object" && whole !== null ? whole : {};
  return { ...object, [name]: put(Object.entries(object).find(([key]) => key === name)?.[1], rest, value) };
}

function isCalled({ route }: Operation, method: string, url: string): boolean {
  if (route?.value.method !== method) return false;
  const pattern = route.value.path.replaceAll(/\{[^}]*\}/g, "[^/]+");
  return new RegExp(`^(/v1)?${pattern}$`).test(url.replace(/\?.*/, ""));
}

function written(models: ReadonlyMap<ModelId, Model>, body: Body | undefined): { type?: string; text: string } {
  switch (body?.kind) {
    case "json":
      return { type: "application/json", text: JSON.stringify(smallestValue(models, body.type)) };
    case "text":
      return { type: "text/plain", text: "text" };
    case "bytes":
      return { type: "application/octet-stream", text: "bytes" };
    case "stream": {
      const item = JSON.stringify(smallestValue(models, body.item));
      if (body.framing === "json-lines") return { type: "application/jsonl", text: `${item}\n${item}\n` };
      const end = body.end.value === null ? "" : `data: ${body.end.value.data}\n\n`;
      return { type: "text/event-stream", text: `data: ${item}\n\ndata: ${item}\n\n${end}` };
    }
    default:
      return { text: "" };
  }
}
