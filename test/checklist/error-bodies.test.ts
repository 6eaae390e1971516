import { expect, test } from "vitest";
import { answers, model, type Row } from "./docs.ts";
import { only } from "./only-operation.ts";

const raw =
  "[HttpResponse<InputStream>](https://docs.oracle.com/en/java/javase/11/docs/api/java.net.http/java/net/http/HttpResponse.html)";
const status = "HTTP response status code for this operation";

const optional = (title: string): string =>
  `[Optional<? extends io.harbor.models.components.${title}>](../../models/components/${title}.md)`;
const ship: Row = ["ship", optional("Ship"), "–", "OK"];
const body = (name: string, title: string, description = "N/A"): Row => [name, optional(title), "–", description];

test.each<readonly [string, string, readonly Row[], readonly string[], readonly string[]]>([
  ["an error beside an answer", "Load", [body("error", "Error"), ship], ["json components/ship"], ["default Error"]],
  ["nothing but an error", "Load", [body("error", "Error", "Not authorized.")], ["empty"], ["default Error"]],
  ["a wrapped one", "Load", [ship, body("any", "ErrorMessage")], ["json components/ship"], ["default ErrorMessage"]],
  ["a longer title", "Load", [ship, body("any", "DockProblem")], ["json components/ship"], ["default DockProblem"]],
  ["an error as a success", "Load", [body("error", "Error", "Success")], ["json components/error"], []],
  ["an error that is asked for", "LoadError", [body("error", "Error")], ["json components/error"], []],
  ["a model about errors", "Load", [body("any", "ErrorCount")], ["json components/errorcount"], []],
  ["an answer that is no model", "Load", [["error", "*Optional<String>*", "–"]], ["text"], []],
])("50 an envelope with %s", (_title, name, rows, replies, errors) => {
  const page = (title: string): readonly [string, string] => [
    `docs/models/components/${title}.md`,
    model(title, ["flag", "*String*"]),
  ];
  const envelope = model(`${name}Response`, ...rows, ["statusCode", "*int*", "✓", status], ["rawResponse", raw]);
  const docs = {
    [`docs/models/operations/${name}Response.md`]: envelope,
    ...Object.fromEntries(["Ship", "Error", "ErrorMessage", "DockProblem", "ErrorCount"].map(page)),
  };
  const response = `[Optional<? extends io.harbor.models.operations.${name}Response>](../../models/operations/${name}Response.md)`;
  const { operation } = only({ id: "load", route: "GET /ships", response }, docs, "java");
  expect(answers(operation)).toEqual(replies);
  expect(operation.errors.map(({ status, title }) => `${status} ${title}`)).toEqual(errors);
});
