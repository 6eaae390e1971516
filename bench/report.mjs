const widths = [58, 10, 17, 6, 6];

export function heading(title) {
  console.log(`\n${line([title, "median", "middle half", "bar", "aim"])}`);
}

/**
 * Prints a figure beside its bar, which has to hold, and its aim, where the limit seems to lie. One without a bar is
 * there to compare with.
 */
export function figure(what, { median, low, high }, { unit = "×", digits = 2, bar, aim } = {}) {
  const print = (value) => value.toFixed(digits);
  const middle = low === undefined || low === high ? "" : `${print(low)}–${print(high)}`;
  const verdict = bar === undefined ? "" : median <= bar ? "ok" : "MISSED";
  console.log(line([what, `${print(median)} ${unit}`, middle, bar ?? "", aim ?? "", verdict]));
}

function line(cells) {
  const padded = cells.map((cell, column) =>
    column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column] ?? 8),
  );
  return padded.join("").trimEnd();
}
