import Handlebars from "handlebars";
import type { OutputFile } from "../options.ts";
import { checkFile, type Declared } from "./gate.ts";
import type { Code } from "./print/code.ts";
import { print } from "./print/layout.ts";

/**
 * What a template sees: code, flags, and lists and groups of them. A plain string is no leaf, so that text reaches a file
 * only through a printer that made it safe.
 */
export interface View {
  readonly [key: string]: Leaf | View | readonly View[] | readonly Code[];
}

type Leaf = Code | boolean;

/** A template that is ready to be filled many times. */
export interface Template {
  readonly text: string;
  readonly fill: (view: object) => string;
}

/** Compiles a template, on its first use. */
export function newTemplate(text: string): Template {
  return { text, fill: Handlebars.create().compile(text, { noEscape: true, strict: true, knownHelpersOnly: true }) };
}

/** Fills the template of a source file, and holds the file to the declarations that were meant. */
export function renderSource(path: string, template: Template, view: View, declared: Declared): OutputFile {
  const file = { path, text: render(template, view) };
  checkFile(file, declared);
  return file;
}

/** Fills a template. A name that the view lacks is a bug of ours, and throws, in blocks and helpers as well. */
export function render(template: Template, view: View): string {
  return template.fill(guard(view, "view"));
}

/** Handlebars takes what is undefined for empty; this view does not let it pass. */
function guard(view: View, path: string): object {
  return new Proxy(view, {
    // Asked first where it is asked at all, and then `get` gives the answer.
    has: () => true,
    get(target, key) {
      if (typeof key === "symbol") return undefined;
      const value = Object.hasOwn(target, key) ? target[key] : undefined;
      if (value === undefined) throw new Error(`The template asks for ${path}.${key}, which the view does not have.`);
      return open(value, `${path}.${key}`);
    },
  });
}

function open(value: Leaf | View | readonly View[] | readonly Code[], path: string): unknown {
  if (typeof value === "boolean") return value;
  if (isList(value)) return value.map((item, index) => open(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null)
    throw new Error(`The view holds a plain ${typeof value} at ${path}.`);
  return isCode(value) ? print(value, { width: Number.POSITIVE_INFINITY }) : guard(value, path);
}

function isList(value: unknown): value is readonly (View | Code)[] {
  return Array.isArray(value);
}

/** A view may have a member called `code` as well; a piece of code holds none. */
function isCode(value: View | Code): value is Code {
  const { code } = value;
  return code !== undefined && typeof code !== "boolean" && (typeof code === "string" || !("code" in code));
}
