import { expect } from "vitest";
import { type Docs, enumeration, model, resource, section } from "../checklist/docs.ts";

export const ship = "docs/models/components/ship.md";
export const cargo = "docs/models/components/cargo.md";
export const state = "docs/models/components/state.md";
export const load = "docs/models/components/load.md";
export const ships = "docs/sdks/ships/README.md";

/** An API that sends cargo, receives ships, and does both with loads; a state is received, a size is sent. */
export const docs: Docs = {
  [ship]: model(
    "Ship",
    ["id", "*string*"],
    ["name", "*string*", "–", "What people call it.", "Aurora"],
    ["state", "[components.State](../../models/components/state.md)"],
    ["load", "[components.Load](../../models/components/load.md)", "–"],
    ["crewSize", "*string*", "–", "How many sail it."],
    ["draught", "*number*", "–", "N/A", "7.5"],
  ),
  [cargo]: model(
    "Cargo",
    ["weight", "*number*", "✓", "N/A", "1.5"],
    ["label", "*string*", "–"],
    ["size", "[components.Size](../../models/components/size.md)", "–"],
    ["load", "[components.Load](../../models/components/load.md)", "–"],
  ),
  [state]: enumeration("State", ["Moored", "moored"], ["Sailing", "sailing"]),
  "docs/models/components/size.md": enumeration("Size", ["Small", "small"], ["Large", "large"]),
  [load]: `# Load\n\n\n## Supported Types\n\n### \`components.Crate\`\n\n\`\`\`typescript\nconst value: components.Crate = { kind: "crate" };\n\`\`\`\n\n### \`components.Barrel\`\n\n\`\`\`typescript\nconst value: components.Barrel = { kind: "barrel" };\n\`\`\`\n\n### \`components.Sack\`\n\n\`\`\`typescript\nconst value: components.Sack = { kind: "sack" };\n\`\`\`\n`,
  "docs/models/components/crate.md": model("Crate", ["kind", '*"crate"*'], ["height", "*number*", "✓", "N/A", "1.5"]),
  "docs/models/components/barrel.md": model(
    "Barrel",
    ["kind", '*"barrel"*'],
    ["litres", "*number*", "✓", "N/A", "1.5"],
  ),
  "docs/models/components/sack.md": model("Sack", ["kind", '*"sack"*']),
  "docs/models/errors/notfound.md": model("NotFound", ["message", "*string*"]),
  [ships]: resource("Ships", {
    get: section({
      route: "GET /ships/{id}",
      id: "getShip",
      sample: "typescript\nawait client.ships.get();\n",
      rows: [
        ["id", "*string*"],
        ["depth", "*string*", "–"],
      ],
      response: "Promise\\<[components.Ship](../../models/components/ship.md)\\>",
      errors: [["errors.NotFound", "404", "application/json"]],
    }),
    send: section({
      route: "POST /cargo",
      id: "sendCargo",
      sample: "typescript\nawait client.ships.send();\n",
      rows: [
        [
          "request",
          "[components.Cargo](../../models/components/cargo.md)",
          "✓",
          "The request object to use for the request.",
        ],
      ],
      response: "Promise\\<void\\>",
    }),
  }),
};

export function edited(page: string, from: string, to: string): Docs {
  const text = docs[page] ?? "";
  expect(text).toContain(from);
  return { ...docs, [page]: text.replace(from, to) };
}

const mark = ":heavy_check_mark:";
const minus = ":heavy_minus_sign:";

/** The text that is replaced, and what that changes; the other way round behind it. */
export const cases: readonly (readonly [string, readonly [page: string, from: string, to: string], string, string])[] =
  [
    [
      "a received field need not be there any more",
      [ship, `| \`id\` | *string* | ${mark} |`, `| \`id\` | *string* | ${minus} |`],
      "breaking response field Ship.id: field/presence required → optional",
      "minor response field Ship.id: field/presence optional → required",
    ],
    [
      "a sent field has to be there",
      [cargo, `| \`label\` | *string* | ${minus} |`, `| \`label\` | *string* | ${mark} |`],
      "breaking request field Cargo.label: field/presence optional → required",
      "minor request field Cargo.label: field/presence required → optional",
    ],
    [
      "a field is of another type",
      [ship, "`id` | *string*", "`id` | *boolean*"],
      "breaking response field Ship.id: field/type string → boolean",
      "breaking response field Ship.id: field/type boolean → string",
    ],
    [
      "a sent field takes more",
      [cargo, "`label` | *string*", "`label` | *string \\| number*"],
      "minor request field Cargo.label: field/type string → string | number",
      "breaking request field Cargo.label: field/type string | number → string",
    ],
    [
      "a received field has more",
      [ship, "`name` | *string*", "`name` | *string \\| number*"],
      "breaking response field Ship.name: field/type string → string | number",
      "minor response field Ship.name: field/type string | number → string",
    ],
    [
      "a received text is one of few",
      [ship, "`name` | *string*", "`name` | [components.State](../../models/components/state.md)"],
      "minor response field Ship.name: field/type string → State",
      "breaking response field Ship.name: field/type State → string",
    ],
    [
      "a sent choice is any text",
      [cargo, "[components.Size](../../models/components/size.md)", "*string*"],
      "minor request field Cargo.size: field/type Size → string",
      "breaking request field Cargo.size: field/type string → Size",
    ],
    [
      "a received list has items of another type",
      [ship, "`crewSize` | *string*", "`crewSize` | *string*[]"],
      "breaking response field Ship.crewSize: field/type string → string[]",
      "breaking response field Ship.crewSize: field/type string[] → string",
    ],
    [
      "a received number is a date",
      [
        ship,
        "`draught` | *number*",
        "`draught` | [Date](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Date)",
      ],
      "breaking response field Ship.draught: field/type number → date-time",
      "breaking response field Ship.draught: field/type date-time → number",
    ],
    [
      "a sample shows that a number is none with decimals",
      [ship, "| 7.5 |", "| 7 |"],
      "minor response field Ship.draught: field/type number → integer",
      "minor response field Ship.draught: field/type integer → number",
    ],
    [
      "a value of an enum, which code may not have met",
      [state, "| `Sailing` | sailing |", "| `Sailing` | sailing |\n| `Sunk` | sunk |"],
      'minor response model State: model/value – → "sunk"',
      'breaking response model State: model/value "sunk" → –',
    ],
    [
      "a member of a union",
      [
        load,
        '### `components.Barrel`\n\n```typescript\nconst value: components.Barrel = { kind: "barrel" };\n```\n',
        "",
      ],
      "breaking both model Load: model/member Barrel → –",
      "minor both model Load: model/member – → Barrel",
    ],
    [
      "a received field is new",
      [ship, "| `id` |", `| \`flag\` | *string* | ${mark} | N/A |  |\n| \`id\` |`],
      "minor response field Ship.flag: field/added – → string, required",
      "breaking response field Ship.flag: field/removed string, required → –",
    ],
    [
      "a sent field is new, and has to be there",
      [cargo, "| `weight` |", `| \`flag\` | *string* | ${mark} | N/A |  |\n| \`weight\` |`],
      "breaking request field Cargo.flag: field/added – → string, required",
      "breaking request field Cargo.flag: field/removed string, required → –",
    ],
    [
      "a field has another name on the wire, and in code the same",
      [ship, "How many sail it.", "Sent as `crew_size`."],
      "minor response field Ship.crewSize: field/wire-name crewSize → crew_size",
      "minor response field Ship.crewSize: field/wire-name crew_size → crewSize",
    ],
    [
      "a default",
      [
        cargo,
        `| \`label\` | *string* | ${minus} | N/A |`,
        `| \`label\` | *string* | ${minus} | Defaults to \`none\`. |`,
      ],
      'minor request field Cargo.label: field/default – → "none"',
      'minor request field Cargo.label: field/default "none" → –',
    ],
    [
      "another path, to which the same call goes",
      [ships, 'path="/cargo"', 'path="/freight"'],
      "minor request operation send: operation/route POST /cargo → POST /freight",
      "minor request operation send: operation/route POST /freight → POST /cargo",
    ],
    [
      "another id, by which the function is called",
      [ships, 'operationID="sendCargo"', 'operationID="ship-cargo"'],
      "breaking package operation send: operation/function sendCargo → ship-cargo",
      "breaking package operation send: operation/function ship-cargo → sendCargo",
    ],
    [
      "a parameter is gone",
      [ships, `| \`depth\` | *string* | ${minus} | N/A |`, ""],
      "breaking request parameter get.depth: parameter/removed string, optional → –",
      "minor request parameter get.depth: parameter/added – → string, optional",
    ],
    [
      "an error is documented no more",
      [ships, "| errors.NotFound | 404 | application/json |", ""],
      "breaking response operation get: operation/error 404 NotFound → –",
      "minor response operation get: operation/error – → 404 NotFound",
    ],
    [
      "words alone",
      [ship, "What people call it.", "Its name."],
      "patch response field Ship.name: field/docs",
      "patch response field Ship.name: field/docs",
    ],
  ];
