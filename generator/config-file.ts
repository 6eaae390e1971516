import { dirname, join, resolve } from "node:path";
import { type Config, defineConfig, parseConfig } from "./config.ts";
import { failure, type Result, success } from "./problem.ts";
import { isFile, loadModule } from "./workspace.ts";

/** A config and where it stands. */
export interface LoadedConfig {
  readonly config: Config;
  /** The file's name as people know it; empty where there is none. */
  readonly name: string;
  readonly folder: string;
}

/** What a config may be called, in the project root. */
export const configNames: readonly string[] = ["docsdk.config.ts", "docsdk.config.js", "docsdk.config.json"];

/** The config at a path, or the one in the project root; an empty one where there is none. */
export async function loadConfig(path: string | undefined, cwd: string): Promise<Result<LoadedConfig>> {
  const names = path === undefined ? configsIn(cwd) : [path];
  const [name, second] = names;
  if (name === undefined) return success({ config: {}, name: "", folder: cwd });
  if (second !== undefined)
    return failure(
      `Unexpected configs ${names.join(" and ")}, expected one.`,
      "Remove one, or choose one with --config.",
    );
  const file = resolve(cwd, name);
  if (!isFile(file)) return failure(`Unexpected --config ${name}, expected a file.`, "Pass the path of a config file.");
  const module = await tryLoad(file, name);
  if (!module.ok) return module;
  const parsed = parseConfig(module.value, name);
  return parsed.ok ? success({ config: parsed.value, name, folder: dirname(file) }) : parsed;
}

/** The configs that stand in a folder, by their names; more than one is a mistake. */
export function configsIn(cwd: string): readonly string[] {
  return configNames.filter((name) => isFile(join(cwd, name)));
}

async function tryLoad(file: string, name: string): Promise<Result<unknown>> {
  try {
    return success(await loadModule(file, { defineConfig }));
  } catch (error) {
    // The config is the user's program: whatever it throws is a finding about it, not a bug of ours.
    const reason = error instanceof Error ? error.message : String(error);
    return failure(`${name}: Unexpected failure while it was loaded: ${reason}`, "Correct the config.");
  }
}
