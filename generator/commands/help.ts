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
  $ npx --no-install docsdk --strict --reporter json  warnings are errors, one JSON document on stdout

Exit codes:
  0  done, or up to date
  1  errors in the docs, a file that a person changed, stale output, or nothing to explain
  2  a mistake on the command line or in the config, or a disk that cannot be read or written`;

export const checkDescription = `Generates in memory and compares the bytes with the output folder.

Prints each file that is missing, changed or no longer generated, with a unified diff from the disk (a/) to the docs
(b/). Writes nothing. Exits 0 when the output is up to date and 1 when it is stale or the docs have errors.`;

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
