import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { code, escapeHidden, join, literal, raw, spellHidden } from "../../../generator/emit/print/code.ts";
import { flat } from "../../../generator/emit/print/layout.ts";
import { keyOf, member } from "../../../generator/emit/print/member.ts";

describe("a literal", () => {
  test.each<[value: string | number | boolean | null, text: string]>([
    ["", '""'],
    ["text", '"text"'],
    ["it's", '"it\'s"'],
    ['say "no"', "'say \"no\"'"],
    [`"it's"`, `'"it\\'s"'`],
    [`it's "`, `"it's \\""`],
    ["a\\b", '"a\\\\b"'],
    ["a\\", '"a\\u005c"'],
    ['a"\\\\', "'a\"\\\\\\u005c'"],
    ["a\nb\tc\r", '"a\\nb\\tc\\r"'],
    [`\${x} \`y\` */ // <!--`, `"\${x} \`y\` */ // <!--"`],
    ["\u0000\u001b\u007f\u0085", '"\\u0000\\u001b\\u007f\\u0085"'],
    ["\u2028\u2029", '"\\u2028\\u2029"'],
    ["a\u202eb\u2066c\u200d\ufeff", '"a\\u202eb\\u2066c\\u200d\\ufeff"'],
    ["\u00ad\u3164\u{e0041}", '"\\u00ad\\u3164\\udb40\\udc41"'],
    ["\ud800", '"\\ud800"'],
    ["é 日本 😀 ⚠️", '"é 日本 😀 ⚠️"'],
    [1, "1"],
    [-0.5, "-0.5"],
    [1e21, "1e+21"],
    [true, "true"],
    [null, "null"],
  ])("%j is %s", (value, text) => {
    expect(literal(value)).toBe(text);
  });

  test("evaluates to what it was made of, and is one line without anything hidden", () => {
    const strings = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."\"'\\\n\u2028`$u0a") }),
    );
    fc.assert(
      fc.property(strings, (value) => {
        const text = literal(value);
        expect(Function(`return ${text}`)()).toBe(value);
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });
});

test("hidden characters are escaped in JSON, and spelled out in prose", () => {
  const text = "a\u202eb\u{e0041}\ud800\u0007\n\t";
  expect(escapeHidden(JSON.stringify(text))).toBe('"a\\u202eb\\udb40\\udc41\\ud800\\u0007\\n\\t"');
  expect(JSON.parse(escapeHidden(JSON.stringify(text)))).toBe(text);
  expect(spellHidden(text)).toBe("aU+202EbU+E0041\ufffdU+0007\n\t");
});

describe("the code tag", () => {
  test("quotes what is no code", () => {
    expect(flat(code`f(${"*/"}, ${1}, ${true}, ${null}, ${raw("x")})`)).toBe('f("*/", 1, true, null, x)');
    expect(flat(join([raw("a"), code`${"b"}`], " | "))).toBe('a | "b"');
    expect(flat(join([], ", "))).toBe("");
  });
});

describe("a name as a key, and as a member", () => {
  test.each<[name: string, key: string, member: string]>([
    ["name", "name", "o.name"],
    ["class", "class", "o.class"],
    ["größe", "größe", "o.größe"],
    ["$ref", "$ref", "o.$ref"],
    ["a-b", '"a-b"', 'o["a-b"]'],
    ["1st", '"1st"', 'o["1st"]'],
    ["", '""', 'o[""]'],
    ["__proto__", '["__proto__"]', "o.__proto__"],
    ["a\u200bb", '"a\\u200bb"', 'o["a\\u200bb"]'],
    ["\u3164", '"\\u3164"', 'o["\\u3164"]'],
    ['"', "'\"'", "o['\"']"],
  ])("%j", (name, key, access) => {
    expect(flat(keyOf(name))).toBe(key);
    expect(flat(member("o", name))).toBe(access);
  });
});
