import { describe, expect, test } from "vitest";
import { blockReader } from "../../generator/docs/blocks.ts";
import { openDocument } from "../../generator/docs/document.ts";
import { readPages } from "../../generator/docs/index.ts";
import { squeeze } from "../../generator/docs/squeeze.ts";
import { docsFolders } from "../../generator/folders.ts";
import { isFolder, readDocs, subfolders } from "../../generator/workspace.ts";
import { misplaced } from "../docs/places.ts";
import { plainTree, squeezedTree } from "../docs/trees.ts";
import { corporaFolder, corporaIn } from "./folder.ts";

describe.each(corporaIn(corporaFolder))("$name", ({ folder }) => {
  const sources = docsFolders([folder], { isFolder, subfolders }).flatMap((found) => readDocs(found).sources);

  test("has the trees, squeezed, that the parser gives for whole documents", () => {
    const wrong = sources.filter((source) => {
      const { lines } = openDocument(source);
      return JSON.stringify(squeezedTree(lines)) !== JSON.stringify(plainTree(lines));
    });
    expect(sources.length).toBeGreaterThan(0);
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("is parsed alike whatever was parsed before", () => {
    const read = blockReader();
    const wrong = sources.filter((source) => {
      const pieces = squeeze(openDocument(source).lines);
      return JSON.stringify(read(pieces)) !== JSON.stringify(blockReader()(pieces));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("stands where its places say", () => {
    const texts = new Map(sources.map(({ path, text }) => [path, text]));
    const pages = readPages(sources).pages.filter(({ path }) => !/\.mdx$/i.test(path));
    expect(pages.flatMap((page) => misplaced(page, texts.get(page.path) ?? "")).slice(0, 12)).toEqual([]);
  });
});
