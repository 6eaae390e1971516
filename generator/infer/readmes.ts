import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { ReadmeSighting } from "../dialects/sighting.ts";
import type { Place } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import { kindOf } from "./security.ts";

/**
 * Where the tables of two READMEs contradict each other: the first README is taken, unless a person states the answer. What
 * a README leaves out contradicts nothing.
 */
export function readmeFindings(
  { readmes }: Draft,
  declared: { readonly servers: boolean; readonly security: boolean },
): readonly Diagnostic[] {
  const servers = disagreement("which servers there are", readmes, ({ servers }) =>
    servers.filter(({ strength }) => strength === "stated").map(({ url, place }) => ({ text: url, place })),
  );
  const isTabled = readmes.some(({ security }) => security.some(({ isProse }) => isProse !== true));
  const security = disagreement("how requests authenticate", readmes, ({ security }) =>
    security
      // A sentence leaves out what a table tells.
      .filter(({ isProse }) => isProse !== true || !isTabled)
      .map((row) => ({ text: kindOf(row), place: row.place }))
      .filter(({ text }) => text !== "unknown"),
  );
  return [...(declared.servers ? [] : servers), ...(declared.security ? [] : security)];
}

interface Told {
  readonly text: string;
  readonly place: Place;
}

function disagreement(
  what: string,
  readmes: readonly ReadmeSighting[],
  tellings: (readme: ReadmeSighting) => readonly Told[],
): readonly Diagnostic[] {
  const told = readmes.map(tellings).filter(({ length }) => length > 0);
  const [winner, ...others] = told.map((rows) => ({
    text: [...new Set(rows.map(({ text }) => text))].sort().join(", "),
    place: rows[0]?.place ?? null,
  }));
  const rivals = others.filter(({ text }) => text !== winner?.text);
  const [rival] = rivals;
  if (winner === undefined || rival === undefined) return [];
  const message = `Unexpected second answer to ${what}: \`${rival.text}\`, expected \`${winner.text}\``;
  const related = rivals.flatMap(({ place }) => (place === null ? [] : [{ place, message: "The other answer" }]));
  return [diagnostic("infer/contradiction", message, winner.place, { related })];
}
