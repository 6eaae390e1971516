import type { Source } from "../../generator/options.ts";
import type { Slots } from "./hostile-text.ts";

/** The documents of a small API, with text of the slots wherever an author could write some. */
export function hostileDocs(slot: Slots): Source[] {
  const cell = (own: string): string => slot(own).replaceAll(/\r\n?|\n/g, "<br/>");
  const fields = (rows: readonly (readonly [name: string, type: string, required: boolean])[]): string =>
    table(
      ["Field", "Type", "Required", "Description", "Example"],
      rows.map(([name, type, required]) => [
        `\`${cell(name)}\``,
        type,
        required ? ":heavy_check_mark:" : ":heavy_minus_sign:",
        cell("What it means."),
        cell("an example"),
      ]),
    );
  const page = (title: string, ...parts: readonly string[]): string =>
    [`# ${slot(title)}`, slot("What it is."), ...parts].join("\n\n");
  const link = (title: string): string => `[models.${slot(title)}](${slot(`../models/${title.toLowerCase()}.md`)})`;
  const model = (title: string, rows: Parameters<typeof fields>[0]): Source => ({
    path: `docs/models/${title.toLowerCase()}.md`,
    text: page(title, "## Fields", fields(rows)),
  });
  const operation = (name: string, id: string, method: string, path: string, response: string): string =>
    [
      `## ${slot(name)}`,
      slot("How it does it."),
      "### Example Usage",
      `<!-- UsageSnippet language="python" operationID="${slot(id)}" method="${method}" path="${slot(path)}" -->`,
      `\`\`\`python\nfrom harbor import Harbor\n\nwith Harbor(\n    token="${slot("x")}",\n) as harbor:\n\n    res = harbor.vessels.${name}(id="7")\n\`\`\``,
      "### Parameters",
      table(
        ["Parameter", "Type", "Required", "Description", "Example"],
        [
          [`\`${cell("id")}\``, "*str*", ":heavy_check_mark:", cell("The `id`."), cell("7")],
          [`\`${cell("since")}\``, "*Optional[str]*", ":heavy_minus_sign:", cell("Newer ones."), cell("x")],
          [`\`${cell("dry_run")}\``, "*OptionalNullable[bool]*", ":heavy_minus_sign:", cell("No harm."), ""],
        ],
      ),
      "### Response",
      `**${response}**`,
      "### Errors",
      table(
        ["Error Type", "Status Code", "Content Type"],
        [
          [`errors.${cell("Failure")}`, cell("404"), cell("application/json")],
          [`errors.${cell("HarborError")}`, "4XX, 5XX", "\\*/\\*"],
        ],
      ),
    ].join("\n\n");
  return [
    { path: "README.md", text: readme(slot, cell) },
    model("Vessel", [
      ["name", "*str*", true],
      ["status", link("Status"), true],
      ["cargo", `[Optional[models.Cargo]](../models/cargo.md)`, false],
      ["ports", `List[${link("Port")}]`, false],
      ["built_at", "[date](https://docs.python.org/3/library/datetime.html#date-objects)", false],
      ["labels", "Dict[str, *int*]", false],
      ["kind", `*Literal["${slot("vessel").replaceAll("|", "\\|")}"]*`, true],
      ["extra", slot("*Nullable[float]*").replaceAll(/\s/g, " "), false],
    ]),
    model("Port", [
      ["code", "*str*", true],
      ["kind", '*Literal["port"]*', true],
    ]),
    model("Box", [["type", '*Literal["box"]*', true]]),
    model("Tank", [["type", '*Literal["tank"]*', true]]),
    {
      path: "docs/models/status.md",
      text: page(
        "Status",
        "## Values",
        table(
          ["Name", "Value"],
          [
            [`\`${cell("MOORED")}\``, cell("moored")],
            ["`ADRIFT`", "adrift"],
          ],
        ),
      ),
    },
    {
      path: "docs/models/cargo.md",
      text: page(
        "Cargo",
        "## Supported Types",
        `### \`models.Box\`\n\n\`\`\`python\nvalue: models.Box = ${slot("x")}\n\`\`\``,
        `### \`models.${slot("Tank")}\``,
      ),
    },
    { path: "docs/errors/failure.md", text: page("Failure", "## Fields", fields([["message", "*str*", true]])) },
    {
      path: "docs/sdks/vessels/README.md",
      text: [
        `# ${slot("Vessels")}`,
        "## Overview",
        slot("All about vessels."),
        "### Available Operations",
        `* [locate](#locate) - ${slot("Locate one")}\n* [scrap](#scrap) - ${slot("Scrap one")}`,
        operation("locate", "locateVessel", "get", "/v1/vessels/{id}", "[models.Vessel](../../models/vessel.md)"),
        operation("scrap", "scrapVessel", "delete", "/v1/vessels/{id}", "[List[models.Cargo]](../../models/cargo.md)"),
      ].join("\n\n"),
    },
  ];
}

function readme(slot: Slots, cell: Slots): string {
  const section = (tag: string, title: string, ...parts: readonly string[]): string =>
    [`<!-- Start ${title} [${tag}] -->`, `## ${title}`, ...parts, `<!-- End ${title} [${tag}] -->`].join("\n\n");
  const security = [`\`${cell("token")}\``, "http", "HTTP Bearer", `\`${cell("HARBOR_TOKEN")}\``];
  return [
    `# ${slot("Harbor")}`,
    section("summary", "Summary", slot("All about harbors.")),
    section("installation", "SDK Installation", `\`\`\`bash\npip install ${slot("harbor")}\n\`\`\``),
    section("usage", "SDK Example Usage", `\`\`\`python\nwith ${slot("Harbor")}(\n) as harbor:\n\`\`\``),
    section(
      "security",
      "Authentication",
      table(
        ["Name", "Type", "Scheme", "Environment Variable"],
        [security, [`\`${cell("key")}\``, "apiKey", "API key", `\`${cell("HARBOR_KEY")}\``]],
      ),
    ),
    section(
      "operations",
      "Available Resources and Operations",
      `### [${slot("Vessels")}](docs/sdks/vessels/README.md)\n\n* [locate](docs/sdks/vessels/README.md#locate) - ${slot("Locate one")}`,
    ),
    section(
      "server",
      "Server Selection",
      table(
        ["Name", "Server", "Description"],
        [[`\`${cell("main")}\``, `\`${cell("https://api.harbor.example")}\``, cell("Main")]],
      ),
    ),
  ].join("\n\n");
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
