import { describe, expect, test } from "vitest";
import { code, raw } from "../../generator/emit/print/code.ts";
import { newTemplate, render, renderSource, type View } from "../../generator/emit/template.ts";

const view: View = {
  name: raw("Harbor"),
  quoted: code`${"it's"}`,
  isOpen: true,
  isShut: false,
  group: { name: raw("Vessels") },
  ports: [{ code: raw("NLRTM") }, { code: raw("DEHAM") }],
  none: [],
  words: [raw("one"), raw("two")],
};

describe("what a template can use", () => {
  test.each<[template: string, text: string]>([
    ["{{name}} {{quoted}} {{group.name}}", 'Harbor "it\'s" Vessels'],
    ["{{#if isOpen}}open{{/if}}{{#if isShut}}shut{{else}}not shut{{/if}}", "opennot shut"],
    ["{{#each ports as |port|}}{{port.code}};{{/each}}", "NLRTM;DEHAM;"],
    ["{{#each none as |port|}}{{port.code}}{{else}}none{{/each}}", "none"],
    ["{{#each words}}{{this}},{{/each}}", "one,two,"],
    ["{{#if name}}named{{/if}}", "named"],
  ])("%s → %s", (template, text) => {
    expect(render(newTemplate(template), view)).toBe(text);
  });
});

describe("what the view does not have throws", () => {
  test.each([
    ["{{title}}", "view.title"],
    ["{{group.title}}", "view.group.title"],
    ["{{#if title}}x{{/if}}", "view.title"],
    ["{{#if group.title}}x{{/if}}", "view.group.title"],
    ["{{#each titles as |title|}}x{{/each}}", "view.titles"],
    ["{{#each ports as |port|}}{{port.name}}{{/each}}", "view.ports[0].name"],
    ["{{#each ports as |port|}}{{#if port.name}}x{{/if}}{{/each}}", "view.ports[0].name"],
    ["{{#each ports as |port|}}{{#each port.names}}x{{/each}}{{/each}}", "view.ports[0].names"],
    ["{{constructor}}", "view.constructor"],
    ["{{#if __proto__}}x{{/if}}", "view.__proto__"],
    ["{{#if toString}}x{{/if}}", "view.toString"],
  ])("%s", (template, path) => {
    expect(() => render(newTemplate(template), view)).toThrow(
      `The template asks for ${path}, which the view does not have.`,
    );
  });

  test("an unknown helper", () => {
    expect(() => render(newTemplate("{{shout name}}"), view)).toThrow("shout");
    expect(() => render(newTemplate("{{#shout name}}x{{/shout}}"), view)).toThrow("shout");
  });
});

describe("text is no leaf of a view", () => {
  test.each<[what: string, leaf: unknown]>([
    ["a string", "text"],
    ["a number", 7],
    ["a string in a list", [raw("x"), "text"]],
    ["a string in a group", { name: "text" }],
    ["nothing", null],
  ])("%s", (_, leaf) => {
    // A view of this kind does not type-check: see below.
    const smuggled = { leaf } as unknown as View;
    expect(() => render(newTemplate("{{leaf}}{{leaf.name}}"), smuggled)).toThrow("The view holds a plain");
  });

  test("says the type", () => {
    // @ts-expect-error a plain string is no leaf
    const string: View = { leaf: "text" };
    // @ts-expect-error neither is a number
    const number: View = { leaf: 7 };
    expect([string, number]).toHaveLength(2);
  });
});

test("nothing in a view is read as a template, or as HTML", () => {
  expect(render(newTemplate("{{name}}"), { name: code`${"{{title}} <b>&amp;</b>"}` })).toBe('"{{title}} <b>&amp;</b>"');
});

test("a source file is held to what it was meant to declare", () => {
  const file = renderSource("src/a.ts", newTemplate("export const {{name}} = 1;\n"), { name: raw("a") }, ["a"]);
  expect(file).toEqual({ path: "src/a.ts", text: "export const a = 1;\n" });
  expect(() =>
    renderSource("src/a.ts", newTemplate("export const {{name}} = 1;"), { name: raw("a = 1, b") }, ["a"]),
  ).toThrow("b");
});
