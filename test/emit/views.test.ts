import Handlebars from "handlebars";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { emitTypescript } from "../../generator/emit/typescript/index.ts";
import { defaultOptions } from "../../generator/options.ts";
import { readTemplates } from "../../generator/workspace.ts";
import { api, fact } from "./api.ts";
import { hostileApi } from "./hostile-api.ts";

const { handlebars, runtime } = readTemplates();

/** The paths of all views that each template was filled with. */
const seen = vi.hoisted(() => new Map<string, Set<string>>());

vi.mock("../../generator/emit/template.ts", async (original) => {
  const real = await original<typeof import("../../generator/emit/template.ts")>();
  const note = (template: string, view: object): void => {
    const paths = seen.get(template) ?? new Set();
    for (const path of pathsOf(view, "")) paths.add(path);
    seen.set(template, paths);
  };
  return {
    ...real,
    render(...args: Parameters<typeof real.render>) {
      note(args[0].text, args[1]);
      return real.render(...args);
    },
    renderSource(...args: Parameters<typeof real.renderSource>) {
      note(args[1].text, args[2]);
      return real.renderSource(...args);
    },
  };
});

/** `groups[].operations[].signature`: each leaf and list of a view, also of its groups. */
function pathsOf(view: object, prefix: string): string[] {
  return Object.entries(view).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    if (Array.isArray(value))
      return [path, ...value.flatMap((item) => (isCode(item) ? [] : pathsOf(item, `${path}[].`)))];
    return typeof value === "object" && !isCode(value) ? pathsOf(value, `${path}.`) : [path];
  });
}

function isCode(value: object): boolean {
  return "code" in value;
}

/** The paths that a template names, with the parameters of its blocks resolved. */
function namesIn(template: string): Set<string> {
  const names = new Set<string>();
  const note = (expression: hbs.AST.Expression, scope: ReadonlyMap<string, string>): string => {
    const [head = "", ...rest] = isPath(expression) ? expression.parts.map(String) : [];
    const path = [scope.get(head) ?? head, ...rest].join(".");
    if (!scope.has(head) || rest.length > 0) names.add(path);
    return path;
  };
  const visit = (program: hbs.AST.Program | undefined, scope: ReadonlyMap<string, string>): void => {
    for (const statement of program?.body ?? []) {
      if (isMustache(statement)) note(statement.path, scope);
      if (!isBlock(statement)) continue;
      const [of] = statement.params;
      const path = of === undefined ? "" : note(of, scope);
      const [parameter] = statement.program.blockParams ?? [];
      visit(statement.program, parameter === undefined ? scope : new Map([...scope, [parameter, `${path}[]`]]));
      visit(statement.inverse, scope);
    }
  };
  visit(Handlebars.parse(template), new Map());
  return names;
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === "MustacheStatement";
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === "BlockStatement";
}

beforeAll(() => {
  const templates = { handlebars, runtime };
  const options = { ...defaultOptions, slug: "harbor" };
  emitTypescript(
    hostileApi((own) => own),
    options,
    templates,
  );
  emitTypescript(api({ servers: fact([]) }), options, templates);
  for (const license of ["Apache-2.0", "BSD-3-Clause", "ISC", "MIT"])
    emitTypescript(api({ package: { name: "harbor", version: "0.1.0", license } }), options, templates);
});

afterAll(() => vi.restoreAllMocks());

describe("a template and its view have the same names", () => {
  test.each(Object.keys(handlebars))("%s", (name) => {
    const template = handlebars[name] ?? "";
    expect([...namesIn(template)].sort()).toEqual([...(seen.get(template) ?? [])].sort());
  });
});
