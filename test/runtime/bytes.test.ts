import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytes, encodeBytes } from "../../templates/typescript/runtime/bytes.ts";
import { decode } from "../../templates/typescript/runtime/decode.ts";

function read(input: unknown): { readonly value: unknown; readonly issues: readonly string[] } {
  const issues: string[] = [];
  const value = decode("M", bytes, input, { validate: "lenient", onIssue: ({ code }) => issues.push(code) });
  return { value, issues };
}

describe("base64", () => {
  test.each<[input: string, values: readonly number[]]>([
    ["", []],
    ["AQ==", [1]],
    ["AQ", [1]],
    ["AQI=", [1, 2]],
    ["AQI", [1, 2]],
    ["AQID", [1, 2, 3]],
    ["AAAA", [0, 0, 0]],
    ["/+8=", [255, 239]],
    ["_-8=", [255, 239]],
    ["_-8", [255, 239]],
    ["AQID\r\nBAUG", [1, 2, 3, 4, 5, 6]],
  ])("%j", (input, values) => {
    expect(read(input)).toEqual({ value: Uint8Array.from(values), issues: [] });
  });

  test.each(["A", "AQIDB", "A===", "AQ=", "=", "====", "AQ==AQ==", "AQ*=", "ä", "AQ\u200b==", "data:;base64,AQ=="])(
    "%j is none, and is delivered as it came",
    (input) => {
      expect(read(input)).toEqual({ value: input, issues: ["format"] });
    },
  );

  test.each<[input: unknown, issue: string]>([
    [1, "type"],
    [null, "type"],
    [[1, 2], "type"],
    [undefined, "missing"],
  ])("%j is of another kind", (input, issue) => {
    expect(read(input)).toEqual({ value: input, issues: [issue] });
  });

  test("is written back, and goes back as it came where it was none", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
        expect(encodeBytes(value)).toBe(Buffer.from(value).toString("base64"));
        expect(read(encodeBytes(value))).toEqual({ value, issues: [] });
      }),
    );
    expect(encodeBytes(Buffer.from("ab").subarray(1))).toBe("Yg==");
    expect(encodeBytes("*" as never)).toBe("*");
  });

  test("of a megabyte", () => {
    const value = new Uint8Array(1 << 20).fill(171);
    const back = read(encodeBytes(value)).value;
    expect(back instanceof Uint8Array && Buffer.compare(back, value) === 0).toBe(true);
  });
});
