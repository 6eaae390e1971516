// Reads all documents of a folder once, and tells how long that took: `node read.mjs ours|remark <docs> <root>`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const readers = {
  async ours(root) {
    const { readPages } = await import(pathToFileURL(join(root, "dist/docs/index.js")).href);
    return (sources) => readPages(sources).pages.length;
  },
  async remark() {
    const [{ remark }, { default: gfm }] = await Promise.all([import("remark"), import("remark-gfm")]);
    const parser = remark().use(gfm).freeze();
    return (sources) => sources.map(({ text }) => parser.parse(text)).length;
  },
};

const [reader, docs, root] = process.argv.slice(2);
const paths = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter((path) => /\.mdx?$/.test(path));
const sources = paths.map((path) => ({ path, text: readFileSync(join(docs, path), "utf8") }));
const read = await readers[reader](root);
const [start, spent] = [performance.now(), process.cpuUsage()];
const documents = read(sources);
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(spent);
const bytes = sources.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
process.stdout.write(JSON.stringify({ documents, bytes, wall, processor: (user + system) / 1000 }));
