import { describe, expect, test } from "vitest";
import { createClient } from "../../templates/typescript/runtime/client.ts";
import {
  cursorPages,
  inLink,
  numberedPages,
  offsetPages,
  type Pages,
  pagesLater,
} from "../../templates/typescript/runtime/pages.ts";
import { jsonReply } from "../../templates/typescript/runtime/reply.ts";
import { failureOf, serve } from "./server.ts";
import { outcome } from "./streams.ts";

interface Page {
  readonly ships?: readonly string[] | null | undefined;
  readonly next?: string | number | null | undefined;
}

/** A server's pages by where they begin, and the calls for them. */
function harbor(pages: Readonly<Record<string, Page>>): { calls: unknown[]; read: (at: unknown) => Promise<Page> } {
  const calls: unknown[] = [];
  const read = async (at: unknown): Promise<Page> => {
    calls.push(at);
    return pages[String(at)] ?? {};
  };
  return { calls, read };
}

const items = (page: Page): Page["ships"] => page.ships;
const next = (page: Page): Page["next"] => page.next;

describe("by cursor", () => {
  type Case = readonly [string, Page["next"], Readonly<Record<string, Page>>, string, readonly Page["next"][]];
  const cases: readonly Case[] = [
    [
      "an absent one ends",
      undefined,
      { undefined: { ships: ["a"], next: "x" }, x: { ships: ["b"] } },
      "a b",
      [undefined, "x"],
    ],
    ["null ends", undefined, { undefined: { ships: ["a"], next: null } }, "a", [undefined]],
    ["an empty one ends", undefined, { undefined: { ships: ["a"], next: "" } }, "a", [undefined]],
    ["from the caller's", "x", { x: { ships: ["b"], next: "y" }, y: { ships: ["c"] } }, "b c", ["x", "y"]],
    ["a number, 0 too", 7, { 7: { ships: ["a"], next: 0 }, 0: { ships: ["b"] } }, "a b", [7, 0]],
    ["an empty page in between", "x", { x: { ships: [], next: "y" }, y: { ships: ["c"] } }, "c", ["x", "y"]],
    ["a page without a list", "x", { x: { next: "y" }, y: { ships: null } }, "", ["x", "y"]],
  ];
  test.each(cases)("%s", async (_, first, pages, want, calls) => {
    const { read, calls: seen } = harbor(pages);
    const all = cursorPages<Page, string, unknown>({ first, read, items, next });
    expect(await outcome(all)).toEqual({ items: want.split(" ").filter(Boolean), end: "done" });
    expect(seen).toEqual([...calls]);
  });

  test("a page that says that none follows, though it has a cursor", async () => {
    const { read, calls } = harbor({ x: { ships: ["a"], next: "y" }, y: { ships: ["b"], next: "y" } });
    const more = (page: Page): boolean | undefined => (page.ships?.[0] === "b" ? false : undefined);
    const all = cursorPages<Page, string, unknown>({ first: "x", read, items, next, more });
    expect(await outcome(all)).toEqual({ items: ["a", "b"], end: "done" });
    expect(calls).toEqual(["x", "y"]);
  });

  test.each([
    ["of the page itself", { x: { ships: ["a"], next: "x" } }, ["a"], ["x"]],
    ["of an earlier page", { x: { ships: ["a"], next: "y" }, y: { ships: ["b"], next: "x" } }, ["a", "b"], ["x", "y"]],
  ])("the cursor %s is an error once its items are read", async (_, pages, want, calls) => {
    const { read, calls: seen } = harbor(pages);
    const { items: got, end } = await outcome(cursorPages<Page, string, unknown>({ first: "x", read, items, next }));
    expect(got).toEqual(want);
    expect(String(end)).toMatch('"x" twice');
    expect(seen).toEqual(calls);
  });
});

describe("by number and by offset", () => {
  const ships = (count: number): Page => ({ ships: Array.from({ length: count }, () => "a") });
  const cases: readonly [string, "page" | "offset", number, number | null | undefined, readonly number[], string][] = [
    // Kind, first, size, the lengths of the server's pages, the calls.
    ["to the empty page", "page", 1, undefined, [2, 2, 1], "1 2 3 4"],
    ["from 0", "page", 0, null, [2], "0 1"],
    ["to the page that is too short", "page", 1, 2, [2, 2, 1], "1 2 3"],
    ["one more where the last page is full", "page", 1, 2, [2, 2], "1 2 3"],
    ["where the server gives fewer than it is asked for", "page", 1, 100, [3, 3, 1], "1 2 3"],
    ["where it gives more", "page", 1, 2, [3, 3], "1 2 3"],
    ["nothing at all", "page", 1, 2, [], "1"],
    ["by items", "offset", 0, undefined, [2, 3], "0 2 5"],
    ["by items, from the caller's", "offset", 10, 2, [2, 1], "10 12"],
  ];
  test.each(cases)("%s", async (_, kind, first, size, lengths, want) => {
    const calls: number[] = [];
    const read = async (at: number): Promise<Page> => ships(lengths[calls.push(at) - 1] ?? 0);
    const pages = (kind === "page" ? numberedPages : offsetPages)({ first, size, read, items });
    const { items: got, end } = await outcome(pages);
    expect(end).toBe("done");
    expect(got).toHaveLength(lengths.reduce((sum, length) => sum + length, 0));
    expect(calls.join(" ")).toBe(want);
  });
});

describe("the caller", () => {
  const three = { x: { ships: ["a", "b"], next: "y" }, y: { ships: ["c"], next: "z" }, z: { ships: ["d"] } };
  /** The same pages as they are, and behind a module that is not loaded yet. */
  const ways: readonly [string, (pages: Pages<Page, string>) => Pages<Page, string>][] = [
    ["at once", (pages) => pages],
    ["later", (pages) => pagesLater(async () => pages)],
  ];

  describe.each(ways)("%s", (_, way) => {
    function walk(): { calls: unknown[]; all: Pages<Page, string> } {
      const { read, calls } = harbor(three);
      return { calls, all: way(cursorPages<Page, string, unknown>({ first: "x", read, items, next })) };
    }

    test("gets items or pages", async () => {
      const { all } = walk();
      expect((await outcome(all)).items).toEqual(["a", "b", "c", "d"]);
      expect((await outcome(all.pages())).items).toEqual([three.x, three.y, three.z]);
    });

    test("gets no page that is not asked for", async () => {
      const { all, calls } = walk();
      const iterator = all[Symbol.asyncIterator]();
      expect(calls).toEqual([]);
      await iterator.next();
      await iterator.next();
      expect(calls).toEqual(["x"]);
      await iterator.next();
      expect(calls).toEqual(["x", "y"]);
    });

    test("leaves the loop, and nothing more is called", async () => {
      const { all, calls } = walk();
      for await (const ship of all) if (ship === "c") break;
      for await (const page of all.pages()) if (page === three.x) break;
      expect(calls).toEqual(["x", "y", "x"]);
    });

    test("begins anew", async () => {
      const { all, calls } = walk();
      const pages = all.pages();
      const found = [await outcome(all), await outcome(all), await outcome(pages), await outcome(pages)];
      expect(found.map(({ items: { length } }) => length)).toEqual([4, 4, 3, 3]);
      expect(calls.join("")).toBe("xyz".repeat(4));
    });

    test("gets the failure of a call where it happens", async () => {
      const read = async (at: string): Promise<Page> => {
        if (at === "y") throw new Error("adrift");
        return three.x;
      };
      const all = way(cursorPages({ first: "x", read, items, next: () => "y" }));
      expect(await outcome(all)).toMatchObject({ items: ["a", "b"], end: { message: "adrift" } });
    });
  });

  test("gets the failure of the module", async () => {
    const all = pagesLater(() => Promise.reject(new Error("not loaded")));
    expect(await outcome(all)).toMatchObject({ items: [], end: { message: "not loaded" } });
  });
});

test("an aborted signal ends the walk before its next call", async () => {
  const asked: unknown[] = [];
  const baseUrl = await serve((request, response) => {
    asked.push(request.url);
    response.setHeader("content-type", "application/json").end('{ "ships": ["a", "b"], "next": "y" }');
  });
  const client = createClient({ baseUrl });
  const controller = new AbortController();
  const decode = (input: unknown): Page => input as Page;
  const options = { signal: controller.signal };
  const all = cursorPages({
    first: "x",
    read: (cursor) =>
      client.call(
        {
          operation: "list",
          method: "GET",
          path: "/ships",
          query: `cursor=${cursor}`,
          replies: [jsonReply(decode, "Page")],
        },
        options,
      ),
    items,
    next: (page): string => String(page.next),
  });
  const seen: string[] = [];
  const walked = failureOf(
    (async () => {
      for await (const ship of all) {
        seen.push(ship);
        controller.abort(new Error("enough"));
      }
    })(),
  );
  expect(await walked).toMatchObject({ message: "enough" });
  expect(seen).toEqual(["a", "b"]);
  expect(asked).toEqual(["/ships?cursor=x"]);
});

test.each([
  ["https://a.example/ships?limit=2&from=b%20c#top", "b c"],
  ["/ships?from=b", "b"],
  ["?from=b", "b"],
  ["https://a.example/ships?limit=2", undefined],
  ["https://a.example/from=b", undefined],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
])("the link %s leads to the page from %s", (link, want) => {
  expect(inLink(link, "from")).toBe(want);
});
