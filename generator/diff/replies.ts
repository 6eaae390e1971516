import type { Body, Fact, Place } from "../ir/index.ts";
import { spellBodies, spellEnd } from "../ir/spell.ts";
import { type Change, change, differing, impactOf, type Shift } from "./change.ts";
import { relate } from "./relate.ts";
import { behind, type Scope } from "./scope.ts";

/** What the answers belong to. */
interface Subject {
  readonly subject: string;
  readonly code: string;
  /** Where the subject is documented in either state. */
  readonly before: Place;
  readonly after: Place;
}

/** How what an answer may be differs; bodies that are told apart in the same way are one. */
export function bodyChanges(
  scope: Scope,
  { subject, code, before, after }: Subject,
  was: Fact<readonly Body[]> | undefined,
  is: Fact<readonly Body[]> | undefined,
): readonly Change[] {
  const head = { code, direction: "response", subject } as const;
  const rows = {
    before: was === undefined ? before : behind(was, before),
    after: is === undefined ? after : behind(is, after),
  };
  const spelled = {
    was: was === undefined ? null : spellBodies(was.value, scope.before.nameOf),
    is: is === undefined ? null : spellBodies(is.value, scope.after.nameOf),
  };
  const told = { ...rows, ...spelled };
  if (was === undefined || is === undefined)
    return was === is ? [] : [change({ ...head, impact: is === undefined ? "breaking" : "minor" }, told)];
  const isLost = code === "operation/reply" && losesWay(was.value, is.value);
  const shift = isLost ? "other" : shiftOf(scope, was.value, is.value);
  return [
    ...(shift === undefined ? [] : [change({ ...head, impact: impactOf("response", shift) }, told)]),
    ...streamEnds(was.value, is.value).map((texts) =>
      change({ ...head, code: `${code}-end`, impact: "minor" }, { ...rows, ...texts }),
    ),
  ];
}

/** Whether calls that ask for a stream, or for none, get the other one now. */
function losesWay(was: readonly Body[], is: readonly Body[]): boolean {
  const isStream = ({ kind }: Body): boolean => kind === "stream";
  const isSplit = was.some(isStream) && !was.every(isStream);
  return isSplit && (!is.some(isStream) || is.every(isStream));
}

function shiftOf(scope: Scope, was: readonly Body[], is: readonly Body[]): Shift | undefined {
  const shifts = was.map((old) => {
    const now = is.find((body) => formOf(body) === formOf(old));
    return now === undefined ? "narrower" : relateBodies(scope, old, now);
  });
  const isNew = is.some((now) => !was.some((old) => formOf(old) === formOf(now)));
  const found = new Set([...shifts, ...(isNew ? (["wider"] as const) : [])].filter((shift) => shift !== undefined));
  const [first, another] = found;
  return another === undefined ? first : "other";
}

function relateBodies(scope: Scope, was: Body, is: Body): Shift | undefined {
  if (was.kind === "json" && is.kind === "json") return relate(scope, was.type, is.type);
  return was.kind === "stream" && is.kind === "stream" ? relate(scope, was.item, is.item) : undefined;
}

function formOf(body: Body): string {
  return body.kind === "stream" ? `stream ${body.framing}` : body.kind;
}

function streamEnds(was: readonly Body[], is: readonly Body[]): ReturnType<typeof differing> {
  const [old, now] = [spellEnds(was), spellEnds(is)];
  return old === "" || now === "" ? [] : differing(old, now);
}

function spellEnds(bodies: readonly Body[]): string {
  return bodies.flatMap((body) => (body.kind === "stream" ? [spellEnd(body.end.value)] : [])).join("; ");
}
