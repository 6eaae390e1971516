import { resolve } from "node:path";
import { type ApiConfig, parseOverrides } from "./config.ts";
import { displayPath } from "./folders.ts";
import type { Override } from "./options.ts";
import { failure, type Result, success } from "./problem.ts";
import { isFile, readText } from "./workspace.ts";

/** The overrides of one API, and the files of their own that some stand in. */
export interface GivenOverrides {
  readonly overrides: readonly Override[];
  /** Absolute. */
  readonly files: readonly string[];
}

/** Where `lint --write-overrides` puts the stubs of an API, beside the config. */
export function overridesFile(slug: string): string {
  return `docsdk.overrides.${slug}.json`;
}

/** The overrides as a config gives them, with the files that it names read; paths are relative to its folder. */
export function readOverrides(given: ApiConfig["overrides"], folder: string, cwd: string): Result<GivenOverrides> {
  const overrides: Override[] = [];
  const files: string[] = [];
  for (const item of typeof given === "string" ? [given] : (given ?? [])) {
    if (typeof item !== "string") {
      overrides.push(item);
      continue;
    }
    const file = resolve(folder, item);
    const read = readOverridesFile(file, displayPath(cwd, file));
    if (!read.ok) return read;
    overrides.push(...read.value);
    files.push(file);
  }
  return success({ overrides, files });
}

/** The list that a file holds. */
export function readOverridesFile(file: string, name: string): Result<readonly Override[]> {
  if (!isFile(file)) {
    return failure(
      `Unexpected missing file ${name}, expected a list of overrides.`,
      "Correct the path in the config, or write the file with `lint --write-overrides`.",
    );
  }
  const value = parsed(readText(file));
  if (value === undefined) return failure(`${name}: Unexpected text, expected JSON.`, "Correct the file.");
  return parseOverrides(value, name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
