import { dirname, join } from "node:path";
import { configsIn } from "../config-file.ts";
import { githubWorkflow, isWritable } from "../emit/github/index.ts";
import { displayPath } from "../folders.ts";
import { findJobs, type Job } from "../jobs.ts";
import { plural } from "../plural.ts";
import { failure, type Result, success } from "../problem.ts";
import { paragraphs } from "../report.ts";
import { prefixIn } from "../revision.ts";
import type { Shell } from "../shell.ts";
import { printable } from "../terminal.ts";
import type { Toolchain } from "../toolchain.ts";
import { isFile, isFolder, putFile, readTemplate } from "../workspace.ts";
import { type Inspected, inspect } from "./inspect.ts";
import type { Flags } from "./options.ts";

interface Around {
  readonly flags: Flags;
  readonly shell: Shell;
  readonly toolchain: Toolchain;
}

interface Planned {
  readonly path: string;
  readonly text: string;
  /** Where something stands there already, which is a person's. */
  readonly stands: boolean;
}

const configFile = "docsdk.config.ts";
const workflowFile = ".github/workflows/docsdk.yml";

/** Writes a config and a workflow for the docs at hand. What stands is left alone. */
export async function initialize(docs: readonly string[], around: Around): Promise<Result<string>> {
  const { flags, shell, toolchain } = around;
  const jobs = await jobsOf(docs, around);
  if (!jobs.ok) return jobs;
  const reader = await toolchain.reader();
  const read = jobs.value.map((job) => inspect(job, reader, shell.cwd));
  const twins = read.filter(({ job }, at) => read.findIndex((one) => one.job.options.slug === job.options.slug) < at);
  if (twins[0] !== undefined)
    return failure(
      `Unexpected second API called ${twins[0].job.options.slug}, expected folders with names of their own.`,
      "Rename one of the folders, or write the config by hand.",
    );
  const planned = [...configOf(read, shell), workflowOf(jobs.value, shell)];
  const files = planned.filter(({ stands }) => !stands);
  // The workflow first: where its folders cannot be made, nothing was written.
  if (flags.dryRun !== true) for (const { path, text } of [...files].reverse()) putFile(join(shell.cwd, path), text);
  return success(told(read, planned, around));
}

/** Every docs folder that is given is an API; without any those of the config or of `input-docs/`, or `docs/`. */
async function jobsOf(docs: readonly string[], { flags, shell }: Around): Promise<Result<readonly Job[]>> {
  const { cwd } = shell;
  const isBare = docs.length === 0 && configsIn(cwd).length === 0 && !isFolder(join(cwd, "input-docs"));
  const given = isBare && isFolder(join(cwd, "docs")) ? ["docs"] : docs;
  const requests = given.length === 0 ? [[]] : given.map((folder) => [folder]);
  const jobs: Job[] = [];
  for (const folders of requests) {
    const found = await findJobs({ docs: folders, ...flags }, cwd);
    if (!found.ok) return found;
    jobs.push(...found.value);
  }
  return success(jobs);
}

/** The config; one under another name is one as well. */
function configOf(read: readonly Inspected[], { cwd }: Shell): readonly Planned[] {
  const [known] = configsIn(cwd);
  if (known !== undefined) return [{ path: known, text: "", stands: true }];
  const apis = read.map(({ job, api }) => {
    const { name, version } = api.package;
    const { slug } = job.options;
    return [
      `    ${/^[a-z]\w*$/.test(slug) ? slug : JSON.stringify(slug)}: {`,
      `      docs: ${JSON.stringify(folderOf(job, cwd))},`,
      `      out: ${JSON.stringify(displayPath(cwd, job.out))},`,
      `      package: { name: ${JSON.stringify(name)}, version: ${JSON.stringify(version)} },`,
      "    },",
    ].join("\n");
  });
  const text = `import { type Config, defineConfig } from "docsdk";

const config: Config = defineConfig({
  apis: {
${apis.join("\n")}
  },
});

export default config;
`;
  return [{ path: configFile, text, stands: false }];
}

/** The folder that a person gave, or would give: where the folders of one API stand, or the one that there is. */
function folderOf({ folders }: Job, cwd: string): string | readonly string[] {
  const given = folders.map(({ base, walk, readme }) => (readme === "when-linked" ? join(base, walk) : base));
  const parents = [...new Set(given.map((folder) => dirname(folder)))];
  const [first = cwd, second] = given;
  if (second === undefined) return displayPath(cwd, first);
  const [parent = cwd, another] = parents;
  return another === undefined && parent !== cwd
    ? displayPath(cwd, parent)
    : given.map((folder) => displayPath(cwd, folder));
}

function workflowOf(jobs: readonly Job[], { cwd }: Shell): Planned {
  const apis = jobs.map((job) => ({ docs: folderOf(job, cwd), out: displayPath(cwd, job.out) }));
  const text = githubWorkflow(readTemplate("github/docsdk.yml.hbs"), { install: installIn(cwd), apis });
  return { path: workflowFile, text, stands: isFile(join(cwd, workflowFile)) };
}

/** By the lock file of the project. */
function installIn(cwd: string): string {
  const stands = (name: string): boolean => isFile(join(cwd, name));
  if (stands("pnpm-lock.yaml")) return "corepack enable && pnpm install --frozen-lockfile";
  if (stands("yarn.lock")) return "corepack enable && yarn install --immutable";
  return stands("package-lock.json") ? "npm ci" : "npm install";
}

function told(read: readonly Inspected[], planned: readonly Planned[], { flags, shell }: Around): string {
  const apis = read.map(({ job, api, diagnostics }) => {
    const warnings = diagnostics.filter(({ severity }) => severity !== "info").length;
    const counts = [plural(api.models.length, "model"), plural(api.operations.length, "operation")];
    const found = [...counts, ...(warnings === 0 ? [] : [plural(warnings, "finding")])].join(", ");
    return `${printable(job.options.slug)}: ${found}; package ${printable(api.package.name)}\n`;
  });
  const verb = flags.dryRun === true ? "would write" : "write";
  const files = planned.map(({ path, text, stands }) => {
    if (stands) return `keep   ${path}, which stands\n`;
    return `${verb}  ${path}\n${flags.dryRun === true ? indented(text) : ""}`;
  });
  const left = read.flatMap(({ job }) => {
    const isKnown = isWritable({ docs: folderOf(job, shell.cwd), out: displayPath(shell.cwd, job.out) });
    return isKnown ? [] : [`skip   ${printable(job.options.slug)} in the workflow, for its paths\n`];
  });
  return paragraphs([apis.join(""), [...files, ...left].join(""), next(shell)]);
}

function next({ cwd, git }: Shell): string {
  const isInstalled = isFolder(join(cwd, "node_modules", "docsdk"));
  const { prefix = "" } = prefixIn(git);
  return [
    ...(isInstalled ? [] : ["Next: `npm install --save-dev docsdk`"]),
    `${isInstalled ? "Next" : "Then"}: \`npx --no-install docsdk\` generates, \`npx --no-install docsdk lint\` tells what the docs leave out.`,
    ...(prefix === "" ? [] : ["GitHub reads workflows at the root of a repository alone: move .github/ there."]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, "    ");
}
