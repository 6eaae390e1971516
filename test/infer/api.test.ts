import { describe, expect, test } from "vitest";
import type { ReadmeSighting, SecuritySighting, Sighting } from "../../generator/dialects/sighting.ts";
import { spellSecurity } from "../../generator/ir/spell.ts";
import { object, operation, readme, resource, row } from "../link/sightings.ts";
import { brief, decided, onlyOperation, property } from "./decided.ts";

const place = "README.md#x";

describe("the package", () => {
  test.each<readonly [ReadmeSighting["dialect"], string, string]>([
    ["typescript", "harbor-sdk", "harbor-sdk"],
    ["typescript", "@harbor/SDK", "@harbor/sdk"],
    ["typescript", "go-fish", "go-fish"],
    ["python", "Harbor Client", "harbor-client"],
    ["python", "harbor-python", "harbor"],
    ["python", "_", "fallback"],
    // of other languages: without the word for the language, and not merely `sdk`
    ["go", "github.com/harbor/harbor-go", "harbor"],
    ["go", "github.com/harbor/harbor-go/v2", "harbor"],
    ["go", "github.com/harbor/go-sdk", "harbor-sdk"],
    ["go", "github.com/harbor/go", "harbor"],
    ["php", "harbor/harbor-php", "harbor"],
    ["php", "harbor/harbor-php-sdk", "harbor-sdk"],
    ["java", "com.harbor:sdk", "harbor-sdk"],
    ["java", "com.harbor:openapi", "harbor-openapi"],
    ["java", "com.harbor:harbor-java", "harbor"],
    ["csharp", "Harbor-Client", "harbor-client"],
    ["ruby", "harbor_sdk_ruby", "harbor-sdk"],
  ])("of %s: %s is %s", (dialect, name, want) => {
    const { api } = decided([readme({ dialect, packageName: { name, place } })], { slug: "fallback" });
    expect(api.package).toEqual({ name: want, version: "0.1.0", license: null });
  });

  test("is the config's", () => {
    const own = { name: "mine", version: "2.0.0", license: "MIT" };
    expect(decided([readme({ packageName: { name: "theirs", place } })], { package: own }).api.package).toEqual(own);
  });

  test.each([
    [{ clientClass: { name: "Harbor", place } }, "Harbor"],
    [{ clientClass: { name: "harbor-api", place } }, "HarborApi"],
    [{}, "MyHarbor"],
  ])("has a client %#", (more, want) => {
    expect(decided([readme(more)], { slug: "my-harbor" }).api.clientClass).toBe(want);
  });
});

describe("the first call of the README", () => {
  const at = (accessor: readonly string[], method: string, id = method) => ({
    ...operation(method, { id, route: `GET /${id}` }, `docs/${id}.md`),
    accessor,
  });
  const all = [at(["chat"], "complete"), at(["fine tuning", "chat"], "complete", "tune"), at([], "ping")];
  test.each([
    ["the first of its samples that calls any", ["new Harbor()", "s.chat.complete()", "s.ping()"], "complete"],
    ["the first call of the sample", ["res = s.ping()\nprint(res.json())\ns.chat.complete()"], "ping"],
    ["in the spelling of another language", ["await sdk.Chat.CompleteAsync(x)"], "complete"],
    ["on a resource that is called, too", ["sdk.chat().complete()\n  .request(x)\n  .call()"], "complete"],
    ["of the resource that it is called on", ["s.fine_tuning.chat.complete()"], "tune"],
    ["on another resource: none", ["s.ships.complete()"], undefined],
    ["of a method of the client, on a resource: none", ["s.chat.ping()"], undefined],
    ["of nothing documented: none", ["s.chat.stream()"], undefined],
  ])("is %s", (_, texts, want) => {
    const samples = texts.map((text, index) => ({ language: "python", text, place: `README.md#${index}` }));
    const { api } = decided([readme({ samples }), resource(all)]);
    expect(api.firstCall?.value.operation).toBe(want);
  });
});

test.each([
  ["that fits", 's.chat.complete(model="a", size=3)', { parameters: [{ name: "model", in: "query", value: "a" }] }],
  ["without what is required", "s.chat.complete(size=3)", undefined],
])("the request of the README's first call is one %s", (_, text, want) => {
  const one = operation("complete", { route: "GET /x", rows: [row("model", { kind: "string" })] });
  const samples = [{ language: "python", text, place }];
  expect(decided([readme({ samples }), resource([one])]).api.firstCall?.value.sample).toEqual(want);
});

describe("the servers", () => {
  const server = (url: string, strength: "stated" | "shown") =>
    ({ name: "", url, description: "", variables: [], place, strength }) as const;
  const both = [server("https://table", "stated"), server("https://sample", "shown")];
  test.each([
    ["of the table", both, [], ["https://table"]],
    ["of the sample", both.slice(1), [], ["https://sample"]],
    ["of the config", both, [{ name: "", url: "https://own", description: "" }], ["https://own"]],
    ["of nobody", [], [], []],
  ])("%s", (_title, servers, own, want) => {
    const { api, found } = decided([readme({ servers }), resource([operation("list", { route: "GET /x" })])], {
      servers: own,
    });
    expect(api.servers.value.map(({ url }) => url)).toEqual(want);
    expect(found).toEqual(want.length === 0 ? ["infer/missing-server null"] : []);
  });
});

describe("the server of one operation", () => {
  const table = [{ name: "", url: "https://all", description: "", variables: [], place, strength: "stated" as const }];
  const shown = (url: string, sample: string) => ({ url, sample, place: `README.md#${sample}` });
  const [load, berth] = [shown("https://up", "s.chat.load()"), shown("https://sea", "s.ports.berth()")];
  const row = { serverRow: "docs/x.md#server" };
  test.each([
    ["shown", table, [load], {}, "https://up by own-server/sample (shown)", ["https://all"]],
    [
      "one that is shown for another, and a row",
      table,
      [berth],
      row,
      "https://sea by own-server/row (derived)",
      ["https://all"],
    ],
    ["one that is shown for another, without a row", table, [berth], {}, undefined, ["https://all"]],
    [
      "two that are shown for others, and a row",
      table,
      [berth, shown("https://b", "s.ports.b()")],
      row,
      undefined,
      ["https://all"],
    ],
    [
      "shown beside another, and a row",
      table,
      [berth, load],
      row,
      "https://up by own-server/sample (shown)",
      ["https://all"],
    ],
    ["a row alone", table, [], row, undefined, ["https://all"]],
    ["with a variable", table, [shown("https://{port}.sea", "s.chat.load()")], row, undefined, ["https://all"]],
    ["that of no resource", table, [shown("https://up", "s.ports.load()")], {}, undefined, ["https://all"]],
    ["the only one that the docs name", [], [load], {}, "https://up by own-server/sample (shown)", []],
    ["the only one, and all operations have a row", [], [load], row, undefined, ["https://up"]],
  ])("%s", (_, servers, ownServers, more, want, all) => {
    const one = { ...operation("load", { route: "GET /x" }), ...more };
    const { api } = decided([readme({ servers, ownServers }), resource([one])]);
    const { server } = onlyOperation(api);
    expect(server && brief(server)).toBe(want);
    expect(api.servers.value.map(({ url }) => url)).toEqual(all);
  });
});

test.each([
  ["https://pay.example/v2", "https://pay.example/v2 by override (declared)", []],
  [null, undefined, []],
  [
    "pay.example",
    "https://up by own-server/sample (shown)",
    ["config/invalid-override docsdk.config#operation chat.load"],
  ],
  [7, "https://up by own-server/sample (shown)", ["config/invalid-override docsdk.config#operation chat.load"]],
])("an override says that its server is %j", (server, want, wanted) => {
  const url = { name: "", url: "https://all", description: "", variables: [], place, strength: "stated" as const };
  const ownServers = [{ url: "https://up", sample: "s.chat.load()", place }];
  const { api, found } = decided(
    [readme({ servers: [url], ownServers }), resource([operation("load", { route: "GET /x" })])],
    { overrides: [{ subject: "operation chat.load", value: { server }, reason: "Tried." }] },
  );
  const own = onlyOperation(api).server;
  expect(own && brief(own)).toBe(want);
  expect(found).toEqual(wanted);
});

test("security schemes have their kinds", () => {
  const scheme = (names: readonly string[], type: string, scheme: string): SecuritySighting => ({
    names,
    type,
    scheme,
    place,
  });
  const security = [
    scheme(["bearerAuth"], "http", "HTTP Bearer"),
    scheme(["username", "password"], "http", "HTTP Basic"),
    scheme(["api_key"], "apiKey", "API key"),
    scheme(["APIKeyAuth"], "apiKey", "API key"),
    scheme(["oauth"], "oauth2", "OAuth2 token"),
    scheme(["x"], "http", "Custom"),
    scheme(["appId", "secret"], "http", "Custom HTTP"),
  ];
  const { api, found } = decided([readme({ security })]);
  expect(found.filter((each) => each.startsWith("infer/unknown-security"))).toHaveLength(2);
  expect(api.security.value.map(({ words, kind }) => [words.join(" "), kind])).toEqual([
    ["bearer auth", "bearer"],
    ["basic auth", "basic"],
    ["api key", "api-key"],
    ["api key auth", "api-key"],
    ["oauth", "oauth2"],
    ["x", "unknown"],
    ["app id", "unknown"],
  ]);
});

describe("the header of an API key", () => {
  const key = { names: ["harbor_secret"], type: "apiKey", scheme: "API key", place };
  const call = (value: string) => `s = Harbor(harbor_secret="${value}")\ns.chat.ping()`;
  const headers = (...names: readonly string[]) => names.map((name) => ({ name, place: `README.md#${name}` }));
  test.each<readonly [string, Partial<ReadmeSighting>, Parameters<typeof operation>[1], string | undefined]>([
    ["named by the README", { security: [key], headers: headers("X-Harbor-Key") }, {}, "x-harbor-key"],
    ["named by a description", { security: [key] }, { description: "Sends `X-Port-Token`." }, "x-port-token"],
    ["one of two that are named", { security: [key], headers: headers("x-a-key", "x-b-token") }, {}, undefined],
    [
      "called as the scheme, of two that are named",
      { security: [{ ...key, names: ["berthKeyAuth"] }], headers: headers("x-a-key", "X-Berth-Key") },
      {},
      "x-berth-key",
    ],
    [
      "called as one of two keys",
      {
        security: [{ ...key, names: ["berthSecretAuth"] }, key],
        headers: headers("x-harbor-secret", "x-berth-secret"),
      },
      {},
      "x-berth-secret",
    ],
    [
      "called as one of two keys, in full",
      { security: [key, { ...key, names: ["berth"] }], headers: headers("x-berth-secret", "x-harbor-secret") },
      {},
      "x-harbor-secret",
    ],
    [
      "called as the scheme but for its end",
      { security: [key, { ...key, names: ["berth"] }], headers: headers("x-harbor", "x-harbor-secret-age") },
      {},
      undefined,
    ],
    ["named twice", { security: [key], headers: headers("x-a-key", "X-A-Key") }, {}, "x-a-key"],
    ["that is called otherwise", { security: [key], headers: headers("x-port-id") }, {}, undefined],
    ["of two keys", { security: [key, { ...key, names: ["other"] }], headers: headers("x-a-key") }, {}, undefined],
    [
      "of no key",
      { security: [{ ...key, type: "http", scheme: "HTTP Bearer" }], headers: headers("x-a-key") },
      {},
      undefined,
    ],
    [
      "with the name of a scheme before it",
      { security: [key] },
      { sample: call("Basic BASE_64(KEY)") },
      "Authorization",
    ],
    ["that is just a key", { security: [key] }, { sample: call("<YOUR_API_KEY_HERE>") }, undefined],
    [
      "whose name has no such value",
      { security: [{ ...key, names: ["key"] }] },
      { sample: call("Basic KEY") },
      undefined,
    ],
  ])("%s", (_, more, drawn, want) => {
    const { api } = decided([readme(more), resource([operation("ping", { route: "GET /x", ...drawn })])]);
    expect(api.security.value[0]?.header).toBe(want);
  });
});

test.each<readonly [string, string, string | undefined]>([
  ["XHarborKey", "apiKey", "x-harbor-key"],
  ["x_api_key", "apiKey", "x-api-key"],
  ["Authorization", "apiKey", "Authorization"],
  ["authHeader", "apiKey", "Authorization"],
  ["Bearer", "apiKey", "Authorization"],
  ["apiKeyAuth", "apiKey", undefined],
  ["x", "apiKey", undefined],
  ["bearer", "http", undefined],
])("the header of the scheme %s of the type %s is %s", (called, type, want) => {
  const { api } = decided([
    readme({ security: [{ names: [called], type, scheme: type === "http" ? "HTTP Bearer" : "API key", place }] }),
  ]);
  expect(api.security.value.map(({ header }) => header)).toEqual([want]);
});

test("the header of a key that only samples name", () => {
  const listing = operation("list", { sample: 'new Sdk({ authHeader: "<YOUR_API_KEY_HERE>" })' });
  expect(decided([resource([listing])]).api.security.value.map(({ header }) => header)).toEqual(["Authorization"]);
});

test("a scheme that two alternatives name is one", () => {
  const token = { names: ["token"], type: "http", scheme: "HTTP Bearer", place };
  const key = { names: ["key"], type: "apiKey", scheme: "API key", place };
  const { api } = decided([readme({ security: [token, key, { ...token, place: "README.md#security/3" }] })]);
  expect(api.security.value.map(({ words }) => words.join(" "))).toEqual(["token", "key"]);
});

test("a scheme of several combinations has the numbers of all", () => {
  const scheme = (called: string, combination: number) => ({
    ...{ names: [called], type: "apiKey", scheme: "API key", combination },
    place: `README.md#security/${combination}`,
  });
  const { api } = decided([readme({ security: [scheme("id", 0), scheme("key", 0), scheme("key", 1)] })]);
  expect(api.security.value.map(({ combinations }) => combinations)).toEqual([[0], [0, 1]]);
});

test.each<readonly [readonly string[], string]>([
  [[], "none"],
  [["0 id", "1 key"], "id (api-key) or key (api-key)"],
  [["0 id", "0 key"], "id (api-key) and key (api-key)"],
  [["0 id", "0 key", "1 key"], "id (api-key) and key (api-key) or key (api-key)"],
  [["0 xHarborKey"], "x harbor key (api-key in x-harbor-key)"],
])("the schemes %j are spelled %s", (drawn, want) => {
  const security = drawn.map((text, at) => {
    const [combination = "", called = ""] = text.split(" ");
    const place = `README.md#security/${at}`;
    return { names: [called], type: "apiKey", scheme: "API key", combination: Number(combination), place };
  });
  expect(spellSecurity(decided([readme({ security })]).api.security.value)).toBe(want);
});

describe("schemes that a README lists", () => {
  const key = (name: string) => ({ names: [name], type: "apiKey", scheme: "API key", place: `${place}/${name}` });
  const token = { names: ["token"], type: "http", scheme: "HTTP Bearer", place: `${place}/token` };
  const login = { names: ["login"], type: "oauth2", scheme: "OAuth2 token", place: `${place}/login` };
  const both = 'var sdk = new Sdk(security: new Security() {\n  Harbor = "<A>",\n  Pier = "<B>",\n});';
  test.each<readonly [string, SecuritySighting[], readonly string[], readonly string[]]>([
    ["go together", [key("harbor"), key("pier")], [both], ["harbor", "pier"]],
    ["are alternatives", [key("harbor"), key("pier")], ['sdk = Sdk(harbor="<A>")', 'sdk = Sdk(pier="<B>")'], []],
    [
      "go together in one of three samples",
      [key("harbor"), key("pier")],
      [both, ...Array(2).fill("sdk = Sdk(pier=1)")],
      [],
    ],
    ["have one header", [token, login], ['sdk = Sdk(token="a", login="b")'], []],
    ["have two headers", [token, key("pier"), login], ['sdk = Sdk(token="a", pier="b")'], ["token", "pier"]],
  ])("%s", (_, security, samples, want) => {
    const listings = samples.map((sample, at) => operation(`list${at}`, { route: `GET /x/${at}`, sample }));
    const { api } = decided([readme({ security }), resource(listings)]);
    const joined = api.security.value.filter(({ combinations }) => combinations?.includes(0));
    expect(joined.map(({ words }) => words.join(" "))).toEqual(want);
  });
});

describe("credentials that no README states", () => {
  const call = (argument: string) => `const sdk = new Sdk({\n  ${argument},\n});\nsdk.x.list();`;
  const own = { security: row("security", "string") };
  test.each<readonly [string, readonly Parameters<typeof operation>[], readonly string[]]>([
    ["a bearer token", [["a", { sample: call('apiKey: "<YOUR_BEARER_TOKEN_HERE>"') }]], ["api key: bearer"]],
    ["an API key", [["a", { sample: call('key: "<YOUR_API_KEY_HERE>"') }]], ["key: api-key"]],
    ["a token that is called so", [["a", { sample: call('oauth2: "<YOUR_API_KEY_HERE>"') }]], ["oauth2: oauth2"]],
    [
      "user and password",
      [["a", { sample: call('user: "<YOUR_USERNAME_HERE>",\n  pass: "<YOUR_PASSWORD_HERE>"') }]],
      ["basic auth: basic"],
    ],
    [
      "two at once",
      [["a", { sample: call('security: { bearer: "<YOUR_BEARER_TOKEN_HERE>", oauth: "<YOUR_OAUTH_HERE>" }') }]],
      ["bearer: bearer", "oauth: oauth2"],
    ],
    ["Go", [["a", { sample: 'x.New(\n\tx.WithSecurity("<YOUR_BEARER_TOKEN_HERE>"),\n)' }]], ["token: bearer"]],
    ["of a single operation", [["a", { ...own, sample: call('key: "<YOUR_API_KEY_HERE>"') }]], []],
    [
      "the rarer of two",
      [
        ["a", { sample: call('key: "<YOUR_BEARER_TOKEN_HERE>"') }],
        ["b", { sample: call('key: "<YOUR_BEARER_TOKEN_HERE>"') }],
        ["c", { sample: call('other: "<YOUR_API_KEY_HERE>"') }],
      ],
      ["key: bearer"],
    ],
    ["of the environment", [["a", { sample: call('bearerAuth: process.env["X_Y"] ?? ""') }]], ["bearer auth: bearer"]],
    ["a lone key of it", [["a", { sample: call('apiKey: process.env["X_API_KEY"] ?? ""') }]], ["api key: bearer"]],
    [
      "two keys of it",
      [["a", { sample: call('apiKey: process.env["X_A"] ?? "",\n  shipKey: process.env["X_S"] ?? ""') }]],
      ["api key: api-key", "ship key: api-key"],
    ],
    ["Python's", [["a", { sample: 'Sdk(\n    key_auth=os.getenv("X_K", ""),\n)' }]], ["key auth: api-key"]],
    [
      "Java's",
      [["a", { sample: 'Sdk.builder()\n  .oAuth2(System.getenv().getOrDefault("X_O", ""))\n  .build()' }]],
      ["o auth2: oauth2"],
    ],
    ["Go's", [["a", { sample: 'x.New(\n\tx.WithSecurity(os.Getenv("X_BEARER_AUTH")),\n)' }]], ["token: bearer"]],
    ["left blank", [["a", { sample: call('username: "",\n  password: ""') }]], ["basic auth: basic"]],
    ["no credential of it", [["a", { sample: call('fleet: process.env["X_FLEET"] ?? ""') }]], []],
    ["any other placeholder", [["a", { sample: call('key: "<YOUR_FLEET_HERE>"') }]], []],
  ])("%s", (_, operations, want) => {
    const { api } = decided([resource(operations.map((one) => operation(...one)))]);
    expect(api.security.value.map(({ words, kind }) => `${words.join(" ")}: ${kind}`)).toEqual(want);
  });
});

test("credentials of operations without any scheme are reported once", () => {
  const own = { security: row("security", "string") };
  const docs = [resource([operation("list"), operation("get", own), operation("set", own)])];
  const of = (more: readonly Sighting[]) =>
    decided([...docs, ...more]).found.filter((each) => each.startsWith("infer/unknown-security"));
  expect(of([])).toEqual(["infer/unknown-security docs/sdks/chat/README.md#get/parameters/security"]);
  const security = [{ names: ["token"], type: "http", scheme: "HTTP Bearer", place }];
  expect(of([readme({ security })])).toEqual([]);
});

describe("an override", () => {
  const docs = [
    object("Ship", [row("draft", "integer"), row("home_port", "string")]),
    resource([operation("list", { route: "GET /x", rows: [row("sort_by", "string")] })]),
  ];
  const apply = (subject: string, value: unknown) => decided(docs, { overrides: [{ subject, value, reason: "why" }] });

  test("of a field", () => {
    const value = { wireName: "homePort", type: "Ship[]", presence: "optional", nullable: "yes" };
    const { api, found } = apply("field Ship.homePort", value);
    expect(property(api, "Ship.home_port")).toMatchObject({
      wireName: { value: "homePort", because: [{ rule: "override", strength: "declared", why: "why" }] },
      type: { value: { kind: "list", item: { kind: "reference", id: "shared/ship" } } },
      presence: { value: "optional" },
      nullable: { value: "yes" },
    });
    expect(found.filter((each) => each.startsWith("config"))).toEqual([]);
  });

  test("of a parameter", () => {
    const { api } = apply("parameter chat.list.sortBy", { location: "header", wireName: "X-Sort" });
    expect(onlyOperation(api).parameters).toMatchObject([
      { wireName: { value: "X-Sort" }, location: { value: "header" } },
    ]);
  });

  test.each([{ header: "X-Key" }, { query: "key" }, {}])("of the security schemes, with %o", (where) => {
    const { api } = apply("security", [{ name: "apiKey", kind: "api-key", ...where }]);
    const place = "docsdk.config#security";
    expect(api.security.value).toEqual([
      { words: ["api", "key"], kind: "api-key", environment: null, place, ...where },
    ]);
  });

  test.each([
    ["operation chat.lst", "GET /x"],
    ["field Ship.drafft", {}],
    ["stream Shp", { end: null }],
    ["feild Ship.draft", {}],
  ])("%s fits nothing", (subject, value) => {
    expect(apply(subject, value).found).toContain(`config/unused-override docsdk.config#${subject}`);
  });

  test.each([
    ["operation chat.list", "PUSH /x"],
    ["operation chat.list", { path: "/x" }],
    ["field Ship.draft", "integer"],
    ["field Ship.draft", { type: "int" }],
    ["field Ship.draft", { nullable: true }],
    ["field Ship.draft", { wirename: "x" }],
    ["stream Ship", "[DONE]"],
    ["security", [{ name: "x", kind: "apiKey" }]],
    ["security", [{ name: "x", kind: "api-key", header: "X-Key", query: "key" }]],
    ["security", [{ name: "x", kind: "api-key", query: 1 }]],
  ])("%s does not take %j", (subject, value) => {
    expect(apply(subject, value).found).toContain(`config/invalid-override docsdk.config#${subject}`);
  });
});
