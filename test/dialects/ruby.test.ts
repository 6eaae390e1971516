import { expect, test } from "vitest";
import { ruby } from "../../generator/dialects/ruby.ts";
import { meaningOf } from "./cells.ts";
import { nullOf, responseOf } from "./facets.ts";

const docs = "https://ruby-doc.org/stdlib-2.6.1/libdoc/date/rdoc";

test.each([
  // Sorbet
  ["*::String*", "string"],
  ["*T.nilable(::String)*", "T.nilable string"],
  ["*::Integer*", "integer"],
  ["*T.nilable(::Float)*", "T.nilable number"],
  ["*T::Boolean*", "boolean"],
  ["*T.nilable(T::Boolean)*", "T.nilable boolean"],
  ["*::Object*", "any"],
  ["[Models::Shared::Usage](../../models/shared/usage.md)", "shared.Usage@usage.md"],
  ["[T.nilable(Models::Shared::Usage)](../../models/shared/usage.md)", "T.nilable shared.Usage@usage.md"],
  ["T::Array<*::String*>", "list(string)"],
  ["T::Array<[Models::Shared::Usage](../../models/shared/usage.md)>", "list(shared.Usage@usage.md)"],
  ["T::Hash[Symbol, *::Object*]", "map(any)"],
  ["T::Hash[Symbol, T::Array<*::String*>]", "map(list(string))"],
  // Crystalline
  ["*Crystalline::Nilable.new(::String)*", "Crystalline::Nilable.new string"],
  ["*Crystalline::Boolean.new*", "boolean"],
  ["*Crystalline::Nilable.new(Crystalline::Boolean.new)*", "Crystalline::Nilable.new boolean"],
  [
    "Crystalline::Array<[Models::Components::Usage](../../models/components/usage.md)>",
    "list(components.Usage@usage.md)",
  ],
  ["Crystalline::Hash[Symbol, *::Object*]", "map(any)"],
  [
    "Crystalline::Array<[Crystalline::Union.new(Models::Components::A, Models::Components::B)](../../models/components/u.md)>",
    "list(union(components.A, components.B)@u.md)",
  ],
  // the members of a union stand in the links to it
  [
    "[T.nilable(T.any(::String, T::Array[::String]))](../../models/operations/ids.md)",
    "T.nilable union(string, list(string))@ids.md",
  ],
  ["[T.any(Models::Shared::A, Models::Shared::B)](../../models/shared/event.md)", "union(shared.A, shared.B)@event.md"],
  [
    "[T.nilable(T.any(::String, ::Float, T::Boolean, Models::Shared::X, T::Array[::Object], ::DateTime))](../../models/shared/v.md)",
    "T.nilable union(string, number, boolean, shared.X, list(any), date-time)@v.md",
  ],
  // dates are swapped where they link, and only there
  [`[Date](${docs}/Date.html)`, "date-time"],
  [`[DateTime](${docs}/DateTime.html)`, "date"],
  [`T::Array<[Date](${docs}/Date.html)>`, "list(date-time)"],
  // raw responses
  ["[Faraday::Response](https://www.rubydoc.info/gems/faraday/Faraday/Response)", "response"],
  ["[T.nilable(Faraday::Response)](https://www.rubydoc.info/gems/faraday/Faraday/Response)", "T.nilable response"],
  // targets without a name
  ["[T::Array[Models::Operations::RequestBody]](../../models//.md)", "list(operations.RequestBody)"],
  ["[Crystalline::Array.new(Models::Operations::RequestBody)](../../models//.md)", "list(operations.RequestBody)"],
  ["[T.nilable(::Float)](../../models/operations/.md)", "T.nilable number"],
  ["[::String](../../models//.md)", "string"],
  // names from the root, in 2024
  ["[::OpenApiSDK::Shared::Usage](../../models/shared/usage.md)", "shared.Usage@usage.md"],
  [
    "[T.nilable(::OpenApiSDK::Operations::Usage)](../../models/operations/usage.md)",
    "T.nilable operations.Usage@usage.md",
  ],
  ["*T.nilable(String)*", "T.nilable string"],
  // models that are called like the language's own words
  ["[Models::Shared::Object](../../models/shared/object.md)", "shared.Object@object.md"],
])("%s", (cell, meaning) => {
  expect(meaningOf(cell, ruby)).toBe(meaning);
});

test.each(["", "*T.nilable()*", "T::Array<", "T::Hash[Symbol]", "*str*", "*T.any(::String*"])("unread: %s", (cell) => {
  expect(meaningOf(cell, ruby)).toBe("unread");
});

test.each([
  [
    "[T.nilable(Models::Operations::ListResponse)](../../models/operations/x.md)",
    "T.nilable operations.ListResponse@x.md",
  ],
  [
    "[Crystalline::Nilable.new(Models::Operations::ListResponse)](../../models/operations/x.md)",
    "Crystalline::Nilable.new operations.ListResponse@x.md",
  ],
  [
    "[T.nilable(T::Array[T.any(Models::Shared::A, Models::Shared::B)])](../../models/operations/.md)",
    "T.nilable list(union(shared.A, shared.B))",
  ],
])("the response %s", (line, meaning) => {
  expect(responseOf(ruby, line)).toBe(meaning);
});

test.each<readonly [cell: string, mark: "✓" | "–", value: string]>([
  ["*::String*", "✓", "no"],
  ["*T.nilable(::String)*", "✓", "yes"],
  ["*Crystalline::Nilable.new(::String)*", "✓", "yes"],
  ["*T.nilable(::String)*", "–", "unstated"],
  ["[Models::Shared::Usage](usage.md)", "✓", "no"],
  ["[T.nilable(Models::Shared::Usage)](usage.md)", "✓", "yes"],
  ["T::Array<*::String*>", "✓", "unstated"],
  ["T::Hash[Symbol, *::String*]", "✓", "unstated"],
  [`[Date](${docs}/Date.html)`, "✓", "unstated"],
  ["*::Object*", "✓", "unstated"],
])("%s %s may be null: %s", (cell, mark, value) => {
  expect(nullOf(ruby, cell, mark)).toBe(value);
});

const sample = `require 'tern'\n\nModels = ::OpenApiSDK::Models\ns = ::OpenApiSDK::Tern.new(\n      security: Models::Shared::Security.new(\n        token: 'x',\n      ),\n    )\n\nreq = Models::Operations::ListRequest.new(\n  limit: 1,\n)\n\nres = s.fine_tuning.jobs.list(request: req)\n\nputs(res)`;

test("a call on the client", () => {
  expect(ruby.callee(sample, ["list"])).toBe("fine_tuning.jobs");
  expect(ruby.callee(sample, ["puts"])).toBeUndefined();
  expect(ruby.clientClass(sample)).toBe("Tern");
  expect(ruby.clientClass("s = ::Tern::Client.new(")).toBe("Tern");
});

test.each([
  ["fields_", "fields"],
  ["next_", "next"],
])("the words of %s", (name, words) => {
  expect(ruby.words(name).join(" ")).toBe(words);
});
