import { describe, expect, test } from "vitest";
import { type Code, code, raw } from "../../../generator/emit/print/code.ts";
import {
  alternatives,
  array,
  arrayBlock,
  arrow,
  assignment,
  block,
  body,
  both,
  braces,
  call,
  callWithArrow,
  callWithLast,
  conditional,
  entry,
  guarded,
  importCall,
  print,
  statements,
  typeParameters,
  unionArgument,
} from "../../../generator/emit/print/layout.ts";
import { complaints } from "../biome.ts";

/** A name of a length. */
function long(letter: string, length = 50): Code {
  return raw(letter.repeat(length));
}

const [a, b, c] = [raw("a"), raw("b"), raw("c")];
const [x, y, z] = [long("x"), long("y"), long("z")];
const [xs, ys, zs] = ["x".repeat(50), "y".repeat(50), "z".repeat(50)];

interface Form {
  readonly what: string;
  readonly short: Code;
  readonly flat: string;
  readonly long: Code;
  readonly broken: string;
}

const forms: readonly Form[] = [
  {
    what: "a call",
    short: code`const a1 = ${call(raw("f"), [a, b])};`,
    flat: "const a1 = f(a, b);",
    long: code`const a2 = ${call(raw("f"), [x, y, z])};`,
    broken: `const a2 = f(\n  ${xs},\n  ${ys},\n  ${zs},\n);`,
  },
  {
    what: "a call without arguments",
    short: code`const b1 = ${call(raw("f"), [])};`,
    flat: "const b1 = f();",
    long: code`const ${long("b", 100)} = ${call(raw("f"), [])};`,
    broken: `const ${"b".repeat(100)} = f();`,
  },
  {
    what: "a call whose last argument breaks",
    short: code`const c1 = ${callWithLast(raw("f"), [a], braces([b]))};`,
    flat: "const c1 = f(a, { b });",
    long: code`const c2 = ${callWithLast(raw("f"), [a], braces([x, y, z]))};`,
    broken: `const c2 = f(a, {\n  ${xs},\n  ${ys},\n  ${zs},\n});`,
  },
  {
    what: "a call whose last argument is an arrow",
    short: code`const d1 = ${callWithArrow(raw("f"), [a], raw("(item)"), call(raw("g"), [b]))};`,
    flat: "const d1 = f(a, (item) => g(b));",
    long: code`const d2 = ${callWithArrow(raw("f"), [a], raw("(item)"), call(raw("g"), [x, y]))};`,
    broken: `const d2 = f(a, (item) =>\n  g(${xs}, ${ys}),\n);`,
  },
  {
    what: "an arrow",
    short: code`const e1 = ${arrow(raw("(item)"), call(raw("g"), [b]))};`,
    flat: "const e1 = (item) => g(b);",
    long: code`const e2 = ${arrow(raw("(item)"), call(raw("g"), [x, y]))};`,
    broken: `const e2 = (item) =>\n  g(${xs}, ${ys});`,
  },
  {
    what: "an import",
    short: code`const m1 = await ${importCall("a.ts")};`,
    flat: 'const m1 = await import("a.ts");',
    long: code`const m2 = await ${importCall(`${"x".repeat(110)}.ts`)};`,
    broken: `const m2 = await import(\n  "${"x".repeat(110)}.ts"\n);`,
  },
  {
    what: "type parameters",
    short: code`${call(code`function n1${typeParameters([raw("T")])}`, [raw("a: T")])} {}`,
    flat: "function n1<T>(a: T) {}",
    long: code`${call(code`function n2${typeParameters([code`T extends ${x}`, code`U extends ${y}`, code`V extends ${z}`])}`, [raw("a: T")])} {}`,
    broken: `function n2<\n  T extends ${xs},\n  U extends ${ys},\n  V extends ${zs},\n>(a: T) {}`,
  },
  {
    what: "a conditional",
    short: code`const f1 = ${conditional(a, b, c)};`,
    flat: "const f1 = a ? b : c;",
    long: code`const f2 = ${conditional(a, x, long("y", 60))};`,
    broken: `const f2 = a\n  ? ${xs}\n  : ${"y".repeat(60)};`,
  },
  {
    what: "an array",
    short: code`const g1 = ${array([a, b])};`,
    flat: "const g1 = [a, b];",
    long: code`const g2 = ${array([x, y, z])};`,
    broken: `const g2 = [\n  ${xs},\n  ${ys},\n  ${zs},\n];`,
  },
  {
    what: "a list of objects",
    short: code`const h1 = ${arrayBlock([])};`,
    flat: "const h1 = [];",
    long: code`const h2 = ${arrayBlock([braces([raw("a: 1"), raw("b: 1")]), braces([raw("a: 2"), raw("b: 2")])])};`,
    broken: "const h2 = [\n  { a: 1, b: 1 },\n  { a: 2, b: 2 },\n];",
  },
  {
    what: "an object",
    short: code`const i1 = ${braces([a, b])};`,
    flat: "const i1 = { a, b };",
    long: code`const i2 = ${braces([x, y, z])};`,
    broken: `const i2 = {\n  ${xs},\n  ${ys},\n  ${zs},\n};`,
  },
  {
    what: "an object with a line for each entry",
    short: code`const j1 = ${block([])};`,
    flat: "const j1 = {};",
    long: code`const j2 = ${block([a, b])};`,
    broken: "const j2 = {\n  a,\n  b,\n};",
  },
  {
    what: "a type with alternatives",
    short: code`type L1 =${raw(" ")}${alternatives([a, b])};`,
    flat: "type L1 = a | b;",
    long: code`type L2 =${alternatives([x, y, z])};`,
    broken: `type L2 =\n  | ${xs}\n  | ${ys}\n  | ${zs};`,
  },
  {
    what: "a guarded statement",
    short: guarded(raw("if (a)"), raw("b = c;")),
    flat: "if (a) b = c;",
    long: guarded(raw("if (a)"), code`${x} = ${long("y", 62)};`),
    broken: `if (a) {\n  ${xs} = ${"y".repeat(62)};\n}`,
  },
  {
    what: "an assignment of a conditional",
    short: code`${assignment(raw("a ="), conditional(a, b, c))};`,
    flat: "a = a ? b : c;",
    long: code`${assignment(code`${x} =`, conditional(raw("a === null"), long("y", 30), long("z", 30)))};`,
    broken: `${xs} =\n  a === null ? ${"y".repeat(30)} : ${"z".repeat(30)};`,
  },
  {
    what: "two operands",
    short: code`d = ${both(a, b)};`,
    flat: "d = a && b;",
    long: code`${assignment(raw("d ="), both(long("x", 70), long("y", 70)))};`,
    broken: `d =\n  ${"x".repeat(70)} &&\n  ${"y".repeat(70)};`,
  },
  {
    what: "an entry whose value comes below its key",
    short: code`e = ${braces([entry(a, both(b, c))])};`,
    flat: "e = { a: b && c };",
    long: code`e = ${block([entry(x, both(y, z))])};`,
    broken: `e = {\n  ${xs}:\n    ${ys} && ${zs},\n};`,
  },
  {
    what: "an entry whose value is a call",
    short: code`f = ${braces([entry(a, call(raw("b?.c"), [c]))])};`,
    flat: "f = { a: b?.c(c) };",
    long: code`f = ${block([entry(x, call(raw("b?.c"), [y, z]))])};`,
    broken: `f = {\n  ${xs}: b?.c(\n    ${ys},\n    ${zs},\n  ),\n};`,
  },
  {
    what: "a union behind a name",
    short: code`g${unionArgument([a, b])}();`,
    flat: "g<a | b>();",
    long: code`g${unionArgument([x, y, z])}();`,
    broken: `g<\n  | ${xs}\n  | ${ys}\n  | ${zs}\n>();`,
  },
  {
    what: "a union behind a name that has a line of its own",
    short: code`h${unionArgument([a])}();`,
    flat: "h<a>();",
    long: code`${long("h", 30)}${unionArgument([x, y])}();`,
    broken: `${"h".repeat(30)}<\n  ${xs} | ${ys}\n>();`,
  },
];

describe("each form, flat and broken", () => {
  test.each(forms)("$what", ({ short, flat, long: wide, broken }) => {
    expect(print(short)).toBe(flat);
    expect(print(wide)).toBe(broken);
  });

  test("is what a formatter makes of it", async () => {
    const text = forms.flatMap(({ flat, broken }) => [flat, broken]).join("\n");
    const file = { path: "src/forms.ts", text: `${text}\n` };
    expect(await complaints({ forms: [file] }, ["--linter-enabled=false"])).toBe("");
  });
});

describe("where code is printed", () => {
  const three = call(raw("f"), [x, y, a]);

  test("counts what stands before it, and behind it up to the next line", () => {
    expect(print(three)).toBe(`f(${xs}, ${ys}, a)`);
    expect(print(three, { used: 20 })).toBe(`f(\n  ${xs},\n  ${ys},\n  a,\n)`);
    expect(print(three, { indent: 20 }).split("\n")[1]).toBe(`${" ".repeat(22)}${xs},`);
    expect(print(code`${three}${long("z", 13)}`).split("\n")).toHaveLength(5);
    expect(print(code`${three}${block([a])}`)).toBe(`f(${xs}, ${ys}, a){\n  a,\n}`);
    expect(print(three, { width: Number.POSITIVE_INFINITY })).toBe(`f(${xs}, ${ys}, a)`);
  });

  test("exactly the width fits, and one more does not", () => {
    const width = `f(${xs}, ${ys}, a)`.length;
    expect(print(three, { width }).split("\n")).toHaveLength(1);
    expect(print(three, { width: width - 1 }).split("\n")).toHaveLength(5);
  });

  test("inner groups stay whole where they can", () => {
    expect(print(call(raw("f"), [array([x, y]), array([a, b]), z]))).toBe(
      `f(\n  [${xs}, ${ys}],\n  [a, b],\n  ${zs},\n)`,
    );
  });
});

test("statements stand one below the other, and bodies in braces", () => {
  expect(print(statements([raw("a;"), raw("b;")]))).toBe("a;\nb;");
  expect(print(code`function f() ${body([raw("a;"), guarded(raw("if (b)"), raw("c;"))])}`)).toBe(
    "function f() {\n  a;\n  if (b) c;\n}",
  );
});
