import { expect, test } from "vitest";
import { readSightings } from "../../generator/dialects/index.ts";
import type { DialectName, ReadmeSighting } from "../../generator/dialects/sighting.ts";
import type { ReadmeSection } from "../../generator/docs/page.ts";
import { fence, readmePage, readmeSection, table } from "./pages.ts";

function readmeOf(dialect: DialectName, sections: readonly ReadmeSection[], description?: string): ReadmeSighting {
  const [sighting] = readSightings([readmePage(sections, description)], dialect).sightings;
  if (sighting?.kind !== "readme") throw new Error("no readme");
  return sighting;
}

const needs = "Install the following dependencies:\ngo get github.com/stretchr/testify/assert\n";

test.each<readonly [DialectName, string, string | undefined]>([
  ["python", "pip install tern-chat", "tern-chat"],
  ["python", "uv add tern-chat", "tern-chat"],
  ["python", "poetry add tern_chat", "tern_chat"],
  ["python", 'pip install --upgrade "tern[web]"', "tern"],
  ["python", "pip install git+https://github.com/tern/tern.git\npip install tern", "tern"],
  ["python", "pip install -r requirements.txt", undefined],
  ["typescript", "npm add @cove/sdk", "@cove/sdk"],
  ["typescript", "npm i cove", "cove"],
  ["typescript", "bun add cove", "cove"],
  ["typescript", "npm install\nnpm run build", undefined],
  ["typescript", "npm add https://github.com/cove/cove", undefined],
  ["go", "go get github.com/tern/tern-go", "github.com/tern/tern-go"],
  ["go", "go get -u github.com/tern/tern-go/v2", "github.com/tern/tern-go/v2"],
  ["go", `${needs}import sw "./tern"`, "tern"],
  ["go", `${needs}import tern "github.com/tern/tern-go"`, "github.com/tern/tern-go"],
  ["go", `${needs}import tern_api "github.com/GIT_USER_ID/GIT_REPO_ID"`, "tern_api"],
  ["go", `${needs}import openapiclient "github.com/GIT_USER_ID/GIT_REPO_ID"`, undefined],
  ["java", "implementation 'com.tern:sdk:2.18.13'", "com.tern:sdk"],
  ["java", "<groupId>com.tern</groupId>\n    <artifactId>sdk</artifactId>", "com.tern:sdk"],
  ["csharp", "dotnet add package Tern.Client\ndotnet add reference src/Tern/Tern.csproj", "Tern-Client"],
  ["csharp", "Install-Package Tern", "Tern"],
  ["php", 'composer require "tern/tern-php"', "tern/tern-php"],
  ["php", '{\n  "repositories": [],\n  "require": {\n    "tern/tern-php": "*"\n  }\n}', "tern/tern-php"],
  ["ruby", "gem install tern", "tern"],
  ["ruby", "gem 'tern', '~> 1.0'", "tern"],
  ["ruby", "The gem is called tern.", undefined],
])("%s: the package of `%s`", (dialect, text, name) => {
  expect(readmeOf(dialect, [readmeSection("installation", { fences: [fence("bash", text)] })]).packageName?.name).toBe(
    name,
  );
});

test.each<readonly [DialectName, string, string]>([
  ["python", "from tern import Tern\n\n\nwith Tern(\n    token=1,\n) as tern:\n    pass", "Tern"],
  [
    "python",
    "import quill\nfrom quill.models import shared\n\ns = quill.Quill(\n    x=1,\n)\nreq = shared.Request()",
    "Quill",
  ],
  ["typescript", 'import { Cove } from "cove";\n\nconst cove = new Cove({', "Cove"],
])("%s: the client's class", (dialect, text, name) => {
  const usage = readmeSection("usage", { fences: [fence("bash", "x = Not()"), fence(dialect, text)] });
  expect(readmeOf(dialect, [usage]).clientClass).toEqual({ name, place: "x.md#fence" });
});

test.each<readonly [string, unknown]>([
  ["Send `Authorization: Bearer <token>`.", [{ names: ["token"], scheme: "HTTP Bearer" }]],
  ["We use Basic authentication.", [{ names: ["username", "password"], scheme: "HTTP Basic" }]],
  ["Put it in `X-Tern-Key`.", [{ names: ["X-Tern-Key"], header: "x-tern-key", scheme: "API key" }]],
  ["Send the header `Api-Key: <key>`.", [{ names: ["Api-Key"], header: "api-key", scheme: "API key" }]],
  ["As the query parameter `api_key`.", [{ names: ["api_key"], query: "api_key", scheme: "API key" }]],
  ["Put `key` in the query of each request.", [{ names: ["key"], query: "key" }]],
  ["The `X-Tern-Token: …` of `TERN_TOKEN`.", [{ names: ["X-Tern-Token"], environment: "TERN_TOKEN" }]],
  ["A bearer token, of `TERN_A` or of `TERN_B`.", [{ names: ["token"], scheme: "HTTP Bearer" }]],
  ["A bearer token, or basic auth.", []],
  ["Ask for a key.", []],
])("security in a sentence: %s", (text, want) => {
  const { security } = readmeOf("typescript", [readmeSection("security", { text })]);
  expect(security).toMatchObject(want as object);
  expect(security.every(({ isProse, environment }) => isProse === true && environment !== "TERN_A")).toBe(true);
});

test.each<readonly [string, unknown]>([
  [
    "### ternKey\n\n- **Type**: API key\n- **API key parameter name**: X-Tern\n- **Location**: HTTP header",
    ["API key"],
  ],
  ["### ternAuth\n\n- **Type**: Bearer authentication (JWT)", ["HTTP Bearer"]],
  ["### ternAuth\n\n- **Type**: HTTP basic authentication", ["HTTP Basic"]],
  ["### ternBearer\n\n- **Type**: HTTP basic authentication", ["HTTP Bearer"]],
  ["### JWT\n\n- **Type**: HTTP basic authentication", ["HTTP Bearer"]],
])("security below a heading: %s", (text, want) => {
  const { security } = readmeOf("typescript", [readmeSection("security", { text })]);
  expect(security.map(({ scheme }) => scheme)).toEqual(want);
});

test.each([
  ['import { Tern } from "tern-sdk";', "tern-sdk"],
  ['import Tern from "@tern/sdk";', "@tern/sdk"],
  ['import { Tern } from "./tern";', undefined],
  ['import { openAsBlob } from "node:fs";', undefined],
])("without a command that installs it, the package is what a sample imports: %s", (text, name) => {
  const page = { ...readmePage([]), fences: [fence("ts", text)] };
  const [sighting] = readSightings([page], "typescript").sightings;
  expect(sighting?.kind === "readme" ? sighting.packageName?.name : sighting).toBe(name);
});

test("security: one row a scheme, two names for Basic", () => {
  const rows = table(
    ["Name", "Type", "Scheme", "Environment Variable"],
    ["`token`", "http", "HTTP Bearer", "`TERN_TOKEN`"],
    ["`username`<br/>`password`", "http", "HTTP Basic", ""],
  );
  expect(readmeOf("python", [readmeSection("security", { tables: [rows] })]).security).toEqual([
    { names: ["token"], type: "http", scheme: "HTTP Bearer", environment: "TERN_TOKEN", place: "README.md#row/0" },
    { names: ["username", "password"], type: "http", scheme: "HTTP Basic", place: "README.md#row/1" },
  ]);
});

test("security: the number of the table, where all schemes of one are needed", () => {
  const head = ["Name", "Type", "Scheme"];
  const tables = [table(head, ["`id`", "apiKey", "API key"], ["`key`", "apiKey", "API key"])];
  const text = "All of the following schemes must be\nsatisfied to use the `Pair` alternative:";
  const both = [...tables, table(head, ["`token`", "http", "HTTP Bearer"])];
  const numbers = (section: ReadmeSection) =>
    readmeOf("python", [section]).security.map(({ combination }) => combination);
  expect(numbers(readmeSection("security", { tables: both, text }))).toEqual([0, 0, 1]);
  expect(numbers(readmeSection("security", { tables: both }))).toEqual([undefined, undefined, undefined]);
});

const sample = fence("python", 's = Tern(\n    server_url="https://shown.example",\n)');

test.each<readonly [DialectName, string]>([
  ["python", 'server_url="https://shown.example",'],
  ["typescript", 'serverURL: "https://shown.example",'],
  ["go", 'terngo.WithServerURL("https://shown.example"),'],
  ["java", '.serverURL("https://shown.example")'],
  ["csharp", 'serverUrl: "https://shown.example",'],
  ["php", "->setServerURL('https://shown.example')"],
  ["ruby", "server_url: 'https://shown.example',"],
])("%s: the server in %s", (dialect, text) => {
  const section = readmeSection("server", { fences: [fence(dialect, text)] });
  expect(readmeOf(dialect, [section]).servers).toMatchObject([{ url: "https://shown.example", strength: "shown" }]);
});

test.each([
  [
    "by number",
    { tables: [table(["#", "Server", "Variables"], ["0", "`https://{host}/v1`", "`host` (default is `a.example`)"])] },
    [
      {
        name: "0",
        url: "https://{host}/v1",
        strength: "stated",
        variables: [{ name: "host", default: "a.example", allowed: [] }],
      },
    ],
  ],
  [
    "with a variable that is an address itself",
    {
      tables: [
        table(["#", "Server", "Variables"], ["0", "`https://{quay}/v1`", "`quay` (default is `http://a.example`)"]),
      ],
    },
    [
      {
        name: "0",
        url: "{quay}/v1",
        strength: "stated",
        variables: [{ name: "quay", default: "http://a.example", allowed: [] }],
      },
    ],
  ],
  [
    "with several variables in one line",
    {
      tables: [
        table(
          ["#", "Server", "Variables"],
          [
            "0",
            "`{scheme}://{host}:{port}/{part}`",
            "`scheme` (default is `https, or so`), `host` (default is `a.b`), `port`, `part`",
          ],
        ),
      ],
    },
    [
      {
        variables: [
          { name: "scheme", default: "https, or so", allowed: [] },
          { name: "host", default: "a.b", allowed: [] },
          { name: "port", default: "", allowed: [] },
          { name: "part", default: "", allowed: [] },
        ],
      },
    ],
  ],
  [
    "by name",
    { tables: [table(["Name", "Server", "Description"], ["`eu`", "`https://eu.example`", "Europe"])] },
    [{ name: "eu", url: "https://eu.example", description: "Europe", variables: [] }],
  ],
  [
    "by variables",
    {
      text: "The default server `https://{instance}-be.example` contains variables and is set to `https://x` by default.",
      tables: [
        table(
          ["Variable", "Parameter", "Supported Values", "Default", "Description"],
          ["`instance`", "`instance: str`", '- `"a"`<br/>- `"b"`', '`"a"`', "Which."],
        ),
      ],
    },
    [
      {
        name: "",
        url: "https://{instance}-be.example",
        variables: [{ name: "instance", default: "a", allowed: ["a", "b"] }],
      },
    ],
  ],
  [
    "by the address that a sentence sets",
    {
      text: "The default server `https://{part}.quay.example/{port}/{part}` contains variables and is set to `https://a.b.quay.example/7/x` by default.\n * `part: ServerPart`",
      tables: [],
    },
    [
      {
        url: "https://{part}.quay.example/{port}/{part}",
        variables: [
          { name: "part", default: "a.b", allowed: [] },
          { name: "port", default: "7", allowed: [] },
        ],
      },
    ],
  ],
  [
    "by a sentence",
    { text: "The base URL of all paths is `https://said.example/v1`." },
    [{ name: "", url: "https://said.example/v1", strength: "stated" }],
  ],
  [
    "by a line",
    { text: "Where to call:\n\n<https://line.example>\n" },
    [{ name: "", url: "https://line.example", strength: "stated" }],
  ],
  [
    "by a list of names and addresses",
    { text: "- **Up**: https://up.example/v1\n- Try out – `https://try.example/v1`\n- See https://docs.example" },
    [
      { name: "up", url: "https://up.example/v1", strength: "stated" },
      { name: "try out", url: "https://try.example/v1", strength: "stated" },
    ],
  ],
  [
    "by the sample alone",
    { text: "More at https://docs.example/servers.", tables: [] },
    [{ name: "", url: "https://shown.example", strength: "shown" }],
  ],
])("servers %s", (_, more, wanted) => {
  const section = readmeSection("server", { ...more, fences: [sample] });
  expect(readmeOf("python", [section]).servers).toMatchObject(wanted);
});

test.each<readonly [string, DialectName, string, readonly string[]]>([
  ["named", "python", 's.ports.find(id="a", server_url="https://ports.example")', ["https://ports.example"]],
  [
    "behind another address",
    "typescript",
    '{ to: "https://a.example" }, {\n serverURL: "https://b.example" }',
    ["https://b.example"],
  ],
  ["without a name", "php", "$sdk->ports->find('https://ports.example')", ["https://ports.example"]],
  ["without a name, one of two", "php", "$sdk->ports->find('https://a.example', 'https://b.example')", []],
])("the server of one operation, %s", (_, dialect, text, want) => {
  const fences = [sample, fence(dialect, text)];
  const section = readmeSection("server", {
    text: `### Override Server URL Per-Client\n\n${sample.text}\n\n### Override Server URL Per-Operation\n\n${text}\n`,
    fences,
  });
  const { servers, ownServers = [] } = readmeOf("python", [section]);
  expect(servers.map(({ url }) => url)).toEqual(["https://shown.example"]);
  expect(ownServers.map(({ url }) => url)).toEqual(want);
  expect(ownServers.every((own) => own.sample === text)).toBe(true);
});

test("resources are the headings, with their path", () => {
  const links = [
    { text: "Tern SDK", href: "docs/sdks/tern/README.md", depth: 3 },
    { text: "FineTuning.Jobs", href: "docs/sdks/jobs/README.md", depth: 4 },
    { text: "client().fineTuning()", href: "docs/sdks/finetuning/README.md", depth: 4 },
    { text: "list", href: "docs/sdks/jobs/README.md#list", depth: 0 },
  ];
  expect(readmeOf("python", [readmeSection("operations", { links })]).resources).toMatchObject([
    { href: "docs/sdks/tern/README.md", accessor: [] },
    { href: "docs/sdks/jobs/README.md", accessor: ["fine tuning", "jobs"] },
    { href: "docs/sdks/finetuning/README.md", accessor: ["fine tuning"] },
  ]);
});

test("global parameters", () => {
  const tables = [table(["Name", "Type", "Description"], ["merchant_account_id", "str", ""])];
  const text = "For example, you can set `X-Merchant` to `` at SDK initialization.";
  const [global] = readmeOf("python", [readmeSection("global-parameters", { tables, text })]).globals;
  expect(global).toMatchObject({ words: ["merchant", "account", "id"], called: "X-Merchant" });
});

test("a README without sections has only its text", () => {
  const readme = readmeOf("typescript", [], "## Install\n\nnpm i cove\n\nconst cove = new Cove({});");
  expect(readme).toMatchObject({ packageName: { name: "cove" }, clientClass: { name: "Cove" }, servers: [] });
});
