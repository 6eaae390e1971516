import type { Diagnostic } from "../diagnostics.ts";
import type { Api, Claim, Model, ModelId, Operation } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import type { ApiOptions } from "../options.ts";
import { audit } from "./audit.ts";
import { collectOf } from "./collect.ts";
import { separateErrors } from "./errors/index.ts";
import { withLastPages } from "./last-page.ts";
import { modelsOf } from "./models.ts";
import { foldStreams } from "./operations/fold.ts";
import { operationOf } from "./operations/index.ts";
import { declare } from "./overrides/index.ts";
import { clientClassOf, packageOf, titleOf } from "./package.ts";
import { readmeFindings } from "./readmes.ts";
import { firstCallOf } from "./samples/first-call.ts";
import { withSamples } from "./samples/request.ts";
import { serversOf } from "./servers.ts";
import { survey } from "./survey.ts";

/** Decides every question that the draft leaves open, and keeps the evidence. */
export function infer(
  linked: Draft,
  options: ApiOptions,
): { readonly api: Api; readonly diagnostics: readonly Diagnostic[] } {
  const draft = separateErrors(linked);
  const { declared, diagnostics } = declare(draft, options.overrides);
  const surveyed = survey(draft, declared);
  const decided = draft.operations.map((operation) => operationOf(operation, surveyed));
  const { models: said, diagnostics: endless } = modelsOf(surveyed);
  const paged = decided.map(({ operation }) => operation);
  const models = withLastPages(said, paged);
  const operations = collected(
    paged,
    models,
    draft.operations.map(({ id }) => declared.operations.get(id)?.collect),
  );
  const told = { operations: operations.map(({ operation }) => operation), models };
  const folded = foldStreams(told);
  // Other pages that speak of the whole API have no title of their own.
  const readme = draft.readmes.find(({ page }) => /(?:^|\/)readme\.mdx?$/i.test(page));
  const firstCall = firstCallOf(draft, folded.operations, folded.models);
  const api: Api = {
    irVersion: 1,
    package: packageOf(draft, options),
    clientClass: clientClassOf(draft, options),
    operations: withSamples(folded.operations, folded.models, draft),
    models: folded.models,
    page: readme?.page ?? "",
    title: titleOf(readme),
    description: readme?.description ?? "",
    ...(firstCall === undefined ? {} : { firstCall }),
    servers: serversOf(draft, options),
    security: surveyed.security,
  };
  return {
    api,
    diagnostics: [
      ...diagnostics,
      ...readmeFindings(draft, {
        servers: options.servers.length > 0,
        security: declared.security !== undefined,
      }),
      ...endless,
      ...[...decided, ...operations].flatMap((operation) => operation.diagnostics),
      ...audit({ ...api, ...told }),
    ],
  };
}

/** What streams are the pieces of follows from all models and operations. */
function collected(
  operations: readonly Operation[],
  models: readonly Model[],
  declared: readonly (Claim<ModelId | null> | undefined)[],
): readonly { readonly operation: Operation; readonly diagnostics: readonly Diagnostic[] }[] {
  const decided = { operations, models: new Map(models.map((model) => [model.id, model])) };
  return operations.map((operation, index) => {
    const { collect, diagnostics } = collectOf(operation, declared[index], decided);
    return { operation: collect === undefined ? operation : { ...operation, collect }, diagnostics };
  });
}
