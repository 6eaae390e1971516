import { expect, test } from "vitest";
import { path } from "../../templates/typescript/runtime/path.ts";

test.each([
  { given: path`/v1/vessels`, want: "/v1/vessels" },
  { given: path`/v1/vessels/${"244660000"}/events`, want: "/v1/vessels/244660000/events" },
  { given: path`/${1}/${true}/${10n}`, want: "/1/true/10" },
  { given: path`/days/${new Date(0)}`, want: "/days/1970-01-01T00%3A00%3A00.000Z" },
  { given: path`/files/${"a/b?c#d%e f"}`, want: "/files/a%2Fb%3Fc%23d%25e%20f" },
  { given: path`/files/${"it's (a) *!~"}`, want: "/files/it%27s%20%28a%29%20%2A%21~" },
  { given: path`/files/${"../x"}/${"é😀"}`, want: "/files/..%2Fx/%C3%A9%F0%9F%98%80" },
  { given: path`/files/${"%2e%2e"}/${"..."}`, want: "/files/%252e%252e/..." },
  { given: path`/${"a"}:${"b"}/${"v"}.json`, want: "/a:b/v.json" },
])("path $want", ({ given, want }) => expect(given).toBe(want));

test.each([
  { make: () => path`/a/${""}`, want: "Unexpected empty value for parameter {1} of the path /a/{1}" },
  {
    make: () => path`/a/${"x"}/b/${".."}/c`,
    want: 'Unexpected value ".." for parameter {2} of the path /a/{1}/b/{2}/c',
  },
  { make: () => path`/a/${"."}`, want: 'Unexpected value "." for parameter {1} of the path /a/{1}' },
  {
    // @ts-expect-error a caller without types
    make: () => path`/a/${undefined}`,
    want: "Unexpected empty value for parameter {1} of the path /a/{1}",
  },
])("no path: $want", ({ make, want }) => expect(make).toThrow(new TypeError(want)));
