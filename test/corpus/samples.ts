import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";
import type { Inspected } from "../../generator/commands/inspect.ts";
import type { Fence, Page } from "../../generator/docs/page.ts";
import { filePart } from "../../generator/emit/file-part.ts";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import { nameModels } from "../../generator/emit/typescript/names.ts";
import { planModels } from "../../generator/emit/typescript/plan.ts";
import type { Model, ModelId, Place } from "../../generator/ir/index.ts";
import { sampleFindings } from "../../generator/lint/samples.ts";
import type { ApiOptions, OutputFile } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { runNode, typescript7 } from "../packages/fixture.ts";

/** What the compiler says of the samples of one corpus. */
export interface SampleCheck {
  readonly samples: number;
  /** Those that the emitted type of their model refuses. */
  readonly failing: readonly FailingSample[];
  /** Places of samples that lint complains about and the compiler does not. */
  readonly lintAlone: readonly Place[];
}

export interface FailingSample {
  readonly place: Place;
  readonly why: string;
  /** Whether lint has a finding about it. */
  readonly isFound: boolean;
}

/** A sample with the name of the emitted type that it is a value of. */
interface Sample {
  readonly fence: Fence;
  readonly type: string;
  /** Of an envelope, which is not on the wire: the property that holds the body, whose type is the emitted one. */
  readonly body: string | null;
}

/**
 * Holds the samples of the pages of models against the emitted types, with the real compiler. Their values stay as they
 * are written but for what is another package's: its class of calendar dates, which are strings here, and its enums.
 */
export async function checkSamples(read: Inspected, folder: string): Promise<SampleCheck> {
  const options: ApiOptions = { ...read.job.options, fields: "documented" };
  const samples = samplesOf(read, options);
  if (samples.length === 0) return { samples: 0, failing: [], lintAlone: [] };
  const files = emitTypescript(read.api, options, readTemplates());
  const enums = enumValues(read.pages);
  const bodies = samples.map((sample) => sampleValue(sample, enums));
  const { text, starts } = program(samples, bodies, declarations(files));
  write(folder, files, text);
  const { stdout } = await runNode([typescript7, "-p", ".", "--pretty", "false"], folder);
  const errors = errorsBySample(stdout, starts);
  const found = new Set(sampleFindings(read.pages, read.api).map(({ finding }) => finding.place));
  const failing = samples.flatMap(({ fence: { place } }, at): readonly FailingSample[] => {
    const body = bodies[at];
    const why = body?.kind === "broken" ? body.why : errors.get(at);
    return why === undefined ? [] : [{ place, why, isFound: found.has(place) }];
  });
  const wrong = new Set(failing.map(({ place }) => place));
  const places = samples.map(({ fence }) => fence.place);
  return {
    samples: bodies.filter(({ kind }) => kind !== "none").length,
    failing,
    lintAlone: places.filter((place) => found.has(place) && !wrong.has(place)),
  };
}

function samplesOf({ pages, api }: Inspected, options: ApiOptions): readonly Sample[] {
  const names = nameModels(api, options);
  const nameOf = (id: ModelId): string => names.get(id)?.type ?? "";
  const byPage = new Map<string, Model>(api.models.map((model) => [model.page, model]));
  const plan = planModels(api, options);
  // What SDKs wrap around a file of a form is no model of the package: a file is one of the platform's types there.
  const isFile = ({ id }: Model): boolean =>
    !plan.models.has(id) && filePart({ kind: "reference", id }, plan.known) !== undefined;
  return pages.flatMap((page) => {
    const model = byPage.get(page.path);
    if (model === undefined || !("samples" in page) || isFile(model)) return [];
    const own = page.samples.map((fence) => ({ fence, type: nameOf(model.id), body: bodyOf(model) }));
    const sections = page.kind === "union" ? page.members : [];
    const members = sections.flatMap(({ fences, place }) => {
      const member = model.kind === "union" ? model.members.find((one) => one.place === place)?.type : undefined;
      const type = nameOf(member?.kind === "reference" ? member.id : model.id);
      return fences.map((fence) => ({ fence, type, body: null }));
    });
    return [...own, ...members].filter(({ fence }) => /^(?:typescript|tsx?)$/.test(fence.language));
  });
}

function bodyOf(model: Model): string | null {
  const [only, ...others] = model.kind === "object" && model.role.value === "envelope" ? (model.read?.value ?? []) : [];
  if (model.kind !== "object" || only?.kind !== "json" || others.length > 0) return null;
  const body = JSON.stringify(only.type);
  return model.properties.find(({ type }) => JSON.stringify(type.value) === body)?.name ?? null;
}

type Value =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "broken"; readonly why: string }
  /** A sample without a value, such as one that only says that there is no example. */
  | { readonly kind: "none" };

/** What the first variable of a sample is set to. */
function sampleValue({ fence, body }: Sample, enums: ReadonlyMap<string, string>): Value {
  const source = ts.createSourceFile("sample.ts", fence.text, ts.ScriptTarget.ESNext, true) as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
  };
  const [problem] = source.parseDiagnostics;
  if (problem !== undefined) return { kind: "broken", why: ts.flattenDiagnosticMessageText(problem.messageText, " ") };
  const [first] = source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => statement.declarationList.declarations);
  const whole = first?.initializer;
  const value = body === null || whole === undefined ? whole : memberOf(whole, body);
  if (first?.type !== undefined && isStream(first.type)) return { kind: "value", text: "new Uint8Array()" };
  return value === undefined ? { kind: "none" } : { kind: "value", text: translated(value, enums) };
}

/** A member of an object literal; the value itself where it has none of that name, so that the compiler tells of it. */
function memberOf(value: ts.Expression, name: string): ts.Expression {
  const members = ts.isObjectLiteralExpression(value) ? value.properties.filter(ts.isPropertyAssignment) : [];
  return members.find((member) => member.name.getText() === name)?.initializer ?? value;
}

/** Bytes are a `Uint8Array` here, where other packages have a stream of them. */
function isStream(type: ts.TypeNode): boolean {
  return type.getText() === "ReadableStream<Uint8Array>";
}

/** The text of a value with the other package's names in it replaced by what they stand for. */
function translated(value: ts.Expression, enums: ReadonlyMap<string, string>): string {
  const replaced: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const text = replacement(node, enums);
    if (text === undefined) ts.forEachChild(node, visit);
    else replaced.push({ from: node.getStart() - value.getStart(), to: node.end - value.getStart(), text });
  };
  visit(value);
  return replaced.reduceRight(
    (text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to),
    value.getText(),
  );
}

function replacement(node: ts.Node, enums: ReadonlyMap<string, string>): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return enums.get(node.getText());
  const isDate = ts.isNewExpression(node) && node.expression.getText() === "RFCDate";
  return isDate ? node.arguments?.[0]?.getText() : undefined;
}

/** `Color.Red` → `"red"`, where the docs list the names of an enum's values. */
function enumValues(pages: readonly Page[]): ReadonlyMap<string, string> {
  const rows = pages.flatMap((page) => (page.kind === "enum" ? page.values.map((value) => ({ page, value })) : []));
  return new Map(
    rows
      .filter(({ value }) => value.name !== "")
      .map(({ page, value }) => [
        `${page.title}.${value.name}`,
        value.form === "table" ? JSON.stringify(value.raw) : value.raw,
      ]),
  );
}

/** The files of `src/` that declare each type. */
function declarations(files: readonly OutputFile[]): ReadonlyMap<string, string> {
  const found = files
    .filter(({ path }) => /^src\/(?:models|operations)\//.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:interface|type) (\w+)\b/gm)].map(([, name = ""]): [string, string] => [name, path]),
    );
  return new Map(found.reverse());
}

/** One program of all samples, with the line on which each begins. */
function program(
  samples: readonly Sample[],
  values: readonly Value[],
  files: ReadonlyMap<string, string>,
): { readonly text: string; readonly starts: readonly number[] } {
  const lines: string[] = ["declare function openAsBlob(path: string): Promise<Blob>;"];
  const starts = samples.map(({ type }, at) => {
    const start = lines.length + 1;
    const value = values[at];
    const file = files.get(type);
    if (value?.kind === "value") {
      const declared = file === undefined ? `NotEmitted${type}` : `import("./${file}").${type}`;
      lines.push(...`export const sample${at}: ${declared} = ${value.text};`.split("\n"));
    }
    return start;
  });
  return { text: `${lines.join("\n")}\n`, starts };
}

function write(folder: string, files: readonly OutputFile[], samples: string): void {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const { path, text } of files) if (path.startsWith("src/")) put(path, text);
  const { compilerOptions } = JSON.parse(files.find(({ path }) => path === "tsconfig.json")?.text ?? "{}");
  const options = { ...compilerOptions, rootDir: ".", noEmit: true };
  put("tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["samples.ts"] }));
  put("package.json", '{ "type": "module" }');
  put("samples.ts", samples);
}

/** The first error of each sample, without the lines that explain it. Errors elsewhere are ours, and thrown. */
function errorsBySample(output: string, starts: readonly number[]): ReadonlyMap<number, string> {
  const errors = new Map<number, string>();
  for (const line of output.split("\n").filter((text) => /^\S.*error TS/.test(text))) {
    const [, file, number, why = ""] = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
    if (file !== "samples.ts") throw new Error(`The emitted package does not compile: ${line}`);
    const at = starts.findLastIndex((start) => start <= Number(number));
    if (!errors.has(at)) errors.set(at, why);
  }
  return errors;
}
