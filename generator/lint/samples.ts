import { diagnostic } from "../diagnostics.ts";
import type { Fence, Page } from "../docs/page.ts";
import type { Api, Model, ModelId, Type } from "../ir/index.ts";
import { norm } from "../link/words.ts";
import type { PlacedFinding } from "./placed.ts";
import { type SampleMisfit, sampleMisfits } from "./sample-fit.ts";
import { parseSample, type SamplePosition } from "./sample-value.ts";

/** The TypeScript samples that do not compile: broken syntax, and on the pages of models values that their type refuses. */
export function sampleFindings(pages: readonly Page[], api: Api): readonly PlacedFinding[] {
  const models = new Map(api.models.map((model) => [model.id, model]));
  // A page describes its own object first, and then those inside of it.
  const byPage = new Map([...api.models].reverse().map((model) => [model.page, model]));
  return pages.flatMap((page) =>
    samplesOf(page, byPage.get(page.path) ?? namesake(api, page)).flatMap((sample) => findingsOf(sample, page, models)),
  );
}

interface Sample {
  readonly fence: Fence;
  /** Null where the sample is a program, not a value. */
  readonly type: Type | null;
  /** What the type is called, for messages. */
  readonly name: string;
}

function samplesOf(page: Page, model: Model | undefined): readonly Sample[] {
  switch (page.kind) {
    case "model":
    case "enum":
    case "union": {
      const type: Type | null = model === undefined ? null : { kind: "reference", id: model.id };
      const own = page.samples.map((fence) => ({ fence, type, name: page.title }));
      const sections = page.kind === "union" ? page.members : [];
      const members = sections.flatMap(({ heading, fences, place }) => {
        const member = model?.kind === "union" ? model.members.find((one) => one.place === place) : undefined;
        return fences.map((fence) => ({ fence, type: member?.type ?? null, name: heading || page.title }));
      });
      return [...own, ...members].filter(isTypescript);
    }
    case "operations": {
      const fences = page.operations.flatMap(({ usages }) => usages.flatMap((usage) => usage.fences));
      return fences.map((fence) => ({ fence, type: null, name: "" })).filter(isTypescript);
    }
    default:
      return [];
  }
}

function isTypescript({ fence }: Sample): boolean {
  return ["typescript", "ts", "tsx"].includes(fence.language);
}

/** Where several languages document one model, its page is that of the first. */
function namesake(api: Api, page: Page): Model | undefined {
  const [only, ...others] = api.models.filter(({ title }) => norm(title) === norm(page.title));
  return others.length === 0 ? only : undefined;
}

function findingsOf(
  { fence, type, name }: Sample,
  page: Page,
  models: ReadonlyMap<ModelId, Model>,
): readonly PlacedFinding[] {
  const { value, problems } = parseSample(fence.text);
  const at = placing(fence, page);
  if (problems.length > 0) {
    return problems.slice(0, 1).map((problem) => {
      const what = problem.message.replace(/\.$/, "");
      const message = `Unexpected syntax in a sample, expected TypeScript that compiles: ${what}`;
      return { finding: diagnostic("docs/broken-sample", message, fence.place), at: at(problem.at) };
    });
  }
  if (type === null || value === undefined) return [];
  return sampleMisfits(models, type, value).map((misfit) => {
    const message = `Unexpected ${spelled(misfit)} in a sample of \`${name}\`, expected ${misfit.expected}`;
    return { finding: diagnostic("docs/unfit-sample", message, fence.place), at: at(misfit.at) };
  });
}

function spelled({ kind, path, found }: SampleMisfit): string {
  const name = `\`${path.replace(/^\./, "")}\``;
  if (kind === "missing") return `absence of ${name}`;
  if (kind === "unknown") return `property ${name}`;
  return path === "" ? found : `${found} at ${name}`;
}

/** From a position in a sample to that in its file; the fence's own line stands above the first. */
function placing(fence: Fence, page: Page): (at: SamplePosition) => PlacedFinding["at"] {
  const fenced = page.positions.get(fence.place.slice(fence.place.lastIndexOf("#") + 1)) ?? { line: 0, column: 1 };
  return ({ line, column }) => ({
    path: page.path,
    line: fenced.line + 1 + line,
    column: fenced.column + column,
  });
}
