import { describe, expect, test } from "vitest";
import { model, partsOf, understood } from "./docs.ts";
import { type Case, check } from "./type-cells.ts";

const date = "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Date";
const file = "https://developer.mozilla.org/en-US/docs/Web/API/File";
const blob = "https://developer.mozilla.org/en-US/docs/Web/API/Blob";

describe("20 TypeScript", () => {
  test.each<Case>([
    ["*string*", "✓", "string | null?"],
    ["*boolean*", "–", "boolean | null?"],
    ["*any*", "–", "unknown (any) | null?"],
    ["[components.Berth](../../models/components/berth.md)", "✓", "components/berth | null?"],
    ["[components.Flag](../../models/components/flag.md)", "✓", "components/flag | null?"],
    ["*components.Cargo*", "✓", "components/cargo | null?"],
    ["*string*[]", "✓", "string[] | null?"],
    ["*string*[][]", "✓", "string[][] | null?"],
    ["*components.Cargo*[][]", "✓", "components/cargo[][] | null?"],
    ["[components.Berth](../../models/components/berth.md)[]", "–", "components/berth[] | null?"],
    ["Record<string, *string*>", "–", "{string} | null?"],
    ["Record<string, *any*>", "–", "{unknown (any)} | null?"],
    ["Record<string, *components.Cargo*[]>", "–", "{components/cargo[]} | null?"],
    [
      "Record<string, Record<string, Record<string, [components.Berth](../../models/components/berth.md)[]>>>",
      "✓",
      "{{{components/berth[]}}} | null?",
    ],
  ])("20 %s %s", (...given) => check("typescript")(...given));
});

describe("21 TypeScript dates, literals and binaries", () => {
  test.each<Case>([
    [`[Date](${date})`, "✓", "date-time | null?"],
    ["[RFCDate](../../types/rfcdate.md)", "✓", "date | null?"],
    ["[Date](../../types/rfcdate.md)", "✓", "date | null?"],
    [`Record<string, [Date](${date})>`, "–", "{date-time} | null?"],
    [`[Date](${date})[]`, "–", "date-time[] | null?"],
    ['*"lead"*', "✓", '"lead" | null?'],
    ['*"a \\| b"*', "✓", '"a | b" | null?'],
    ["*true*", "✓", "true | null?"],
    ["*false*", "–", "false | null?"],
    ["*Decimal*", "✓", "decimal | null?"],
    ["*Uint8Array*", "✓", "bytes | null?"],
    ["*ReadableStream<Uint8Array>*", "✓", "bytes | null?"],
    [
      `[File](${file}) \\| [Blob](${blob}) \\| [components.Berth](../../models/components/berth.md)`,
      "✓",
      "bytes | null?",
    ],
    [`[File](${file}) | [Blob](${blob})`.replace("|", "\\|"), "–", "bytes | null?"],
    ["*bigint*", "✓", "integer | null?"],
  ])("21 %s %s", (...given) => check("typescript")(...given));
});

describe("22 Python's wrappers", () => {
  test.each<Case>([
    ["*str*", "✓", "string"],
    ["*Optional[str]*", "–", "string"],
    ["*Nullable[str]*", "✓", "string | null"],
    ["*OptionalNullable[str]*", "–", "string | null"],
    ["*Optional[Any]*", "–", "unknown (any) | null?"],
    ["*Any*", "✓", "unknown (any) | null?"],
    ["*Nullable[Any]*", "✓", "unknown (any) | null"],
    ["[models.Berth](../models/berth.md)", "✓", "models/berth"],
    ["[Optional[models.Berth]](../models/berth.md)", "–", "models/berth"],
    ["[Nullable[models.Flag]](../models/flag.md)", "✓", "models/flag | null"],
    ["[OptionalNullable[models.Cargo]](../models/cargo.md)", "–", "models/cargo | null"],
    ["List[*str*]", "✓", "string[] | null?"],
    ["List[[models.Berth](../models/berth.md)]", "–", "models/berth[] | null?"],
    ["List[*Nullable[str]*]", "✓", "(string | null)[] | null?"],
    ["Dict[str, [Nullable[models.Berth]](../models/berth.md)]", "–", "{models/berth | null} | null?"],
    ["Dict[str, *Nullable[float]*]", "–", "{number | null} | null?"],
    ["Dict[str, List[*int*]]", "–", "{integer[]} | null?"],
    ["List[List[[models.Cargo](../models/cargo.md)]]", "✓", "models/cargo[][] | null?"],
    ["Dict[str, Any]", "–", "{unknown (any)} | null?"],
    ["Dict[str, *Any*]", "–", "{unknown (any)} | null?"],
  ])("22 %s %s", (...given) => check("python")(...given));
});

const pythonDate = "https://docs.python.org/3/library/datetime.html#date-objects";
const pythonTime = "https://docs.python.org/3/library/datetime.html#datetime-objects";

describe("23 Python's dates, literals and binaries", () => {
  test.each<Case>([
    [`[date](${pythonDate})`, "✓", "date-time | null?"],
    [`[datetime](${pythonTime})`, "–", "date | null?"],
    [`List[[date](${pythonDate})]`, "–", "date-time[] | null?"],
    ['*Literal["a"]*', "✓", '"a"'],
    ['*Optional[Literal["a"]]*', "–", '"a"'],
    ["*Literal[True]*", "✓", "true"],
    ["*Optional[Literal[False]]*", "–", "false"],
    ["*Literal[1]*", "✓", "1"],
    ["*OptionalNullable[Literal[None]]*", "–", "null | null"],
    ["*bytes*", "✓", "bytes"],
    ["*Optional[bytes]*", "–", "bytes"],
    ["*OptionalNullable[bytes]*", "–", "bytes | null"],
    ["*Union[bytes, IO[bytes], io.IOBase]*", "✓", "bytes"],
    ["*Union[bytes, IO[bytes], io.BufferedReader]*", "✓", "bytes"],
    ["[httpx.Response](https://www.python-httpx.org/api/#response)", "✓", ""],
  ])("23 %s %s", (...given) => check("python")(...given));
});

describe("24 Python of 2023 and 2024", () => {
  test.each<Case>([
    ["list[[Berth](../../models/shared/berth.md)]", "✓", "shared/berth[] | null?"],
    ["list[[shared.Berth](../../models/shared/berth.md)]", "✓", "shared/berth[] | null?"],
    ["[Optional[Berth]](../../models/shared/berth.md)", "–", "shared/berth | null?"],
    ["[Optional[Union[shared.Berth, shared.Flag]]](../../models/shared/cargo.md)", "–", "shared/cargo | null?"],
    ["List[[Union[shared.Berth, shared.Flag]](../../models/shared/cargo.md)]", "–", "shared/cargo[] | null?"],
    ["List[[Union[str, int]](../../models/shared/cargo.md)]", "✓", "shared/cargo[] | null?"],
    ["[Union[shared.Berth]](../../models/shared/cargo.md)", "✓", "shared/cargo | null?"],
    // The union has no document of its own.
    ["[Union[shared.Berth, shared.Flag]](../../models/shared/gone.md)", "✓", "shared/berth | shared/flag | null?"],
    ["*Any*", "✓", "unknown (any) | null?"],
    ["dict[str, *Any*]", "–", "{unknown (any)} | null?"],
    ["list[list[*int*]]", "–", "integer[][] | null?"],
    ["[requests.Response](https://requests.readthedocs.io/en/latest/api/#requests.Response)", "–", ""],
  ])("24 %s %s", (cell, mark, want) => {
    const docs = Object.fromEntries(
      ["Berth", "Flag", "Cargo"].map((title) => [`docs/models/shared/${title.toLowerCase()}.md`, model(title)]),
    );
    const from = understood(
      { ...docs, "docs/models/operations/ship.md": model("Ship", ["cargo", cell, mark], ["old", "list[*str*]"]) },
      { dialect: "python" },
    );
    const [text = ""] = partsOf(from, "operations/ship");
    expect(text.replace(/^cargo\??: |^old: .*/, "")).toBe(want);
    expect(from.found).toEqual([]);
  });
});
