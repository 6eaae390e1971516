import { describe, expect, test } from "vitest";
import { docsFolders, docsName, fileOf, isWithin, slugOf } from "../generator/folders.ts";

describe("docsFolders", () => {
  // The folders that exist; a folder's parents exist with it.
  const cases: readonly {
    readonly name: string;
    readonly disk: readonly string[];
    readonly given: readonly string[];
    readonly want: readonly unknown[];
    readonly slug: string;
  }[] = [
    {
      name: "a folder called docs",
      disk: ["/p/harbor/docs"],
      given: ["/p/harbor/docs"],
      want: [{ base: "/p/harbor", walk: "docs", readme: "when-linked", prefix: "" }],
      slug: "harbor",
    },
    {
      name: "a folder called doc",
      disk: ["/p/harbor/doc"],
      given: ["/p/harbor/doc"],
      want: [{ base: "/p/harbor", walk: "doc", readme: "when-linked", prefix: "" }],
      slug: "harbor",
    },
    {
      name: "the folder that holds docs",
      disk: ["/p/harbor/docs"],
      given: ["/p/harbor"],
      want: [{ base: "/p/harbor", walk: "docs", readme: "always", prefix: "" }],
      slug: "harbor",
    },
    {
      name: "one folder a dialect",
      disk: ["/p/harbor/go/docs", "/p/harbor/python/docs"],
      given: ["/p/harbor"],
      want: [
        { base: "/p/harbor/go", walk: "docs", readme: "always", prefix: "go/" },
        { base: "/p/harbor/python", walk: "docs", readme: "always", prefix: "python/" },
      ],
      slug: "harbor",
    },
    {
      name: "a bare folder, even with a resource called docs",
      disk: ["/p/harbor/models", "/p/harbor/sdks/docs"],
      given: ["/p/harbor"],
      want: [{ base: "/p/harbor", walk: "", readme: "never", prefix: "" }],
      slug: "harbor",
    },
    {
      name: "folders of one name, and one that is given twice",
      disk: ["/a/sdk/docs", "/b/sdk/docs"],
      given: ["/a/sdk", "/a/sdk/docs", "/b/sdk/docs"],
      want: [
        { base: "/a/sdk", walk: "docs", readme: "always", prefix: "a-sdk/" },
        { base: "/b/sdk", walk: "docs", readme: "when-linked", prefix: "b-sdk/" },
      ],
      slug: "sdk",
    },
    {
      name: "a folder that is called like another one and the way to it",
      disk: ["/a-sdk/docs", "/b/sdk/docs", "/a/sdk/docs"],
      given: ["/a-sdk", "/b/sdk", "/a/sdk"],
      want: [
        expect.objectContaining({ prefix: "a-sdk/" }),
        expect.objectContaining({ prefix: "b-sdk/" }),
        expect.objectContaining({ prefix: "a-sdk-2/" }),
      ],
      slug: "a-sdk",
    },
    {
      name: "folders beside one another in the project root, which gives no name",
      disk: ["/p/go/docs", "/p/python/docs"],
      given: ["/p/python", "/p/go"],
      want: [expect.objectContaining({ prefix: "python/" }), expect.objectContaining({ prefix: "go/" })],
      slug: "go",
    },
  ];
  test.each(cases)("$name", ({ disk, given, want, slug }) => {
    const view = {
      isFolder: (path: string): boolean => disk.some((known) => isWithin(path, known)),
      subfolders: (path: string): readonly string[] => {
        const below = disk.filter((known) => known !== path && isWithin(path, known));
        return [...new Set(below.map((known) => known.slice(path.length + 1).split("/")[0] ?? ""))].sort();
      },
    };
    const folders = docsFolders(given, view);
    expect(folders).toEqual(want);
    expect(docsName(folders, "/p")).toBe(slug);
  });
});

test.each([
  { given: "HarborApi v2", want: "harbor-api-v2" },
  { given: "Ünïcode_docs", want: "unicode-docs" },
  { given: "--x--", want: "x" },
  { given: "文档", want: "" },
])("slugOf($given)", ({ given, want }) => {
  expect(slugOf(given)).toBe(want);
});

test("fileOf finds the folder of a source by its prefix", () => {
  const folder = { base: "/p/go", walk: "docs", readme: "always", prefix: "go/" } as const;
  const folders = [{ ...folder, base: "/p/python", prefix: "python/" }, folder];
  expect(fileOf(folders, "go/docs/a.md")).toBe("/p/go/docs/a.md");
  expect(fileOf([{ ...folder, prefix: "" }], "docs/a.md")).toBe("/p/go/docs/a.md");
});

test.each([
  { folder: "/a", path: "/a", want: true },
  { folder: "/a", path: "/a/b", want: true },
  { folder: "/a", path: "/ab", want: false },
  { folder: "/a/b", path: "/a", want: false },
  { folder: "/a", path: "/a/..b", want: true },
])("isWithin($folder, $path)", ({ folder, path, want }) => {
  expect(isWithin(folder, path)).toBe(want);
});
