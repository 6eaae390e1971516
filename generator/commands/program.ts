import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type DialectName, dialectNames } from "../dialects/index.ts";
import { suggestion } from "../problem.ts";
import type { Shell } from "../shell.ts";

/** What a command line asks for. */
export type Invocation =
  | {
      readonly kind: "run";
      readonly command: "generate" | "check";
      readonly docs: readonly string[];
      readonly flags: Flags;
    }
  /** Help or the version was printed, or the mistake was: nothing is left to do. */
  | { readonly kind: "done"; readonly exitCode: number };

export interface Flags {
  readonly out?: string;
  readonly config?: string;
  readonly dialect?: DialectName;
  readonly reporter?: "pretty" | "json";
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

/** Reads the command line; what commander has to say goes to the shell. */
export function parseCommandLine(argv: readonly string[], shell: Shell, version: string): Invocation {
  let invocation: Invocation = { kind: "done", exitCode: 0 };
  const run =
    (command: "generate" | "check") =>
    (docs: string[], _flags: Flags, self: Command): void => {
      invocation = { kind: "run", command, docs, flags: mergedFlags(self) };
    };
  const program = configured(new Command("docsdk"), shell)
    .description(description)
    .version(version, "-V, --version", "print the version")
    .enablePositionalOptions()
    .argument("[docs...]", "docs folders of one API; without any: every API of the config or of input-docs/")
    .addHelpText("after", examples)
    .action(run("generate"));
  for (const option of [...sharedOptions(), ...writeOptions()]) program.addOption(option);
  const check = configured(program.command("check"), shell)
    .summary("compare the output with the docs and write nothing; exits 1 when it is stale")
    .description(checkDescription)
    .argument("[docs...]", "as for `generate`")
    .action(run("check"));
  for (const option of sharedOptions()) check.addOption(option);
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

const description = `Reads the documentation of an SDK in Markdown and writes a complete TypeScript SDK.

Without arguments it generates every API that docsdk.config.{ts,js,json} lists or, without \`apis\` in a config, every
folder of input-docs/, each into output/<api>. With docs folders it generates these as one API.

Files are written only where they change, and only when the docs have no errors. A file that a person changed is never
overwritten without --force.`;

const examples = `
Examples:
  $ npx --no-install docsdk                           every API into output/<api>
  $ npx --no-install docsdk ./docs --out ./sdk        one docs folder into ./sdk
  $ npx --no-install docsdk check                     in CI: exits 1 when the output is stale
  $ npx --no-install docsdk --strict --reporter json  warnings are errors, one JSON document on stdout

Exit codes:
  0  done, or up to date
  1  errors in the docs, a file that a person changed, or stale output
  2  a mistake on the command line or in the config, or a disk that cannot be read or written`;

const checkDescription = `Generates in memory and compares the bytes with the output folder.

Prints each file that is missing, changed or no longer generated, with a unified diff from the disk (a/) to the docs
(b/). Writes nothing. Exits 0 when the output is up to date and 1 when it is stale or the docs have errors.`;

function sharedOptions(): readonly Option[] {
  return [
    new Option("-o, --out <dir>", "the folder of the package; without docs folders, that of all packages"),
    new Option("-c, --config <file>", "the config (default: docsdk.config.{ts,js,json} in this folder)"),
    new Option(
      "--dialect <name>",
      `the language of the docs: ${dialectNames.join(", ")} (default: detected)`,
    ).argParser(oneOf(dialectNames)),
    new Option("--strict", "treat warnings as errors"),
    new Option("--reporter <name>", "pretty or json (default: pretty)").argParser(oneOf(["pretty", "json"])),
    new Option("-q, --quiet", "print errors alone"),
    new Option("-v, --verbose", "print notes, written files and times too").conflicts("quiet"),
    new Option("--no-color", "print without colors"),
  ];
}

function writeOptions(): readonly Option[] {
  return [
    new Option("--dry-run", "plan, report, and write nothing"),
    new Option("--force", "overwrite files that a person changed"),
  ];
}

function configured(command: Command, shell: Shell): Command {
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

/** Options may stand before and after the command's name; the nearer one wins, and a refusal of color holds. */
function mergedFlags(command: Command): Flags {
  const near = command.opts<Flags>();
  const far = command.parent?.opts<Flags>() ?? {};
  return { ...far, ...near, color: near.color !== false && far.color !== false };
}

function oneOf(names: readonly string[]): (value: string) => string {
  return (value) => {
    if (names.includes(value)) return value;
    throw new InvalidArgumentError(`Expected one of ${names.join(", ")}.${suggestion(value, names)}`);
  };
}
