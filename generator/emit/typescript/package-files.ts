import { jsrPattern } from "../../ir/package-name.ts";
import type { OutputFile } from "../../options.ts";
import { escapeHidden } from "../print/code.ts";
import { irFile } from "./ir-file.ts";
import type { Plan } from "./plan.ts";
import { allResources, type ResourcePlan } from "./resource-plan.ts";

/** The files of the package that are no source: JSON from objects, and what git needs to know. */
export function packageFiles(plan: Plan, root: ResourcePlan, license: readonly OutputFile[]): OutputFile[] {
  const entries = packageEntries(root);
  const jsr = jsrJson(plan, entries, license);
  return [
    json("package.json", packageJson(plan, entries)),
    ...(jsr === undefined ? [] : [json("jsr.json", jsr)]),
    json("tsconfig.json", tsconfig),
    irFile(plan.api),
    { path: ".gitignore", text: "node_modules/\ndist/\n" },
    { path: ".gitattributes", text: "* text=auto eol=lf\n" },
    ...license,
  ];
}

function json(path: string, value: unknown): OutputFile {
  return { path, text: `${escapeHidden(JSON.stringify(value, null, 2))}\n` };
}

/** An entry of the package, with its file below `src`. */
type Entry = readonly [entry: string, file: string];

function packageEntries(root: ResourcePlan): readonly Entry[] {
  const groups = allResources(root).filter((one) => one.operations.length > 0);
  return [
    [".", "index"],
    ["./client", "client"],
    ...groups.map((group): Entry => [`./${group.entry}`, group.entry]),
    ["./models", "models/index"],
    ["./runtime", "runtime/index"],
  ];
}

function packageJson(plan: Plan, entries: readonly Entry[]): object {
  const { title } = plan.api;
  const { name, version, license } = plan.api.package;
  const { author, repository } = plan.options.package;
  return {
    name,
    version,
    ...(title === "" ? {} : { description: `TypeScript SDK for ${/\bAPI$/.test(title) ? "the " : ""}${title}` }),
    // Without a word from the publisher there is none: `UNLICENSED` would be one.
    ...(license === null ? {} : { license }),
    ...(author === undefined ? {} : { author }),
    ...(repository === undefined
      ? {}
      : { repository: { type: "git", url: `git+${repository.replace(/(\.git|\/)$/, "")}.git` } }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: {
      ...Object.fromEntries(
        entries.map(([entry, file]) => [entry, { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }]),
      ),
      "./package.json": "./package.json",
    },
    // The sources stand beside what is built of them, so that its maps lead somewhere.
    files: ["dist", "src", "examples", "README.md", "api.md"],
    scripts: { build: "tsc -p .", test: "node --test", prepack: "npm run build" },
    devDependencies: { typescript: ">=5.9" },
  };
}

/** The manifest for JSR, which takes the sources as they are; undefined where no name with a scope is known. */
function jsrJson(plan: Plan, entries: readonly Entry[], licenseFiles: readonly OutputFile[]): object | undefined {
  const { name, version, license } = plan.api.package;
  const jsr = plan.options.package.jsr ?? (jsrPattern.test(name) ? name : undefined);
  if (jsr === undefined) return undefined;
  return {
    name: jsr,
    version,
    ...(license === null ? {} : { license }),
    exports: Object.fromEntries(entries.map(([entry, file]) => [entry, `./src/${file}.ts`])),
    publish: { include: ["src", "README.md", "api.md", ...licenseFiles.map(({ path }) => path)] },
  };
}

/** Covers `src` alone: tests are plain JavaScript, and run against what is published. */
const tsconfig = {
  compilerOptions: {
    target: "es2022",
    lib: ["es2024", "esnext.disposable", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    isolatedDeclarations: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};
