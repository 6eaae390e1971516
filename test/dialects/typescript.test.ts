import { expect, test } from "vitest";
import { typescript } from "../../generator/dialects/typescript.ts";
import { meaningOf } from "./cells.ts";

const mdn = "https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects";

test.each([
  // scalars
  ["*string*", "string"],
  ["*number*", "number-or-integer"],
  ["*boolean*", "boolean"],
  ["*any*", "any"],
  ["*Decimal*", "decimal"],
  [`[Date](${mdn}/Date)`, "date-time"],
  ["[RFCDate](../../types/rfcdate.md)", "date"],
  ["[Date](../../types/rfcdate.md)", "date"],
  // constants
  ['*"lead"*', '"lead"'],
  ['*"*"*', '"*"'],
  ["*true*", "true"],
  ["*false*", "false"],
  // an unlinked name is a union, which the linker will find by namespace and name
  ["*components.Loc*", "components.Loc"],
  ["[components.User](../../models/components/user.md)", "components.User@user.md"],
  // addresses of a site, which have no extension
  ["[components.User](../../models/components/user)", "components.User@user"],
  ["[Date](../../types/rfcdate)", "date"],
  ["[string[]](../../models/)", "list(string)"],
  // containers
  ["*string*[]", "list(string)"],
  ["*components.Value2*[][]", "list(list(components.Value2))"],
  ["[models.User](../models/user.md)[]", "list(models.User@user.md)"],
  ["Record<string, *any*>", "map(any)"],
  ["Record<string, *any*>[]", "list(map(any))"],
  [
    "Record<string, Record<string, Record<string, [models.User](../models/user.md)[]>>>",
    "map(map(map(list(models.User@user.md))))",
  ],
  [`Record<string, [Date](${mdn}/Date)>`, "map(date-time)"],
  // bytes and files
  ["*ReadableStream<Uint8Array>*", "bytes"],
  ["*Uint8Array*", "bytes"],
  [`[File](${mdn}/File) | [Blob](${mdn}/Blob) | [components.FileT](../../models/components/filet.md)`, "file"],
  // the clients of 2023, whose cells have lost an argument
  ["[AxiosResponse](https://axios-http.com/docs/res_schema)", "response"],
  ["[AxiosResponse>](https://axios-http.com/docs/res_schema)", "response"],
  // targets without a name
  ["[operations.RequestBody[]](../../models/.md)", "list(operations.RequestBody)"],
  ["[{ [k: string]: any }](../../models/.md)", "map(any)"],
  ["[ReadableStream<Uint8Array>](../../models/.md)", "bytes"],
  ["[string](../../models/.md)", "string"],
  // response lines, with and without escapes
  ["Promise\\<[components.Chat](../../models/components/chat.md)\\>", "components.Chat@chat.md"],
  ["Promise<[components.Chat](../../models/components/chat.md)>", "components.Chat@chat.md"],
  ["Promise\\<void\\>", "void"],
  ["Promise\\<[EventStream<components.Chunk>](../../models/.md)\\>", "sse(components.Chunk)"],
  ["Promise\\<[JsonLStream<models.Line>](../../models/.md)\\>", "json-lines(models.Line)"],
  ["Promise\\<[components.User[]](../../models/.md)\\>", "list(components.User)"],
  // headings of unions
  ["{ [k: string]: components.Loc }", "map(components.Loc)"],
  ["{ [k: string]: any }[]", "list(map(any))"],
  ["components.Chat", "components.Chat"],
  ["EventStream<components.Chunk>", "sse(components.Chunk)"],
  ["Date", "date-time"],
  // models that are called like the grammar's own words
  ["[components.File](../../models/components/file.md)", "components.File@file.md"],
  ["[Response](../models/response.md)[]", "list(Response@response.md)"],
  ["*Request*", "response"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, typescript)).toBe(meaning);
});

test.each(["", "*str*", "*string*[", "Record<string>", "[components.User]()()", "{ a: string }", "u8[]"])(
  "unread: %s",
  (cell) => {
    expect(meaningOf(cell, typescript)).toBe("unread");
  },
);
