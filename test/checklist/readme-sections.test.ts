import { describe, expect, test } from "vitest";
import type { DialectName } from "../../generator/dialects/sighting.ts";
import { resource, section, understood } from "./docs.ts";
import { read, readme, ships } from "./readme-pages.ts";

describe("60 READMEs that lack sections", () => {
  test.each([
    [
      "removed",
      "# Harbour SDK\n\nHarbours.\n\n<!-- No Summary [summary] -->\n<!-- No Authentication [security] -->\n<!-- No Server Selection [server] -->\n\n## By hand\n\n| Name | Type | Scheme |\n| --- | --- | --- |\n| `x` | http | HTTP Bearer |\n",
    ],
    ["written by hand", "# Harbour SDK\n\nHarbours.\n\n## Install\n\n```sh\npip install harbour\n```\n"],
    [
      "of other comments",
      "# Harbour SDK\n\nHarbours.\n\n<!-- Placeholder for Future Sections -->\n\n<!-- Start Idempotency Key -->\n## Idempotency Key\n\nA key.\n<!-- End Idempotency Key -->\n",
    ],
    [
      "below HTML",
      '<div align="center">\n  <img src="x.png">\n  <h1>Harbour</h1>\n</div>\n\n# Harbour SDK\n\nHarbours.\n',
    ],
  ])("60 %s", (_, text) => {
    const from = understood({ "README.md": text, ...ships }, { dialect: "python" });
    expect(from.api.title).toBe("Harbour");
    expect(from.api.security.value).toEqual([]);
    expect(from.api.servers.value).toEqual([]);
    expect(from.found).toEqual(["infer/missing-server null"]);
  });

  test("60 the client's class stands in any sample, in those of operations as well", () => {
    const usage = "```python\nimport fleet\n\ns = fleet.Fleet(\n    x=1,\n)\n\nres = s.ships.list()\n```";
    expect(read(`# Ships\n\n## By hand\n\n${usage}\n`).clientClass).toBe("Fleet");
    const page = resource("Ships", { list: `### Example Usage\n\n${usage}\n` });
    const { api } = understood({ "docs/sdks/ships/README.md": page }, { dialect: "python" });
    expect(api.clientClass).toBe("Fleet");
  });

  test("60 there may be none", () => {
    expect(understood(ships, { dialect: "python" }).api).toMatchObject({ title: "", page: "" });
  });

  test("60 sections of 2023 have titles alone, and headings of any depth", () => {
    const text = [
      "# Harbour SDK",
      "",
      "<!-- Start SDK Installation -->",
      "```bash",
      "pip install harbour-ships",
      "```",
      "<!-- End SDK Installation -->",
      "",
      "## SDK Example Usage",
      "<!-- Start SDK Example Usage -->",
      "```python",
      "import harbour",
      "",
      "s = harbour.Harbour(",
      '    bearer_auth="",',
      ")",
      "```",
      "<!-- End SDK Example Usage -->",
      "<!-- Start SDK Available Operations -->",
      "### [Fleet.Ships](docs/sdks/ships/README.md)",
      "<!-- End SDK Available Operations -->",
      "<!-- Start Server Selection -->",
      "# Server Selection",
      "",
      "## Select Server by Index",
      "",
      "| # | Server | Variables |",
      "| - | ------ | --------- |",
      "| 0 | `https://{port}.harbour.example` | `port` (default is `north`) |",
      "<!-- End Server Selection -->",
      "<!-- Start Authentication -->",
      "# Authentication",
      "",
      "| Name | Type | Scheme |",
      "| --- | --- | --- |",
      "| `bearer_auth` | http | HTTP Bearer |",
      "<!-- End Authentication -->",
    ].join("\n");
    const from = understood({ "README.md": text, ...ships }, { dialect: "python" });
    expect(from.api).toMatchObject({
      clientClass: "Harbour",
      package: { name: "harbour-ships" },
      operations: [{ group: ["fleet", "ships"] }],
      servers: { value: [{ url: "https://{port}.harbour.example", variables: [{ name: "port", default: "north" }] }] },
      security: { value: [{ words: ["bearer", "auth"], kind: "bearer" }] },
    });
    expect(from.found).toEqual([]);
  });

  test("60 the summary describes the API", () => {
    const text =
      "# harbour\n\nDeveloper-friendly SDK.\n\n<!-- Start Summary [summary] -->\n## Summary\n\nHarbour API: Ships and *berths*.\n\nFor more, see [the docs](https://harbour.example).\n<!-- End Summary [summary] -->\n\n<!-- Start Table of Contents [toc] -->\n## Table of Contents\n<!-- $toc-max-depth=2 -->\n* [harbour](#harbour)\n<!-- End Table of Contents [toc] -->\n";
    expect(read(text).description).toBe(
      "Harbour API: Ships and *berths*.\n\nFor more, see [the docs](https://harbour.example).",
    );
  });
});

describe("61 accessors", () => {
  const operations = (href: string, heading: string) =>
    readme(
      "operations",
      "<details open>",
      "<summary>Available methods</summary>",
      "",
      `${heading}(${href})`,
      "",
      `* [list](${href}#list) - Does list`,
      "",
      "</details>",
    );
  test.each<readonly [DialectName, string, readonly string[]]>([
    ["python", "### [Fleet.Ships]", ["fleet", "ships"]],
    ["python", "#### [Fleet.Ships.All]", ["fleet", "ships", "all"]],
    ["java", "#### [client().ships()]", ["ships"]],
    ["java", "### [fleet().ships()]", ["fleet", "ships"]],
    ["typescript", "### [Ships]", ["ships"]],
    ["typescript", "### [~~Ships~~]", ["ships"]],
    ["typescript", "### [harbour SDK]", []],
  ])("61 %s: the heading %s", (dialect, heading, want) => {
    const href = "docs/sdks/ships/README.md";
    expect(read(operations(href, heading), dialect).operations.map(({ group }) => group)).toEqual([want]);
  });

  test.each<readonly [DialectName, string, readonly string[]]>([
    ["typescript", "(*fleet.ships*)", ["fleet", "ships"]],
    ["python", "(*client.ships*)", ["ships"]],
    ["java", "(*client().ships()*)", ["ships"]],
    ["java", "(*client().fleet().seaGoingShips()*)", ["fleet", "sea going ships"]],
    ["csharp", "(*Fleet.Ships*)", ["fleet", "ships"]],
    ["ruby", "(*fleet.ships*)", ["fleet", "ships"]],
  ])("61 %s: the line %s", (dialect, line, want) => {
    const text = ships["docs/sdks/ships/README.md"].replace("# Ships\n", `# Ships\n${line}\n`);
    const { api } = understood({ "docs/sdks/ships/README.md": text }, { dialect });
    expect(api.operations.map(({ group }) => group)).toEqual([want]);
  });

  test.each<readonly [DialectName, string, string, readonly string[]]>([
    [
      "typescript",
      "list",
      "typescript\nconst harbour = new Harbour();\n\nasync function run() {\n  const result = await harbour.fleet.ships.list({});\n}",
      ["fleet", "ships"],
    ],
    [
      "python",
      "list",
      "python\nwith Harbour() as h_client:\n    res = h_client.fleet.ships.list()",
      ["fleet", "ships"],
    ],
    ["python", "list", "python\ns = Harbour()\n\nres = s.fleet.ships.list()", ["fleet", "ships"]],
    [
      "go",
      "List",
      'go\nimport(\n\t"context"\n\tharbourgo "github.com/harbour/harbour-go"\n)\n\nfunc main() {\n    ctx := context.Background()\n\n    s := harbourgo.New(\n        harbourgo.WithSecurity("x"),\n    )\n\n    res, err := s.Fleet.Ships.List(ctx, nil)\n}',
      ["fleet", "ships"],
    ],
    [
      "java",
      "list",
      'java\nHarbour sdk = Harbour.builder()\n    .build();\n\nListResponse res = sdk.fleet().ships().list()\n        .cursor("x")\n        .call();',
      ["fleet", "ships"],
    ],
    [
      "csharp",
      "List",
      "csharp\nvar sdk = new Harbour();\n\nvar res = await sdk.Fleet.Ships.ListAsync();",
      ["fleet", "ships"],
    ],
    [
      "php",
      "list",
      "php\n$sdk = Harbour\\Harbour::builder()->setSecurity('x')->build();\n\n$response = $sdk->fleet->ships->list(\n    cursor: 'x'\n);",
      ["fleet", "ships"],
    ],
    [
      "ruby",
      "list",
      "ruby\nrequire 'harbour'\n\ns = ::Harbour::Client.new(\n      token: 'x',\n    )\n\nres = s.fleet.ships.list(cursor: 'x')",
      ["fleet", "ships"],
    ],
  ])("61 %s: the call of %s", (dialect, name, sample, want) => {
    const text = resource("Ships", { [name]: section({ route: "GET /ships", sample }) });
    const { api } = understood({ "docs/sdks/ships/README.md": text }, { dialect });
    expect(api.operations.map(({ group, words }) => [group, words])).toEqual([[want, ["list"]]]);
  });

  test.each(["get", "delete", "export", "import", "return", "void"])("61 a method may be called %s", (name) => {
    const sample = `typescript\nconst harbour = new Harbour();\n\nharbour.ships.${name}();`;
    const { api } = understood(
      { "docs/sdks/ships/README.md": resource("Ships", { [name]: section({ route: "GET /ships", sample }) }) },
      { dialect: "typescript" },
    );
    expect(api.operations).toMatchObject([{ group: ["ships"], words: [name] }]);
  });
});
