import { explainSubject } from "../../generator/commands/explain.ts";
import type { Inspected } from "../../generator/commands/inspect.ts";
import { detectDialect } from "../../generator/dialects/index.ts";
import { answersOf } from "../../generator/explain/answers.ts";
import { everySubject, type Subject } from "../../generator/explain/subjects.ts";
import type { Spot, SpotOf } from "./docs-text.ts";
import { checks, type Evidence } from "./explain-rules.ts";

/** What `explain` says of a corpus, held against its docs. */
export interface ExplainCheck {
  readonly subjects: number;
  readonly facts: number;
  readonly places: number;
  /** Facts without a claim, claims without a place, places without a line. */
  readonly nowhere: readonly string[];
  /** Places whose text does not support the claim, by rule. */
  readonly unsupported: ReadonlyMap<string, readonly string[]>;
  /** Rules whose check is too weak to tell one place from another. */
  readonly credulous: readonly string[];
}

/** Rules whose texts differ from subject to subject, so that the check of one has to refuse the place of another. */
const telling = [
  "description/cell",
  "location/query",
  "role/data",
  "route/snippet",
  "wire-name/back-ticked",
  "wire-name/documented",
  "wire-name/single-word",
  "wire-name/style",
];

export function checkExplain(read: Inspected, spotOf: SpotOf): ExplainCheck {
  const subjects = everySubject(read.api, read.job.options);
  const evidence = evidenceOf(subjects, read, spotOf);
  const unsupported = new Map<string, string[]>();
  for (const one of evidence) {
    const { rule } = one.claim;
    if (one.spot !== undefined && checks[rule]?.({ ...one, spot: one.spot }) === true) continue;
    unsupported.set(rule, [...(unsupported.get(rule) ?? []), spelled(one)]);
  }
  return {
    subjects: subjects.length,
    facts: new Set(evidence.map(({ subject, question }) => `${subject.kind} ${subject.name} ${question}`)).size,
    places: evidence.length,
    nowhere: subjects.flatMap((subject) => unlocated(subject, read)),
    unsupported,
    credulous: telling.filter((rule) => isCredulous(evidence.filter(({ claim }) => claim.rule === rule))),
  };
}

/** Evidence whose place may be on no line. */
type Sighted = Omit<Evidence, "spot"> & { readonly spot: Spot | undefined };

function evidenceOf(subjects: readonly Subject[], read: Inspected, spotOf: SpotOf): readonly Sighted[] {
  const models = new Map(read.api.models.map((model) => [model.id, model]));
  const dialect = read.job.options.dialect ?? detectDialect(read.pages)?.dialect ?? "";
  const hasNull = dialect !== "python" || read.sources.some(({ text }) => text.includes("Nullable["));
  const context = { read, models, spotOf, dialect: hasNull ? dialect : "" };
  return subjects.flatMap((subject) =>
    answersOf(subject, read.api).flatMap(({ question, because, against }) =>
      [...because, ...against].flatMap((claim) =>
        claim.places.map((place) => ({ ...context, subject, question, claim, place, spot: spotOf(place) })),
      ),
    ),
  );
}

/** Whether a check takes most places of other claims of its rule too: then it proves nothing. */
function isCredulous(evidence: readonly Sighted[]): boolean {
  const pairs = evidence.map((one, at): Evidence | null => {
    const other = evidence[(at + Math.ceil(evidence.length / 2)) % evidence.length];
    return other?.spot === undefined ? null : { ...one, place: other.place, spot: other.spot };
  });
  const accepted = pairs.filter((pair) => pair !== null && checks[pair.claim.rule]?.(pair) === true);
  return evidence.length >= 50 && accepted.length > 0.4 * evidence.length;
}

/** What the command shows: every fact has a reason, and every reason a file, a line and what stands there. */
function unlocated(subject: Subject, read: Inspected): readonly string[] {
  return explainSubject(subject, read).answers.flatMap(({ question, because, against }) => {
    const where = `${subject.kind} ${subject.name}: ${question}`;
    const claims = [...because, ...against];
    // That a whole API says nothing of servers or of security stands nowhere.
    const homeless = claims.filter(({ rule, places }) => places.length === 0 && rule !== `${subject.kind}/none`);
    const lost = claims.flatMap(({ rule, places }) =>
      places.filter(({ line, column, text }) => line === null || column === null || text === "").map(() => rule),
    );
    return [
      ...(because.length === 0 ? [`${where}: no claim`] : []),
      ...homeless.map(({ rule }) => `${where}: ${rule} has no place`),
      ...lost.map((rule) => `${where}: a place of ${rule} is no line`),
    ];
  });
}

function spelled({ subject, question, claim, place, spot }: Sighted): string {
  const text = (spot?.cell ?? "no line").replaceAll(/\s+/g, " ").slice(0, 160);
  return `${subject.kind} ${subject.name}: ${question} ${claim.text} (${place}): ${text}`;
}
