import { expect, test } from "vitest";
import { enumeration, fact, listOf, object, optional, property, reference, text, union } from "./api.ts";
import { emitted } from "./emitted.ts";

const box = object("Box", [
  property("kind", { kind: "literal", value: "box" }),
  property("weight", { kind: "number" }),
]);
const tank = object("Tank", [property("kind", reference("TankKind")), property("volume", { kind: "number" })]);
const tankKind = enumeration("TankKind", ["tank", "bulk"]);

test("a union that a tag tells apart", () => {
  const cargo = union(
    "Cargo",
    [
      { type: reference("Box"), tags: ["box"] },
      { type: reference("Tank"), tags: ["tank", "bulk"] },
    ],
    { tag: fact<string | null>("kind"), description: "What a vessel carries." },
  );
  expect(emitted("src/models/cargo.ts", { models: [cargo, box, tank, tankKind] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonValue } from "../runtime/json.ts";
    import type { UnknownVariant } from "../runtime/model.ts";
    import { unknownVariant } from "../runtime/union.ts";
    import { type Box, encodeBox, parseBox } from "./box.ts";
    import { encodeTank, parseTank, type Tank } from "./tank.ts";

    /** What a vessel carries. */
    export type Cargo = Box | Tank | UnknownVariant<"kind">;

    /** Reads a \`Cargo\` out of parsed JSON. */
    export function decodeCargo(input: unknown, options?: DecodeOptions): Cargo {
      return decode("Cargo", parseCargo, input, options);
    }

    /** Writes a \`Cargo\` as the JSON that the server reads. */
    export function encodeCargo(value: Cargo): JsonValue {
      switch (value.kind) {
        case "box":
          return encodeBox(value);
        case "tank":
        case "bulk":
          return encodeTank(value);
        default:
          return value.value;
      }
    }

    /** Reads a \`Cargo\` inside another value. */
    export function parseCargo(input: unknown, at: Decoding, key: Key): Cargo {
      switch (isObject(input) ? input.kind : undefined) {
        case "box":
          return parseBox(input, at, key);
        case "tank":
        case "bulk":
          return parseTank(input, at, key);
        default:
          return unknownVariant(input, at, key, "kind", "kind");
      }
    }
    "
  `);
});

test("a union that the kinds of JSON tell apart", () => {
  const stop = union("Stop", [
    { type: reference("Box") },
    { type: { kind: "date-time" } },
    { type: listOf({ kind: "date-time" }) },
    { type: { kind: "integer" } },
    { type: { kind: "boolean" } },
  ]);
  expect(emitted("src/models/stop.ts", { models: [stop, box] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, integer, isList, isObject, type Key, list } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonValue } from "../runtime/json.ts";
    import type { UnknownMember } from "../runtime/model.ts";
    import { encodeInstant, instant } from "../runtime/temporal.ts";
    import { isUnknownMember, unknownMember } from "../runtime/union.ts";
    import { type Box, encodeBox, parseBox } from "./box.ts";

    export type Stop = Box | Date | readonly Date[] | number | boolean | UnknownMember;

    /** Reads a \`Stop\` out of parsed JSON. */
    export function decodeStop(input: unknown, options?: DecodeOptions): Stop {
      return decode("Stop", parseStop, input, options);
    }

    /** Writes a \`Stop\` as the JSON that the server reads. */
    export function encodeStop(value: Stop): JsonValue {
      if (isUnknownMember(value)) return value.value;
      if (value instanceof Date) return encodeInstant(value);
      if (isList(value)) return value.map(encodeInstant);
      if (typeof value === "number") return value;
      if (typeof value === "boolean") return value;
      return encodeBox(value);
    }

    /** Reads a \`Stop\` inside another value. */
    export function parseStop(input: unknown, at: Decoding, key: Key): Stop {
      if (isObject(input)) return parseBox(input, at, key);
      if (typeof input === "string") return instant(input, at, key);
      if (isList(input)) return list(input, at, key, instant);
      if (typeof input === "number") return integer(input, at, key);
      if (typeof input === "boolean") return input;
      return unknownMember(input, at, key);
    }
    "
  `);
});

test("a union that its shape tells apart", () => {
  const place = union("Place", [
    { type: reference("Box") },
    { type: reference("Port") },
    { type: text },
    { type: { kind: "literal", value: "anywhere" } },
    { type: listOf(reference("Port")) },
  ]);
  const port = object("Port", [property("code", text), property("name", text, optional)]);
  expect(emitted("src/models/place.ts", { models: [place, box, port] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, type Key, list, literal, string } from "../runtime/decode.ts";
    import { encodeUnknown } from "../runtime/encode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonValue } from "../runtime/json.ts";
    import type { UnknownMember } from "../runtime/model.ts";
    import { anyOf, type Candidate, encodeAnyOf } from "../runtime/union.ts";
    import { type Box, encodeBox, parseBox } from "./box.ts";
    import { encodePort, type Port, parsePort } from "./port.ts";

    export type Place = Box | Port | string | "anywhere" | readonly Port[] | UnknownMember;

    /** Reads a \`Place\` out of parsed JSON. */
    export function decodePlace(input: unknown, options?: DecodeOptions): Place {
      return decode("Place", parsePlace, input, options);
    }

    /** Writes a \`Place\` as the JSON that the server reads. */
    export function encodePlace(value: Place): JsonValue {
      return encodeAnyOf(value, placeMembers);
    }

    /** Reads a \`Place\` inside another value. */
    export function parsePlace(input: unknown, at: Decoding, key: Key): Place {
      return anyOf<Box | Port | string | "anywhere" | readonly Port[]>(input, at, key, placeMembers);
    }

    const placeMembers: readonly Candidate<Box | Port | string | "anywhere" | readonly Port[]>[] = [
      { read: parseBox, encode: encodeBox, required: ["kind", "weight"], literals: { kind: "box" } },
      { read: parsePort, encode: encodePort, required: ["code"] },
      { read: string, encode: encodeUnknown },
      { read: (item, at, key) => literal(item, at, key, "anywhere"), encode: encodeUnknown },
      { read: (item, at, key) => list(item, at, key, parsePort), encode: (item: readonly Port[]) => item.map(encodePort) },
    ];
    "
  `);
});

test("a union in line, and null inside of containers", () => {
  const log = object("Log", [
    property("entry", { kind: "union", members: [text, reference("Box")] }),
    property("notes", listOf({ kind: "nullable", of: text })),
    property("boxes", { kind: "map", value: { kind: "nullable", of: reference("Box") } }, optional),
    property("raw", { kind: "unknown", reason: "any" }, optional),
  ]);
  expect(emitted("src/models/log.ts", { models: [log, box] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key, list, map, nullable, string, unknown } from "../runtime/decode.ts";
    import { encodeMap, encodeUnknown } from "../runtime/encode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { type UnknownMember, withUnknown } from "../runtime/model.ts";
    import { anyOf, encodeAnyOf } from "../runtime/union.ts";
    import { type Box, encodeBox, parseBox } from "./box.ts";

    export interface Log {
      entry: string | Box | UnknownMember;
      notes: readonly (string | null)[];
      boxes?: { readonly [key: string]: Box | null } | undefined;
      raw?: unknown;
    }

    /** Reads a \`Log\` out of parsed JSON. */
    export function decodeLog(input: unknown, options?: DecodeOptions): Log {
      return decode("Log", parseLog, input, options);
    }

    /** Writes a \`Log\` as the JSON that the server reads. */
    export function encodeLog(value: Log): JsonObject {
      return withUnknown(value, {
        entry: encodeAnyOf(value.entry, [
          { read: string, encode: encodeUnknown },
          { read: parseBox, encode: encodeBox, required: ["kind", "weight"], literals: { kind: "box" } },
        ]),
        notes: value.notes,
        boxes: value.boxes && encodeMap(value.boxes, (item) => (item === null ? null : encodeBox(item))),
        raw: encodeUnknown(value.raw),
      });
    }

    /** Reads a \`Log\` inside another value. */
    export function parseLog(input: unknown, at: Decoding, key: Key): Log {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Log = {
        entry: anyOf<string | Box>(input.entry, at, "entry", [
          { read: string, encode: encodeUnknown },
          { read: parseBox, encode: encodeBox, required: ["kind", "weight"], literals: { kind: "box" } },
        ]),
        notes: list(input.notes, at, "notes", (item, at, key) => nullable(item, at, key, string)),
      };
      if (input.boxes !== undefined) {
        value.boxes = map(input.boxes, at, "boxes", (item, at, key) => nullable(item, at, key, parseBox));
      }
      if (input.raw !== undefined) value.raw = unknown(input.raw, at, "raw");
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["entry", "notes", "boxes", "raw"]);
    }
    "
  `);
});
