import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { openapiOf, resource, section, sent, understood } from "./docs.ts";
import { read, readme, ships } from "./readme-pages.ts";

describe("57 credentials", () => {
  test.each([
    ["| `token` | http | HTTP Bearer |", [["token", "bearer", null]]],
    ["| `username`<br/>`password` | http | HTTP Basic |", [["basic auth", "basic", null]]],
    ["| `password`<br/>`username` | http | HTTP Basic |", [["basic auth", "basic", null]]],
    ["| `clientID`<br/>`clientSecret` | oauth2 | OAuth2 Client Credentials Flow |", [["access token", "oauth2", null]]],
    [
      "| `client_id`<br/>`client_secret`<br/>`token_url` | oauth2 | OAuth2 Client Credentials Flow |",
      [["access token", "oauth2", null]],
    ],
    ["| `apiKeyAuth` | apiKey | API key |", [["api key auth", "api-key", null]]],
    ["| `oAuth2` | oauth2 | OAuth2 token |", [["o auth2", "oauth2", null]]],
    ["| `openId` | openIdConnect | OpenID Connect Discovery |", [["open id", "oauth2", null]]],
    [
      "| `apiKey` | apiKey | API key |\n| `oAuth` | oauth2 | OAuth2 token |",
      [
        ["api key", "api-key", null],
        ["o auth", "oauth2", null],
      ],
    ],
  ])("57 %s", (rows, want) => {
    const { value } = read(readme("security", "| Name | Type | Scheme |", "| --- | --- | --- |", rows)).security;
    expect(value.map(({ words, kind, environment }) => [words.join(" "), kind, environment])).toEqual(want);
  });

  test.each<[name: string, row: string, own: boolean]>([
    ["those of the client", "`token`", false],
    ["others", "`captain_auth`", true],
    ["others beside", "`token` | *str* | :heavy_check_mark: | – |\n| `captain_auth`", true],
  ])("57 an operation has a row for %s", (_, row, own) => {
    const { api } = understood({
      "README.md": readme(
        "security",
        "| Name | Type | Scheme |",
        "| --- | --- | --- |",
        "| `token` | http | HTTP Bearer |",
      ),
      "docs/sdks/ships/README.md": resource("Ships", {
        list: section({
          route: "GET /ships",
          rows: [["security", "[operations.ListSecurity](../../models/operations/listsecurity.md)"]],
        }),
      }),
      "docs/models/operations/listsecurity.md": `# ListSecurity\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| ${row} | *str* | :heavy_check_mark: | – |\n`,
    });
    const place = "docs/sdks/ships/README.md#list/parameters/security";
    expect(api.operations.map(({ credentials }) => credentials)).toEqual([own ? place : undefined]);
  });

  test("57 with the column of environment variables", () => {
    const text = readme(
      "security",
      "### Per-Client Security Schemes",
      "",
      "This SDK supports the following security scheme globally:",
      "",
      "| Name | Type | Scheme | Environment Variable |",
      "| --- | --- | --- | --- |",
      "| `token` | http | HTTP Bearer | `HARBOUR_TOKEN` |",
      "| `clientID`<br/>`clientSecret` | oauth2 | OAuth2 Client Credentials Flow | `HARBOUR_ID`<br/>`HARBOUR_SECRET` |",
      "| `username`<br/>`password` | http | HTTP Basic | `HARBOUR_USERNAME`<br/>`HARBOUR_PASSWORD` |",
      "",
      "### Per-Operation Security Schemes",
      "",
      "Some operations require the security scheme to be specified at the request level.",
    );
    expect(read(text).security.value.map(({ environment }) => environment)).toEqual([
      "HARBOUR_TOKEN",
      null,
      "HARBOUR_USERNAME, HARBOUR_PASSWORD",
    ]);
    expect(openapiOf({ "README.md": text, ...ships })).toMatchObject({
      components: {
        securitySchemes: { token: { type: "http", scheme: "bearer" }, basicAuth: { type: "http", scheme: "basic" } },
      },
      security: [{ token: [] }, { accessToken: [] }, { basicAuth: [] }],
    });
  });
});

test("57 schemes that samples give together are one requirement", () => {
  const table = ["| Name | Type | Scheme |", "| --- | --- | --- |"];
  const rows = ["harbourId", "secret"].map((name) => `| \`${name}\` | apiKey | API key |`);
  const sample = '```python\nharbour = Harbour(security=Security(harbour_id="<ID>", secret="<SECRET>"))\n```';
  const text = readme("security", ...table, ...rows, "", sample);
  expect(openapiOf({ "README.md": text, ...ships })).toMatchObject({ security: [{ harbourId: [], secret: [] }] });
});

describe("58 servers", () => {
  const sample = '```python\nwith Harbour(\n    server_url="https://sample.example",\n) as harbour:\n    pass\n```';
  test.each<readonly [string, readonly string[], readonly unknown[]]>([
    [
      "by number",
      [
        "| # | Server | Description |",
        "| --- | --- | --- |",
        "| 0 | `https://a.example` | One |",
        "| 1 | `https://b.example` | Two |",
        "",
        sample,
      ],
      [
        ["0", "https://a.example", []],
        ["1", "https://b.example", []],
      ],
    ],
    [
      "by number, of old",
      [
        "| # | Server | Variables |",
        "| - | ------ | --------- |",
        "| 0 | `https://a.example` | None |",
        "| 1 | `https://{region}.example` | `region` (default is `eu`) |",
      ],
      [
        ["0", "https://a.example", []],
        ["1", "https://{region}.example", [["region", "eu", []]]],
      ],
    ],
    [
      "by name",
      [
        "| Name | Server | Variables | Description |",
        "| --- | --- | --- | --- |",
        "| `production` | `https://api.{id}.harbour.example` | `id` | |",
        "| `sandbox` | `https://sandbox.{id}.harbour.example` | `id` | |",
        "",
        "| Variable | Parameter | Default | Description |",
        "| --- | --- | --- | --- |",
        '| `id` | `id: str` | `"example"` | The id |',
        "",
        sample,
      ],
      [
        ["production", "https://api.{id}.harbour.example", [["id", "example", []]]],
        ["sandbox", "https://sandbox.{id}.harbour.example", [["id", "example", []]]],
      ],
    ],
    [
      "variables alone",
      [
        "The default server `https://{instance}-be.harbour.example` contains variables and is set to `https://name-be.harbour.example` by default. To override default values, the following parameters are available:",
        "",
        "| Variable | Parameter | Default | Description |",
        "| --- | --- | --- | --- |",
        '| `instance` | `instance: str` | `"name"` | The instance |',
        "",
        sample,
      ],
      [["", "https://{instance}-be.harbour.example", [["instance", "name", []]]]],
    ],
    [
      "variables as a shell writes them",
      [
        `The default server \`https://\${HOST}/v1\` contains variables and is set to \`https://$api.harbour.example/v1\` by default.`,
        "",
        "| Variable | Parameter | Default | Description |",
        "| --- | --- | --- | --- |",
        '| `HOST` | `host: str` | `"api.harbour.example"` | |',
      ],
      [["", "https://{HOST}/v1", [["HOST", "api.harbour.example", []]]]],
    ],
    ["a dollar where one was", [sample.replace("sample", "$sample")], [["", "https://sample.example", []]]],
    [
      "variables with allowed values",
      [
        "The default server `{protocol}://{ip}:{port}` contains variables and is set to `https://192.0.2.7:7400` by default.",
        "",
        "| Variable | BuilderMethod | Supported Values | Default | Description |",
        "| --- | --- | --- | --- | --- |",
        '| `protocol` | `protocol(ServerProtocol protocol)` | - `"http"`<br/>- `"https"` | `"https"` | The protocol |',
        '| `ip` | `ip(String ip)` | string | `"192.0.2.7"` | The address |',
        '| `port` | `port(String port)` | string | `"7400"` | The port |',
      ],
      [
        [
          "",
          "{protocol}://{ip}:{port}",
          [
            ["protocol", "https", ["http", "https"]],
            ["ip", "192.0.2.7", []],
            ["port", "7400", []],
          ],
        ],
      ],
    ],
    [
      "variables of several servers",
      [
        "| # | Server | Variables | Description |",
        "| --- | --- | --- | --- |",
        "| 0 | `https://{ip}.example` | `ip` | |",
        "| 1 | `{protocol}://{ip}:{port}` | `protocol`<br/>`ip`<br/>`port` | |",
        "",
        "| Variable | Parameter | Supported Values | Default | Description |",
        "| --- | --- | --- | --- | --- |",
        '| `ip` | `ip: str` | str | `"x"` | |',
        '| `protocol` | `protocol: str` | - `"http"`<br/>- `"https"` | `"http"` | |',
        '| `port` | `port: str` | str | `"80"` | |',
      ],
      [
        ["0", "https://{ip}.example", [["ip", "x", []]]],
        [
          "1",
          "{protocol}://{ip}:{port}",
          [
            ["ip", "x", []],
            ["protocol", "http", ["http", "https"]],
            ["port", "80", []],
          ],
        ],
      ],
    ],
    [
      "in a sample alone",
      [
        "### Override Server URL Per-Client",
        "",
        "The default server can be overridden globally by passing a URL.",
        "",
        sample,
      ],
      [["", "https://sample.example", []]],
    ],
  ])("58 %s", (_, lines, want) => {
    const { value } = read(readme("server", ...lines)).servers;
    expect(
      value.map(({ name, url, variables }) => [
        name,
        url,
        variables.map((one) => [one.name, one.default, one.allowed]),
      ]),
    ).toEqual(want);
  });

  test.each<readonly [DialectName, string]>([
    ["typescript", '```typescript\nconst harbour = new Harbour({\n  serverURL: "https://sample.example",\n});\n```'],
    ["go", '```go\ns := harbour.New(\n\tharbour.WithServerURL("https://sample.example"),\n)\n```'],
    [
      "java",
      '```java\nHarbour sdk = Harbour.builder()\n        .serverURL("https://sample.example")\n    .build();\n```',
    ],
    ["csharp", '```csharp\nvar sdk = new Harbour(\n    serverUrl: "https://sample.example"\n);\n```'],
    [
      "php",
      "```php\n$sdk = Harbour\\Harbour::builder()\n    ->setServerURL('https://sample.example')\n    ->build();\n```",
    ],
    ["ruby", "```ruby\ns = ::Harbour::Client.new(\n      server_url: 'https://sample.example',\n    )\n```"],
    ["python", '```python\ns = Harbour(server_url="https://sample.example")\n```'],
  ])("58 the sample of %s", (dialect, fence) => {
    expect(read(readme("server", fence), dialect).servers.value.map(({ url }) => url)).toEqual([
      "https://sample.example",
    ]);
  });

  test("58 a server of one operation is none of the API", () => {
    const text = readme(
      "server",
      "### Override Server URL Per-Client",
      "",
      sample,
      "",
      "### Override Server URL Per-Operation",
      "",
      '```python\nres = harbour.ships.list(server_url="http://localhost:35123")\n```',
    );
    expect(read(text).servers.value.map(({ url }) => url)).toEqual(["https://sample.example"]);
    const alone = readme(
      "server",
      "### Override Server URL Per-Operation",
      "",
      '```python\nwith Harbour() as harbour:\n    res = harbour.ships.list(server_url="http://localhost:35123")\n```',
    );
    expect(read(alone).servers.value).toEqual([]);
  });
});

test.each<[name: string, table: string, environment: string | undefined]>([
  [
    "without",
    "| Name | Type | Description |\n| --- | --- | --- |\n| harbour_account | str | The account. |",
    undefined,
  ],
  [
    "with",
    "| Name | Type | Description | Environment |\n| --- | --- | --- | --- |\n| harbour_account | str | The account. | HARBOUR_ACCOUNT |",
    "HARBOUR_ACCOUNT",
  ],
  [
    "with, under another name,",
    "| Name | Type | Description | Environment Variable |\n| --- | --- | --- | --- |\n| harbour_account | Optional[str] | The account. | `HARBOUR_ACCOUNT` |",
    "HARBOUR_ACCOUNT",
  ],
])("59 global parameters %s a column of the environment", (_, table, environment) => {
  const docs = {
    "docs/sdks/ships/README.md": resource("Ships", {
      list: section({ route: "GET /ships", rows: [["harbour_account", "*Optional[str]*", "–"]] }),
      get: section({ route: "GET /ships/{harbour_account}", rows: [["harbour_account", "*str*"]] }),
    }),
  };
  const text = readme(
    "global-parameters",
    "A parameter is configured globally.",
    "",
    "### Available Globals",
    "",
    "The following global parameter is available.",
    "",
    table,
  );
  const { api } = understood({ "README.md": text, ...docs });
  expect(api.operations.map(sent)).toEqual([["header harbour-account?: string"], ["path harbour_account: string"]]);
  // What an operation requires names what it is about.
  const place = "README.md#global-parameters/1";
  expect(api.operations.map(({ parameters: [one] }) => one?.global)).toEqual([
    environment === undefined ? { place } : { environment, place },
    undefined,
  ]);
});
