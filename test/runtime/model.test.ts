import { expect, expectTypeOf, test } from "vitest";
import {
  attachUnknownFields,
  type UnknownMember,
  type UnknownVariant,
  type Unrecognized,
  unknownFields,
  unrecognized,
  withUnknownFields,
} from "../../templates/typescript/runtime/model.ts";

interface Port {
  code: string;
}

test("unknown fields stand beside a model, not in it", () => {
  const port: Port = { code: "NLRTM" };
  attachUnknownFields(port, { depth: 12 });
  expect(unknownFields(port)).toEqual({ depth: 12 });
  expect(Object.keys(port)).toEqual(["code"]);
  expect(JSON.stringify(port)).toBe('{"code":"NLRTM"}');
});

test("a model without any has none", () => {
  expect(unknownFields({ code: "NLRTM" })).toEqual({});
});

test("a copy keeps them, and a changed copy has others", () => {
  const port = withUnknownFields<Port>({ code: "NLRTM" }, { depth: 12 });
  const copy = { ...port, code: "DEHAM" };
  const other = withUnknownFields(copy, { depth: 15 });
  expect(unknownFields(copy)).toEqual({ depth: 12 });
  expect(unknownFields(other)).toEqual({ depth: 15 });
  expect(unknownFields(port)).toEqual({ depth: 12 });
  expectTypeOf(other).toEqualTypeOf<{ code: string }>();
});

test("a value that is not documented has to be meant", () => {
  type Status = "moored" | "adrift" | Unrecognized;
  type Level = 1 | 2 | Unrecognized<number>;
  const status: Status = unrecognized("beached");
  const level: Level = unrecognized(3);
  // @ts-expect-error a typo is none of the documented values
  const typo: Status = "moord";
  // @ts-expect-error neither is a number
  const number: Level = 4;
  expect([status, level, typo, number]).toEqual(["beached", 3, "moord", 4]);
  expectTypeOf(status).toExtend<string>();
});

test("an unknown variant has the tag of its union", () => {
  const variant: UnknownVariant<"kind"> = { kind: "$unknown", value: { kind: "new" } };
  const member: UnknownMember = { $unknown: true, value: [1] };
  // @ts-expect-error the data of a tagged union is an object
  const text: UnknownVariant<"kind"> = { kind: "$unknown", value: "new" };
  expect([variant, member, text]).toHaveLength(3);
});
