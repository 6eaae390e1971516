import type { ReadmeSection } from "../../docs/page.ts";
import type { SecuritySighting } from "../sighting.ts";

/**
 * The ways to authenticate that a section lists below a heading each: `- **Type**: API key`, `- **Location**: HTTP header`.
 * A key in a cookie is none that a client sends.
 */
export function listedSchemes({ text, place, headings = [] }: ReadmeSection): readonly SecuritySighting[] {
  const parts = text.split(/^#+ +/m).slice(1);
  return parts.flatMap((part): readonly SecuritySighting[] => {
    const [name = ""] = part.split("\n", 1).map((line) => line.trim());
    const heading = headings.find((one) => one.text === name);
    const told = (label: string): string =>
      new RegExp(`^ *[-*] \\*\\*${label}\\*\\*: *(.*)$`, "im").exec(part)?.[1]?.trim() ?? "";
    const type = told("Type");
    const own = { names: [name], type, place: heading?.place ?? place, isProse: true } as const;
    if (/^API key$/i.test(type)) return keyOf(own, told("API key parameter name"), told("Location"));
    if (/\bbasic\b/i.test(type) && !/bearer|^jwt$/i.test(name))
      return [{ ...own, names: ["username", "password"], scheme: "HTTP Basic" }];
    // In some languages each scheme of HTTP was called basic: in 20 of 20 docs also one with `bearer` in its name. Wrong where
    // a scheme of a user and a password has such a name.
    if (/\b(?:basic|bearer)\b/i.test(type)) return [{ ...own, scheme: "HTTP Bearer" }];
    if (!/^OAuth/i.test(type)) return [];
    const url = told("Authoriz(?:ation|atoin) URL");
    const consent = { flow: told("Flow"), url, scopes: scopesIn(part) };
    return [{ ...own, scheme: "OAuth2", ...(/^https?:\/\//.test(url) ? { consent } : {}) }];
  });
}

/** `- **Scopes**:` and a bullet each: `- **write:ships**: change ships`. */
function scopesIn(part: string): readonly { readonly name: string; readonly description: string }[] {
  const [, ...below] = part.split(/^ *[-*] \*\*Scopes\*\*:.*$/m);
  return below.flatMap((text) =>
    [...text.matchAll(/^ *[-*] (?:\*\*(.+?)\*\*|(\S+?)):(?: +(.*))?$/gm)].map(
      ([, bold, plain = "", description = ""]) => ({ name: bold ?? plain, description: description.trim() }),
    ),
  );
}

type Own = Omit<SecuritySighting, "scheme">;

function keyOf(own: Own, parameter: string, location: string): readonly SecuritySighting[] {
  const key = { ...own, scheme: "API key" };
  if (/header/i.test(location)) return [{ ...key, header: parameter.toLowerCase() }];
  return /query/i.test(location) ? [{ ...key, query: parameter }] : [];
}
