import type { OutputFile } from "../../options.ts";
import { escapeHidden } from "../print/code.ts";
import type { Plan } from "./plan.ts";
import { allResources, type ResourcePlan } from "./resource-plan.ts";

/** The files of the package that are no source: JSON from objects, and what git needs to know. */
export function packageFiles(plan: Plan, root: ResourcePlan): OutputFile[] {
  return [
    json("package.json", packageJson(plan, root)),
    json("tsconfig.json", tsconfig),
    json("ir.json", plan.api),
    { path: ".gitignore", text: "node_modules/\ndist/\n" },
    { path: ".gitattributes", text: "* text=auto eol=lf\n" },
  ];
}

function json(path: string, value: unknown): OutputFile {
  return { path, text: `${escapeHidden(JSON.stringify(value, null, 2))}\n` };
}

function packageJson(plan: Plan, root: ResourcePlan): object {
  const { title } = plan.api;
  const { name, version, license } = plan.api.package;
  const groups = allResources(root).filter((one) => one.operations.length > 0);
  const entries: [string, string][] = [
    [".", "index"],
    ["./client", "client"],
    ...groups.map((group): [string, string] => [`./${group.entry}`, group.entry]),
    ["./models", "models/index"],
    ["./runtime", "runtime/index"],
  ];
  return {
    name,
    version,
    ...(title === "" ? {} : { description: `TypeScript SDK for ${/\bAPI$/.test(title) ? "the " : ""}${title}` }),
    ...(license === null ? {} : { license }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: {
      ...Object.fromEntries(
        entries.map(([entry, file]) => [entry, { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` }]),
      ),
      "./package.json": "./package.json",
    },
    files: ["dist", "src", "README.md", "api.md"],
    scripts: { build: "tsc -p .", test: "node --test" },
    devDependencies: { typescript: ">=5.9" },
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
