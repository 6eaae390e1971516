import { expect, test } from "vitest";
import { propertyDoc } from "../../generator/emit/typescript/describe.ts";
import {
  fact,
  guessed,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  text,
} from "./api.ts";
import { emitted } from "./emitted.ts";

test("presence and null are two things", () => {
  const vessel = object(
    "Vessel",
    [
      property("name", text, { description: "As painted on the bow" }),
      property("callSign", text, { nullable: fact("yes") }),
      property("draught", { kind: "number" }, { ...optional, examples: ["12.5"] }),
      property("flag", text, { ...optional, nullable: fact("yes"), deprecated: "Use `registry`." }),
      property("registry", text, { ...optional, nullable: fact("unstated") }),
      property("builtAt", { kind: "date-time" }, { nullable: fact("yes") }),
    ],
    { description: "A ship, and where it is registered." },
  );
  expect(emitted("src/models/vessel.ts", { models: [vessel] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key, nullable, number, string } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";
    import { encodeInstant, instant } from "../runtime/temporal.ts";

    /** A ship, and where it is registered. */
    export interface Vessel {
      /** As painted on the bow */
      name: string;
      /** Sent as \`call_sign\`. */
      callSign: string | null;
      /** @example 12.5 */
      draught?: number | undefined;
      /** @deprecated Use \`registry\`. */
      flag?: string | null | undefined;
      registry?: string | null | undefined;
      /** Sent as \`built_at\`. */
      builtAt: Date | null;
    }

    /** Reads a \`Vessel\` out of parsed JSON. */
    export function decodeVessel(input: unknown, options?: DecodeOptions): Vessel {
      return decode("Vessel", parseVessel, input, options);
    }

    /** Writes a \`Vessel\` as the JSON that the server reads. */
    export function encodeVessel(value: Vessel): JsonObject {
      return withUnknown(value, {
        name: value.name,
        call_sign: value.callSign,
        draught: value.draught,
        flag: value.flag,
        registry: value.registry,
        built_at: value.builtAt && encodeInstant(value.builtAt),
      });
    }

    /** Reads a \`Vessel\` inside another value. */
    export function parseVessel(input: unknown, at: Decoding, key: Key): Vessel {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Vessel = {
        name: string(input.name, at, "name"),
        callSign: nullable(input.call_sign, at, "call_sign", string),
        builtAt: nullable(input.built_at, at, "built_at", instant),
      };
      if (input.draught !== undefined) value.draught = number(input.draught, at, "draught");
      if (input.flag !== undefined) value.flag = nullable(input.flag, at, "flag", string);
      if (input.registry !== undefined) value.registry = nullable(input.registry, at, "registry", string);
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["name", "call_sign", "draught", "flag", "registry", "built_at"]);
    }
    "
  `);
});

test("a name that rests on style alone is read in either spelling", () => {
  const berth = object("Berth", [
    property("maxDraught", { kind: "integer" }, { wireName: guessed("max_draught", "maxDraught") }),
    property("quayName", text, { ...optional, wireName: guessed("quay_name", "quayName") }),
  ]);
  expect(emitted("src/models/berth.ts", { models: [berth] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, integer, isObject, type Key, string } from "../runtime/decode.ts";
    import { guess, knownFields } from "../runtime/further-fields.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";

    export interface Berth {
      /** Sent as \`max_draught\` (assumed). */
      maxDraught: number;
      /** Sent as \`quay_name\` (assumed). */
      quayName?: string | undefined;
    }

    /** Reads a \`Berth\` out of parsed JSON. */
    export function decodeBerth(input: unknown, options?: DecodeOptions): Berth {
      return decode("Berth", parseBerth, input, options);
    }

    /** Writes a \`Berth\` as the JSON that the server reads. */
    export function encodeBerth(value: Berth): JsonObject {
      return withUnknown(value, {
        max_draught: value.maxDraught,
        quay_name: value.quayName,
      });
    }

    /** Reads a \`Berth\` inside another value. */
    export function parseBerth(input: unknown, at: Decoding, key: Key): Berth {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Berth = {
        maxDraught: integer(guess(input, at, "max_draught", "maxDraught"), at, "max_draught"),
      };
      const quayNameInput = guess(input, at, "quay_name", "quayName");
      if (quayNameInput !== undefined) value.quayName = string(quayNameInput, at, "quay_name");
      if (at.close(value, input)) return value;
      return at.keep(value, input, knownFields(input, ["max_draught", "quay_name"], berthGuesses));
    }

    const berthGuesses: ReadonlyMap<string, string> = new Map([
      ["maxDraught", "max_draught"],
      ["quayName", "quay_name"],
    ]);
    "
  `);
});

test("fields that the docs know by their type alone", () => {
  const tariff = object("Tariff", [property("currency", text)], { additional: { kind: "number" } });
  expect(emitted("src/models/tariff.ts", { models: [tariff] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key, number, string } from "../runtime/decode.ts";
    import { addFields } from "../runtime/encode.ts";
    import { additional } from "../runtime/further-fields.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";

    export interface Tariff {
      currency: string;
      /** Further fields, by their names on the wire. */
      additionalProperties?: { readonly [key: string]: number } | undefined;
    }

    /** Reads a \`Tariff\` out of parsed JSON. */
    export function decodeTariff(input: unknown, options?: DecodeOptions): Tariff {
      return decode("Tariff", parseTariff, input, options);
    }

    /** Writes a \`Tariff\` as the JSON that the server reads. */
    export function encodeTariff(value: Tariff): JsonObject {
      const json: JsonObject = {
        currency: value.currency,
      };
      if (value.additionalProperties !== undefined) addFields(json, value.additionalProperties);
      return withUnknown(value, json);
    }

    /** Reads a \`Tariff\` inside another value. */
    export function parseTariff(input: unknown, at: Decoding, key: Key): Tariff {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Tariff = {
        currency: string(input.currency, at, "currency"),
      };
      value.additionalProperties = additional(input, at, ["currency"], number);
      at.leave();
      return value;
    }
    "
  `);
});

test("dates and bytes", () => {
  const call = object("PortCall", [
    property("arrivedAt", { kind: "date-time" }),
    property("leftAt", { kind: "date-time" }, optional),
    property("day", { kind: "date" }),
    property("tides", listOf({ kind: "date-time" })),
    property("photo", { kind: "bytes" }, optional),
    property("due", { kind: "decimal" }),
  ]);
  expect(emitted("src/models/port-call.ts", { models: [call] })).toMatchInlineSnapshot(`
    "import { bytes, encodeBytes } from "../runtime/bytes.ts";
    import { type Decoding, decimal, decode, isObject, type Key, list } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";
    import { day, encodeInstant, instant } from "../runtime/temporal.ts";

    export interface PortCall {
      /** Sent as \`arrived_at\`. */
      arrivedAt: Date;
      /** Sent as \`left_at\`. */
      leftAt?: Date | undefined;
      day: string;
      tides: readonly Date[];
      photo?: Uint8Array | undefined;
      due: string | number;
    }

    /** Reads a \`PortCall\` out of parsed JSON. */
    export function decodePortCall(input: unknown, options?: DecodeOptions): PortCall {
      return decode("PortCall", parsePortCall, input, options);
    }

    /** Writes a \`PortCall\` as the JSON that the server reads. */
    export function encodePortCall(value: PortCall): JsonObject {
      return withUnknown(value, {
        arrived_at: encodeInstant(value.arrivedAt),
        left_at: value.leftAt && encodeInstant(value.leftAt),
        day: value.day,
        tides: value.tides.map(encodeInstant),
        photo: value.photo && encodeBytes(value.photo),
        due: value.due,
      });
    }

    /** Reads a \`PortCall\` inside another value. */
    export function parsePortCall(input: unknown, at: Decoding, key: Key): PortCall {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: PortCall = {
        arrivedAt: instant(input.arrived_at, at, "arrived_at"),
        day: day(input.day, at, "day"),
        tides: list(input.tides, at, "tides", instant),
        due: decimal(input.due, at, "due"),
      };
      if (input.left_at !== undefined) value.leftAt = instant(input.left_at, at, "left_at");
      if (input.photo !== undefined) value.photo = bytes(input.photo, at, "photo");
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["arrived_at", "left_at", "day", "tides", "photo", "due"]);
    }
    "
  `);
});

test("a model that holds itself", () => {
  const container = object("Container", [
    property("parts", listOf(reference("Container")), optional),
    property("byName", { kind: "map", value: reference("Container") }, optional),
  ]);
  expect(emitted("src/models/container.ts", { models: [container] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, isObject, type Key, list, map } from "../runtime/decode.ts";
    import { encodeMap } from "../runtime/encode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";

    export interface Container {
      parts?: readonly Container[] | undefined;
      /** Sent as \`by_name\`. */
      byName?: { readonly [key: string]: Container } | undefined;
    }

    /** Reads a \`Container\` out of parsed JSON. */
    export function decodeContainer(input: unknown, options?: DecodeOptions): Container {
      return decode("Container", parseContainer, input, options);
    }

    /** Writes a \`Container\` as the JSON that the server reads. */
    export function encodeContainer(value: Container): JsonObject {
      return withUnknown(value, {
        parts: value.parts?.map(encodeContainer),
        by_name: value.byName && encodeMap(value.byName, encodeContainer),
      });
    }

    /** Reads a \`Container\` inside another value. */
    export function parseContainer(input: unknown, at: Decoding, key: Key): Container {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Container = {};
      if (input.parts !== undefined) value.parts = list(input.parts, at, "parts", parseContainer);
      if (input.by_name !== undefined) value.byName = map(input.by_name, at, "by_name", parseContainer);
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["parts", "by_name"]);
    }
    "
  `);
});

test("a model without fields", () => {
  expect(emitted("src/models/ping.ts", { models: [object("Ping", [])] })).toMatchInlineSnapshot(`
    "import { type Decoding, decode, freeObject, type Key } from "../runtime/decode.ts";
    import { encodeFreeObject } from "../runtime/encode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";

    export type Ping = { readonly [key: string]: unknown };

    /** Reads a \`Ping\` out of parsed JSON. */
    export function decodePing(input: unknown, options?: DecodeOptions): Ping {
      return decode("Ping", parsePing, input, options);
    }

    /** Writes a \`Ping\` as the JSON that the server reads. */
    export function encodePing(value: Ping): JsonObject {
      return encodeFreeObject(value);
    }

    /** Reads a \`Ping\` inside another value. */
    export function parsePing(input: unknown, at: Decoding, key: Key): Ping {
      return freeObject(input, at, key);
    }
    "
  `);
});

test("a body without fields stands beside the parameters, which are none of its own", () => {
  const models = [object("Inputs", [])];
  const run = operation("run", "POST", "/apps/{id}", {
    parameters: [parameter("id", "path", text)],
    body: jsonBody(reference("Inputs")),
  });
  const code = emitted("src/operations/run.ts", { models, operations: [run] });
  expect(code).toContain("export interface RunRequest {\n  id: string;\n  body: Inputs;\n}");
  expect(code).toContain("body: jsonBody(encodeInputs(request.body)),");
});

test.each([
  ["The run (of the database)", "The run (of the database). Sent as `run_id`."],
  ["The run (it is kept.)", "The run (it is kept.) Sent as `run_id`."],
  ["Defaults to `x`", "Defaults to `x`. Sent as `run_id`."],
  ["Is it **kept?**", "Is it **kept?** Sent as `run_id`."],
])("%s: a sentence of ours begins behind an end", (description, want) => {
  const run = property("runId", text, { description, wireName: fact("run_id") });
  expect(propertyDoc(run, "runId").text).toBe(want);
});

test.each([
  ["12.5", ["12.5"]],
  ["<nil>", ["null"]],
])("the example %s", (example, want) => {
  const draught = property("draught", { kind: "number" }, { examples: [example] });
  expect(propertyDoc(draught, "draught").tags?.map((tag) => tag.text)).toEqual(want);
});
