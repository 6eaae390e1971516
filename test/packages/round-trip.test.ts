import { deepStrictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samplesOf } from "./arbitrary.ts";
import { type Codec, codecOf, decodedNames, type Issue, runtimes, type Validate } from "./codecs.ts";
import { apis, irOf } from "./fixture.ts";

/** The sampler has no end for a union that may hold itself, nor typed further fields; harbor has both. */
const sampled = apis.filter((name) => name !== "harbor");

describe.each(sampled)("%s", (name) => {
  const api = irOf(name);
  const samples = samplesOf(api, runtimes[name].withUnknownFields);
  const coded = api.models.flatMap((model) => {
    const codec = codecOf(name, model);
    return codec === undefined ? [] : [{ name: codec.name, codec, sample: samples(model.id) }];
  });

  test("every codec stands for a documented model", () => {
    expect(coded.map((one) => one.name).sort()).toEqual(decodedNames(name).sort());
  });

  // The comparison is Node's: it sees absent keys, prototypes, symbols, and a key that is called `__proto__`.
  test.each(coded)("$name goes there and back", ({ codec, sample }) => {
    fc.assert(
      fc.property(sample, ({ wire, value, back }) => {
        const text = JSON.stringify(wire);
        const issues: Issue[] = [];
        const decoded = codec.decode(JSON.parse(text), { onIssue: (issue) => void issues.push(issue) });
        deepStrictEqual(issues, []);
        deepStrictEqual(decoded, value);
        deepStrictEqual(written(codec, decoded), back);
        deepStrictEqual(written(codec, value), back);
        deepStrictEqual(codec.decode(codec.encode(value as never)), value);
        // What is written is what JSON carries: nothing but absent fields gets lost in the text.
        expect(codec.encode(value as never)).toEqual(back);
      }),
      { numRuns: 60 },
    );
  });

  test.each(coded)("$name reads any JSON", ({ codec, sample }) => {
    fc.assert(
      fc.property(fc.oneof(secretJson(), broken(sample)), (input) => holds(codec, input)),
      { numRuns: 60 },
    );
  });
});

function written(codec: Codec, value: unknown): unknown {
  return JSON.parse(JSON.stringify(codec.encode(value as never)));
}

/** Lenient and off deliver whatever came; strict throws nothing but issues, which know where and not what. */
function holds(codec: Codec, input: unknown): void {
  expect(outcome(codec, input, "off")).toEqual({ issues: [], error: undefined });
  const lenient = outcome(codec, input, "lenient");
  expect(lenient.error).toBeUndefined();
  const strict = outcome(codec, input, "strict");
  expect(strict.issues).toEqual(lenient.issues);
  if (lenient.issues.length === 0) {
    expect(strict.error).toBeUndefined();
    return;
  }
  expect(strict.error).toMatchObject({ name: "DecodeError", issues: lenient.issues });
  expect(String(strict.error)).not.toContain(secretWord);
  for (const issue of lenient.issues) {
    expect(JSON.stringify(issue)).not.toMatch(secretWord);
    expect(JSON.stringify(issue)).not.toMatch(String(secretNumber));
    expect(issue.path.startsWith(codec.name)).toBe(true);
    expect(issue.path.slice(codec.name.length)).toMatch(/^($|\.|\[)/);
  }
}

function outcome(codec: Codec, input: unknown, validate: Validate): { issues: Issue[]; error: unknown } {
  const issues: Issue[] = [];
  try {
    codec.decode(input, { validate, onIssue: (issue) => void issues.push(issue) });
    return { issues, error: undefined };
  } catch (error) {
    return { issues, error };
  }
}

const secretWord = "hunter2";
const secretNumber = 8675309;

/** Any JSON, with values that can be told from names and from messages. */
function secretJson(): fc.Arbitrary<unknown> {
  return fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value), hide));
}

function hide(_: string, value: unknown): unknown {
  if (typeof value === "string") return `${secretWord}${value}`;
  return typeof value === "number" ? secretNumber : value;
}

/** A sample of which one part, however deep, is another JSON. */
function broken(sample: fc.Arbitrary<{ readonly wire: unknown }>): fc.Arbitrary<unknown> {
  const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
  return fc.tuple(sample, steps, secretJson()).map(([{ wire }, way, other]) => replaced(wire, way, other));
}

function replaced(value: unknown, [step, ...rest]: readonly number[], other: unknown): unknown {
  if (step === undefined || typeof value !== "object" || value === null) return other;
  const entries = Object.entries(value);
  const at = step % Math.max(entries.length, 1);
  const changed = entries.map(([name, item], index) => [name, index === at ? replaced(item, rest, other) : item]);
  return Array.isArray(value) ? changed.map(([, item]) => item) : Object.fromEntries(changed);
}
