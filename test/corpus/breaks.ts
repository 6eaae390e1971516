import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Change, diffApis } from "../../generator/diff/index.ts";
import { type Scope, type Side, scopeOf } from "../../generator/diff/scope.ts";
import { follow } from "../../generator/emit/openapi/reach.ts";
import type { Api, ModelId } from "../../generator/ir/index.ts";
import { parseIr } from "../../generator/ir-text.ts";
import { compile, typescript7 } from "../packages/fixture.ts";
import { type Built, fileOf } from "./generated.ts";

const spelling = { fields: "camelCase" } as const;

/** What the compiler refuses between two states of an API, and what of it `diff` does not call so. */
export interface Breaks {
  /** `sent Order`, `received Order`: a model that code of the old package gives to the new one, or the other way round. */
  readonly refused: readonly string[];
  readonly untold: readonly string[];
  readonly changes: readonly Change[];
}

/** Holds the changes between two packages to the compiler: a type that no longer fits has a change that says so. */
export async function breaksBetween(before: Built, after: Built, work: string): Promise<Breaks> {
  const [old, now] = [apiOf(before), apiOf(after)];
  const scope = scopeOf(old, now, spelling);
  const changes = diffApis(old, now, spelling);
  const asked = [...scope.pairs].flatMap(([was, is]) => questions(scope, [before, after], was, is));
  const failed = await refusedBy(join(work, "breaks"), [before, after], asked);
  return {
    refused: failed.map(({ name }) => name),
    untold: failed.filter((one) => !isTold(scope, changes, one)).map(({ name }) => name),
    changes,
  };
}

function apiOf(built: Built): Api {
  const read = parseIr(fileOf(built, "ir.json"), built.folder);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}

interface Question {
  readonly name: string;
  readonly direction: "request" | "response";
  readonly was: ModelId;
  readonly is: ModelId;
  /** A statement that compiles where nothing breaks. */
  readonly code: string;
}

function questions(
  { before, after }: Scope,
  [old, now]: readonly [Built, Built],
  was: ModelId,
  is: ModelId,
): readonly Question[] {
  const [from, to] = [before.typeOf(was), after.typeOf(is)];
  if (!hasType(old, from) || !hasType(now, to)) return [];
  const sent: Question = {
    name: `sent ${from}`,
    direction: "request",
    was,
    is,
    code: accepts(`Old.${from}`, `New.${to}`),
  };
  const received: Question = {
    name: `received ${from}`,
    direction: "response",
    was,
    is,
    code: accepts(`New.${to}`, `Old.${from}`),
  };
  return [...(before.written.has(was) ? [sent] : []), ...(before.read.has(was) ? [received] : [])];
}

function accepts(given: string, taken: string): string {
  return `(given: ${given}): ${taken} => given`;
}

function hasType(built: Built, type: string): boolean {
  return new RegExp(`\\btype ${type}\\b`).test(fileOf(built, "src/models/index.ts"));
}

/** Both packages share one runtime, as two versions of a package do: what it brands is the same there. */
async function refusedBy(
  folder: string,
  [old, now]: readonly [Built, Built],
  asked: readonly Question[],
): Promise<readonly Question[]> {
  mkdirSync(folder, { recursive: true });
  cpSync(join(old.folder, "src"), join(folder, "old"), { recursive: true });
  cpSync(join(now.folder, "src"), join(folder, "new"), { recursive: true });
  for (const file of readdirSync(join(folder, "new/runtime")))
    writeFileSync(join(folder, "new/runtime", file), `export * from "../../old/runtime/${file}";\n`);
  const { compilerOptions } = JSON.parse(readFileSync(join(old.folder, "tsconfig.json"), "utf8"));
  const settings = { compilerOptions: { ...compilerOptions, rootDir: ".", noEmit: true }, include: ["asked.ts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const imports = ["Old", "New"].map(
    (name) => `import type * as ${name} from "./${name.toLowerCase()}/models/index.ts";`,
  );
  const lines = asked.map(({ code }, at) => `export const asked${at} = ${code};`);
  writeFileSync(join(folder, "asked.ts"), [...imports, ...lines].join("\n"));
  const said = await compile(typescript7, ["-p", "."], folder);
  const failed = [...said.matchAll(/^asked\.ts\((\d+),\d+\): error/gm)].map(([, line]) => asked[Number(line) - 3]);
  return [...new Set(failed)].filter((one) => one !== undefined);
}

/** Whether a change of the model, or of one that it holds, breaks it, or adds a value that it may have. */
function isTold(scope: Scope, changes: readonly Change[], { direction, was, is }: Question): boolean {
  const pages = new Set([...pagesOf(scope.before, was), ...pagesOf(scope.after, is)]);
  return changes.some(({ before, after, impact, code, ...change }) => {
    const isConcerned = [before, after].some((place) => place !== null && pages.has(place.split("#")[0] ?? ""));
    const isThere = change.direction === "both" || change.direction === direction;
    return isConcerned && isThere && (impact === "breaking" || code === "model/value");
  });
}

/** The pages of a model and of all that it holds. */
function pagesOf({ models }: Side, root: ModelId): ReadonlySet<string> {
  const held = follow(models, new Set(), [{ kind: "reference", id: root }]);
  return new Set([...held].flatMap((id) => models.get(id)?.page ?? []));
}
