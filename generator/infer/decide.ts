import type { Claim, Fact, Place, Strength } from "../ir/index.ts";
import type { Survey } from "./survey.ts";

/** One reason to believe something about a subject, or none. Pure; knows no other rule. */
export type Rule<S, T> = (subject: S, survey: Survey) => Claim<T> | undefined;

const weight: Readonly<Record<Strength, number>> = { assumed: 0, derived: 1, shown: 2, stated: 3, declared: 4 };

/** What each of the rules has to say, in their order. */
export function ask<S, T>(rules: readonly Rule<S, T>[], subject: S, survey: Survey): readonly Claim<T>[] {
  return rules.map((rule) => rule(subject, survey)).filter((claim) => claim !== undefined);
}

/**
 * The strongest claim wins; of equally strong ones the first, but where the docs of several languages answer one question
 * by one rule, what most of them say. What agrees with it is kept as its reasons, what does not as evidence against it.
 * Without any claim the default holds.
 */
export function decide<T>(claims: readonly Claim<T>[], otherwise: Claim<T>): Fact<T> {
  const first = claims.reduce<Claim<T> | undefined>(
    (winner, claim) => (winner === undefined || weight[claim.strength] > weight[winner.strength] ? claim : winner),
    undefined,
  );
  const best = first === undefined ? undefined : mostSaid(first, claims);
  if (best === undefined) return { value: otherwise.value, because: [otherwise], against: [] };
  if (claims.length === 1) return { value: best.value, because: claims, against: [] };
  const agrees = (claim: Claim<T>): boolean => same(claim.value, best.value);
  const others = claims.filter((claim) => claim !== best);
  return {
    value: best.value,
    because: joined([best, ...others.filter(agrees)]),
    against: joined(others.filter((c) => !agrees(c))),
  };
}

/** Of the claims that rest on the rule of the first one, the first of those that have most company. */
function mostSaid<T>(first: Claim<T>, claims: readonly Claim<T>[]): Claim<T> {
  const peers = claims.filter(({ rule, strength }) => rule === first.rule && strength === first.strength);
  const company = ({ value }: Claim<T>): number => peers.filter((peer) => same(peer.value, value)).length;
  return peers.reduce((best, peer) => (company(peer) > company(best) ? peer : best), first);
}

/** The docs of several languages make one claim in several places. */
function joined<T>(claims: readonly Claim<T>[]): readonly Claim<T>[] {
  const found: Claim<T>[] = [];
  for (const one of claims) {
    const at = found.findIndex(
      ({ rule, strength, value, why }) =>
        rule === one.rule && strength === one.strength && why === one.why && same(value, one.value),
    );
    const twin = found[at];
    if (twin === undefined) found.push(one);
    else found[at] = claim(one.rule, one.strength, one.value, [...twin.places, ...one.places], one.why);
  }
  return found;
}

/** The claim that won and those of equal weight that lost, when the docs themselves contradict each other. */
export function contradiction<T>(fact: Fact<T>): readonly [Claim<T>, Claim<T>, ...Claim<T>[]] | undefined {
  const [winner] = fact.because;
  if (winner === undefined || weight[winner.strength] < weight.shown) return undefined;
  const [rival, ...others] = fact.against.filter((claim) => claim.strength === winner.strength);
  return rival === undefined ? undefined : [winner, rival, ...others];
}

/** Whether nothing in the docs supports the fact. */
export function isAssumed(fact: Fact<unknown>): boolean {
  return fact.because[0]?.strength === "assumed";
}

/** A claim; at most three places are kept, in order, so that evidence that stands everywhere stays readable. */
export function claim<T>(rule: string, strength: Strength, value: T, places: readonly Place[], why: string): Claim<T> {
  return { value, rule, strength, places: [...new Set(places)].slice(0, 3), why };
}

/** Claims hold plain data whose keys our own code writes in one order. */
function same(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== "object" || typeof b !== "object") return a === b;
  return JSON.stringify(a) === JSON.stringify(b);
}
