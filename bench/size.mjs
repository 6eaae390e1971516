import { gzipSync } from "node:zlib";
import { built } from "./build.mjs";
import { figure, heading } from "./report.mjs";

/** One function of each package, and from which entry it comes; two packages have a call that streams. */
const calls = [
  { api: "cove", entry: "chat", name: "createChatCompletion", streams: true },
  { api: "quill", entry: "completions", name: "completionsChat", streams: true },
  { api: "cove", entry: "models-api", name: "retrieveModel", streams: false },
  { api: "plover", entry: "chat", name: "chatCreateChatCompletion", streams: false },
  { api: "tern", entry: "chat", name: "chatComplete", streams: false },
];

/** What one call adds to a page: the client and one function, bundled and minified. */
export async function measureSize() {
  heading("one call, bundled, min + gzip");
  for (const { api, entry, name, streams } of calls) {
    const code = await bundleOf(`
      export { createClient } from "${built(api, "dist/client.js")}";
      export { ${name} } from "${built(api, `dist/${entry}.js`)}";
    `);
    const size = { median: gzipSync(code, { level: 9 }).length / 1000 };
    figure(`${api}, ${name}${streams ? " (streams)" : ""}`, size, { unit: "kB", bar: 6, aim: 5 });
  }
}

async function bundleOf(contents) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: built("") },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  return outputFiles[0].contents;
}
