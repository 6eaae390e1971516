import { describe, expect, test } from "vitest";
import { createClient } from "../../../output/harbor/src/client.ts";
import { Harbor, type PageOptions, type Pages } from "../../../output/harbor/src/index.ts";
import type { Vessel, VesselPage } from "../../../output/harbor/src/models/index.ts";
import { type ListVesselsRequest, listVesselsAll } from "../../../output/harbor/src/vessels.ts";
import { Tern } from "../../../output/tern/src/index.ts";
import { outcome } from "../../runtime/streams.ts";
import { type Answer, json, startServer } from "./api-server.ts";

const server = await startServer();
const { baseUrl } = server;

type Walk = (request?: ListVesselsRequest, options?: PageOptions) => Pages<VesselPage, Vessel>;
const walks: readonly [string, Walk][] = [
  ["by class", (...given) => new Harbor({ baseUrl, token: "t" }).vessels.listAll(...given)],
  ["by function", (...given) => listVesselsAll(createClient({ baseUrl, token: "t" }), ...given)],
];

const fleet = ["Ada", "Bo", "Cy", "Di", "Eve"];

/** Pages of the size that is asked for, each with the cursor of the next one; the last one has none. */
const byCursor: Answer = (response, seen) => {
  const query = new URL(seen.url, baseUrl).searchParams;
  const from = Number(query.get("cursor") ?? "0");
  const to = from + Number(query.get("limit") ?? "2");
  const vessels = fleet.slice(from, to).map((name) => ({ mmsi: "244660000", name, type: "tanker", status: "moored" }));
  return json({ vessels, next_cursor: to < fleet.length ? String(to) : null })(response, seen);
};

describe.each(walks)("pages of a server, %s", (_, all) => {
  const asked = (): string[] => server.seen.map(({ url }) => url);

  test("as items", async () => {
    server.answer(byCursor);
    const names: string[] = [];
    for await (const vessel of all({ limit: 2 })) names.push(vessel.name);
    expect(names).toEqual(fleet);
    expect(asked()).toEqual(["/vessels?limit=2", "/vessels?limit=2&cursor=2", "/vessels?limit=2&cursor=4"]);
  });

  test("as pages, from the caller's cursor on", async () => {
    server.answer(byCursor);
    const { items, end } = await outcome(all({ limit: 3, cursor: "1" }).pages());
    expect(end).toBe("done");
    expect(items).toMatchObject([
      { vessels: [{ name: "Bo" }, { name: "Cy" }, { name: "Di" }], nextCursor: "4" },
      { vessels: [{ name: "Eve" }], nextCursor: null },
    ]);
  });

  test("with the caller's options at each call", async () => {
    server.answer(byCursor);
    await outcome(all({ limit: 3, harborId: "rotterdam" }, { headers: { "x-trace": "7" } }));
    expect(server.seen.map(({ headers }) => [headers["x-trace"], headers["harbor-id"]])).toEqual([
      ["7", "rotterdam"],
      ["7", "rotterdam"],
    ]);
  });

  test("no further than the loop goes", async () => {
    server.answer(byCursor);
    for await (const { name } of all()) if (name === "Cy") break;
    expect(asked()).toEqual(["/vessels", "/vessels?cursor=2"]);
  });

  test("no further than the signal allows", async () => {
    server.answer(byCursor);
    const controller = new AbortController();
    const names: string[] = [];
    const walk = async (): Promise<void> => {
      for await (const { name } of all({}, { signal: controller.signal })) {
        names.push(name);
        controller.abort(new Error("enough"));
      }
    };
    await expect(walk()).rejects.toThrow("enough");
    expect(names).toEqual(["Ada", "Bo"]);
    expect(asked()).toEqual(["/vessels"]);
  });

  test("to the error that the docs know", async () => {
    server.answer((response, seen) => {
      const isFirst = !seen.url.includes("cursor");
      return isFirst ? byCursor(response, seen) : json({ message: "slowly", code: "busy" }, 429)(response, seen);
    });
    const { items, end } = await outcome(all());
    expect(items).toHaveLength(2);
    expect(end).toMatchObject({ name: "TooManyRequests", status: 429 });
  });
});

describe("pages by number, from the one that the docs call the first", () => {
  const messages = ["a", "b", "c"].map((content) => ({ role: "assistant", content }));
  const cases: readonly [string, { readonly page?: number; readonly pageSize?: number }, string[], string[]][] = [
    ["to the empty one", {}, ["a", "b", "c"], ["?page=0", "?page=1", "?page=2"]],
    ["of a size", { pageSize: 2 }, ["a", "b", "c"], ["?page=0&page_size=2", "?page=1&page_size=2"]],
    ["from a later one", { page: 1, pageSize: 2 }, ["c"], ["?page=1&page_size=2", "?page=2&page_size=2"]],
  ];
  test.each(cases)("%s", async (_, request, want, asked) => {
    server.answer((response, seen) => {
      const query = new URL(seen.url, baseUrl).searchParams;
      const [page, size] = [Number(query.get("page")), Number(query.get("page_size") ?? "2")];
      return json(messages.slice(page * size, (page + 1) * size))(response, seen);
    });
    const all = new Tern({ baseUrl, token: "t" }).chat.listMessagesAll({ completionId: "c1", ...request });
    expect((await outcome(all)).items).toMatchObject(want.map((content) => ({ content })));
    expect(server.seen.map(({ url }) => url)).toEqual(asked.map((query) => `/v1/chat/completions/c1/messages${query}`));
  });
});
