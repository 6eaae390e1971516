import { InvalidArgumentError, Option } from "commander";
import { type DialectName, dialectNames } from "../dialects/index.ts";
import { type Impact, impacts } from "../diff/change.ts";
import { type Target, targets } from "../options.ts";
import { suggestion } from "../problem.ts";

export type ReporterName = "pretty" | "json" | "markdown" | "github";

/** The options of a command line, of whatever command. */
export interface Flags {
  readonly out?: string;
  readonly config?: string;
  readonly dialect?: DialectName;
  readonly reporter?: ReporterName;
  /** The parts of the output that are wanted; all of them where it is absent. */
  readonly emit?: readonly Target[];
  readonly strict?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly writeOverrides?: boolean;
  readonly codes?: boolean;
  readonly api?: string;
  /** The impact from which on a difference is a failure. */
  readonly failOn?: Impact;
  /** Where the CPU profile of the run goes. */
  readonly profile?: string;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
  /** False with `--no-color`. */
  readonly color?: boolean;
}

/** Of `generate` and `check`. */
export function runOptions(): readonly Option[] {
  return [
    ...outputOptions(),
    reporter(["pretty", "json", "markdown", "github"]),
    new Option("--no-cache", "compile also where nothing changed since the last run"),
    new Option("-q, --quiet", "print errors alone"),
    new Option("-v, --verbose", "print notes, written files and the time of each stage too").conflicts("quiet"),
    new Option("--profile <file>", "write a CPU profile of the run, for the developer tools of a browser"),
    noColor(),
  ];
}

/** What is made of which docs. */
function outputOptions(): readonly Option[] {
  return [
    new Option("-o, --out <dir>", "the folder of the package; without docs folders, that of all packages"),
    ...inputOptions(),
    new Option(
      "--emit <parts>",
      `a list of ${targets.join(", ")}: these alone, others stay as they are (default: all)`,
    ).argParser(someOf(targets)),
    new Option("--strict", "treat warnings as errors"),
  ];
}

/** Of `generate` alone. */
export function writeOptions(): readonly Option[] {
  return [
    new Option("--dry-run", "plan, report, and write nothing"),
    new Option("--force", "overwrite files that a person changed"),
  ];
}

export function lintOptions(): readonly Option[] {
  return [
    ...inputOptions(),
    new Option("--strict", "treat warnings as errors"),
    reporter(["pretty", "json", "markdown", "github"]),
    new Option("--write-overrides", "write stubs for what is missing or assumed to docsdk.overrides.<api>.json"),
    new Option("--force", "renew the stubs of such a file"),
    new Option("--codes", "print what each code means, and read no docs"),
    new Option("-q, --quiet", "print errors alone"),
    new Option("-v, --verbose", "print the time of each stage too").conflicts("quiet"),
    new Option("--profile <file>", "write a CPU profile of the run, for the developer tools of a browser"),
    noColor(),
  ];
}

export function explainOptions(): readonly Option[] {
  return [
    new Option("--api <slug>", "the API to look in, where there are several"),
    ...inputOptions(),
    reporter(["pretty", "json"]),
    noColor(),
  ];
}

export function diffOptions(): readonly Option[] {
  return [
    new Option("--fail-on <impact>", "exit 1 on changes that are breaking, minor (or graver) or patch (any)").argParser(
      oneOf(impacts),
    ),
    ...inputOptions(),
    reporter(["pretty", "json", "markdown", "github"]),
    new Option("-q, --quiet", "print breaking changes alone"),
    new Option("-v, --verbose", "print changes of words too").conflicts("quiet"),
    noColor(),
  ];
}

export function watchOptions(): readonly Option[] {
  return [
    ...outputOptions(),
    new Option("--force", "overwrite files that a person changed"),
    new Option("-q, --quiet", "print errors alone"),
    new Option("-v, --verbose", "print notes, written files and the time of each stage too").conflicts("quiet"),
    noColor(),
  ];
}

export function initOptions(): readonly Option[] {
  return [new Option("--dry-run", "print what would be written, and write nothing"), noColor()];
}

function inputOptions(): readonly Option[] {
  return [
    new Option("-c, --config <file>", "the config (default: docsdk.config.{ts,js,json} in this folder)"),
    new Option(
      "--dialect <name>",
      `the language of the docs: ${dialectNames.join(", ")} (default: detected)`,
    ).argParser(oneOf(dialectNames)),
  ];
}

function reporter(names: readonly ReporterName[]): Option {
  const listed = `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
  return new Option("--reporter <name>", `${listed} (default: pretty)`).argParser(oneOf(names));
}

function noColor(): Option {
  return new Option("--no-color", "print without colors");
}

function someOf(names: readonly string[]): (value: string) => readonly string[] {
  const one = oneOf(names);
  return (value) => [...new Set(value.split(",").map((part) => one(part.trim())))];
}

function oneOf(names: readonly string[]): (value: string) => string {
  return (value) => {
    if (names.includes(value)) return value;
    throw new InvalidArgumentError(`Expected one of ${names.join(", ")}.${suggestion(value, names)}`);
  };
}
