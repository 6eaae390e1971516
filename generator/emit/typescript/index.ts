import type { Api } from "../../ir/index.ts";
import type { ApiOptions, OutputFile, Templates } from "../../options.ts";
import { byCodeUnits } from "../print/order.ts";
import { newPrinter } from "../print/source-file.ts";
import { newTemplate, type Template } from "../template.ts";
import { clientOptionsFile } from "./client.ts";
import { collectFiles } from "./collect.ts";
import { documentFiles } from "./documents.ts";
import { errorsFile, planErrors } from "./errors.ts";
import { examplesFile } from "./examples.ts";
import { planCalls } from "./first-call.ts";
import { indexFile, modelsIndexFile } from "./indexes.ts";
import { licenseFiles } from "./license.ts";
import { modelFiles } from "./model-file.ts";
import { planOperations } from "./operation-plan.ts";
import { operationFiles } from "./operations.ts";
import { packageFiles } from "./package-files.ts";
import { planModels } from "./plan.ts";
import type { Told } from "./readme.ts";
import { requestsTestFile } from "./requests-test.ts";
import { planResources } from "./resource-plan.ts";
import { resourceFiles } from "./resources.ts";
import { soundApi } from "./sound-api.ts";

/** The complete TypeScript package of an API, sorted by path. */
export function emitTypescript(api: Api, options: ApiOptions, templates: Templates): OutputFile[] {
  const template = (name: string): Template => {
    const text = templates.handlebars[name];
    if (text === undefined) throw new Error(`There is no template called ${name}.`);
    return newTemplate(text);
  };
  const plan = planModels(soundApi(api), options);
  const operations = planOperations(plan);
  const errors = planErrors(plan);
  const root = planResources(
    operations,
    api.clientClass,
    errors.map(({ name }) => name),
  );
  const entry = template("entry.ts");
  const index = indexFile(plan, root, errors, entry);
  const files = [
    ...modelFiles(plan, newPrinter()),
    ...collectFiles(plan, newPrinter()),
    modelsIndexFile(plan, entry),
    ...operationFiles(plan, operations, errors, template("operation.ts")),
    ...resourceFiles(plan, root, errors, {
      resource: template("resource.ts"),
      clientClass: template("client-class.ts"),
      entry,
    }),
    ...(errors.length === 0 ? [] : [errorsFile(plan, errors, template("errors.ts"))]),
    clientOptionsFile(plan, template("client.ts")),
    index,
    examplesFile(plan, template("examples.test.mjs")),
    requestsTestFile(plan, root, template("requests.test.mjs")),
    ...documentFiles(
      {
        plan,
        root,
        errors,
        calls: planCalls(plan, root),
        runtime: runtimeModules(templates),
        entries: sharedEntries(index, templates),
      },
      { readme: template("readme.md"), api: template("api.md"), example: template("example.mjs") },
    ),
    ...packageFiles({ ...plan, api }, root, licenseFiles(plan, templates)),
    ...templates.runtime,
  ];
  return files.sort((one, other) => byCodeUnits(one.path, other.path));
}

/** The names of the modules: `event-stream`. */
function runtimeModules({ runtime }: Templates): ReadonlySet<string> {
  return new Set(runtime.map(({ path }) => path.replace(/^.*\/|\.ts$/g, "")));
}

function sharedEntries(index: OutputFile, { runtime }: Templates): Told["entries"] {
  const text = runtime.find(({ path }) => path === "src/runtime/index.ts")?.text ?? "";
  return [
    { entry: "", text: index.text },
    { entry: "runtime", text },
  ];
}
