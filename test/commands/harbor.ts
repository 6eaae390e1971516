/** The documents of a small API, with one mistake of each kind that `lint` alone finds. */
export const harbor: Readonly<Record<string, string>> = {
  "input-docs/harbor/README.md": `# Harbor

Ships and ports. See the [guide](docs/guide.md) and [the site](https://harbor.example).
`,
  "input-docs/harbor/docs/models/vessel.md": `# Vessel

A ship, as [ports](port.md) know it.

## Example Usage

\`\`\`typescript
import { Vessel } from "harbor/models";

let value: Vessel = {
  shipName: "Aurora",
  crewSize: "twelve",
  flag: "NL",
};
\`\`\`

## Fields

| Field         | Type                                                                      | Required           | Description                 | Example |
| ------------- | ------------------------------------------------------------------------- | ------------------ | --------------------------- | ------- |
| \`shipName\`    | *string*                                                                  | :heavy_check_mark: | Sent as \`ship_name\`.        | Aurora  |
| \`crewSize\`    | *number*                                                                  | :heavy_minus_sign: | N/A                         | twelve  |
| \`launched\`    | [Date](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Date)  | :heavy_check_mark: | N/A                         |         |
`,
  "input-docs/harbor/docs/models/port.md": `# Port

## Example Usage

\`\`\`typescript
let value: Port = { name: ;
\`\`\`

## Fields

| Field  | Type     | Required           | Description |
| ------ | -------- | ------------------ | ----------- |
| \`name\` | *string* | :heavy_check_mark: | N/A         |
`,
  "input-docs/harbor/docs/sdks/vessels/README.md": `# Vessels
(*vessels*)

### Available Operations

* [locate](#locate) - Finds a ship

## locate

Finds a ship

### Example Usage

\`\`\`typescript
const result = await harbor.vessels.locate("1");
\`\`\`

### Parameters

| Parameter | Type     | Required           | Description |
| --------- | -------- | ------------------ | ----------- |
| \`vesselId\` | *string* | :heavy_check_mark: | N/A         |

### Response

**Promise\\<[models.Vessel](../../models/vessel.md)\\>**
`,
};
