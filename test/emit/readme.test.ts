import { describe, expect, test } from "vitest";
import type { Api, SecurityScheme } from "../../generator/ir/index.ts";
import {
  enumeration,
  errorReply,
  fact,
  json,
  jsonBody,
  listOf,
  object,
  operation,
  optional,
  parameter,
  property,
  reference,
  stream,
  text,
} from "./api.ts";
import { emitted } from "./emitted.ts";

const vessel = object("Vessel", [property("id", text)], { read: fact([json(reference("Vessel"))]) });
const alarm = object("Alarm", [property("id", text)], { read: fact([json(reference("Alarm"))]) });

/** The README of an API with these operations. */
function readme(operations: Api["operations"], more: Partial<Api> = {}): string {
  return emitted("README.md", { models: [alarm, vessel], operations, ...more });
}

/** The section with this heading, without it; empty where there is none. */
function section(document: string, heading: string): string {
  const [, rest = ""] = document.split(`## ${heading}\n\n`);
  return rest.split("\n## ")[0] ?? "";
}

/** The lines that call something. */
function calls(operations: Api["operations"], more: Partial<Api> = {}): readonly string[] {
  return readme(operations, more)
    .split("\n")
    .filter((line) => line.startsWith("const answer"));
}

const find = operation("findVessel", "GET", "/vessels/{mmsi}", {
  parameters: [parameter("mmsi", "path", text, { examples: ["244660000"] })],
  replies: fact([json(reference("Vessel"))]),
});

test("the first call is one that the examples fill, and its answer the model that is read", () => {
  const create = operation("createVessel", "POST", "/vessels", { parameters: [parameter("name", "query", text)] });
  const list = operation("listVessels", "GET", "/vessels");
  const own = calls([create, list, find]);
  expect([own[0], own[1], own.at(-1)]).toEqual([
    'const answer = await client.vessels.findVessel({ mmsi: "244660000" });',
    'const answer = await findVessel(client, { mmsi: "244660000" });',
    "const answer = await readVessel(await fetch(url));",
  ]);
});

test("the first example is a program", () => {
  const servers = fact([{ name: "", url: "https://harbor.example", description: "", variables: [] }]);
  expect(section(readme([find], { servers }), "First call")).toBe(`\`\`\`js
import { Harbor } from "harbor";

const client = new Harbor();
const answer = await client.vessels.findVessel({ mmsi: "244660000" });
console.log(answer);
\`\`\`

The same as a function, for bundles that hold no more than what they call:

\`\`\`js
import { createClient } from "harbor/client";
import { findVessel } from "harbor/vessels";

const client = createClient();
const answer = await findVessel(client, { mmsi: "244660000" });
console.log(answer);
\`\`\`
`);
});

describe("a request", () => {
  const role = enumeration("Role", ["user", "tool"]);
  const message = object("Message", [property("role", reference("Role")), property("content", text)]);
  const chat = object("Chat", [
    property("model", text, { examples: ["harbor-large"] }),
    property("messages", listOf(reference("Message"))),
    property("since", { kind: "date-time" }, { examples: ["2025-03-01T00:00:00Z"] }),
    property("retries", { kind: "integer" }, { ...optional, examples: ["3"] }),
  ]);
  const post = operation("chat", "POST", "/chat", {
    body: jsonBody(reference("Chat")),
    replies: fact([json(reference("Vessel"))]),
  });
  const models = [role, message, chat, vessel];

  test("has what it needs: examples, and placeholders that are marked", () => {
    expect(section(readme([post], { models }), "First call")).toContain(`
const client = new Harbor({ baseUrl: "https://api.example.com" });
// Placeholders, for the documentation has no example: messages[0].content.
const answer = await client.vessels.chat({
  model: "harbor-large",
  messages: [{ role: "user", content: "<content>" }],
  since: new Date("2025-03-01T00:00:00Z"),
});
console.log(answer);
`);
  });

  test("of a model that holds itself is none", () => {
    const loop = object("Loop", [property("inner", reference("Loop"))]);
    const send = operation("send", "POST", "/send", { body: jsonBody(reference("Loop")) });
    expect(readme([send], { models: [loop] })).not.toMatch(/First call|client\.vessels\.send/);
  });

  test("asks for the stream that its operation has beside a model", () => {
    const flagged = object("Watch", [
      property("mmsi", text, { examples: ["1"] }),
      property("stream", { kind: "boolean" }, optional),
    ]);
    const watch = operation("watch", "POST", "/watch", {
      body: jsonBody(reference("Watch")),
      replies: fact([json(reference("Vessel")), stream(reference("Alarm"), "[DONE]")]),
    });
    const document = readme([watch], { models: [flagged, alarm, vessel] });
    expect(section(document, "First call")).toContain('client.vessels.watch({ mmsi: "1" })');
    expect(section(document, "Streams")).toContain(
      'const events = await client.vessels.watch({ mmsi: "1", stream: true });',
    );
  });
});

test("an instant is a date, and an example that does not fit fills nothing", () => {
  const since = operation("listVessels", "GET", "/vessels", {
    parameters: [parameter("since", "query", { kind: "date-time" }, { examples: ["2025-03-01T00:00:00Z"] })],
    replies: fact([json(reference("Vessel"))]),
  });
  const depth = operation("findDepth", "GET", "/depths", {
    parameters: [parameter("depth", "query", { kind: "integer" }, { examples: ["deep"] })],
    replies: fact([json(reference("Vessel"))]),
  });
  expect(calls([depth, since])[0]).toBe(
    'const answer = await client.vessels.listVessels({ since: new Date("2025-03-01T00:00:00Z") });',
  );
  expect(calls([depth])[0]).toBe("const answer = await client.vessels.findDepth({ depth: 1 });");
});

test("credentials come from the variables that the docs name, else from plain ones", () => {
  const client = (kind: "basic" | "api-key" | "bearer", environment: string | null): string | undefined => {
    const security = fact([{ words: ["token"], kind, environment, place: "README.md#security/1" }]);
    const servers = fact([{ name: "", url: "https://harbor.example", description: "", variables: [] }]);
    return /^const client = .*$/m.exec(readme([find], { security, servers }))?.[0];
  };
  expect(client("bearer", "HARBOR_TOKEN")).toBe("const client = new Harbor({ token: process.env.HARBOR_TOKEN });");
  expect(client("bearer", "a b")).toBe("const client = new Harbor({ token: process.env.API_TOKEN });");
  expect(client("basic", "HARBOR_PASSWORD, HARBOR_USER")).toBe(
    "const client = new Harbor({ username: process.env.HARBOR_USER, password: process.env.HARBOR_PASSWORD });",
  );
  expect(client("api-key", null)).toBe(
    'const client = new Harbor({ token: process.env.API_KEY, tokenHeader: "X-API-Key" });',
  );
});

test.each<readonly [string, readonly Partial<SecurityScheme>[], string]>([
  ["a token", [{ words: ["token"], kind: "bearer" }], "new Harbor({ token: async () => readSecret() })"],
  [
    "a key with a header",
    [{ words: ["key"], kind: "api-key", header: "x-key" }],
    "new Harbor({ key: async () => readSecret() })",
  ],
  [
    "a key without one",
    [{ words: ["key"], kind: "api-key" }],
    'new Harbor({ key: async () => readSecret(), keyHeader: "X-API-Key" })',
  ],
  [
    "a token and a key",
    [
      { words: ["token"], kind: "bearer", combinations: [0] },
      { words: ["key"], kind: "api-key", header: "x-key", combinations: [0] },
    ],
    "new Harbor({ token: async () => readSecret(), key: process.env.KEY })",
  ],
])("the client is asked for %s before each request", (_, schemes, want) => {
  const security = fact(
    schemes.map((scheme) => ({
      words: [],
      kind: "bearer" as const,
      environment: null,
      place: "README.md#x",
      ...scheme,
    })),
  );
  const servers = fact([{ name: "", url: "https://harbor.example", description: "", variables: [] }]);
  const shown = /^const client = (.*readSecret.*);$/m.exec(readme([find], { security, servers }))?.[1];
  expect(shown).toBe(want);
});

describe("files", () => {
  const send = operation("sendChart", "POST", "/charts", {
    body: jsonBody({ kind: "bytes" }, { encoding: fact("bytes") }),
  });
  const fetched = operation("fetchChart", "GET", "/charts/{chart}", {
    parameters: [parameter("chart", "path", text, { examples: ["north"] })],
    replies: fact([{ kind: "bytes" }]),
  });
  const either = { ...fetched, replies: fact([json(reference("Vessel")), { kind: "bytes" as const }]) };

  const sent = `A file is a \`Blob\`, bytes or a web stream. In Node:

\`\`\`js
import { openAsBlob } from "node:fs";

const file = await openAsBlob("path/to/file");
await client.vessels.sendChart(file);
\`\`\`
`;

  const received = `What is downloaded is a \`Uint8Array\`. With \`rawResponse: "stream"\` it comes as a web stream, so that it need not fit into
memory; read it to its end, or cancel it:

\`\`\`js
import { writeFile } from "node:fs/promises";

const { data, response } = await client.vessels.fetchChart({ chart: "north" }, { rawResponse: "stream" });
await writeFile("path/to/file", data);
console.log(response.headers.get("content-type"));
\`\`\`
`;

  test.each([
    { name: "go up", operations: [send], want: sent },
    { name: "come down", operations: [fetched], want: received },
    { name: "go both ways", operations: [send, fetched], want: `${sent}\n${received}` },
    { name: "may come down", operations: [either], want: "" },
  ])("$name", ({ operations, want }) => {
    expect(section(readme(operations), "Files")).toBe(want);
  });
});

test("there is no section for what the package does not have", () => {
  const headings = (document: string): readonly string[] => document.match(/^## .*/gm) ?? [];
  expect(headings(readme([]))).toEqual(
    ["## Server", "## Retries", "## Validation", "## Middleware", "## Runtimes"].map((one) =>
      expect.stringContaining(one),
    ),
  );
  const all = headings(
    readme(
      [
        { ...find, errors: [errorReply("404", "Alarm")] },
        operation("watch", "GET", "/watch", { replies: fact([stream(reference("Alarm"))]) }),
        operation("send", "POST", "/send", {
          body: jsonBody({ kind: "bytes" }, { encoding: fact("bytes") }),
        }),
      ],
      {
        security: fact([
          { words: ["token"], kind: "bearer", environment: "HARBOR_TOKEN", place: "README.md#security/1" },
        ]),
      },
    ),
  );
  for (const one of ["Credentials", "Streams", "Files", "Errors", "Time limits", "Raw responses"])
    expect(all).toContain(`## ${one}`);
  expect(all).not.toContain("## Pages");
});

test("the description of the package names what it is for", () => {
  const description = (title: string): unknown => JSON.parse(emitted("package.json", { title })).description;
  expect(["Harbor", "Harbor API", ""].map(description)).toEqual([
    "TypeScript SDK for Harbor",
    "TypeScript SDK for the Harbor API",
    undefined,
  ]);
});
