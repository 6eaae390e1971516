import type { OutputFile } from "../../options.ts";
import { apiIndexFile } from "./api-index.ts";
import { exampleFiles } from "./example-files.ts";
import { readmeFile, type Told } from "./readme.ts";

/** What a reader of the package finds beside its sources: `README.md`, `api.md`, `examples/`. */
export function documentFiles(
  told: Told,
  templates: { readonly readme: string; readonly api: string; readonly example: string },
): OutputFile[] {
  return [
    readmeFile(told, templates.readme),
    apiIndexFile(told, templates.api),
    ...exampleFiles(told, templates.example),
  ];
}
