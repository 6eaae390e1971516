import { expect, test } from "vitest";
import { go } from "../../generator/dialects/go.ts";
import { meaningOf } from "./cells.ts";
import { memberOf, nullOf, responseOf } from "./facets.ts";

const time = "https://pkg.go.dev/time#Time";

test.each([
  // scalars: in code spans today, in emphasis before
  ["`string`", "string"],
  ["`bool`", "boolean"],
  ["`int64`", "integer"],
  ["`int`", "integer"],
  ["`float64`", "number"],
  ["`any`", "any"],
  ["`interface{}`", "any"],
  ["*string*", "string"],
  // pointers
  ["`*string`", "* string"],
  ["**string*", "* string"],
  ["[*components.Usage](../../models/components/usage.md)", "* components.Usage@usage.md"],
  ["[components.Usage](../../models/components/usage.md)", "components.Usage@usage.md"],
  // slices and maps
  ["[]`string`", "list(string)"],
  ["[]*string*", "list(string)"],
  ["[][components.Usage](../../models/components/usage.md)", "list(components.Usage@usage.md)"],
  ["[][][components.Point](../../models/components/point.md)", "list(list(components.Point@point.md))"],
  ["map[string]`any`", "map(any)"],
  ["map[string]`*string`", "map(nullable(string))"],
  ["map[string][*components.Usage](../../models/components/usage.md)", "map(nullable(components.Usage@usage.md))"],
  ["[]map[string]`any`", "list(map(any))"],
  ["map[string]map[string]`any`", "map(map(any))"],
  // absent or null
  ["optionalnullable.OptionalNullable[`string`]", "optionalnullable.OptionalNullable string"],
  ["optionalnullable.OptionalNullable[[]`string`]", "optionalnullable.OptionalNullable list(string)"],
  [
    "optionalnullable.OptionalNullable[[components.Usage](../../models/components/usage.md)]",
    "optionalnullable.OptionalNullable components.Usage@usage.md",
  ],
  [
    "optionalnullable.OptionalNullable[map[string][components.Usage](../../models/components/usage.md)]",
    "optionalnullable.OptionalNullable map(components.Usage@usage.md)",
  ],
  // dates: one is of the language, the other of the SDK; a model may be called so too
  [`[time.Time](${time})`, "date-time"],
  [`[*time.Time](${time})`, "* date-time"],
  ["[types.Date](../../types/date.md)", "date"],
  ["[*types.Date](../../types/date.md)", "* date"],
  ["[components.Date](../../models/components/date.md)", "components.Date@date.md"],
  // bytes
  ["`[]byte`", "bytes"],
  ["[]`byte`", "bytes"],
  ["[][]`byte`", "list(bytes)"],
  // targets without a name
  ["[[]operations.RequestBody](../../.md)", "list(operations.RequestBody)"],
  ["[*float64](../../.md)", "* number"],
  ["[map[string]any](../../models/.md)", "map(any)"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, go)).toBe(meaning);
});

test.each(["", "`**string", "[]", "map[string]", "optionalnullable.OptionalNullable[", "`str ing`", "`chan`"])(
  "unread: %s",
  (cell) => {
    expect(meaningOf(cell, go)).toBe("unread");
  },
);

test.each([
  ["[*components.Usage](../../models/components/usage.md), error", "* components.Usage@usage.md"],
  ["[[]components.Usage](../../.md), error", "list(components.Usage)"],
  ["[map[string]any](../../models/.md), error", "map(any)"],
  ["[*http.Response](https://pkg.go.dev/net/http#Response), error", "* response"],
  ["[*http.Request](https://pkg.go.dev/net/http#Request)", "* response"],
  ["[*stream.EventStream[components.Chunk]](../../.md), error", "* sse(components.Chunk)"],
  ["error", "nothing"],
])("the response %s", (line, meaning) => {
  expect(responseOf(go, line)).toBe(meaning);
});

test.each([
  ["Chat", "loc := components.CreateLocChat(components.Chat{/* values here */})", "components.Chat"],
  // the constructor is called after the key of a discriminator
  ["ChatSpec", "loc := components.CreateLocChat(components.ChatSpec{/* values here */})", "components.ChatSpec"],
  // headings leave out what is no model
  ["", "loc := operations.CreateLocStr(string{/* values here */})", "string"],
  ["", "loc := operations.CreateLocArrayOfStr([]string{/* values here */})", "list(string)"],
  ["", "loc := operations.CreateLocArrayOfChat([]components.Chat{/* values here */})", "list(components.Chat)"],
  ["", "loc := operations.CreateLocMapOfAny(map[string]any{/* values here */})", "map(any)"],
  ["", "loc := operations.CreateLocDateTime(time.Time{/* values here */})", "date-time"],
  ["", "loc := operations.CreateLocAny(interface{}{/* values here */})", "any"],
  [
    "",
    "loc := operations.CreateLocEventStream(*stream.EventStream[operations.Chunk]{/* values here */})",
    "* sse(operations.Chunk)",
  ],
  // a constructor for all, and one of another name
  ["", "loc := operations.CreateLoc(int64(0))", "integer"],
  ["", 'loc := operations.CreateLoc("")', "string"],
  ["", "loc := operations.CreateLoc(false)", "boolean"],
  ["", "loc := operations.CreateLoc(time.Time{})", "date-time"],
  ["Chat", "loc := components.NewLocChat(components.Chat{/* values here */})", "components.Chat"],
  // without a sample the heading is all there is
  ["Chat", "", "Chat"],
])("the member %s: %s", (heading, sample, meaning) => {
  expect(memberOf(go, heading, sample)).toBe(meaning);
});

const wrapper = "optionalnullable.OptionalNullable[`string`]";

test.each<readonly [cell: string, mark: "✓" | "–", others: readonly string[], value: string]>([
  ["`string`", "✓", [], "no"],
  ["`*string`", "✓", [], "yes"],
  ["[*components.Usage](usage.md)", "✓", [], "yes"],
  ["[components.Usage](usage.md)", "✓", [], "no"],
  ["`*string`", "–", [], "unstated"],
  ["[]`string`", "✓", [], "unstated"],
  ["map[string]`string`", "✓", [], "unstated"],
  ["`any`", "✓", [], "unstated"],
  [`[time.Time](${time})`, "✓", [], "unstated"],
  [`[time.Time](${time})`, "✓", [`[*time.Time](${time})`], "no"],
  [`[*time.Time](${time})`, "✓", [], "yes"],
  // where docs tell absent from null, a pointer is no more than absent
  [wrapper, "–", [], "yes"],
  ["`*string`", "–", [wrapper], "no"],
  ["[]`string`", "–", [wrapper], "unstated"],
])("%s %s among %o may be null: %s", (cell, mark, others, value) => {
  expect(nullOf(go, cell, mark, others)).toBe(value);
});

test.each([
  ["PartnerID", "partner id"],
  ["UTMSource", "utm source"],
  ["URL", "url"],
  ["APIURL", "api url"],
  ["HTTPAPIKey", "http api key"],
  ["IDs", "ids"],
  ["PortIDAsFlag", "port id as flag"],
  ["PortURLIsOpen", "port url is open"],
  ["APIs", "apis"],
  ["TagIds", "tag ids"],
  ["QRCodes", "qr codes"],
  ["NASDAQ", "nasdaq"],
  ["UUID", "uuid"],
  ["Error_", "error"],
])("the words of %s", (name, words) => {
  expect(go.words(name).join(" ")).toBe(words);
});

const sample = (alias: string, path: string) =>
  `import(\n\t"context"\n\t${alias} "${path}"\n\t"log"\n)\n\nfunc main() {\n    ctx := context.Background()\n\n    s := ${alias}.New(\n        ${alias}.WithSecurity("X"),\n    )\n\n    res, err := s.FineTuning.Jobs.List(ctx, nil)\n    log.Fatal(err)\n}`;

test.each([
  ["terngo", "github.com/tern/tern-go", "Tern"],
  ["terngo", "github.com/tern/tern-go/v2", "Tern"],
  ["fairtern", "github.com/acme/fair-tern", "FairTern"],
  ["gosdk", "github.com/Tern/go-sdk", "Tern"],
])("%s from %s: the client is %s", (alias, path, name) => {
  expect(go.clientClass(sample(alias, path))).toBe(name);
});

test("a call on the client", () => {
  const text = sample("terngo", "github.com/tern/tern-go");
  expect(go.callee(text, ["list"])).toBe("FineTuning.Jobs");
  expect(go.callee(text, ["fatal"])).toBeUndefined();
});
