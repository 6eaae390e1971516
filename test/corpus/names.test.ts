import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "../packages/fixture.ts";
import { type Corpus, corporaFolder, corporaIn } from "./folder.ts";

/** Organisations and products whose documentation the project was measured on, here or elsewhere. */
const known = [
  ..."airbyte clerk dub dubinc friendli friendliai glean gleanwork gr4vy mistral mistralai mollie moov novu".split(" "),
  ..."novuhq openai openrouter orq plex plexjs polar polarsource r9s speakeasy stackone stripe unstructured vercel".split(
    " ",
  ),
];

/** Parts of folders and packages that name no one. */
const common = new Set(
  (
    "api apis client com corpora corpus csharp docs dotnet github go golang io java javascript js lib net org package " +
    "php previous py python rb ruby sdk sdks test the ts typescript"
  ).split(" "),
);

/** The command of an installation section, with the package. */
const install =
  /(?:npm (?:add|install)|pnpm add|yarn add|pip install|poetry add|uv add|go get|gem install|composer require|dotnet add package)\s+"?([^\s"`]+)/;

const names = [...new Set([...known, ...corporaIn(corporaFolder).flatMap(namesOf)])].sort();

test("the generator knows no vendor by name", () => {
  const files = ["generator", "templates"].flatMap((folder) => textsIn(join(project, folder)));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap(({ path, text }) =>
    names.filter((name) => hasName(text, name)).map((name) => `${path}: ${name}`),
  );
  expect(found).toEqual([]);
});

/** Short names are parts of other words too. */
function hasName(text: string, name: string): boolean {
  return name.length > 4
    ? text.toLowerCase().includes(name)
    : new RegExp(`(?<![a-z0-9])${name}(?![a-z0-9])`, "i").test(text);
}

/** Of the folder, and of the package that the README installs, with the organisation that it belongs to. */
function namesOf({ name, folder }: Corpus): readonly string[] {
  const readme = readdirSync(folder).find((file) => /^readme\.mdx?$/i.test(file));
  const text = readme === undefined ? "" : readFileSync(join(folder, readme), "utf8");
  const [, installed = ""] = install.exec(text) ?? [];
  // A package may be called after what it is for: `acme-chat` tells of no one by its second word.
  return [...name.split("-"), ...installed.split(/[/@:]/)]
    .map((part) =>
      part
        .toLowerCase()
        .split(/[=<>[]/, 1)
        .join(""),
    )
    .filter((part) => part.length > 2 && !common.has(part) && /^[a-z][\w-]*$/.test(part));
}

function textsIn(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path: path.slice(project.length), text: readFileSync(path, "utf8") };
  });
}
