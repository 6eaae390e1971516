import type { OutputFile, Templates } from "../../options.ts";
import { raw, spellHidden } from "../print/code.ts";
import { newTemplate, render } from "../template.ts";
import type { Plan } from "./plan.ts";

interface LicenseText {
  readonly template: string;
  /** Whether it names who holds the copyright. */
  readonly isHeld: boolean;
}

/** The licences whose text is at hand, by their SPDX ids. */
const texts: ReadonlyMap<string, LicenseText> = new Map([
  ["Apache-2.0", { template: "license-apache-2.0", isHeld: false }],
  ["BSD-3-Clause", { template: "license-bsd-3-clause", isHeld: true }],
  ["ISC", { template: "license-isc", isHeld: true }],
  ["MIT", { template: "license-mit", isHeld: true }],
]);

/**
 * `LICENSE`, where the publisher states one of these. It names no year: the law asks for none, and the output does not
 * depend on the day.
 */
export function licenseFiles({ api, options }: Plan, { handlebars }: Templates): OutputFile[] {
  const { name, license } = api.package;
  const text = texts.get(license ?? "");
  const template = handlebars[text?.template ?? ""];
  if (text === undefined || template === undefined) return [];
  const holder = raw(spellHidden(options.package.author ?? `The ${name} authors`).replaceAll(/\s+/g, " "));
  return [{ path: "LICENSE", text: render(newTemplate(template), text.isHeld ? { holder } : {}) }];
}
