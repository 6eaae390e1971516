import { describe, expect, test } from "vitest";
import { type DecodeOptions, Harbor, type Issue } from "../../../output/harbor/src/index.ts";
import { type Answer, json, startServer, text } from "./api-server.ts";

const server = await startServer();

/** A call whose answer has a number where the documentation has a text: what comes of it, and which path is wrong. */
interface Case {
  readonly what: string;
  readonly answer: Answer;
  readonly call: (harbor: Harbor, options: DecodeOptions) => Promise<unknown>;
  readonly path: string;
}

const cases: readonly Case[] = [
  {
    what: "a model",
    answer: json({ id: 7, name: "Rotterdam" }),
    call: async (harbor, options) => (await harbor.ports.retrieve({ portId: "p" }, options)).id,
    path: "Port.id",
  },
  {
    what: "an item of a stream",
    answer: text('data: {"type":"departed","mmsi":7}\n\ndata: [DONE]\n\n', "text/event-stream"),
    call: async (harbor, options) => {
      for await (const event of await harbor.vessels.watch({ mmsi: "1" }, options))
        return "mmsi" in event ? event.mmsi : undefined;
      return undefined;
    },
    path: "Event.mmsi",
  },
];

/** The paths that were reported while a call lasted, and what came of it. */
async function outcome({ answer, call }: Case, client: DecodeOptions, own: DecodeOptions = {}) {
  server.answer(answer);
  const issues: Issue[] = [];
  const onIssue = (issue: Issue): void => void issues.push(issue);
  const result = await call(new Harbor({ baseUrl: server.baseUrl, onIssue, ...client }), own).catch(
    (error: unknown) => error,
  );
  return { result, paths: issues.map(({ path }) => path) };
}

describe.each(cases)("$what", (one) => {
  test.each<{ client: DecodeOptions; own: DecodeOptions }>([
    { client: {}, own: {} },
    { client: { validate: undefined }, own: { validate: undefined } },
    { client: { validate: "strict" }, own: { validate: "lenient" } },
    { client: { validate: "off" }, own: { validate: "lenient" } },
  ])("is delivered with its issue: $client.validate, $own.validate", async ({ client, own }) => {
    const { result, paths } = await outcome(one, client, own);
    expect(result).toBe(7);
    expect(paths).toContain(one.path);
  });

  test.each<{ client: DecodeOptions; own: DecodeOptions }>([
    { client: { validate: "strict" }, own: {} },
    { client: {}, own: { validate: "strict" } },
    { client: { validate: "off" }, own: { validate: "strict" } },
  ])("is refused: $client.validate, $own.validate", async ({ client, own }) => {
    const { result } = await outcome(one, client, own);
    expect(result).toMatchObject({
      name: "DecodeError",
      issues: expect.arrayContaining([expect.objectContaining({ path: one.path })]),
    });
  });

  test.each<{ client: DecodeOptions; own: DecodeOptions }>([
    { client: { validate: "off" }, own: {} },
    { client: { validate: "strict" }, own: { validate: "off" } },
  ])("is delivered without a look: $client.validate, $own.validate", async ({ client, own }) => {
    expect(await outcome(one, client, own)).toEqual({ result: 7, paths: [] });
  });

  test("tells its issue to the call instead of the client, where the call asks", async () => {
    const own: string[] = [];
    const { paths } = await outcome(one, {}, { onIssue: ({ path }) => void own.push(path) });
    expect(own).toContain(one.path);
    expect(paths).toEqual([]);
  });
});

describe("a documented error", () => {
  const broken: Case = {
    what: "an error",
    answer: json({ code: 7, message: "gone", request_id: "r-1" }, 404),
    call: (harbor, options) => harbor.ports.retrieve({ portId: "p" }, options),
    path: "NotFound.code",
  };

  test.each<{ validate: DecodeOptions["validate"]; paths: readonly string[] }>([
    { validate: "strict", paths: ["NotFound.code"] },
    { validate: "lenient", paths: ["NotFound.code"] },
    { validate: "off", paths: [] },
  ])("is that error whatever is wrong with its body: $validate", async ({ validate, paths }) => {
    const found = await outcome(broken, { validate });
    expect(found.result).toMatchObject({ name: "NotFound", status: 404, body: { code: 7, requestId: "r-1" } });
    expect(found.paths).toEqual(paths);
  });
});
