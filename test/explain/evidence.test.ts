import process from "node:process";
import { expect, test } from "vitest";
import { explainSubject } from "../../generator/commands/explain.ts";
import { type Inspected, inspect } from "../../generator/commands/inspect.ts";
import { statedSubject } from "../../generator/commands/locations.ts";
import { answersOf } from "../../generator/explain/answers.ts";
import { everySubject, type Subject } from "../../generator/explain/subjects.ts";
import type { Place } from "../../generator/ir/index.ts";
import { findJobs } from "../../generator/jobs.ts";
import { toolchain } from "../../generator/load.ts";

const root = new URL("../../", import.meta.url).pathname;

/** The APIs that the project ships, and those of the docs folders that `DOCSDK_DOCS` lists, `:` between them. */
async function inspected(): Promise<readonly Inspected[]> {
  const given = (process.env["DOCSDK_DOCS"] ?? "").split(":").filter((folder) => folder !== "");
  const reader = await toolchain.reader();
  const found = await Promise.all([[], ...given.map((folder) => [folder])].map((docs) => findJobs({ docs }, root)));
  return found.flatMap((jobs) => (jobs.ok ? jobs.value.map((job) => inspect(job, reader, root)) : []));
}

/** What is wrong with the evidence of one subject. */
function faults(subject: Subject, api: Inspected): readonly string[] {
  const explained = explainSubject(subject, api);
  return answersOf(subject, api.api).flatMap((answer, at) => {
    const where = `${api.job.options.slug}: ${subject.kind} ${subject.name}: ${answer.question}`;
    const claims = [...answer.because, ...answer.against];
    const located = explained.answers[at];
    const quotes = [...(located?.because ?? []), ...(located?.against ?? [])].flatMap((claim) => claim.places);
    const places = claims.flatMap((claim) => claim.places);
    return [
      ...(answer.because.length === 0 ? [`${where}: no claim`] : []),
      ...claims
        .filter((claim) => claim.places.length === 0 && !isAbsence(subject, claim.rule))
        .map((claim) => `${where}: ${claim.rule} has no place`),
      ...places.flatMap((place, index) =>
        fault(place, quotes[index]?.text ?? "", api).map((what) => `${where}: ${what}`),
      ),
    ];
  });
}

/** That a whole API says nothing stands nowhere. */
function isAbsence({ kind }: Subject, rule: string): boolean {
  return (kind === "servers" || kind === "security") && rule === `${kind}/none`;
}

function fault(place: Place, text: string, { positionOf }: Inspected): readonly string[] {
  if (statedSubject(place) !== undefined) return [];
  if (positionOf(place) === undefined) return [`${place} is nowhere`];
  return text === "" ? [`${place} is empty`] : [];
}

test("every fact has a claim, and every claim a line of the docs", { timeout: 600_000 }, async () => {
  const apis = await inspected();
  expect(apis.map(({ job }) => job.options.slug)).toEqual(expect.arrayContaining(["cove", "plover", "quill", "tern"]));
  for (const api of apis) {
    const subjects = everySubject(api.api, api.job.options);
    expect(subjects.length).toBeGreaterThan(20);
    expect(subjects.flatMap((subject) => faults(subject, api))).toEqual([]);
  }
});
