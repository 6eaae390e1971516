// What `--help` says of each command, wrapped as it prints.

export const description = `Reads the documentation of an SDK in Markdown and writes a complete TypeScript SDK.

Without arguments it generates every API that docsdk.config.{ts,js,json} lists or, without \`apis\` in a config, every
folder of input-docs/, each into output/<api>. With docs folders it generates these as one API.

Files are written only where they change, and only when the docs have no errors. A file that a person changed is never
overwritten without --force.`;

export const examples = `
Examples:
  $ npx --no-install docsdk                           every API into output/<api>
  $ npx --no-install docsdk ./docs --out ./sdk        one docs folder into ./sdk
  $ npx --no-install docsdk check                     in CI: exits 1 when the output is stale
  $ npx --no-install docsdk lint --reporter github    in CI: what is wrong with the docs, at the lines of a change
  $ npx --no-install docsdk explain Chat.model        why a field is called and typed as it is
  $ npx --no-install docsdk diff git:main ./docs      what a change of the docs breaks
  $ npx --no-install docsdk watch                     again whenever the docs change
  $ npx --no-install docsdk init                      a config and a workflow for the docs at hand
  $ npx --no-install docsdk --strict --reporter json  warnings are errors, one JSON document on stdout

Exit codes:
  0  done, or up to date
  1  errors in the docs, a file that a person changed, stale output, a change that --fail-on forbids, or nothing to explain
  2  a mistake on the command line or in the config, or a disk that cannot be read or written`;

export const checkDescription = `Generates in memory and compares the bytes with the output folder.

Prints each file that is missing, changed or no longer generated, with a unified diff from the disk (a/) to the docs
(b/), and what the docs change of the API: what breaks, what is new, by the lines that say so. Writes nothing. Exits 0
when the output is up to date and 1 when it is stale or the docs have errors.`;

export const lintDescription = `Prints what the docs contradict, leave out or get wrong, and writes no package.

Besides what \`generate\` finds it checks links, parses the TypeScript samples, holds those of models against the types
of their pages, and shows what was assumed because no sentence says it. Each finding has its place and a way out.
Exits 1 on errors, and with --strict on warnings.

--write-overrides writes docsdk.overrides.<api>.json beside the config: an override for each fact that is missing or
assumed, with the value that was taken and a reason that begins with TODO. Name the file in the config
(\`apis: { <api>: { overrides: "docsdk.overrides.<api>.json" } }\`), then give each right value a reason, correct the
wrong ones and remove the rest: an override whose reason still begins with TODO counts for nothing and is a warning.
A file that stands is left alone; with --force its stubs are renewed, and what has a reason is kept.`;

export const lintExamples = `
Examples:
  $ npx --no-install docsdk lint                       every API of the config or of input-docs/
  $ npx --no-install docsdk lint ./docs --strict       one docs folder; warnings fail
  $ npx --no-install docsdk lint --codes               what each code means`;

export const explainDescription = `Prints every fact of a model, a field, an operation or a parameter: its value, and the claims for and against it,
each with its strength, its rule, and the line of the docs that it rests on.

The subject is a name of the docs, of the wire or of TypeScript, in any case and with any separators: ChatRequest,
ChatRequest.maxTokens, shared.Chat.max_tokens, chat.complete, chat.complete.limit; or \`servers\` or \`security\`.
Of several APIs all that have it are shown. Strengths, weakest first: assumed, derived, shown, stated, declared.
Exits 1 when nothing is called so.`;

export const explainExamples = `
Examples:
  $ npx --no-install docsdk explain ChatRequest.maxTokens
  $ npx --no-install docsdk explain chat.complete ./docs --reporter json`;

export const diffDescription = `Prints how two states of an API differ for code that uses its package, and which part of the version has to grow.

A state is a docs folder, an ir.json that docsdk wrote, or git:<rev>[:path]: either of them as a revision of the
repository around this folder has it; without a path that of the other state. The docs of both states are read with the
config of this folder. What counts is what was decided: tables and evidence that give the same are no change.

Each change has its direction (sent, received), its impact and the lines of the docs. breaking: code may no longer
compile, or meets values that it was not written for; the verdict is major. minor: something is new, or a call that
stays as it is does something else on the wire. patch: words alone.
Exits 0; with --fail-on <impact> 1 where a change is as grave as that or graver; 1 where the docs have errors.`;

export const diffExamples = `
Examples:
  $ npx --no-install docsdk diff git:main input-docs/harbor                     what this branch changes
  $ npx --no-install docsdk diff git:v1.4.0:output/harbor/ir.json ./docs        since a release
  $ npx --no-install docsdk diff git:main ./docs --fail-on breaking             in CI: breaking changes fail
  $ npx --no-install docsdk diff git:main ./docs --reporter markdown            for a comment on the change`;

export const initDescription = `Writes docsdk.config.ts, with an entry for each API, and .github/workflows/docsdk.yml.

The workflow holds each pull request to its output and its docs, tells on the page of the run what the docs change, and
proposes the output of docs that changed alone in a pull request of its own. A file that stands is left alone.`;

export const watchDescription = `Generates, and again whenever a document, the config or a file of overrides changes, until Ctrl+C.

What is loaded stays loaded, and documents that did not change come from the cache of the project. Where the docs have
errors nothing is written, as in a run by itself, and the next change tries again.`;
