import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("unhandled-program.ts", import.meta.url));

test("streams that are aborted, broken, abandoned or closed leave no rejection and no exception behind", () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", "--import", "jiti/register", program],
    { encoding: "utf8", timeout: 100_000 },
  );
  expect(stderr).toBe("");
  expect(stdout.trim().split("\n")).toEqual([
    "abandoned",
    "aborted",
    "broken",
    "closed",
    "left",
    "opening",
    "reconnecting",
    "tee",
    "the server has seen every connection close",
  ]);
  expect(status).toBe(0);
});
