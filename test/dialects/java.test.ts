import { expect, test } from "vitest";
import { java } from "../../generator/dialects/java.ts";
import { meaningOf } from "./cells.ts";
import { nullOf, responseOf } from "./facets.ts";

const oracle = "https://docs.oracle.com/javase/8/docs/api/java/time";

test.each([
  // scalars
  ["*String*", "string"],
  ["*boolean*", "boolean"],
  ["*long*", "integer"],
  ["*int*", "integer"],
  ["*double*", "number"],
  ["*float*", "number"],
  ["*Object*", "any"],
  // boxed in the two wrappers
  ["*Optional\\<String>*", "Optional string"],
  ["*Optional\\<Long>*", "Optional integer"],
  ["*JsonNullable\\<Integer>*", "JsonNullable integer"],
  ["*JsonNullable\\<Boolean>*", "JsonNullable boolean"],
  ["*Optional\\<Double>*", "Optional number"],
  ["*JsonNullable\\<Object>*", "JsonNullable any"],
  ["[Usage](../../models/components/Usage.md)", "Usage@Usage.md"],
  ["[Optional\\<Usage>](../../models/components/Usage.md)", "Optional Usage@Usage.md"],
  ["[JsonNullable\\<Usage>](../../models/components/Usage.md)", "JsonNullable Usage@Usage.md"],
  // what a setter takes, and around any type what a getter gives
  ["@Nullable *String*", "@Nullable string"],
  ["@Nullable [Usage](../../models/components/Usage.md)", "@Nullable Usage@Usage.md"],
  ["@Nullable List\\<[Usage](../../models/components/Usage.md)>", "@Nullable list(Usage@Usage.md)"],
  ["Optional\\<*String*>", "Optional string"],
  ["JsonNullable\\<List\\<*String*>>", "JsonNullable list(string)"],
  ["JsonNullable\\<[Usage](../../models/components/Usage.md)>", "JsonNullable Usage@Usage.md"],
  [`JsonNullable\\<[OffsetDateTime](${oracle}/OffsetDateTime.html)>`, "JsonNullable date-time"],
  // containers, with one backslash and with two
  ["List\\<*String*>", "list(string)"],
  ["List\\<[Usage](../../models/components/Usage.md)>", "list(Usage@Usage.md)"],
  ["Map\\<String, *Object*>", "map(any)"],
  ["Map\\<String, List\\\\<*String*>>", "map(list(string))"],
  ["List\\<Map\\\\<String, *Object*>>", "list(map(any))"],
  ["Map\\<String, Map\\\\<String, *Object*>>", "map(map(any))"],
  // dates
  [`[OffsetDateTime](${oracle}/OffsetDateTime.html)`, "date-time"],
  [`[LocalDate](${oracle}/LocalDate.html)`, "date"],
  // bytes
  ["byte[]", "bytes"],
  ["*byte[]*", "bytes"],
  ["*Optional\\<byte[]>*", "Optional bytes"],
  ["List\\<byte[]>", "list(bytes)"],
  ["*Optional\\<InputStream>*", "Optional bytes"],
  ["[Blob](../../utils/Blob.md)", "bytes"],
  ["[Blob](../../models/components/Blob.md)", "Blob@Blob.md"],
  // raw responses
  ["[HttpResponse\\<?>](https://docs.oracle.com/en/java/javase/11/docs/api/HttpResponse.html)", "response"],
  ["[HttpResponse\\<InputStream>](https://docs.oracle.com/en/java/javase/11/docs/api/HttpResponse.html)", "response"],
  // names in full, today where two packages have the name, in 2024 everywhere
  ["[com.tern.sdk.models.operations.Usage](../../models/operations/Usage.md)", "operations.Usage@Usage.md"],
  ["*Optional<? extends String>*", "Optional string"],
  [
    "[Optional<? extends com.tern.models.shared.Usage>](../../models/shared/Usage.md)",
    "Optional shared.Usage@Usage.md",
  ],
  ["List<[com.tern.models.shared.Usage](../../models/shared/Usage.md)>", "list(shared.Usage@Usage.md)"],
  ["*Optional\\<java.lang.Object>*", "Optional any"],
  // targets without a name
  ["[List<RequestBody>](../../models//.md)", "list(RequestBody)"],
  ["[byte[]](../../models//.md)", "bytes"],
  // models that are called like the grammar's own words
  ["List\\<[List](../../models/components/List.md)>", "list(List@List.md)"],
  ["[Optional\\<Object>](../../models/components/Object.md)", "Optional Object@Object.md"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, java)).toBe(meaning);
});

test.each(["", "*Optional\\<>*", "List\\<*String*", "Map\\<String>", "*str*", "[Usage](", "List\\<?"])(
  "unread: %s",
  (cell) => {
    expect(meaningOf(cell, java)).toBe("unread");
  },
);

test.each([
  ["[ListUsageResponse](../../models/operations/ListUsageResponse.md)", "ListUsageResponse@ListUsageResponse.md"],
  ["[Optional<? extends ListUsageResponse>](../../models/operations/X.md)", "Optional ListUsageResponse@X.md"],
])("the response %s", (line, meaning) => {
  expect(responseOf(java, line)).toBe(meaning);
});

const wrapper = "*JsonNullable\\<String>*";
const getter = "JsonNullable\\<*String*>";

test.each<readonly [cell: string, mark: "✓" | "–", others: readonly string[], value: string]>([
  ["*String*", "✓", [], "no"],
  ["*Optional\\<String>*", "✓", [], "yes"],
  ["[Optional\\<Usage>](Usage.md)", "✓", [], "yes"],
  ["*long*", "✓", [], "no"],
  [wrapper, "–", [], "yes"],
  // a folder that tells absent from null tells it everywhere
  ["*Optional\\<String>*", "–", [wrapper], "no"],
  ["*Optional\\<String>*", "–", [], "unstated"],
  ["*Optional\\<Object>*", "–", [wrapper], "unstated"],
  ["List\\<*String*>", "✓", [wrapper], "unstated"],
  ["List\\<*String*>", "–", [wrapper], "unstated"],
  ["Map\\<String, *String*>", "✓", [wrapper], "unstated"],
  [`[OffsetDateTime](${oracle}/OffsetDateTime.html)`, "✓", [wrapper], "unstated"],
  ["*Object*", "✓", [], "unstated"],
  // what a getter gives has the wrappers around any type
  ["List\\<*String*>", "✓", [getter], "no"],
  [`[OffsetDateTime](${oracle}/OffsetDateTime.html)`, "✓", [getter], "no"],
  ["Optional\\<List\\<*String*>>", "–", [getter], "no"],
  ["JsonNullable\\<List\\<*String*>>", "✓", [getter], "yes"],
  ["*Object*", "✓", [getter], "unstated"],
  // what a setter takes may be left out, or null
  ["@Nullable *String*", "–", [getter], "unstated"],
  ["@Nullable *String*", "✓", [getter], "yes"],
])("%s %s among %o may be null: %s", (cell, mark, others, value) => {
  expect(nullOf(java, cell, mark, others)).toBe(value);
});

const sample = `        Tern sdk = Tern.builder()
                .token(System.getenv().getOrDefault("TOKEN", ""))
            .build();

        ListUsageRequest req = ListUsageRequest.builder()
                .list("x")
            .build();

        ListUsageResponse res = sdk.fineTuning().jobs().list()
                .request(req)
                .call();

        sdk.jobs().void_("x").call();
        System.out.println(res);`;

test.each<readonly [method: readonly string[], path: string | undefined]>([
  [["list"], "fineTuning.jobs"],
  [["void"], "jobs"],
  [["println"], undefined],
])("a call of %o on the client", (method, path) => {
  expect(java.callee(sample, method)).toBe(path);
});

test("the client is the first that is built of its own class", () => {
  expect(java.clientClass(sample)).toBe("Tern");
});

test.each([
  ["default_", "default"],
  ["accountID", "account id"],
])("the words of %s", (name, words) => {
  expect(java.words(name).join(" ")).toBe(words);
});
