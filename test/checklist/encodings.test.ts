import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { type Docs, model, openapiOf, type Row, resource, type Section, section } from "./docs.ts";
import { only, request, ships } from "./only-operation.ts";

describe("56 how a body is written", () => {
  const file =
    "[File](https://developer.mozilla.org/en-US/docs/Web/API/File) \\| [Blob](https://developer.mozilla.org/en-US/docs/Web/API/Blob) \\| [components.ShipFile](../../models/components/shipfile.md)";
  const whole = (type: string): readonly Row[] => [["request", type, "✓", request]];
  const cases: readonly (readonly [string, DialectName, Section, Docs, string])[] = [
    [
      "a file of TypeScript",
      "typescript",
      { rows: whole("[components.Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", ["name", "*string*"], ["file", file]),
        "docs/models/components/shipfile.md": model(
          "ShipFile",
          ["fileName", "*string*"],
          ["content", "*ReadableStream<Uint8Array>*"],
        ),
      },
      "multipart",
    ],
    [
      "several files",
      "typescript",
      { rows: whole("[components.Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", [
          "files",
          "[components.ShipFile](../../models/components/shipfile.md)[]",
        ]),
        "docs/models/components/shipfile.md": model("ShipFile", ["fileName", "*string*"], ["content", "*Uint8Array*"]),
      },
      "multipart",
    ],
    [
      "a file of Python",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      {
        "docs/models/load.md": model("Load", ["file", "[Optional[models.ShipFile]](../models/shipfile.md)", "–"]),
        "docs/models/shipfile.md": model(
          "ShipFile",
          ["file_name", "*str*"],
          ["content", "*Union[bytes, IO[bytes], io.BufferedReader]*"],
          ["content_type", "*Optional[str]*", "–"],
        ),
      },
      "multipart",
    ],
    // Languages without a word for bytes have text or anything for the content.
    [
      "a file whose content is text",
      "php",
      { rows: whole("[Components\\Load](../../Models/Components/Load.md)") },
      {
        "docs/Models/Components/Load.md": model("Load", [
          "file",
          "[?Components\\ShipFile](../../Models/Components/ShipFile.md)",
          "–",
        ]),
        "docs/Models/Components/ShipFile.md": model("ShipFile", ["fileName", "*string*"], ["content", "*string*"]),
      },
      "multipart",
    ],
    [
      "a file whose content is anything",
      "go",
      { rows: whole("[components.Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", [
          "File",
          "[components.ShipFile](../../models/components/shipfile.md)",
          "✓",
        ]),
        "docs/models/components/shipfile.md": model("ShipFile", ["FileName", "`string`"], ["Content", "`any`"]),
      },
      "multipart",
    ],
    [
      "a file of Ruby",
      "ruby",
      { rows: whole("[Models::Components::Load](../../models/components/load.md)") },
      {
        "docs/models/components/load.md": model("Load", [
          "file",
          "[Models::Components::ShipFile](../../models/components/shipfile.md)",
          "✓",
        ]),
        "docs/models/components/shipfile.md": model("ShipFile", ["file_name", "*::String*"], ["content", "*::String*"]),
      },
      "multipart",
    ],
    [
      "a file of C#",
      "csharp",
      { rows: whole("[Load](../../Models/Components/Load.md)") },
      {
        "docs/Models/Components/Load.md": model("Load", [
          "File",
          "[ShipFile](../../Models/Components/ShipFile.md)",
          "✓",
        ]),
        "docs/Models/Components/ShipFile.md": model("ShipFile", ["FileName", "*string*"], ["Content", "*byte[]*"]),
      },
      "multipart",
    ],
    [
      "a file of Java",
      "java",
      { rows: whole("[Load](../../models/components/Load.md)") },
      {
        "docs/models/components/Load.md": model("Load", [
          "file",
          "[ShipFile](../../models/components/ShipFile.md)",
          "✓",
        ]),
        "docs/models/components/ShipFile.md": model("ShipFile", ["fileName", "*String*"], ["content", "*byte[]*"]),
      },
      "multipart",
    ],
    [
      "a file of 2023, with a field called after the part",
      "python",
      { rows: whole("[shared.Load](../../models/shared/load.md)") },
      {
        "docs/models/shared/load.md": model(
          "Load",
          ["image", "[shared.LoadImage](../../models/shared/loadimage.md)"],
          ["old", "list[*str*]", "–"],
        ),
        "docs/models/shared/loadimage.md": model("LoadImage", ["content", "*bytes*"], ["image", "*str*"]),
      },
      "multipart",
    ],
    [
      "a file of 2023 in a language without bytes",
      "php",
      { rows: [["$request", "[\\Harbour\\Models\\Shared\\Load](../../models/shared/Load.md)", "✓", request]] },
      {
        "docs/models/shared/Load.md": model("Load", ["image", "[LoadImage](../../models/shared/LoadImage.md)"]),
        "docs/models/shared/LoadImage.md": model("LoadImage", ["content", "*string*"], ["image", "*string*"]),
      },
      "multipart",
    ],
    [
      "bytes of JSON",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      { "docs/models/load.md": model("Load", ["name", "*str*"], ["photo", "*bytes*"]) },
      "json",
    ],
    [
      "a body of bytes",
      "python",
      { rows: whole("[Union[bytes, IO[bytes], io.BufferedReader]](../../models/.md)") },
      {},
      "bytes",
    ],
    ["a body of bytes in Java", "java", { rows: whole("[byte[]](../../models//.md)") }, {}, "bytes"],
    [
      "a body in a wrapper",
      "typescript",
      { id: "load", rows: whole("[operations.LoadRequest](../../models/operations/loadrequest.md)") },
      {
        "docs/models/operations/loadrequest.md": model(
          "LoadRequest",
          ["fleet", "*string*"],
          ["requestBody", "*ReadableStream<Uint8Array>*"],
        ),
      },
      "bytes",
    ],
    [
      "JSON",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      { "docs/models/load.md": model("Load", ["name", "*str*"]) },
      "json",
    ],
    [
      "a model of a file's name and text",
      "python",
      { rows: whole("[models.Load](../../models/load.md)") },
      {
        "docs/models/load.md": model("Load", ["source", "[models.Source](../models/source.md)"]),
        "docs/models/source.md": model("Source", ["file_name", "*str*"], ["content", "*str*"]),
      },
      "json",
    ],
  ];
  test.each(cases)("56 %s in %s", (_, dialect, of, docs, want) => {
    const { operation } = only({ id: "load", route: "POST /ships", ...of }, docs, dialect);
    expect(operation.body?.encoding.value).toBe(want);
    const all = { [ships]: resource("Ships", { load: section({ id: "load", route: "POST /ships", ...of }) }), ...docs };
    const content =
      { multipart: "multipart/form-data", bytes: "application/octet-stream", json: "application/json" }[want] ?? "";
    expect(openapiOf(all, { dialect })).toMatchObject({
      paths: { "/ships": { post: { requestBody: { content: { [content]: {} } } } } },
    });
  });
});
