import { expect, test } from "vitest";
import { type Change, diffApis, verdictOf } from "../../generator/diff/index.ts";
import type { Api, SecurityScheme } from "../../generator/ir/index.ts";
import { type Docs, model, type Row, resource, section, understood } from "../checklist/docs.ts";
import { cargo, cases, docs, edited, load, ship, ships, state } from "./cases.ts";

/** What a change says on one line. */
function line({ impact, direction, subject, code, was, is }: Change): string {
  const texts = was === null && is === null ? "" : ` ${was ?? "–"} → ${is ?? "–"}`;
  return `${impact} ${direction} ${subject}: ${code}${texts}`;
}

function changes(before: Docs, after: Docs): readonly string[] {
  return diffApis(understood(before).api, understood(after).api, { fields: "camelCase" }).map(line);
}

test.each(cases)("%s", (_what, [page, from, to], forth, back) => {
  const after = edited(page, from, to);
  // A change of the docs may be one of their words too.
  const grave = (found: readonly string[]): readonly string[] =>
    forth.startsWith("patch") ? found : found.filter((one) => !one.startsWith("patch"));
  expect(grave(changes(docs, after))).toEqual([forth]);
  expect(grave(changes(after, docs))).toEqual([back]);
});

test("what is spelled otherwise and means the same is no change", () => {
  const padded = Object.fromEntries(
    Object.entries(docs).map(([path, text]) => [path, text.replaceAll(" | ", "   |   ")]),
  );
  expect(changes(docs, padded)).toEqual([]);
});

test("a page in another namespace is the same model", () => {
  const { [state]: text = "", ...rest } = docs;
  const moved = {
    ...Object.fromEntries(
      Object.entries(rest).map(([path, page]) => [
        path,
        page.replaceAll("components/state.md", "shared/state.md").replaceAll("components.State", "shared.State"),
      ]),
    ),
    "docs/models/shared/state.md": text,
  };
  expect(changes(docs, moved)).toEqual([]);
});

test("another answer: the functions that read responses are others too", () => {
  const after = edited(
    ships,
    "[components.Ship](../../models/components/ship.md)",
    "[components.Crate](../../models/components/crate.md)",
  );
  expect(changes(docs, after).slice(0, 3)).toEqual([
    "breaking response operation get: operation/reply JSON: Ship → JSON: Crate",
    "breaking response model Ship: model/read JSON: Ship → –",
    "minor response model Crate: model/read – → JSON: Crate",
  ]);
});

/** The captain of a ship, received and sent, is another model than before. */
test.each<readonly [what: string, rows: readonly Row[], received: string, sent: string]>([
  [
    "with the same fields",
    [
      ["name", "*string*"],
      ["age", "*number*", "–", "N/A", "1.5"],
    ],
    "minor",
    "minor",
  ],
  [
    "with another field",
    [
      ["name", "*string*"],
      ["age", "*number*", "–", "N/A", "1.5"],
      ["ship", "*string*", "–"],
    ],
    "minor",
    "minor",
  ],
  [
    "with a field that has to be there",
    [
      ["name", "*string*"],
      ["age", "*number*", "✓", "N/A", "1.5"],
    ],
    "minor",
    "breaking",
  ],
  [
    "with a field that need not be there",
    [
      ["name", "*string*", "–"],
      ["age", "*number*", "–", "N/A", "1.5"],
    ],
    "breaking",
    "minor",
  ],
  [
    "with a field of more values",
    [
      ["name", "*string \\| number*"],
      ["age", "*number*", "–", "N/A", "1.5"],
    ],
    "breaking",
    "minor",
  ],
  [
    "with a field of another type",
    [
      ["name", "*boolean*"],
      ["age", "*number*", "–", "N/A", "1.5"],
    ],
    "breaking",
    "breaking",
  ],
  ["without a field", [["name", "*string*"]], "breaking", "breaking"],
])("a model of another name %s", (_what, rows, received, sent) => {
  const captain = model("Captain", ["name", "*string*"], ["age", "*number*", "–", "N/A", "1.5"]);
  const crew = (page: string, title: string): Docs => ({
    "docs/models/components/ship.md": model("Ship", [
      "captain",
      `[components.${title}](../../models/components/${page}.md)`,
    ]),
    "docs/models/components/cargo.md": model("Cargo", [
      "owner",
      `[components.${title}](../../models/components/${page}.md)`,
    ]),
  });
  // Both models stay in both states, since what goes or comes is told apart.
  const both = {
    ...docs,
    "docs/models/components/captain.md": captain,
    "docs/models/components/master.md": model("Master", ...rows),
  };
  const found = changes({ ...both, ...crew("captain", "Captain") }, { ...both, ...crew("master", "Master") });
  expect(found.filter((one) => one.includes("field/type")).sort()).toEqual(
    [
      `${sent} request field Cargo.owner: field/type Captain → Master`,
      `${received} response field Ship.captain: field/type Captain → Master`,
    ].sort(),
  );
});

test("a page that is gone takes its type along", () => {
  const { "docs/models/errors/notfound.md": _gone, ...rest } = docs;
  expect(changes(docs, rest)).toEqual([
    "breaking response operation get: operation/error 404 NotFound → 404 NotFound",
    "breaking response model NotFound: model/removed object → –",
  ]);
});

test.each([
  [["breaking", "minor", "patch"], "major"],
  [["minor", "patch"], "minor"],
  [["patch"], "patch"],
  [[], "none"],
] as const)("%j is %s", (impacts, want) => {
  expect(verdictOf(impacts.map((impact) => ({ impact })))).toBe(want);
});

const readme = (...servers: readonly string[]): string =>
  `# Harbor\n\n<!-- Start Server Selection [server] -->\n## Server Selection\n\n### Select Server by Name\n\n| Name | Server | Description |\n| --- | --- | --- |\n${servers.join("\n")}\n<!-- End Server Selection [server] -->\n`;
const [sea, land] = ["| `sea` | `https://sea.example` | Sea |", "| `land` | `https://land.example` | Land |"];

test.each([
  [[sea], [sea, land], ["minor package servers: server/list – → https://land.example"]],
  [[sea, land], [sea], ["breaking package servers: server/list https://land.example → –"]],
  [[sea, land], [land, sea], ["minor package servers: server/first sea → land"]],
  [
    [sea],
    [sea.replace("sea.example", "ocean.example")],
    ["minor package servers: server/address https://sea.example → https://ocean.example"],
  ],
  [[], [sea], ["minor package servers: server/list – → https://sea.example"]],
  [[sea], [], ["breaking package servers: server/list https://sea.example → –"]],
])("servers: %j, %j", (was, is, want) => {
  const [before, after] = [was, is].map((servers) => ({ ...docs, "README.md": readme(...servers) }));
  expect(changes(before ?? docs, after ?? docs)).toEqual(want);
});

test("an id in another style is called by the same function", () => {
  expect(changes(docs, edited(ships, 'operationID="sendCargo"', 'operationID="send_cargo"'))).toEqual([]);
});

test("a page elsewhere that takes the name of a type", () => {
  const after = { ...docs, "docs/models/another/state.md": docs[state] ?? "" };
  expect(changes(docs, after)).toEqual([
    "breaking response model components.State: model/name State → ComponentsState",
    "minor response model another.State: model/added – → enum",
  ]);
});

test("a call without a route is none of the package", () => {
  const bare = Object.fromEntries(
    Object.entries(docs).map(([path, text]) => [path, text.replaceAll(/<!-- UsageSnippet.*-->\n/g, "")]),
  );
  const renamed = {
    ...bare,
    [ships]: (bare[ships] ?? "")
      .replace("[get](#get)", "[find](#find)")
      .replace("## get", "## find")
      .replace("[send](#send)", "[load](#load)")
      .replace("## send", "## load"),
  };
  expect(changes(bare, renamed)).toEqual([]);
  expect(changes(docs, bare)).toEqual([
    "breaking request operation get: operation/route GET /ships/{id} → no route",
    "breaking request operation send: operation/route POST /cargo → no route",
  ]);
  expect(changes(bare, docs)).toEqual([
    "minor request operation get: operation/route no route → GET /ships/{id}",
    "minor request operation send: operation/route no route → POST /cargo",
  ]);
});

test.each([
  ["two of one status", ["NotFound 404", "Gone 404"], ["Gone 404"], ["breaking 404 NotFound → –"]],
  ["the same class for a range", ["NotFound 404"], ["NotFound 4XX"], ["minor 404 NotFound → 4XX NotFound"]],
  ["one class less often", ["NotFound 404", "NotFound 410"], ["NotFound 404"], ["minor 410 NotFound → –"]],
  ["another class for one status", ["NotFound 404"], ["Gone 404"], ["breaking 404 NotFound → 404 Gone"]],
])("errors: %s", (_what, was, is, want) => {
  const [before, after] = [was, is].map((errors) => ({
    ...edited(
      ships,
      "| errors.NotFound | 404 | application/json |",
      errors.map((error) => `| errors.${error.replace(" ", " | ")} | application/json |`).join("\n"),
    ),
    "docs/models/errors/gone.md": (docs["docs/models/errors/notfound.md"] ?? "").replace("NotFound", "Gone"),
  }));
  const found = changes(before ?? docs, after ?? docs).filter((one) => one.includes("operation/error"));
  expect(found.map((one) => one.replace("response operation get: operation/error ", ""))).toEqual(want);
});

const fleet = (begin: string, list: string): Docs => ({
  "docs/models/components/fleet.md": model("Fleet", [list, "*string*[]"]),
  "docs/sdks/fleets/README.md": resource("Fleets", {
    list: section({
      route: "GET /fleets",
      id: "listFleets",
      sample: "typescript\nawait client.fleets.list();\n",
      rows: [
        ["page", "*number*", "–", `The number of the page${begin}.`, "3"],
        ["pageSize", "*number*", "–", "How many.", "3"],
      ],
      response: "Promise\\<[components.Fleet](../../models/components/fleet.md)\\>",
    }),
  }),
});

test.each([
  ["a first page that is told", "", ", starting from 1", ["minor"], ["breaking"]],
  ["another first page", ", starting from 0", ", starting from 1", ["minor"], ["minor"]],
])("pages: %s", (_what, was, is, forth, back) => {
  const impacts = (one: string, other: string): readonly string[] =>
    changes(fleet(one, "ships"), fleet(other, "ships"))
      .filter((line) => line.includes("operation/pages"))
      .map((line) => line.replace(/ .*/, ""));
  expect(impacts(was, is)).toEqual(forth);
  expect(impacts(is, was)).toEqual(back);
});

test("members of a union that stand in a union of their own are members as before", () => {
  const crate = /### `components.Crate`[^#]*(?=###)/.exec(docs[load] ?? "")?.[0] ?? "";
  const after = {
    ...docs,
    "docs/models/components/bulk.md": (docs[load] ?? "").replace("# Load", "# Bulk").replace(crate, ""),
    [load]: `# Load\n\n\n## Supported Types\n\n${crate}### \`components.Bulk\`\n\n\`\`\`typescript\nconst value: components.Bulk = { kind: "sack" };\n\`\`\`\n`,
  };
  expect(changes(docs, after)).toEqual(["minor both model Bulk: model/added – → union"]);
  expect(changes(after, docs)).toEqual(["breaking both model Bulk: model/removed union → –"]);
});

test.each([
  ["a text that is a day", "string", "[RFCDate](../../types/rfcdate.md)", "minor", "breaking"],
  ["a decimal that is a number", "Decimal", "number", "minor", "breaking"],
])("received: %s", (_what, was, is, forth, back) => {
  const text = (type: string): Docs =>
    edited(ship, "`crewSize` | *string*", `\`crewSize\` | ${type.startsWith("[") ? type : `*${type}*`}`);
  const found = (one: string, other: string): string | undefined => changes(text(one), text(other))[0]?.split(" ")[0];
  expect([found(was, is), found(is, was)]).toEqual([forth, back]);
});

const answers = (...members: readonly string[]): Docs => ({
  "docs/models/components/ask.md": model("Ask", ["text", "*string*"], ["stream", "*boolean*", "–"]),
  "docs/models/components/answer.md": model("Answer", ["text", "*string*"]),
  "docs/models/components/piece.md": model("Piece", ["delta", "*string*"]),
  "docs/models/operations/chatresponse.md": `# ChatResponse\n\n\n## Supported Types\n\n${members.map((member) => `### \`${member}\`\n\n\`\`\`typescript\nconst value: ${member} = {};\n\`\`\`\n`).join("\n")}`,
  "docs/sdks/chat/README.md": resource("Chat", {
    ask: section({
      route: "POST /chat",
      id: "askChat",
      sample: "typescript\nawait client.chat.ask();\n",
      rows: [["request", "[components.Ask](../../models/components/ask.md)", "✓", "The request object."]],
      response: "Promise\\<[operations.ChatResponse](../../models/operations/chatresponse.md)\\>",
    }),
  }),
});

test.each([
  ["a stream", "components.Answer"],
  ["what is no stream", "EventStream<components.Piece>"],
])("an answer that is %s no more", (_what, left) => {
  const found = changes(answers("components.Answer", "EventStream<components.Piece>"), answers(left));
  expect(found.find((line) => line.includes("operation/reply"))).toMatch(/^breaking response operation ask: /);
});

const shipyard = (
  ...servers: readonly (readonly [name: string, url: string, ...values: readonly string[]])[]
): Api => ({
  ...understood(docs).api,
  servers: {
    value: servers.map(([name, url, preset = "", ...allowed]) => {
      const [, variable] = /\{(\w+)\}/.exec(url) ?? [];
      const variables = variable === undefined ? [] : [{ name: variable, default: preset, allowed }];
      return { name, url, description: "", variables };
    }),
    because: [],
    against: [],
  },
});

const a = "https://a.example";
const part = "https://{part}.example";

test.each([
  [
    "one of several without a name",
    [
      ["", a],
      ["", "https://b.example"],
    ],
    [["", a]],
    [],
  ],
  ["a lone number is no choice", [["0", a]], [["", a]], []],
  [
    "names for what had none",
    [["", a]],
    [
      ["sea", a],
      ["land", part, "x"],
    ],
    ["minor list – → https://a.example", "minor list – → https://{part}.example"],
  ],
  [
    "another variable",
    [["", part]],
    [["", "https://{zone}.example"]],
    [
      "breaking variable part= → –",
      "breaking variable – → zone=",
      "minor address https://{part}.example → https://{zone}.example",
    ],
  ],
  [
    "a variable with a default",
    [["", a]],
    [["", part, "x"]],
    ["minor address https://a.example → https://{part}.example", "minor variable – → part=x"],
  ],
  ["a default that is gone", [["", part, "x"]], [["", part]], ["breaking variable part=x → part="]],
  [
    "one value less",
    [["", part, "x", "x", "y"]],
    [["", part, "x", "x"]],
    ["breaking variable part=x | x | y → part=x | x"],
  ],
  [
    "one value more",
    [["", part, "x", "x"]],
    [["", part, "x", "x", "y"]],
    ["minor variable part=x | x → part=x | x | y"],
  ],
  ["any text was one", [["", part, "x"]], [["", part, "x", "x"]], ["breaking variable part=x → part=x | x"]],
] as const)("the client's servers: %s", (_what, was, is, want) => {
  const found = diffApis(shipyard(...was), shipyard(...is), { fields: "camelCase" }).map(line);
  expect(found.map((one) => one.replace("package servers: server/", ""))).toEqual(want);
});

const keyed = (kind: SecurityScheme["kind"], header?: string): Api => ({
  ...understood(docs).api,
  security: {
    value: [
      { words: ["key"], kind, environment: null, place: "README.md#a", ...(header === undefined ? {} : { header }) },
    ],
    because: [],
    against: [],
  },
});

test.each([
  [
    "a key whose header the docs name now",
    keyed("api-key"),
    keyed("api-key", "x-key"),
    ["breaking place – → header `x-key`"],
  ],
  [
    "a key in another header",
    keyed("api-key", "key"),
    keyed("api-key", "x-key"),
    ["minor place header `key` → header `x-key`"],
  ],
  ["a token of another kind", keyed("bearer"), keyed("oauth2"), ["minor kind bearer → oauth2"]],
  ["a password", keyed("bearer"), keyed("basic"), ["breaking kind bearer → basic"]],
])("credentials: %s", (_what, was, is, want) => {
  const found = diffApis(was, is, { fields: "camelCase" }).map(line);
  expect(found.map((one) => one.replace("package security: security/", ""))).toEqual(want);
});

test("words about a value", () => {
  const [was, is] = ["Tied up.", "At a berth."].map((text) => ({
    ...docs,
    [state]: `# State\n\n\n## Values\n\n| Name | Value | Description |\n| --- | --- | --- |\n| \`Moored\` | moored | ${text} |\n| \`Sailing\` | sailing | At sea. |\n`,
  }));
  expect(changes(was ?? docs, is ?? docs)).toEqual(["patch response model State: model/docs"]);
});

test("a model that was but sent is received too: what is absent there may be null", () => {
  const after = edited(
    ships,
    "[components.Ship](../../models/components/ship.md)",
    "[components.Cargo](../../models/components/cargo.md)",
  );
  const told = (found: readonly string[]): readonly string[] =>
    found.filter((one) => one.includes("Cargo: model/null"));
  expect(told(changes(docs, after))).toEqual([
    "breaking both model Cargo: model/null optional fields are never null → optional fields may be null",
  ]);
  expect(told(changes(after, docs))).toEqual([
    "breaking both model Cargo: model/null optional fields may be null → optional fields are never null",
  ]);
});

test("a body where there was none breaks calls only where it has to be given", () => {
  const sent = edited(ships, "ships.send()", "ships.send({ weight: 1.5 })");
  const [row = ""] = /\| `request` .*\n?/.exec(sent[ships] ?? "") ?? [];
  const bare = { ...sent, [ships]: (sent[ships] ?? "").replace(row, "") };
  const { [cargo]: text = "" } = docs;
  const optional = { ...sent, [cargo]: text.replace("*number* | :heavy_check_mark:", "*number* | :heavy_minus_sign:") };
  const told = (after: Docs): readonly string[] =>
    changes(bare, after).filter((one) => one.includes("operation/body "));
  expect(told(sent)).toEqual(["breaking request operation send: operation/body – → Cargo"]);
  expect(told(optional)).toEqual(["minor request operation send: operation/body – → Cargo"]);
});
