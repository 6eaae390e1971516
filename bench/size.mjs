import { gzipSync } from "node:zlib";
import { bench, built } from "./build.mjs";
import { buildCorpus, corpus, streamingFunction } from "./corpus.mjs";
import { figure, heading } from "./report.mjs";

/** One function of each package, and from which entry it comes; two packages have a call that streams. */
const calls = [
  { api: "cove", entry: "chat", name: "createChatCompletion", streams: true },
  { api: "quill", entry: "completions", name: "completionsChat", streams: true },
  { api: "cove", entry: "models-api", name: "retrieveModel", streams: false },
  { api: "plover", entry: "chat", name: "chatCreateChatCompletion", streams: false },
  { api: "tern", entry: "chat", name: "chatComplete", streams: false },
];

/** What a user of the peers writes for one call that streams. */
const peers = {
  "openai 6, chat": `
    import OpenAI from "openai";
    export const call = (apiKey, body) => new OpenAI({ apiKey }).chat.completions.create(body);`,
  "@mistralai/mistralai 2, chat, standalone": `
    export { MistralCore } from "@mistralai/mistralai/core.js";
    export { chatStream } from "@mistralai/mistralai/funcs/chatStream.js";`,
};

/** What one call adds to a page: the client and one function, bundled and minified. */
export async function measureSize() {
  heading("one call, bundled, min + gzip");
  for (const { api, entry, name, streams } of calls) {
    await measure(`${api}, ${name}${streams ? " (streams)" : ""}`, callOf(api, entry, name), { bar: 6, aim: 5 });
  }
  if (buildCorpus()) {
    const name = streamingFunction("chat");
    await measure(`${corpus}, ${name} (streams)`, callOf(corpus, "chat", name), { bar: 15 });
  }
  for (const [name, contents] of Object.entries(peers)) await measure(`  ${name}`, contents, {});
}

function callOf(api, entry, name) {
  return `
    export { createClient } from "${built(api, "dist/client.js")}";
    export { ${name} } from "${built(api, `dist/${entry}.js`)}";`;
}

async function measure(what, contents, bars) {
  const { code, inputs } = await bundleOf(contents);
  const size = { median: gzipSync(code, { level: 9 }).length / 1000 };
  figure(what, size, { unit: "kB", ...bars });
  if (bars.bar !== undefined && size.median > bars.bar) printLargest(inputs, code.length);
}

/** Where to look when it is too much: the shares of the minified code, before gzip. */
function printLargest(inputs, total) {
  const sizes = Object.entries(inputs).map(([path, { bytesInOutput }]) => ({ path, bytesInOutput }));
  const largest = sizes.sort((one, other) => other.bytesInOutput - one.bytesInOutput).slice(0, 12);
  for (const { path, bytesInOutput } of largest) {
    const share = ((100 * bytesInOutput) / total).toFixed(0).padStart(3);
    console.log(`    ${share} % ${String(bytesInOutput).padStart(6)} bytes  ${path.replace(/^.*dist\//, "")}`);
  }
}

async function bundleOf(contents) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: bench },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // As a page's bundler has it; what a peer loads in Node alone is not counted.
    platform: "browser",
    external: ["node:*"],
    legalComments: "none",
    metafile: true,
    write: false,
  });
  const [output] = Object.values(metafile.outputs);
  return { code: outputFiles[0].contents, inputs: output.inputs };
}
