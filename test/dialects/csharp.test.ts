import { expect, test } from "vitest";
import { csharp } from "../../generator/dialects/csharp.ts";
import { meaningOf } from "./cells.ts";
import { memberOf, nullOf, responseOf } from "./facets.ts";

test.each([
  // scalars
  ["*string*", "string"],
  ["*bool*", "boolean"],
  ["*long*", "integer"],
  ["*int*", "integer"],
  ["*double*", "number"],
  ["*float*", "number"],
  ["*object*", "any"],
  // names, in full only where two namespaces have them
  ["[Usage](../../Models/Components/Usage.md)", "Usage@Usage.md"],
  ["[Models.Components.Usage](../../Models/Components/Usage.md)", "components.Usage@Usage.md"],
  ["List<[Models.Components.Usage](../../Models/Components/Usage.md)>", "list(components.Usage@Usage.md)"],
  // containers
  ["List<*string*>", "list(string)"],
  ["List<List<[Point](../../Models/Components/Point.md)>>", "list(list(Point@Point.md))"],
  ["Dictionary<String, *object*>", "map(any)"],
  ["Dictionary<String, List<*string*>>", "map(list(string))"],
  ["List<Dictionary<String, *object*>>", "list(map(any))"],
  // dates
  ["[DateTime](https://learn.microsoft.com/en-us/dotnet/api/system.datetime?view=net-5.0)", "date-time"],
  ["[DateOnly](https://learn.microsoft.com/en-us/dotnet/api/system.dateonly?view=net-6.0)", "date"],
  ["[LocalDate](https://nodatime.org/3.1.x/api/NodaTime.LocalDate.html)", "date"],
  // bytes
  ["*byte[]*", "bytes"],
  ["List<*byte[]*>", "list(bytes)"],
  // raw responses
  ["[HttpResponseMessage](https://learn.microsoft.com/dotnet/api/system.net.http.httpresponsemessage)", "response"],
  ["*HttpRequestMessage*", "response"],
  // targets without a name
  ["[object](../../Models/.md)", "any"],
  ["[Dictionary<string, object>](../../Models/.md)", "map(any)"],
  // models that are called like the grammar's own words
  ["List<[List](../../Models/Components/List.md)>", "list(List@List.md)"],
  ["[Object](../../Models/Components/Object.md)", "Object@Object.md"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, csharp)).toBe(meaning);
});

test.each(["", "List<>", "Dictionary<String>", "List<*string*", "*str*", "[Usage]"])("unread: %s", (cell) => {
  expect(meaningOf(cell, csharp)).toBe("unread");
});

test("the response line has no decoration", () => {
  expect(responseOf(csharp, "[Models.Components.Usage](../../Models/Components/Usage.md)")).toBe(
    "components.Usage@Usage.md",
  );
});

test.each(["*string*", "List<*string*>", "[Usage](../../Models/Components/Usage.md)"])(
  "null is unstated: %s",
  (cell) => {
    expect(nullOf(csharp, cell, "✓")).toBe("unstated");
    expect(nullOf(csharp, cell, "–")).toBe("unstated");
  },
);

test.each([
  // headings of members are titles, labels of types, or keys that the linker finds
  ["PaymentCard", "PaymentCard"],
  ["Str", "string"],
  ["Integer", "integer"],
  ["Number", "number"],
  ["Boolean", "boolean"],
  ["Any", "any"],
  ["DateTime", "date-time"],
  ["Date", "date"],
  ["ArrayOfStr", "list(string)"],
  ["ArrayOfPaymentCard", "list(PaymentCard)"],
  ["MapOfAny", "map(any)"],
  ["MapOfArrayOfInteger", "map(list(integer))"],
  ["MapOfRequiredFields1", "map(RequiredFields1)"],
  ["MapOf", "MapOf"],
])("the member %s", (heading, meaning) => {
  expect(memberOf(csharp, heading, `Union.Create${heading}(/* values here */);`)).toBe(meaning);
});

test.each([
  ["ExternalId", "Usage", "external id"],
  ["LibrarySectionID", "Usage", "library section id"],
  // a property cannot be called like its class
  ["AmountValue", "Amount", "amount"],
  ["AmountValue", "AmountOptions", "amount value"],
  ["TotalCountValue", "TotalCount", "total count"],
])("the words of %s in %s", (name, owner, words) => {
  expect(csharp.words(name, owner).join(" ")).toBe(words);
});

const sample = `var sdk = new TernSDK(\n    bearerAuth: "x"\n);\n\nListRequest req = new ListRequest() {\n    Limit = 1,\n};\n\nvar res = await sdk.FineTuning.Jobs.ListAsync(req);\n\nwhile(res != null)\n{\n    res = await res.Next!();\n}`;

test("methods are called with a suffix", () => {
  expect(csharp.callee(sample, ["list"])).toBe("FineTuning.Jobs");
  expect(csharp.callee(sample, ["list", "async"])).toBe("FineTuning.Jobs");
  expect(csharp.callee(sample, ["next"])).toBeUndefined();
  expect(csharp.clientClass(sample)).toBe("TernSDK");
  expect(csharp.clientClass('using Tern.Birds;\nusing System;\n\nvar sdk = new Client(bearer: "x");')).toBe(
    "TernBirds",
  );
});
