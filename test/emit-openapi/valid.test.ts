import { validate } from "@readme/openapi-parser";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitOpenapi } from "../../generator/emit/openapi/index.ts";
import { generate } from "../../generator/index.ts";
import { hostileApi } from "../emit/hostile-api.ts";
import { hostileSlots } from "../emit/hostile-text.ts";

async function flawsOf(text: string): Promise<readonly string[]> {
  const result = await validate(JSON.parse(text));
  return result.valid ? [] : result.errors.map(({ message }) => message);
}

test.each(["cove", "harbor", "plover", "quill", "tern"])("what the docs of %s give is valid", async (name) => {
  const { files } = await generate({ docs: `input-docs/${name}` });
  const text = files.find(({ path }) => path === "openapi.json")?.text ?? "";
  expect(await flawsOf(text)).toEqual([]);
});

test("hostile text is only text", { timeout: 600_000 }, async () => {
  const holds = fc.asyncProperty(hostileSlots(), fc.boolean(), async (slots, evidence) => {
    const given = hostileApi(slots());
    const { text } = emitOpenapi(given, { unstatedNull: "include", evidence });
    expect(await flawsOf(text)).toEqual([]);
    expect(emitOpenapi(given, { unstatedNull: "include", evidence }).text).toBe(text);
  });
  await fc.assert(holds, { numRuns: Number(process.env["HOSTILE_RUNS"] ?? 20) });
});
