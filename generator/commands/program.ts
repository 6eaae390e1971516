import { Command, CommanderError, type Option } from "commander";
import type { Shell } from "../shell.ts";
import {
  checkDescription,
  description,
  diffDescription,
  diffExamples,
  examples,
  explainDescription,
  explainExamples,
  initDescription,
  lintDescription,
  lintExamples,
  watchDescription,
} from "./help.ts";
import {
  diffOptions,
  explainOptions,
  type Flags,
  initOptions,
  lintOptions,
  runOptions,
  watchOptions,
  writeOptions,
} from "./options.ts";

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: "generate" | "check" | "lint"; readonly docs: readonly string[]; readonly flags: Flags }
  | { readonly kind: "init" | "watch"; readonly docs: readonly string[]; readonly flags: Flags }
  | { readonly kind: "diff"; readonly states: readonly [string, string]; readonly flags: Flags }
  | { readonly kind: "explain"; readonly subject: string; readonly docs: readonly string[]; readonly flags: Flags }
  /** Help or the version was printed, or the mistake was: nothing is left to do. */
  | { readonly kind: "done"; readonly exitCode: number };

/** Reads the command line; what commander has to say goes to the shell. */
export function parseCommandLine(argv: readonly string[], shell: Shell, version: string): Invocation {
  let invocation: Invocation = { kind: "done", exitCode: 0 };
  const run =
    (kind: "generate" | "check" | "lint" | "init" | "watch") =>
    (docs: string[], _flags: Flags, self: Command): void => {
      invocation = { kind, docs, flags: mergedFlags(self) };
    };
  const explain = (subject: string, docs: string[], _flags: Flags, self: Command): void => {
    invocation = { kind: "explain", subject, docs, flags: mergedFlags(self) };
  };
  const diff = (old: string, now: string, _flags: Flags, self: Command): void => {
    invocation = { kind: "diff", states: [old, now], flags: mergedFlags(self) };
  };
  const program = configured(new Command("docsdk"), shell, [...runOptions(), ...writeOptions()])
    .description(description)
    .version(version, "-V, --version", "print the version")
    .enablePositionalOptions()
    .argument("[docs...]", "docs folders of one API; without any: every API of the config or of input-docs/")
    .addHelpText("after", examples)
    .action(run("generate"));
  configured(program.command("check"), shell, runOptions())
    .summary("compare the output with the docs and write nothing; exits 1 when it is stale")
    .description(checkDescription)
    .argument("[docs...]", "as for `generate`")
    .action(run("check"));
  configured(program.command("lint"), shell, lintOptions())
    .summary("print what the docs contradict, leave out or get wrong")
    .description(lintDescription)
    .argument("[docs...]", "as for `generate`")
    .addHelpText("after", lintExamples)
    .action(run("lint"));
  configured(program.command("explain"), shell, explainOptions())
    .summary("print the facts of a model, a field or an operation, and the lines behind them")
    .description(explainDescription)
    .argument("<subject>", "what to explain, e.g. ChatRequest.maxTokens or chat.complete")
    .argument("[docs...]", "as for `generate`")
    .addHelpText("after", explainExamples)
    .action(explain);
  configured(program.command("diff"), shell, diffOptions())
    .summary("print how two states of an API differ, and which version comes next")
    .description(diffDescription)
    .argument("<old>", "a docs folder, an ir.json, or git:<rev>[:path]")
    .argument("<new>", "the same")
    .addHelpText("after", diffExamples)
    .action(diff);
  configured(program.command("watch"), shell, watchOptions())
    .summary("generate, and again whenever the docs or the config change")
    .description(watchDescription)
    .argument("[docs...]", "as for `generate`")
    .action(run("watch"));
  configured(program.command("init"), shell, initOptions())
    .summary("write a config and a GitHub workflow for the docs at hand")
    .description(initDescription)
    .argument("[docs...]", "docs folders, an API each; without any: every folder of input-docs/, or docs/")
    .action(run("init"));
  program.helpCommand(false);

  // `generate` is the name of one of the two bins; after the other it is the default command, spelled out.
  const words = argv[0] === "generate" ? argv.slice(1) : argv;
  try {
    program.parse(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: "done", exitCode: error.exitCode === 0 ? 0 : 2 };
  }
  return invocation;
}

function configured(command: Command, shell: Shell, options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command
    .exitOverride()
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(`--help` lists the commands and options)")
    .configureOutput({
      writeOut: shell.stdout.write,
      writeErr: shell.stderr.write,
      getOutHelpWidth: () => 120,
      getErrHelpWidth: () => 120,
      getOutHasColors: () => shell.stdout.color,
      getErrHasColors: () => shell.stderr.color,
    });
}

/** Options may stand before and after the command's name; the nearer one wins, and a refusal (`--no-color`) holds. */
function mergedFlags(command: Command): Flags {
  const near = command.opts<Flags>();
  const far = command.parent?.opts<Flags>() ?? {};
  const holds = (name: "cache" | "color"): boolean => near[name] !== false && far[name] !== false;
  return { ...far, ...near, cache: holds("cache"), color: holds("color") };
}
