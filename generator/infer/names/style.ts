import { camelCase } from "../../link/words.ts";

/** How the names of one API are spelled. */
export type Style = "snake" | "camel";

/** The outcome of the vote; without any evidence there is no style. */
export interface StyleVote {
  readonly style: Style | null;
  readonly why: string;
}

export interface Sightings {
  readonly keys: readonly string[];
  /** Keys of maps, which are the caller's. */
  readonly freeKeys: readonly string[];
  /** Back-ticked names of documented fields and parameters. */
  readonly backTicked: readonly string[];
  /** Back-ticked names of nothing that is documented as a field: values of enums, events, what other APIs have. */
  readonly others: readonly string[];
  readonly prose: readonly string[];
  /** The variables of the paths. */
  readonly paths: readonly string[];
  /** The paths themselves. */
  readonly routes: readonly string[];
  /** Whether a field has initials in capitals that come from the wire. */
  readonly hasInitials: boolean;
}

/** Words of the language of contracts, which texts use of a contract and which are names of nothing in it. */
const contractWords: ReadonlySet<string> = new Set([
  "additionalProperties",
  "allOf",
  "anyOf",
  "deepObject",
  "oneOf",
  "operationId",
  "readOnly",
  "writeOnly",
]);

/** More sightings than this say nothing new; a cap keeps one talkative source from drowning the better one. */
const cap = 50;

/**
 * One vote over the whole API: keys of JSON weigh 3, back-ticked names of fields 2, keys of maps and names in prose 0.3, and
 * so do back-ticked names of other things, which have another style than the fields at four of fourteen vendors; path
 * variables are asked only when there is nothing else, because they often have a style of their own, and not where the
 * paths themselves join words with `_`, as do those of ten vendors, all ten of snake case. Picks the style that
 * most names have on the wire in 40 of 40 folders; an API that mixes styles is wrong for its minority (up to 16 % of the
 * names). Where the routes are methods of Protocol Buffers as Connect has them, its standard tells, though texts call fields
 * as the schema does.
 */
export function vote(sightings: Sightings): StyleVote {
  if (sightings.routes.filter(isMethod).length * 2 > sightings.routes.length) {
    return { style: "camel", why: "Its routes are methods of Protocol Buffers, whose JSON has names in camel case." };
  }
  const better = tally([
    [sightings.keys, 3],
    [sightings.freeKeys, 0.3],
    [sightings.backTicked, 2],
    [sightings.others, 0.3],
    [sightings.prose, 0.3],
  ]);
  const hasBetter = better.snake + better.camel > 0;
  if (!hasBetter && sightings.hasInitials) {
    return { style: "camel", why: "Its names have initials in capitals, as none in snake case has." };
  }
  const fixed = sightings.routes.map((route) => route.replace(/\{[^{}]*\}|[?#].*/g, "")).join(" ");
  if (!hasBetter && /[a-z]_[a-z]/.test(fixed) && !/[a-z][A-Z]/.test(fixed)) {
    return { style: "snake", why: "Its paths join words with underscores." };
  }
  const { snake, camel } = hasBetter ? better : tally([[sightings.paths, 1]]);
  if (snake === camel) return { style: null, why: "The docs show no name of several words." };
  const style = snake > camel ? "snake" : "camel";
  const share = Math.round((100 * Math.max(snake, camel)) / (snake + camel));
  return { style, why: `${share} % of the names that the docs show are ${style} case, weighed by where they stand.` };
}

/** `/harbor.v1.ShipService/MoorShip`. Twirp, which has a prefix of its own, writes names as the schema does. */
function isMethod(route: string): boolean {
  return /^\/(?:[a-z][a-z0-9_]*\.)+[A-Z]\w*\/[A-Z]\w*$/.test(route);
}

function tally(sources: readonly (readonly [names: readonly string[], weight: number])[]): {
  readonly snake: number;
  readonly camel: number;
} {
  const parts = sources.map(([names, weight]) => {
    const snake = names.filter((name) => styleOf(name) === "snake").length;
    const camel = names.filter((name) => styleOf(name) === "camel" && !contractWords.has(name)).length;
    const scale = weight * Math.min(1, cap / Math.max(1, snake + camel));
    return { snake: snake * scale, camel: camel * scale };
  });
  return {
    snake: parts.reduce((sum, part) => sum + part.snake, 0),
    camel: parts.reduce((sum, part) => sum + part.camel, 0),
  };
}

/** The style of a name of several words. */
export function styleOf(name: string): Style | null {
  if (/^_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(name)) return "snake";
  if (/^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/.test(name)) return "camel";
  return null;
}

/** The name in a style; a spelling that has the style already stays as it is. */
export function restyle(name: string, words: readonly string[], style: Style): string {
  if (styleOf(name) === style) return name;
  if (style === "snake") return words.join("_");
  return camelCase(words);
}
