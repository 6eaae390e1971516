import type { OutputFile } from "../../generator/options.ts";

/** A call that a doc comment shows. */
export interface UsageExample {
  /** The file of the function or of the class. */
  readonly path: string;
  readonly code: string;
}

const ofFunction = /\/\*\*\n((?: \*.*\n)+?) \*\/\n(?=export (?:async )?function )/g;
const ofMethod = /^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n(?= {2}[\w$"#[].*\()/gm;

/** The documented calls in the comments of a package's functions and methods. */
export function usageExamples(files: readonly OutputFile[]): readonly UsageExample[] {
  return files.flatMap(({ path, text }) => {
    const comments = path.startsWith("src/operations/")
      ? text.matchAll(ofFunction)
      : /^src\/(?:resources\/[^/]*|[^/]*)\.ts$/.test(path)
        ? text.matchAll(ofMethod)
        : [];
    return [...comments].flatMap(([, comment = ""]) => {
      const lines = comment.split("\n").map((line) => line.replace(/^ *\* ?/, ""));
      const from = lines.indexOf("@example");
      const to = lines.findIndex((line, index) => index > from && /^@\w/.test(line));
      return from === -1 ? [] : [{ path, code: lines.slice(from + 1, to === -1 ? undefined : to).join("\n") }];
    });
  });
}

/** The package with one more file, in which each of its examples is a function of its own. */
export function withUsages(files: readonly OutputFile[]): readonly OutputFile[] {
  const index = files.find(({ path }) => path === "src/index.ts")?.text ?? "";
  const entry = files.find(
    ({ path, text }) =>
      /^src\/[^/]+\.ts$/.test(path) && /\nexport class \w+ \{\n[\s\S]*constructor\(options/.test(text),
  );
  const className = /\nexport class (\w+) \{/.exec(entry?.text ?? "")?.[1] ?? "";
  if (entry === undefined || !index.includes(className)) return files;
  const imports = [`import { ${className} as Sdk } from "./${entry.path.slice("src/".length)}";`, "export { Sdk };"];
  const functions = usageExamples(files).map(({ path, code }, at) => {
    const called = /(?:^|= )await ([\p{ID_Continue}$]+)\(/u.exec(code)?.[1];
    const isFunction = path.startsWith("src/operations/") && called !== undefined;
    if (isFunction) imports.push(`import { ${called} as called${at} } from "./${path.slice("src/".length)}";`);
    const body = isFunction ? code.replace(`await ${called}(`, `await called${at}(`) : code;
    const type = isFunction ? 'import("./runtime/client.ts").Client' : "Sdk";
    return `export async function example${at}(client: ${type}): Promise<void> {\n${body}\n${used(code)}}`;
  });
  return [...files, { path: "src/usages.ts", text: `${imports.join("\n")}\n\n${functions.join("\n\n")}\n` }];
}

/** The strictest settings want each variable read. */
function used(code: string): string {
  const [, name] = /^const ([\p{ID_Continue}$]+) = /u.exec(code) ?? [];
  return name === undefined ? "" : `void ${name};\n`;
}
