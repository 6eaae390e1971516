// Judges a packed package as a registry's users would: by publint, strictly, and by attw as one that is ES modules alone.
//
//   node test/published/judge.mjs PACKAGE.tgz [--publint]
//
// With `--publint` by this alone: attw reads all types of a package several times. Prints what is wrong, and nothing where all is well.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

const [tarball, only] = process.argv.slice(2);
const bytes = readFileSync(tarball);
const { messages } = await publint({ pack: { tarball: arrayBufferOf(bytes) }, strict: true });
const manifest = manifestOf(gunzipSync(bytes));
for (const message of messages) console.log(`publint: ${formatMessage(message, manifest, { color: false })}`);

if (only === "--publint") process.exit();
const attw = fileURLToPath(new URL("node_modules/.bin/attw", import.meta.url));
const args = [tarball, "--profile", "esm-only", "--no-emoji", "--no-color", "--format", "ascii"];
const { status, stdout, stderr } = spawnSync(process.execPath, [attw, ...args], { encoding: "utf8" });
if (status !== 0) console.log(`attw: ${stdout}${stderr}`);

function arrayBufferOf({ buffer, byteOffset, byteLength }) {
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

/** The manifest in a tar archive, whose names stand in its first files' headers. */
function manifestOf(archive) {
  for (let at = 0; at < archive.length; ) {
    const name = text(archive, at, 100);
    const size = Number.parseInt(text(archive, at + 124, 12), 8) || 0;
    if (name === "package/package.json") return JSON.parse(text(archive, at + 512, size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${tarball} has no manifest.`);
}

function text(archive, from, length) {
  return archive.toString("utf8", from, from + length).replace(/\0.*$/s, "");
}
