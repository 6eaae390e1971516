import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, type Reader } from "../../templates/typescript/runtime/decode.ts";
import type { Issue } from "../../templates/typescript/runtime/issue.ts";
import { day, encodeInstant, instant, instantText } from "../../templates/typescript/runtime/temporal.ts";

function read<T>(reader: Reader<T>, input: unknown): { readonly value: T; readonly issue: string | undefined } {
  let issue: string | undefined;
  const onIssue = ({ code, expected, received }: Issue): void => {
    issue = `${code}: ${expected}, ${received}`;
  };
  return { value: decode("M", reader, input, { validate: "lenient", onIssue }), issue };
}

describe("an instant", () => {
  test.each([
    ["2024-02-29T12:30:00Z", "2024-02-29T12:30:00.000Z"],
    ["2024-02-29t12:30:00z", "2024-02-29T12:30:00.000Z"],
    ["2024-02-29 12:30:00Z", "2024-02-29T12:30:00.000Z"],
    ["2024-02-29T12:30:00.5Z", "2024-02-29T12:30:00.500Z"],
    ["2024-02-29T12:30:00.123456789Z", "2024-02-29T12:30:00.123Z"],
    ["2024-02-29T12:30:00+01:00", "2024-02-29T11:30:00.000Z"],
    ["2024-02-29T12:30:00-0930", "2024-02-29T22:00:00.000Z"],
    ["2024-03-01T00:30:00+02:00", "2024-02-29T22:30:00.000Z"],
    ["2024-02-29T12:30:00-00:00", "2024-02-29T12:30:00.000Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"],
    ["0099-12-31 23:59:59Z", "0099-12-31T23:59:59.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  ])("%s is %s", (input, iso) => {
    expect(read(instant, input)).toEqual({ value: new Date(iso), issue: undefined });
    expect(read(instantText, input)).toEqual({ value: input, issue: undefined });
    expect(encodeInstant(read(instant, input).value)).toBe(iso);
  });

  test.each([
    "2024-02-29T12:30:00",
    "2024-02-29T12:30Z",
    "2024-02-29",
    "2024-02-30T12:30:00Z",
    "2023-02-29T12:30:00Z",
    "2024-04-31T12:30:00+02:00",
    "2024-13-01T12:30:00Z",
    "2024-00-01T12:30:00Z",
    "2024-01-00T12:30:00Z",
    "2024-02-29T24:00:00Z",
    "2024-02-29T12:60:00Z",
    "2024-02-29T12:30:61Z",
    "2024-02-29T12:30:00+24:00",
    "2024-02-29T12:30:00 +01:00",
    "2024-02-29T12:30:00ZZ",
    " 2024-02-29T12:30:00Z",
    "+002024-02-29T12:30:00Z",
    "Thu, 29 Feb 2024 12:30:00 GMT",
    "1709209800",
    "",
  ])("%j is none, and is delivered as it came", (input) => {
    const want = { value: input, issue: "format: an RFC 3339 date-time, a string" };
    expect(read(instant, input)).toEqual(want);
    expect(read(instantText, input)).toEqual(want);
  });

  test.each<[input: unknown, issue: string]>([
    [1709209800, "type: an RFC 3339 date-time, a number"],
    [null, "type: an RFC 3339 date-time, null"],
    [undefined, "missing: an RFC 3339 date-time, nothing"],
  ])("%j: %s", (input, issue) => {
    expect(read(instant, input)).toEqual({ value: input, issue });
    expect(read(instantText, input)).toEqual({ value: input, issue });
  });

  test("goes back as it came where it was none", () => {
    expect(encodeInstant("tomorrow" as never)).toBe("tomorrow");
  });
});

test("instants of all years and spellings are those of the platform, both ways", () => {
  const years = {
    min: new Date("0000-01-01T00:00:00.000Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  };
  fc.assert(
    fc.property(fc.date(years), (date) => {
      const text = date.toISOString();
      for (const spelled of [text, text.toLowerCase(), text.replace("T", " "), text.replace("Z", "+00:00")]) {
        expect(read(instant, spelled)).toEqual({ value: date, issue: undefined });
      }
      const later = new Date(date.getTime() - 5_400_000);
      expect(read(instant, text.replace("Z", "+0130")).value.getTime()).toBe(later.getTime());
      expect(encodeInstant(date)).toBe(text);
    }),
    { numRuns: 2000 },
  );
  expect(encodeInstant(new Date("+012345-01-01T00:00:00.000Z"))).toBe("+012345-01-01T00:00:00.000Z");
  expect(() => encodeInstant(new Date(Number.NaN))).toThrow(RangeError);
});

test.each([
  ["2024-02-29T12:30:00.5Z", 500],
  ["2024-02-29T12:30:00.05Z", 50],
  ["2024-02-29T12:30:00.005Z", 5],
  ["2024-02-29T12:30:00.0059Z", 5],
  ["2024-02-29T12:30:00.59+00:00", 590],
  ["2024-02-29T12:30:00.999999+00:00", 999],
])("of the fraction in %s, %i milliseconds count", (input, want) => {
  expect(read(instant, input).value.getUTCMilliseconds()).toBe(want);
});

describe("a calendar date", () => {
  test.each(["2024-02-29", "2000-02-29", "1900-02-28", "2024-12-31", "0001-01-01", "9999-12-31"])("%s", (input) => {
    expect(read(day, input)).toEqual({ value: input, issue: undefined });
  });

  test.each([
    "2024-02-30",
    "2023-02-29",
    "1900-02-29",
    "2024-04-31",
    "2024-06-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "2024-01-32",
    "2024-1-1",
    "24-01-01",
    "2024/01/01",
    "2024-01-01T00:00:00Z",
    "2024-01-01 ",
    "２０２４-01-01",
    "",
  ])("%j is none, and is delivered as it came", (input) => {
    expect(read(day, input)).toEqual({ value: input, issue: "format: a date, YYYY-MM-DD, a string" });
  });

  test("of another kind", () => {
    expect(read(day, 20240229)).toEqual({ value: 20240229, issue: "type: a date, YYYY-MM-DD, a number" });
    expect(read(day, undefined)).toEqual({ value: undefined, issue: "missing: a date, YYYY-MM-DD, nothing" });
  });
});
