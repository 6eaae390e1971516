// What was measured, as figures and as a table.

/** In per cent of the operations of the contract. */
export function summary(operations) {
  const conforms = ({ accepted, decoded }) => accepted && decoded;
  const share = (counts) => (100 * operations.filter(counts).length) / (operations.length || 1);
  return {
    accepted: share(({ accepted }) => accepted),
    conforming: share(conforms),
    documented: share((one) => one.source !== "contract" && conforms(one)),
    fullAccepted: share(({ full }) => full.accepted),
    fullConforming: share(({ full }) => conforms(full)),
  };
}

export function tableOf(name, operations) {
  const rows = operations.map(({ id, source, accepted, decoded }) => [
    id,
    source,
    accepted ? "accepted" : "refused",
    accepted ? (decoded ? "decodes" : "issues") : "",
  ]);
  return aligned([[name, "argument", "request", "answer"], ...rows]);
}

/** What is wrong, and the figures. `isFull` also lists what is wrong with the calls of all that the contract knows. */
export function findingsOf(name, operations, isFull) {
  const failing = operations.filter(({ accepted, decoded }) => !(accepted && decoded));
  const noted = operations.filter(({ notes }) => notes.length > 0);
  const incomplete = operations.filter(({ full }) => isFull && !(full.accepted && full.decoded));
  return [
    listed("does not conform:", failing, reasonsOf),
    listed("documented requests that were not taken:", noted, ({ notes }) => notes),
    listed("sends or reads less than the contract knows:", incomplete, ({ full }) => reasonsOf(full)),
    conclusion(name, operations),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function reasonsOf({ reasons }) {
  return reasons;
}

function conclusion(name, operations) {
  const figures = summary(operations);
  return [
    `${name}, of ${operations.length} operations:`,
    `  ${percent(figures.accepted)} accepted, ${percent(figures.conforming)} accepted and the answer decoded`,
    `  ${percent(figures.documented)} so with a request of the docs`,
    `  with all that the contract knows ${percent(figures.fullAccepted)} sent as it is, ${percent(figures.fullConforming)} sent and read`,
  ].join("\n");
}

function aligned(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function listed(heading, operations, textsOf) {
  if (operations.length === 0) return "";
  return [heading, ...operations.map((one) => `  ${one.id}: ${some(textsOf(one))}`)].join("\n");
}

/** Enough to see what is wrong. */
function some(texts) {
  return [...texts.slice(0, 6), ...(texts.length > 6 ? [`and ${texts.length - 6} more`] : [])].join("; ");
}

function percent(value) {
  return `${value.toFixed(2)} %`;
}
