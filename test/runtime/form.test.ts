import { describe, expect, test } from "vitest";
import { addFile, addPart, type FilePart, type PartValue } from "../../templates/typescript/runtime/form.ts";

/** Each part as `name=text`, of a file `name=file name: text`. */
async function partsOf(form: FormData): Promise<readonly string[]> {
  const parts = [...form].map(async ([name, value]) =>
    typeof value === "string" ? `${name}=${value}` : `${name}=${value.name}: ${await value.text()}`,
  );
  return Promise.all(parts);
}

const bytes = new TextEncoder().encode("bytes");

describe("addFile", () => {
  test.each<readonly [string, FilePart | readonly FilePart[] | null | undefined, readonly string[]]>([
    ["bytes", bytes, ["photo=blob: bytes"]],
    ["a blob", new Blob(["blob"]), ["photo=blob: blob"]],
    ["a file brings its name", new File(["file"], "a.png"), ["photo=a.png: file"]],
    ["bytes with a name", { content: bytes, fileName: "b.png" }, ["photo=b.png: bytes"]],
    ["a file under another name", { content: new File(["file"], "a.png"), fileName: "b.png" }, ["photo=b.png: file"]],
    ["several", [bytes, { content: bytes, fileName: "b.png" }], ["photo=blob: bytes", "photo=b.png: bytes"]],
    ["none of several", [], []],
    ["absent", undefined, []],
    ["null", null, []],
  ])("%s", async (_, file, want) => {
    const form = new FormData();
    addFile(form, "photo", file);
    expect(await partsOf(form)).toEqual(want);
  });

  test("keeps the content type of a blob", () => {
    const form = new FormData();
    addFile(form, "photo", { content: new Blob([bytes], { type: "image/png" }), fileName: "a.png" });
    const part = form.get("photo");
    expect(part instanceof File && part.type).toBe("image/png");
  });
});

describe("addPart", () => {
  test.each<readonly [string, PartValue | readonly PartValue[], readonly string[]]>([
    ["a text", "Zeevonk\nat dawn", ["x=Zeevonk\nat dawn"]],
    ["an empty text", "", ["x="]],
    ["a number", 0.5, ["x=0.5"]],
    ["a boolean", false, ["x=false"]],
    ["a date", new Date(0), ["x=1970-01-01T00:00:00.000Z"]],
    ["a list is one part an item", ["a", 1, null, { b: 2 }], ["x=a", "x=1", 'x={"b":2}']],
    ["an object is JSON", { a: [1, null] }, ['x={"a":[1,null]}']],
    ["files among what the docs do not describe", [new Blob(["ab"]), "c"], ["x=blob: ab", "x=c"]],
    ["absent", undefined, []],
    ["null", null, []],
  ])("%s", async (_, value, want) => {
    const form = new FormData();
    addPart(form, "x", value);
    expect(await partsOf(form)).toEqual(want);
  });
});
