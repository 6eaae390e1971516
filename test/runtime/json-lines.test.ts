import fc from "fast-check";
import { expect, test } from "vitest";
import { lineFraming } from "../../templates/typescript/runtime/framing.ts";

function lines(...texts: string[]): string[] {
  const { push } = lineFraming();
  return texts.flatMap((text) => push(text)).map((event) => event.data);
}

test.each([
  { name: "one a line", given: '{"a":1}\n[2]\n3\n', want: ['{"a":1}', "[2]", "3"] },
  { name: "CRLF", given: '{"a":1}\r\n{"b":2}\r\n', want: ['{"a":1}', '{"b":2}'] },
  { name: "blank lines", given: "\n\r\n1\n \t\n\n2\n", want: ["1", "2"] },
  { name: "a byte order mark", given: "\ufeff1\n", want: ["1"] },
  { name: "a CR is no line end", given: "1\r2\n", want: ["1\r2"] },
  { name: "what has no line end waits", given: "1\n2", want: ["1"] },
])("lines: $name", ({ given, want }) => {
  expect(lines(given)).toEqual(want);
  expect(lines(...given)).toEqual(want);
});

test.each<{ given: string; mark?: string; want: string[] | undefined }>([
  { given: "1\n", want: [] },
  { given: "1\n \r", want: [] },
  { given: '1\n{"a":1}', want: ['{"a":1}'] },
  { given: '1\n{"a":1', want: undefined },
  { given: "1\n[DONE]", mark: "[DONE]", want: ["[DONE]"] },
  { given: "1\n[DO", mark: "[DONE]", want: undefined },
])("at the end of $given there is left: $want (mark: $mark)", ({ given, mark, want }) => {
  const { push, end } = lineFraming();
  for (const text of given) push(text);
  expect(end(mark)?.map(({ data }) => data)).toEqual(want);
});

test("values come back, however the body is cut", () => {
  fc.assert(
    fc.property(
      fc.array(fc.json()),
      fc.array(fc.nat(200)),
      fc.constantFrom("\n", "\r\n", "\n\n"),
      (values, cuts, end) => {
        const body = values.map((value) => value + end).join("");
        const at = [0, ...cuts.map((cut) => Math.min(cut, body.length)).sort((a, b) => a - b), body.length];
        expect(lines(...at.slice(1).map((to, index) => body.slice(at[index], to)))).toEqual(values);
      },
    ),
  );
});
