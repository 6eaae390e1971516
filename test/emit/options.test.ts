import { expect, test } from "vitest";
import { fact, object, optional, property } from "./api.ts";
import { emitted } from "./emitted.ts";

const chart = object("Chart", [
  property("printedAt", { kind: "date-time" }, { name: "printed_at", wireName: fact("printedAt") }),
  property("sheetCount", { kind: "integer" }, { ...optional, name: "sheet_count", wireName: fact("sheet-count") }),
]);

test("`fields: documented`, `dates: string`", () => {
  const options = { fields: "documented", dates: "string" } as const;
  expect(emitted("src/models/chart.ts", { models: [chart] }, options)).toMatchInlineSnapshot(`
    "import { type Decoding, decode, integer, isObject, type Key } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { withUnknown } from "../runtime/model.ts";
    import { instantText } from "../runtime/temporal.ts";

    export interface Chart {
      /** Sent as \`printedAt\`. */
      printed_at: string;
      /** Sent as \`sheet-count\`. */
      sheet_count?: number | undefined;
    }

    /** Reads a \`Chart\` out of parsed JSON. */
    export function decodeChart(input: unknown, options?: DecodeOptions): Chart {
      return decode("Chart", parseChart, input, options);
    }

    /** Writes a \`Chart\` as the JSON that the server reads. */
    export function encodeChart(value: Chart): JsonObject {
      return withUnknown(value, {
        printedAt: value.printed_at,
        "sheet-count": value.sheet_count,
      });
    }

    /** Reads a \`Chart\` inside another value. */
    export function parseChart(input: unknown, at: Decoding, key: Key): Chart {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Chart = {
        printed_at: instantText(input.printedAt, at, "printedAt"),
      };
      if (input["sheet-count"] !== undefined) value.sheet_count = integer(input["sheet-count"], at, "sheet-count");
      if (at.close(value, input)) return value;
      return at.keep(value, input, ["printedAt", "sheet-count"]);
    }
    "
  `);
});

test("`fields: wire`, `unknownFields: drop`", () => {
  const options = { fields: "wire", unknownFields: "drop" } as const;
  expect(emitted("src/models/chart.ts", { models: [chart] }, options)).toMatchInlineSnapshot(`
    "import { type Decoding, decode, integer, isObject, type Key } from "../runtime/decode.ts";
    import type { DecodeOptions } from "../runtime/issue.ts";
    import type { JsonObject } from "../runtime/json.ts";
    import { encodeInstant, instant } from "../runtime/temporal.ts";

    export interface Chart {
      printedAt: Date;
      "sheet-count"?: number | undefined;
    }

    /** Reads a \`Chart\` out of parsed JSON. */
    export function decodeChart(input: unknown, options?: DecodeOptions): Chart {
      return decode("Chart", parseChart, input, options);
    }

    /** Writes a \`Chart\` as the JSON that the server reads. */
    export function encodeChart(value: Chart): JsonObject {
      return {
        printedAt: encodeInstant(value.printedAt),
        "sheet-count": value["sheet-count"],
      };
    }

    /** Reads a \`Chart\` inside another value. */
    export function parseChart(input: unknown, at: Decoding, key: Key): Chart {
      if (!isObject(input)) return at.mismatch(input, key, "an object");
      at.enter(key);
      const value: Chart = {
        printedAt: instant(input.printedAt, at, "printedAt"),
      };
      if (input["sheet-count"] !== undefined) value["sheet-count"] = integer(input["sheet-count"], at, "sheet-count");
      at.leave();
      return value;
    }
    "
  `);
});
