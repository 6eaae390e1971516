// Reads values with the decoders of a package that was built: `node decode.mjs PACKAGE QUESTIONS`, where the file of
// questions is a JSON list of `{ type, file, name, value }`. Prints for each the issues that the value has as the field
// `name` of the model, as the decoder of `type` in `file` sees them; without a name, as the model itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, questions] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(folder, "dist", path)).href);
const { Decoding } = await load("runtime/decode.js");
const answers = [];
for (const { type, file, name, value } of JSON.parse(readFileSync(questions, "utf8"))) {
  const module = await load(file);
  const at = new Decoding({ validate: "lenient" });
  module[`parse${type}`](name === null ? value : { [name]: value }, at, "it");
  answers.push(at.issues.filter(({ path, code }) => code !== "name-guess" && isBelow(path, name)));
}
process.stdout.write(JSON.stringify(answers));

/** Other fields are missing, which is no fault of this one. */
function isBelow(path, name) {
  if (name === null) return true;
  return [`it.${name}`, `it[${JSON.stringify(name)}]`].some(
    (own) => path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`),
  );
}
