import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { bench } from "./build.mjs";

const widths = [58, 10, 17, 6, 6];
const columns = ["median", "middle half", "bar", "aim", ""];

/** What was printed, table by table, for the report in Markdown. */
const tables = [];

export function heading(title) {
  tables.push({ title, rows: [] });
  console.log(`\n${line([title, ...columns])}`);
}

/**
 * Prints a figure beside its bar, which has to hold, and its aim, where the limit seems to lie. One without a bar is
 * there to compare with.
 */
export function figure(what, { median, low, high }, { unit = "×", digits = 2, bar, aim } = {}) {
  const print = (value) => value.toFixed(digits);
  const middle = low === undefined || low === high ? "" : `${print(low)}–${print(high)}`;
  const verdict = bar === undefined ? "" : median <= bar ? "ok" : "MISSED";
  const cells = [what, `${print(median)} ${unit}`, middle, bar ?? "", aim ?? "", verdict];
  tables.at(-1)?.rows.push(cells);
  console.log(line(cells));
}

/** Writes all figures of the run to RESULTS.md, with the machine that they are of. */
export function saveReport() {
  const [{ model } = { model: "unknown" }] = cpus();
  const machine = `${availableParallelism()} × ${model.trim()}, Node ${process.versions.node}, ${process.platform}`;
  const text = [
    "# What the generator and its packages cost",
    "",
    "Written by `npm run bench -- --save`. Figures are ratios against a peer or a limit in the same run, medians of",
    "interleaved rounds; a bar has to hold, an aim is where the limit seems to lie.",
    "",
    `Machine: ${machine}.`,
    ...tables.flatMap(({ title, rows }) => ["", `## ${title}`, "", ...markdown(rows)]),
    "",
  ];
  writeFileSync(`${bench}RESULTS.md`, text.join("\n"));
}

function markdown(rows) {
  // A table keeps no spaces at the beginning of a cell, by which a row belongs to the one above.
  const text = (cell) => String(cell).replace(/^(?: {2})+/, (indent) => "– ".repeat(indent.length / 2));
  const row = (cells) => `| ${cells.map((cell) => text(cell).trim().replaceAll("|", "\\|")).join(" | ")} |`;
  return [row(["", ...columns]), row(["---", "---:", "---:", "---:", "---:", "---"]), ...rows.map(row)];
}

function line(cells) {
  const padded = cells.map((cell, column) =>
    column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column] ?? 8),
  );
  return padded.join("").trimEnd();
}
