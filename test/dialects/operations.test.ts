import { expect, test } from "vitest";
import { readSightings } from "../../generator/dialects/index.ts";
import type { DialectName, ResourceSighting } from "../../generator/dialects/sighting.ts";
import type { OperationSection } from "../../generator/docs/page.ts";
import { operationsPage, row, section, usage } from "./pages.ts";

function resourceOf(
  dialect: DialectName,
  operations: readonly OperationSection[],
  accessor?: string,
): ResourceSighting {
  const [sighting] = readSightings([operationsPage(operations, accessor)], dialect).sightings;
  if (sighting?.kind !== "resource") throw new Error("no resource");
  return sighting;
}

function operationOf(dialect: DialectName, more: Partial<OperationSection>) {
  const [operation] = resourceOf(dialect, [section(more)]).operations;
  if (operation === undefined) throw new Error("no operation");
  return operation;
}

const managed = `with Tern(\n    token="x",\n) as tern:\n\n    res = tern.beta.fine_tuning.complete(model="x")\n    print(res)`;
const assigned = `s = quill.Quill(\n    token="x",\n)\n\nreq = shared.Request(\n    model='x',\n)\n\nres = s.chat.complete(req)`;
const constructed = `const cove = new Cove({\n  token: process.env["X"] ?? "",\n});\n\nasync function run() {\n  const result = await cove.beta.fineTuning.complete({});\n  console.log(result);\n}\n\nrun();`;

test.each<readonly [DialectName, string, string, readonly string[]]>([
  ["python", "complete", managed, ["beta", "fine tuning"]],
  ["python", "complete", assigned, ["chat"]],
  ["typescript", "complete", constructed, ["beta", "fine tuning"]],
  // a method of the same name that is not the client's
  ["python", "print", managed, []],
  ["typescript", "run", constructed, []],
  ["typescript", "log", constructed, []],
  ["python", "run", `with Tern() as tern:\n    pass\nasyncio.run(main())`, []],
  // the sample is of another language
  ["typescript", "complete", managed, []],
])("%s: what %s is called on", (dialect, name, text, accessor) => {
  expect(operationOf(dialect, { name, usages: [usage(text, dialect)] }).accessor).toEqual(accessor);
});

test.each<readonly [DialectName, string, boolean]>([
  ["go", 'example, fileErr := os.Open("example.file")', true],
  ["php", "content: file_get_contents('example.file'),", true],
  ["ruby", 'content: File.binread("example.file"),', true],
  ["go", 's.Open(ctx, "example.file")', false],
  // this language has a type for bytes
  ["python", 'open("example.file", "rb")', false],
])("%s: whether %s takes a file", (dialect, text, want) => {
  expect("fileCall" in operationOf(dialect, { usages: [usage(text, dialect)] })).toBe(want);
});

test.each([
  ["chat", ["chat"]],
  ["client.fine_tuning.jobs", ["fine tuning", "jobs"]],
  ["", []],
])("the accessor line (*%s*)", (line, accessor) => {
  expect(resourceOf("python", [], line).accessor).toEqual(accessor);
});

const constant = (description: string) => ({ description });

test("plumbing is told by its description, not by its name", () => {
  const operation = operationOf("typescript", {
    parameters: [
      row(
        "request",
        "[operations.R](../../models/operations/r.md)",
        "✓",
        constant("The request object to use for the request."),
      ),
      row(
        "security",
        "[operations.S](../../models/operations/s.md)",
        "✓",
        constant("The security requirements to use for the request."),
      ),
      row("options", "RequestOptions", "–", constant("Used to set various options for making HTTP requests.")),
      row(
        "options.fetchOptions",
        "[RequestInit](https://x)",
        "–",
        constant("Options that are passed to the underlying HTTP request. This can …"),
      ),
      row(
        "options.retries",
        "[RetryConfig](../../lib/utils/retryconfig.md)",
        "–",
        constant("Enables retrying HTTP requests under certain failure conditions."),
      ),
      row("serverURL", "*string*", "–", constant("An optional server URL to use.")),
      row("options", "*string*", "–", constant("Options of the vessel.")),
    ],
  });
  expect(operation.parameters.map((field) => field.description)).toEqual(["Options of the vessel."]);
  expect(operation.request?.type).toMatchObject({ name: "R" });
  expect(operation.security?.type).toMatchObject({ name: "S" });
});

test.each([
  ["An optional server URL to use.", "x.md#row/server_url"],
  ["The address of the mooring.", undefined],
])("a row that says %j: the SDK's for a server at %s", (description, want) => {
  const one = row("server_url", "*Optional[str]*", "–", { description });
  const operation = operationOf("python", { parameters: [{ ...one, place: "x.md#row/server_url" }] });
  expect(operation.serverRow).toBe(want);
});

test("a flattened security row has no description", () => {
  const operation = operationOf("python", {
    parameters: [
      row("security", "[models.ListSecurity](../../models/listsecurity.md)"),
      row(
        "retries",
        "[Optional[utils.RetryConfig]](x.md)",
        "–",
        constant("Configuration to override the default retry behavior of the client."),
      ),
    ],
  });
  expect(operation).toMatchObject({ request: null, security: { name: "security" }, parameters: [] });
});

test.each<readonly [DialectName, string, string]>([
  ["go", "ctx", "The context to use for the request."],
  ["go", "opts", "The options for this request."],
  ["csharp", "serverUrl", "An optional server URL to use."],
  ["typescript", "config", "Available config options for making requests."],
])("%s: %s is the SDK's own", (dialect, name, description) => {
  const type = "[context.Context](https://pkg.go.dev/context#Context)";
  expect(operationOf(dialect, { parameters: [row(name, type, "✓", { description })] }).parameters).toEqual([]);
});

test.each<readonly [DialectName, string, string]>([
  ["go", "sdkerrors.NotFound", "sdkerrors"],
  ["go", "apierrors.NotFound", "apierrors"],
  ["java", "models/errors/NotFound", "errors"],
  ["csharp", "Tern.Models.Errors.NotFound", "errors"],
  ["php", "Errors\\NotFound", "errors"],
  ["php", "NotFound", ""],
  ["ruby", "Models::Errors::NotFound", "errors"],
])("%s: the error %s", (dialect, type, namespace) => {
  const { errors } = operationOf(dialect, {
    errors: [{ type, status: "404", contentType: "application/json", place: "x.md#e" }],
  });
  expect(errors).toMatchObject([{ title: "NotFound", type: { kind: "name", namespace, name: "NotFound" } }]);
});

const response = (raw: string) => ({ raw, place: "x.md#complete/response" });

test.each<readonly [DialectName, OperationSection["response"], unknown]>([
  ["python", null, { kind: "void" }],
  [
    "python",
    response("List[models.Usage]"),
    { kind: "list", item: { kind: "name", namespace: "models", name: "Usage" } },
  ],
  ["python", response("[Optional[models.Usage]](../../models/usage.md)"), { kind: "name", name: "Usage" }],
  ["typescript", response("Promise\\<void\\>"), { kind: "void" }],
  ["typescript", response("Promise\\<[any](../../models/.md)\\>"), { kind: "any" }],
])("%s: the response %o", (dialect, line, type) => {
  expect(operationOf(dialect, { response: line }).response.type).toMatchObject(type as object);
});

test("errors: one row a class, without the SDK's own", () => {
  const error = (type: string, status: string, contentType: string) => ({ type, status, contentType, place: "x.md#e" });
  const { errors } = operationOf("python", {
    errors: [
      error("errors.BadRequest", "400, 401", "application/json"),
      error("errors.ServerError", "5XX", "application/json"),
      error("errors.Any", "4XX, 5XX", "application/json"),
      error("errors.SDKError", "4XX, 5XX", "*/*"),
      error("errors.SDKError", "4x-5xx", "\\*/\\*"),
      error("errors.SDKError", "400-600", "*/*"),
    ],
  });
  expect(errors.map(({ title, statuses }) => [title, ...statuses])).toEqual([
    ["BadRequest", "400", "401"],
    ["ServerError", "5XX"],
    ["Any", "4XX", "5XX"],
  ]);
  expect(errors[0]?.type).toEqual({ kind: "name", namespace: "errors", name: "BadRequest" });
});

test("snippets and samples of all named examples", () => {
  const snippet = { language: "python", operationId: "complete", method: "post", path: "/chat" };
  const operation = operationOf("python", { usages: [usage("a()", "python", snippet), usage("b()")] });
  expect(operation.snippets).toEqual([{ snippet, place: "x.md#usage" }]);
  expect(operation.samples.map((sample) => sample.text)).toEqual(["a()", "b()"]);
});

test.each<readonly [DialectName, language: string, sample: string, want: string | undefined]>([
  ["typescript", "typescript", "for await (const page of result) {\n  console.log(page);\n}", "x.md#fence"],
  ["typescript", "typescript", "for await (const event of result) {\n  console.log(event);\n}", undefined],
  ["python", "python", "while res is not None:\n    # Handle items\n\n    res = res.next()", "x.md#fence"],
  ["python", "python", "with res as event_stream:\n    for event in event_stream:\n        print(event)", undefined],
  ["go", "go", "for {\n    // handle items\n\n    res, err = res.Next()\n", "x.md#fence"],
  ["go", "go", "for res.ChatStream.Next() {\n    event := res.ChatStream.Value()\n", undefined],
  ["java", "java", "sdk.ships().list()\n    .callAsStream()\n    .forEach(item -> {});", "x.md#fence"],
  ["java", "java", "sdk.ships().list().call();", undefined],
  ["csharp", "csharp", "while(res != null)\n{\n    // handle items\n\n    res = await res.Next!();\n}", "x.md#fence"],
  ["php", "php", "foreach ($responses as $response) {\n    // handle response\n}", "x.md#fence"],
  ["php", "php", "if ($response->ship !== null) {}", undefined],
  ["ruby", "ruby", "unless res.ships.nil?\n  # handle response\nend", undefined],
  // A sample of another language tells nothing of this one's.
  ["python", "typescript", "for await (const page of result) {}", undefined],
])("%s: a %s sample that walks pages: %j", (dialect, language, sample, want) => {
  expect(operationOf(dialect, { usages: [usage(sample, language)] }).paged).toBe(want);
});

test.each<readonly [DialectName, language: string, sample: string, want: string | undefined]>([
  ["typescript", "typescript", "const result = await tern.chat.complete();", "x.md#fence"],
  ["typescript", "typescript", 'const result = await tern.chat.complete({ model: "x" });', undefined],
  ["typescript", "typescript", "const result = await tern.chat.list();", undefined],
  ["python", "python", "res = tern.chat.complete()", "x.md#fence"],
  ["python", "python", "res = await tern.chat.complete_async()", "x.md#fence"],
  ["go", "go", "res, err := s.Chat.Complete(ctx)", "x.md#fence"],
  ["go", "go", "res, err := s.Chat.Complete(ctx, nil)", "x.md#fence"],
  ["go", "go", "res, err := s.Chat.Complete(ctx, operations.CompleteRequest{})", undefined],
  ["csharp", "csharp", "var res = await sdk.Chat.CompleteAsync();", "x.md#fence"],
  ["php", "php", "$response = $sdk->chat->complete(\n\n);", "x.md#fence"],
  ["ruby", "ruby", "res = s.chat.complete()", "x.md#fence"],
  // A builder: what is handed over stands behind the call.
  ["java", "java", "sdk.chat().complete()\n    .request(req)\n    .call();", undefined],
  // A function of the sample itself.
  ["typescript", "typescript", "complete();", undefined],
  // A sample of another language tells nothing of this one's.
  ["python", "typescript", "const result = await tern.chat.complete();", undefined],
  ["csharp", "csharp", "Chat? req = null;\n\nvar res = await sdk.Chat.CompleteAsync(req);", "x.md#fence"],
  ["ruby", "ruby", "req = \n\nres = s.chat.complete(request: req)", "x.md#fence"],
  ["csharp", "csharp", "Chat req = new Chat() {};\n\nvar res = await sdk.Chat.CompleteAsync(req);", undefined],
  ["ruby", "ruby", "req = Chat.new\nres = s.chat.complete(request: req)", undefined],
])("%s: a %s sample that hands nothing over: %j", (dialect, language, sample, want) => {
  expect(operationOf(dialect, { name: "complete", usages: [usage(sample, language)] }).emptyCall).toBe(want);
});

const byHand = (name: string, text: string, language = "ts"): OperationSection =>
  section({
    name,
    route: { snippet: { language: "", operationId: "", method: "get", path: "/a" }, place: "x.md#route" },
    usages: [{ ...usage(text, language), snippet: null }],
  });

test.each<readonly [string, string, readonly string[], readonly string[], string]>([
  ["a call of a resource", "await tern.fleet.ships.sink('a');", ["fleet", "ships"], ["sink"], "Sink a ship"],
  [
    "a call with others of the runtime",
    "process.stdout.write(await tern.ships.sink());",
    ["ships"],
    ["sink"],
    "Sink a ship",
  ],
  ["the same call twice", "tern.ships.sink(1);\ntern.ships.sink(2);", ["ships"], ["sink"], "Sink a ship"],
  ["two calls", "tern.ships.find(1);\ntern.ships.sink(2);", [], ["sink", "ship"], ""],
  ["a call of the client alone", "tern.sink(1);", [], ["sink", "ship"], ""],
])("a hand-written operation with %s", (_, text, accessor, words, summary) => {
  const [operation] = resourceOf("typescript", [byHand("Sink a ship", text)]).operations;
  expect(operation).toMatchObject({ accessor, words, summary });
});

test("two hand-written operations with one sample are called after their headings", () => {
  const text = "await tern.ships.list();";
  const { operations } = resourceOf("typescript", [byHand("List ships", text), byHand("Count ships", text)]);
  expect(operations.map(({ words }) => words)).toEqual([
    ["list", "ships"],
    ["count", "ships"],
  ]);
});

test("a heading that is the method's name says no more", () => {
  const [operation] = resourceOf("typescript", [byHand("sink", "await tern.ships.sink();")]).operations;
  expect(operation).toMatchObject({ accessor: ["ships"], words: ["sink"], summary: "" });
});

test("a sample of another language calls nothing", () => {
  const [operation] = resourceOf("typescript", [byHand("Sink a ship", "tern.ships.sink()", "python")]).operations;
  expect(operation?.words).toEqual(["sink", "ship"]);
});
