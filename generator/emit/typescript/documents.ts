import type { OutputFile } from "../../options.ts";
import type { Template } from "../template.ts";
import { apiIndexFile } from "./api-index.ts";
import { exampleFiles } from "./example-files.ts";
import { readmeFile, type Told } from "./readme.ts";

/** What a reader of the package finds beside its sources: `README.md`, `api.md`, `examples/`. */
export function documentFiles(
  told: Told,
  templates: { readonly readme: Template; readonly api: Template; readonly example: Template },
): OutputFile[] {
  return [
    readmeFile(told, templates.readme),
    apiIndexFile(told, templates.api),
    ...exampleFiles(told, templates.example),
  ];
}
