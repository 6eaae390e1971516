import { createServer, type IncomingMessage } from "node:http";
import { afterAll, expect, test } from "vitest";
import { createClient } from "../../../output/harbor/src/client.ts";
import { type UploadVesselPhotoRequest, uploadVesselPhoto } from "../../../output/harbor/src/vessels.ts";
import { addressOf } from "../../runtime/server.ts";

const seen: { readonly type: string; readonly body: Buffer }[] = [];
const server = createServer(async (request, response) => {
  seen.push({ type: request.headers["content-type"] ?? "", body: await bytesOf(request) });
  response.writeHead(200, { "content-type": "application/json" }).end('{ "id": "photo_1" }');
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const client = createClient({ baseUrl: addressOf(server), token: "key", validate: "off" });

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The form as the platform reads it: `name=text`, of a file `name=file name: bytes`. */
async function received(): Promise<readonly string[]> {
  const [one] = seen.splice(0);
  if (one === undefined) throw new Error("Nothing was received.");
  const form = await new Response(new Uint8Array(one.body), { headers: { "content-type": one.type } }).formData();
  const parts = [...form].map(async ([name, value]) =>
    typeof value === "string"
      ? `${name}=${value}`
      : `${name}=${value.name}: ${[...new Uint8Array(await value.arrayBuffer())]}`,
  );
  return Promise.all(parts);
}

const bytes = new Uint8Array([0, 13, 10, 255]);

test.each<readonly [string, UploadVesselPhotoRequest["requestBody"], readonly string[]]>([
  ["bytes and a text", { file: bytes, caption: "é\n🦀" }, ["file=blob: 0,13,10,255", "caption=é\r\n🦀"]],
  ["a named file alone", { file: { content: bytes, fileName: "dawn.png" } }, ["file=dawn.png: 0,13,10,255"]],
  ["a file of the platform", { file: new File([bytes], 'a "b".png') }, ['file=a "b".png: 0,13,10,255']],
])("an upload of %s", async (_, requestBody, want) => {
  expect(await uploadVesselPhoto(client, { mmsi: "244660000", requestBody })).toMatchObject({ id: "photo_1" });
  expect(await received()).toEqual(want);
});
