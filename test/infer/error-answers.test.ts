import { expect, test } from "vitest";
import type { NeutralType, Sighting } from "../../generator/dialects/sighting.ts";
import { list, name, object, operation, resource, row, union } from "../link/sightings.ts";
import { bodies, decided, onlyOperation } from "./decided.ts";

const ship = object("Ship", [row("name", "string")]);
const crew = object("Crew", [row("size", "integer")]);
const wreck = object("WreckError", [row("message", "string")]);
const report = object("WreckErrorBody", [row("message", "string")]);
const count = object("ErrorCount", [row("count", "integer")]);
const models = [ship, crew, wreck, report, count];

/** What an operation answers with, and with which errors, by the title that the SDK gives the whole of it. */
function answers(whole: Sighting, title = "FindShipResponse", more: readonly Sighting[] = []) {
  const find = operation("findShip", { route: "GET /ship", response: name(`operations.${title}`) });
  const { api, found } = decided([...models, ...more, whole, resource([find])]);
  const { replies, errors } = onlyOperation(api);
  return { replies: bodies(replies.value), errors: errors.map(({ status, title }) => `${status} ${title}`), found };
}

const [aShip, aCrew, aWreck, aReport, aCount] = ["Ship", "Crew", "WreckError", "WreckErrorBody", "ErrorCount"].map(
  (title) => name(`shared.${title}`),
) as [NeutralType, NeutralType, NeutralType, NeutralType, NeutralType];

test.each<readonly [string, string, readonly NeutralType[], string[], string[]]>([
  ["an answer and an error", "FindShipResponse", [aShip, aWreck], ["json shared/ship"], ["default WreckError"]],
  [
    "two answers and an error",
    "FindShipResponse",
    [aShip, aCrew, aWreck],
    ["json shared/ship | shared/crew"],
    ["default WreckError"],
  ],
  ["a list and an error", "FindShipResponse", [list(aShip), aWreck], ["json shared/ship[]"], ["default WreckError"]],
  ["bytes and an error", "FindShipResponse", [{ kind: "bytes" }, aWreck], ["bytes"], ["default WreckError"]],
  ["two answers", "FindShipResponse", [aShip, aCrew], ["json operations/findshipresponse"], []],
  ["nothing but an error", "FindShipResponse", [aWreck], ["json operations/findshipresponse"], []],
  [
    "an answer and a wrapped error",
    "FindShipResponse",
    [aShip, aReport],
    ["json shared/ship"],
    ["default WreckErrorBody"],
  ],
  [
    "two answers, of which one counts errors",
    "FindShipResponse",
    [aShip, aCount],
    ["json operations/findshipresponse"],
    [],
  ],
  ["a union of the API", "Sighting", [aShip, aWreck], ["json operations/sighting"], []],
])("the union of %s", (_, title, members, replies, errors) => {
  const whole = union(title, members, { namespace: "operations" });
  expect(answers(whole, title)).toMatchObject({ replies, errors });
});

test.each<readonly [string, Parameters<typeof object>[1], string[], string[]]>([
  ["an error", [row("ship", aShip), row("wreckError", aWreck)], ["json shared/ship"], ["default WreckError"]],
  ["no error", [row("ship", aShip), row("crew", aCrew)], ["json shared/ship", "json shared/crew"], []],
  ["an error alone", [row("wreckError", aWreck)], ["empty"], ["default WreckError"]],
])("the envelope with %s", (_, rows, replies, errors) => {
  const whole = object("FindShipResponse", [row("statusCode", "integer"), row("rawResponse", "response"), ...rows], {
    namespace: "operations",
  });
  expect(answers(whole)).toMatchObject({ replies, errors });
});

test.each([
  ["without a field of HTTP", []],
  ["with a status code alone", [row("statusCode", "integer")]],
])("what is no envelope keeps its error, %s", (_, rows) => {
  const whole = object("FindShipResponse", [...rows, row("ship", aShip), row("error", aWreck)], {
    namespace: "operations",
  });
  expect(answers(whole)).toMatchObject({ replies: ["json operations/findshipresponse"], errors: [] });
});

test("an operation that is asked for errors answers with them", () => {
  const whole = union("FindErrorsResponse", [aShip, aWreck], { namespace: "operations" });
  const find = operation("findErrors", { route: "GET /errors", response: name("operations.FindErrorsResponse") });
  const { api } = decided([...models, whole, resource([find])]);
  expect(onlyOperation(api).errors).toEqual([]);
});

test("an error whose name spells its status stands among the answers, unless the table lists that status", () => {
  const rows = [row("statusCode", "integer"), row("rawResponse", "response"), row("ship", aShip)];
  const errors = [row("fourHundredObject", aWreck), row("fourHundredAndFourObject", aReport)];
  const whole = object("FindShipResponse", [...rows, ...errors], { namespace: "operations" });
  const find = operation("findShip", {
    route: "GET /ship",
    response: name("operations.FindShipResponse"),
    errors: [{ type: aCrew, title: "Crew", statuses: ["404"], contentType: "application/json", place: "table" }],
  });
  const { api } = decided([...models, whole, resource([find])]);
  expect(onlyOperation(api).errors).toMatchObject([
    { status: "404", title: "Crew" },
    { status: "400", title: "WreckError", amongAnswers: true },
  ]);
});

test.each([
  ["application/problem+json", "WreckError", "application/problem+json"],
  ["application/problem+json", "CrewError", "application/json"],
])("an error among answers, where %s of %s is listed, is %s", (contentType, title, want) => {
  const whole = union("FindShipResponse", [aShip, aWreck], { namespace: "operations" });
  const listed = { type: name(`errors.${title}`), title, statuses: ["404"], contentType, place: "listed" };
  const find = operation("findShip", {
    route: "GET /ship",
    response: name("operations.FindShipResponse"),
    errors: [listed],
  });
  const { api } = decided([...models, whole, resource([find])]);
  expect(onlyOperation(api).errors.at(-1)).toMatchObject({ status: "default", contentType: want });
});

const wrecked = (title: string) => ({
  type: name(`errors.${title}`),
  title,
  statuses: ["404"],
  contentType: "application/json",
  place: "listed",
});

test.each<readonly [string, string, readonly [string, NeutralType, string][], string[], string[]]>([
  [
    "the title of an error that the table lists",
    "Crew",
    [
      ["ship", aShip, "OK"],
      ["crew", aCrew, "NOT_FOUND: There is none."],
    ],
    ["json shared/ship"],
    ["404 Crew", "default Crew"],
  ],
  [
    "the title of an error that the table lists, as a success",
    "Crew",
    [
      ["ship", aShip, "Created"],
      ["crew", aCrew, "OK"],
    ],
    ["json shared/ship", "json shared/crew"],
    ["404 Crew"],
  ],
  [
    "nothing but the title of an error that the table lists",
    "Crew",
    [["crew", aCrew, "Found"]],
    ["json shared/crew"],
    ["404 Crew"],
  ],
])("the envelope with %s", (_, title, bodyRows, replies, errors) => {
  const rows = [
    row("statusCode", "integer"),
    row("rawResponse", "response"),
    ...bodyRows.map(([called, type, description]) => row(called, type, { description })),
  ];
  const whole = object("FindShipResponse", rows, { namespace: "operations" });
  const response = name("operations.FindShipResponse");
  const find = operation("findShip", { route: "GET /ship", response, errors: [wrecked(title)] });
  const { api } = decided([...models, whole, resource([find])]);
  const found = onlyOperation(api);
  expect(bodies(found.replies.value)).toEqual(replies);
  expect(found.errors.map(({ status, title }) => `${status} ${title}`)).toEqual(errors);
});

test.each<readonly [string, readonly string[], string[]]>([
  ["the same fields", ["size"], ["errors/crew"]],
  ["more", ["size", "rank"], ["errors/crew"]],
  ["others", ["rank"], ["errors/crew", "shared/crew"]],
])("an error among answers is of the class that the table lists, where that has %s", (_, names, want) => {
  const listed = object(
    "Crew",
    names.map((each) => row(each, "integer")),
    { namespace: "errors" },
  );
  const rows = [row("statusCode", "integer"), row("rawResponse", "response"), row("ship", aShip), row("crew", aCrew)];
  const whole = object("FindShipResponse", rows, { namespace: "operations" });
  const response = name("operations.FindShipResponse");
  const find = operation("findShip", { route: "GET /ship", response, errors: [wrecked("Crew")] });
  const { api } = decided([...models, listed, whole, resource([find])]);
  const ids = onlyOperation(api).errors.map(({ type }) => (type.kind === "reference" ? type.id : ""));
  expect([...new Set(ids)]).toEqual(want);
});

test.each([
  ["FindShipResponseResult", [aShip, aWreck], ["json shared/ship"], ["default WreckError"]],
  ["FindShipResponseResult", [aShip, aCrew], ["json operations/findshipresponseresult"], []],
  ["ShipOrWreck", [aShip, aWreck], ["json operations/shiporwreck"], []],
])("the result of an envelope that is called %s", (title, members, replies, errors) => {
  const result = union(title, members, { namespace: "operations" });
  const rows = [
    row("headers", { kind: "map", value: list({ kind: "string" }) }),
    row("result", name(`operations.${title}`)),
  ];
  const whole = object("FindShipResponse", rows, { namespace: "operations" });
  expect(answers(whole, "FindShipResponse", [result])).toMatchObject({ replies, errors });
});

test("an error and what is left of the union of a result stand where the union names them", () => {
  const whole = union("FindShipResponseResult", [aShip, aWreck], { namespace: "operations" });
  const envelope = object("FindShipResponse", [row("result", name("operations.FindShipResponseResult"))], {
    namespace: "operations",
  });
  const find = operation("findShip", { route: "GET /ship", response: name("operations.FindShipResponse") });
  const { api } = decided([...models, whole, envelope, resource([find])]);
  const [one, other] = whole.kind === "union" ? whole.members.map(({ place }) => place) : [];
  expect(onlyOperation(api).errors).toMatchObject([{ title: "WreckError", place: other, amongAnswers: true }]);
  const found = api.models.find(({ title }) => title === "FindShipResponse");
  const [result] = found?.kind === "object" ? found.properties : [];
  expect(result?.type.because).toMatchObject([{ rule: "type/remaining", places: [one] }]);
});
