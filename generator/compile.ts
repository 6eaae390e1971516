import { emitOpenapi } from "./emit/openapi/index.ts";
import { byCodeUnits } from "./emit/print/order.ts";
import { emitTypescript } from "./emit/typescript/index.ts";
import type { Api } from "./ir/index.ts";
import { type OutputFile, targetOf, targets } from "./options.ts";
import { plural } from "./plural.ts";
import type { Compiled, CompileInput, EmitInput } from "./toolchain.ts";
import { understand } from "./understand.ts";
import { unwatched } from "./watch.ts";

/**
 * From pages to the files of a package. Pure: the same input gives the same bytes, whatever the machine, the time and the
 * order of the pages.
 */
export function compile(input: CompileInput): Compiled {
  const { api, diagnostics } = understand(input);
  return { api, files: emit(api, input), diagnostics };
}

/** The second half: what each target makes of the API, sorted by path. */
export function emit(api: Api, input: EmitInput): readonly OutputFile[] {
  const { options, templates, emit: wanted = targets, watch = unwatched } = input;
  const { unstatedNull, evidence } = options;
  const count = (files: readonly OutputFile[]): string => plural(files.length, "file");
  const sdk = (): readonly OutputFile[] => emitTypescript(api, options, templates);
  const openapi = (): readonly OutputFile[] => [emitOpenapi(api, { unstatedNull, evidence: evidence === "include" })];
  const files = [
    ...(wanted.includes("sdk") || wanted.includes("ir") ? watch("emit the package", sdk, count) : []),
    ...(wanted.includes("openapi") ? watch("emit openapi.json", openapi, count) : []),
  ];
  return files.filter(({ path }) => wanted.includes(targetOf(path))).sort((a, b) => byCodeUnits(a.path, b.path));
}
