import type { CallOptions } from "./client.ts";

/**
 * All pages of an answer. Iterating gives the items of one page after the other: each page is one call, none is made ahead,
 * and none after the loop is left. Iterating again begins anew.
 */
export interface Pages<Page, Item> extends AsyncIterable<Item> {
  /** The pages themselves. */
  pages(): AsyncIterable<Page>;
}

/** What a caller may say about the calls of all pages. */
export type PageOptions = CallOptions;

interface Walk<Page, Item, At> {
  /** Where the caller begins. */
  readonly first: At;
  /** Calls for the page that begins there. */
  readonly read: (at: At) => Promise<Page>;
  readonly items: (page: Page) => readonly Item[] | null | undefined;
}

interface SizedWalk<Page, Item> extends Walk<Page, Item, number> {
  /** How many items a page has, where the caller asks for a number. */
  readonly size?: number | null | undefined;
}

interface CursorWalk<Page, Item, Cursor> extends Walk<Page, Item, Cursor> {
  readonly next: (page: Page) => NoInfer<Cursor> | null | undefined;
  /** Whether another page follows, where the last one may name a next one, too. */
  readonly more?: (page: Page) => boolean | null | undefined;
}

/** Pages that name the next one; the last one names none. */
export function cursorPages<Page, Item, Cursor>(walk: CursorWalk<Page, Item, Cursor>): Pages<Page, Item> {
  return pagesOf(walk.items, async function* () {
    const seen = new Set<unknown>();
    let at = walk.first;
    for (;;) {
      seen.add(at);
      const page = await walk.read(at);
      yield page;
      const next = walk.next(page);
      if (next === undefined || next === null || next === "" || walk.more?.(page) === false) return;
      if (seen.has(next))
        throw new Error(`The server names the page ${JSON.stringify(next)} twice, so pages have no end`);
      at = next;
    }
  });
}

/** What the address of the next page, perhaps a relative one, has for a parameter of its query. */
export function inLink(link: string | null | undefined, parameter: string): string | undefined {
  const query = /\?([^#]*)/.exec(link ?? "")?.[1];
  return new URLSearchParams(query).get(parameter) ?? undefined;
}

/** Pages that a number tells apart. */
export function numberedPages<Page, Item>(walk: SizedWalk<Page, Item>): Pages<Page, Item> {
  return sizedPages(walk, (at) => at + 1);
}

/** Pages that begin at the number of an item. */
export function offsetPages<Page, Item>(walk: SizedWalk<Page, Item>): Pages<Page, Item> {
  return sizedPages(walk, (at, length) => at + length);
}

function sizedPages<Page, Item>(
  { first, size, read, items }: SizedWalk<Page, Item>,
  next: (at: number, length: number) => number,
): Pages<Page, Item> {
  return pagesOf(items, async function* () {
    let at = first;
    // A server may give fewer items than it is asked for, but not on one page more than on the one before.
    let full = 0;
    for (;;) {
      const page = await read(at);
      const { length } = items(page) ?? [];
      yield page;
      if (length === 0 || length < Math.min(full, size ?? 0)) return;
      full = length;
      at = next(at, length);
    }
  });
}

/** Pages of a module that is loaded when they are iterated. */
export function pagesLater<Page, Item>(load: () => Promise<Pages<Page, Item>>): Pages<Page, Item> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* await load();
    },
    pages: () => ({
      async *[Symbol.asyncIterator]() {
        yield* (await load()).pages();
      },
    }),
  };
}

function pagesOf<Page, Item>(
  items: Walk<Page, Item, unknown>["items"],
  walk: () => AsyncGenerator<Page, void, undefined>,
): Pages<Page, Item> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const page of walk()) yield* items(page) ?? [];
    },
    pages: () => ({ [Symbol.asyncIterator]: walk }),
  };
}
