import type { Api } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { escapeHidden } from "../print/code.ts";

/** The API with its evidence, a claim a line: half the bytes of JSON that has a line for each value, and as easy to compare. */
export function irFile(api: Api): OutputFile {
  // A line break that is added to the whole is a copy of the whole, which can be a hundred megabytes.
  const lines: string[] = [];
  write(lines, "", "", api, "");
  lines.push("");
  return { path: "ir.json", text: escapeHidden(lines.join("\n")) };
}

/** Writes a value that stands behind `before`, and before `after`. */
function write(lines: string[], indent: string, before: string, value: object, after: string): void {
  const isList = Array.isArray(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  lines.push(`${indent}${before}${isList ? "[" : "{"}`);
  entries.forEach(([key, item], index) => {
    const name = isList ? "" : `${JSON.stringify(key)}: `;
    const comma = index === entries.length - 1 ? "" : ",";
    const deeper = `${indent}  `;
    if (isClaim(item) || isFlat(item, 2)) lines.push(`${deeper}${name}${JSON.stringify(item)}${comma}`);
    else write(lines, deeper, name, item, comma);
  });
  lines.push(`${indent}${isList ? "]" : "}"}${after}`);
}

function isClaim(value: unknown): boolean {
  return typeof value === "object" && value !== null && "rule" in value;
}

/** Whether a value has few levels, and no claim in it. */
function isFlat(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && !isClaim(value) && Object.values(value).every((item) => isFlat(item, levels - 1));
}
