import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Change, diffApis } from "../../generator/diff/index.ts";
import { type Api, generate } from "../../generator/index.ts";
import { parseIr } from "../../generator/ir-text.ts";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** The API that the `ir.json` of a shipped package holds. */
function shipped(name: string): Api {
  const parsed = parseIr(readFileSync(`${project}output/${name}/ir.json`, "utf8"), "ir.json");
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
}

const apis = readdirSync(`${project}output`);
const spelling = { fields: "camelCase" } as const;

describe.each(apis)("%s", (name) => {
  test("an ir.json says as much of an API as its docs", async () => {
    const { api, files } = await generate({ docs: `${project}input-docs/${name}`, options: { slug: name } });
    const parsed = parseIr(files.find(({ path }) => path === "ir.json")?.text ?? "", "ir.json");
    expect(parsed).toEqual({ ok: true, value: JSON.parse(JSON.stringify(api)) });
    expect(diffApis(api, parsed.ok ? parsed.value : api, spelling)).toEqual([]);
  });

  test.each(apis.filter((other) => other !== name))(
    "the way back from %s takes what the way there brought",
    (other) => {
      const [one, two] = [shipped(name), shipped(other)];
      const [forth, back] = [diffApis(one, two, spelling), diffApis(two, one, spelling)];
      expect(keys(back.filter(isRemoval))).toEqual(keys(forth.filter(isAddition)));
      expect(keys(back.filter(isAddition))).toEqual(keys(forth.filter(isRemoval)));
    },
  );
});

function isRemoval({ code }: Change): boolean {
  return code.endsWith("/removed");
}

function isAddition({ code }: Change): boolean {
  return code.endsWith("/added");
}

/** Without the owner of a row, which may have another name on either side. */
function keys(changes: readonly Change[]): readonly string[] {
  return changes.map(({ code, subject }) => `${code.split("/")[0]} ${subject.split(/[ .]/).at(-1)}`).sort();
}
