import { type Code, raw } from "../print/code.ts";
import { newTemplate, render } from "../template.ts";

/** What a workflow has to know of a project. */
export interface Project {
  /** The command that installs its dependencies. */
  readonly install: string;
  readonly apis: readonly Api[];
}

/** Paths are those from the root of the repository on, with forward slashes. */
export interface Api {
  /** Several folders that stand in none of their own are no state that can be compared. */
  readonly docs: string | readonly string[];
  readonly out: string;
}

/** The workflow that checks a pull request, and proposes the output of docs that changed alone. */
export function githubWorkflow(template: string, { install, apis }: Project): string {
  return render(newTemplate(template), {
    install: raw(install),
    apis: apis.filter(isWritable).map(({ docs, out }) => ({ docs: quoted(docs), out: quoted(out) })),
  });
}

/** Whether the workflow can name the paths of an API. */
export function isWritable({ docs, out }: Api): boolean {
  return typeof docs === "string" && isPlain(docs) && isPlain(out);
}

/** Whether a path means nothing to YAML, to the shell in quotes, or to the expressions of GitHub. */
function isPlain(path: string): boolean {
  return path === "." || /^[\p{L}\p{N}_@+][\p{L}\p{N} _.@+/-]*$/u.test(path);
}

function quoted(path: string | readonly string[]): Code {
  return raw(`'${String(path)}'`);
}
