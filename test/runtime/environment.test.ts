import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type Authorizer,
  apiKeyHeader,
  bearer,
  environment,
  fromEnvironment,
} from "../../templates/typescript/runtime/auth.ts";

afterEach(() => vi.unstubAllEnvs());
afterEach(() => vi.unstubAllGlobals());

async function headersOf(authorizer: Authorizer): Promise<Record<string, string>> {
  const headers = new Headers();
  await authorizer({ url: new URL("https://h"), headers });
  return Object.fromEntries(headers);
}

describe("a variable of the environment", () => {
  test.each<{ name: string; process: unknown }>([
    { name: "no process", process: undefined },
    { name: "a process without environment", process: {} },
    { name: "an environment without the variable", process: { env: {} } },
    { name: "an empty variable", process: { env: { HARBOR_TOKEN: "" } } },
    {
      name: "no leave to read it",
      process: {
        get env(): never {
          throw new Error("NotCapable");
        },
      },
    },
  ])("is undefined where there is $name", ({ process }) => {
    vi.stubGlobal("process", process);
    const value = environment("HARBOR_TOKEN");
    vi.unstubAllGlobals();
    expect(value).toBeUndefined();
  });
});

describe("credentials", () => {
  const either = fromEnvironment(
    "HARBOR_TOKEN",
    bearer,
    fromEnvironment("HARBOR_KEY", (key) => apiKeyHeader("x-key", key)),
  );

  test.each<{ env: Record<string, string>; want: Record<string, string> }>([
    { env: { HARBOR_TOKEN: "t" }, want: { authorization: "Bearer t" } },
    { env: { HARBOR_KEY: "k" }, want: { "x-key": "k" } },
    { env: { HARBOR_TOKEN: "t", HARBOR_KEY: "k" }, want: { authorization: "Bearer t" } },
    { env: { HARBOR_TOKEN: "", HARBOR_KEY: "k" }, want: { "x-key": "k" } },
    { env: {}, want: {} },
  ])("come from $env when the request is made", async ({ env, want }) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(await headersOf(either)).toEqual(want);
  });
});
