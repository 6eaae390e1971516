import type { ErrorReply, Type } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { raw } from "../print/code.ts";
import { docComment } from "../print/comment.ts";
import { identifier, pascalCase, uniqueNames } from "../print/identifier.ts";
import { newImports } from "../print/source-file.ts";
import { renderSource, type Template } from "../template.ts";
import { header } from "./model-file.ts";
import { freeType } from "./names.ts";
import { type Plan, planOf } from "./plan.ts";
import { modelType, type Scope, typeCode } from "./types.ts";

/** A class of `errors.ts`: one a documented error body. */
export interface ErrorClass {
  readonly name: string;
  readonly type: Type;
  /** The error as the docs call it. */
  readonly title: string;
}

const takenNames = ["ApiError", "ConnectionError", "DecodeError", "StreamError", "TimeoutError", "ClientOptions"];

/** The documented errors of all operations, each once, in the order of the docs. */
export function planErrors(plan: Plan): ErrorClass[] {
  const unique = uniqueNames(takenNames);
  const classes: ErrorClass[] = [];
  for (const error of plan.api.operations.filter((one) => one.route !== null).flatMap((one) => one.errors)) {
    // Of an error without a type nothing is known that an `ApiError` does not have.
    if (error.title === "" || errorClassOf(classes, error) !== undefined) continue;
    classes.push({
      name: unique(freeType(identifier(pascalCase([error.title]), "Error"), "Reply")),
      type: error.type,
      title: error.title,
    });
  }
  return classes;
}

/** The class of a documented error. */
export function errorClassOf(classes: readonly ErrorClass[], error: ErrorReply): ErrorClass | undefined {
  const key = keyOf(error);
  return classes.find((one) => keyOf(one) === key);
}

/** Two names for one body are two errors: callers tell them apart by class. */
function keyOf({ title, type }: Pick<ErrorReply, "title" | "type">): string {
  return `${title} ${type.kind === "reference" ? type.id : ""}`;
}

/** `errors.ts`; only where the docs have errors. */
export function errorsFile(plan: Plan, classes: readonly ErrorClass[], template: Template): OutputFile {
  const scope: Scope = { plan, imports: newImports(classes.map(({ name }) => name)), root: ".", file: "errors" };
  scope.imports.value("./runtime/errors.ts", "ApiError");
  const models = classes.flatMap(({ type }) => (type.kind === "reference" ? [planOf(plan, type.id).model] : []));
  const view = {
    header: raw(header(models.length === 0 ? [{ page: "the documentation" }] : models)),
    classes: classes.map((one) => ({
      doc: raw(docComment({ text: descriptionOf(plan, one) })),
      name: raw(one.name),
      body:
        one.type.kind === "reference"
          ? modelType(scope, one.type.id, `${planOf(plan, one.type.id).type}Body`)
          : typeCode(scope, one.type),
    })),
  };
  const declared = classes.flatMap(({ name }) => [name, `${name}.name`, `${name}.body`]);
  return renderSource("src/errors.ts", template, { ...view, imports: scope.imports.text() }, declared);
}

function descriptionOf(plan: Plan, { type, title }: ErrorClass): string {
  const description = type.kind === "reference" ? planOf(plan, type.id).model.description : "";
  return description === "" ? `The error that the documentation calls \`${title}\`.` : description;
}
