import { expect, test } from "vitest";
import { enumeration, fact, object, optional, property, reference } from "./api.ts";
import { emitted } from "./emitted.ts";

test("the enums that only one model uses stand in its file", () => {
  const models = [
    object("Crane", [
      property("state", reference("CraneState")),
      property("lane", reference("Lane"), optional),
      property("make", reference("Make")),
    ]),
    enumeration("CraneState", ["idle", "lifting"], { description: "What a crane is doing." }),
    enumeration("Lane", [1, 2, 3]),
    enumeration("Make", ["gantry", "jib"], { open: fact(true) }),
  ];
  expect(emitted("src/models/crane.ts", { models })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key, oneOf, string } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject, JsonValue } from "../runtime/json.ts";
    import { type Unrecognized, withUnknown } from "../runtime/model.ts";

    /** What a crane is doing. */
    export type CraneState = "idle" | "lifting";

    /** The documented values of \`CraneState\`, in documented order. */
    export const craneStateValues = ["idle", "lifting"] as const;

    export type Lane = 1 | 2 | 3;

    /** The documented values of \`Lane\`, in documented order. */
    export const laneValues = [1, 2, 3] as const;

    /** The server may add values, so keep a \`default\` branch. */
    export type Make = "gantry" | "jib" | Unrecognized;

    /** The documented values of \`Make\`, in documented order. */
    export const makeValues = ["gantry", "jib"] as const;

    export interface Crane {
      state: CraneState;
      lane?: Lane | undefined;
      make: Make;
    }

    /** Reads a \`Crane\` out of parsed JSON. */
    export function decodeCrane(input: unknown, options?: DecodeOptions): Crane {
      return decode("Crane", parseCrane, input, options);
    }

    /** Writes a \`Crane\` as the JSON that the server reads. */
    export function encodeCrane(value: Crane): JsonObject {
      return withUnknown(value, {
        state: value.state,
        lane: value.lane,
        make: value.make,
      });
    }

    /** Reads a \`Crane\` inside another value. */
    export function parseCrane(input: unknown, at: Decoding, key: Key): Crane {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Crane = {
        state: oneOf(input.state, at, "state", craneStateValues),
        make: string<Make>(input.make, at, "make"),
      };
      if (input.lane !== undefined) value.lane = oneOf(input.lane, at, "lane", laneValues);
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["state", "lane", "make"]);
    }

    /** Reads a \`CraneState\` out of parsed JSON. */
    export function decodeCraneState(input: unknown, options?: DecodeOptions): CraneState {
      return decode("CraneState", (item, at, key) => oneOf(item, at, key, craneStateValues), input, options);
    }

    /** Writes a \`CraneState\` as the server reads it. */
    export function encodeCraneState(value: CraneState): JsonValue {
      return value;
    }

    /** Reads a \`Lane\` out of parsed JSON. */
    export function decodeLane(input: unknown, options?: DecodeOptions): Lane {
      return decode("Lane", (item, at, key) => oneOf(item, at, key, laneValues), input, options);
    }

    /** Writes a \`Lane\` as the server reads it. */
    export function encodeLane(value: Lane): JsonValue {
      return value;
    }

    /** Reads a \`Make\` out of parsed JSON. */
    export function decodeMake(input: unknown, options?: DecodeOptions): Make {
      return decode("Make", string<Make>, input, options);
    }

    /** Writes a \`Make\` as the server reads it. */
    export function encodeMake(value: Make): JsonValue {
      return value;
    }
    "
  `);
});

test("an open enum of numbers has a file of its own where nothing uses it", () => {
  const level = enumeration("AlertLevel", [1, 2], { open: fact(true) });
  expect(emitted("src/models/alert-level.ts", { models: [level] })).toMatchInlineSnapshot(`
    "import { decode, integer } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonValue } from "../runtime/json.ts";
    import type { Unrecognized } from "../runtime/model.ts";

    /** The server may add values, so keep a \`default\` branch. */
    export type AlertLevel = 1 | 2 | Unrecognized<number>;

    /** The documented values of \`AlertLevel\`, in documented order. */
    export const alertLevelValues = [1, 2] as const;

    /** Reads an \`AlertLevel\` out of parsed JSON. */
    export function decodeAlertLevel(input: unknown, options?: DecodeOptions): AlertLevel {
      return decode("AlertLevel", integer<AlertLevel>, input, options);
    }

    /** Writes an \`AlertLevel\` as the server reads it. */
    export function encodeAlertLevel(value: AlertLevel): JsonValue {
      return value;
    }
    "
  `);
});

test("a type of several lines leaves no blank behind its equals sign", () => {
  const values = [
    "northern quay",
    "southern quay",
    "eastern quay",
    "western quay",
    "outer roads",
    "inner roads",
    "dry dock",
  ];
  const text = emitted("src/models/quay.ts", { models: [enumeration("Quay", values)] });
  expect(text).toContain('export type Quay =\n  | "northern quay"\n');
});
