import { beforeAll, expect, test } from "vitest";
import { type Api, generate } from "../generator/index.ts";

/** The documents of one fictional API, in every language that can be read. */
const dialects = ["csharp", "go", "java", "php", "python", "ruby", "typescript"] as const;

/** What a dialect's documents cannot say, or say in another way; everything else is the same in all seven. */
const losses: readonly (readonly [fact: string, where: readonly string[], reason: string])[] = [
  ["reply exportEvents stream", ["go", "python", "typescript"], "the others print the item, and no stream"],
  ["reply exportEvents json", ["csharp", "java", "php", "ruby"], "as above"],
];

const facts = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  for (const dialect of dialects) {
    const { api } = await generate({ docs: `input-docs/harbor/${dialect}` });
    facts.set(dialect, new Set(factsOf(api)));
  }
});

test("the seven dialects tell the same operations, parameters, answers and properties, but for the listed losses", () => {
  const union = new Set([...facts.values()].flatMap((told) => [...told]));
  const partial = [...union]
    .map((fact) => [fact, dialects.filter((dialect) => facts.get(dialect)?.has(fact))] as const)
    .filter(([, where]) => where.length < dialects.length)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const expected = losses
    .map(([fact, where]) => [fact, where] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  expect(partial).toEqual(expected);
  expect(union.size).toBeGreaterThan(200);
});

function factsOf({ operations, models }: Api): string[] {
  const called = operations.flatMap(({ id, route, parameters, body, replies, errors }) => [
    `operation ${id} ${route?.value.method} ${route?.value.path}`,
    ...parameters.map((one) => `parameter ${id} ${one.location.value} ${one.wireName.value} ${one.presence.value}`),
    ...(body === null ? [] : [`body ${id} ${body.encoding.value}`]),
    ...replies.value.map((reply) => `reply ${id} ${reply.kind}`),
    ...errors.map(({ status }) => `error ${id} ${status}`),
  ]);
  const held = models.flatMap((model) =>
    model.kind === "object" && model.role.value === "data"
      ? model.properties.map((one) => `property ${plain(model.title)} ${one.wireName.value} ${one.presence.value}`)
      : [],
  );
  return [...called, ...held];
}

/** TypeScript's generators write `ErrorT` and `FileT` where the language has such a name already. */
function plain(title: string): string {
  return title.replace(/^(Error|File)T$/, "$1");
}
