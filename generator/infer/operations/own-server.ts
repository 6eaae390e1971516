import type { Fact } from "../../ir/index.ts";
import type { Draft, DraftOperation } from "../../link/draft.ts";
import { norm } from "../../link/words.ts";
import { claim, decide } from "../decide.ts";
import { callsIn } from "../samples/call.ts";
import type { Survey } from "../survey.ts";

/**
 * The server that an operation has to itself: that of the README's sample for servers of single operations, which calls
 * one of them. Other operations with a row for a server are on it, too, where the README shows no other: so it is for
 * six of seven vendors. Wrong where an API has servers of several kinds, and for the second server of one operation.
 */
export function ownServerOf(operation: DraftOperation, { draft, declared }: Survey): Fact<string> | undefined {
  const stated = declared.operations.get(operation.id)?.server;
  if (stated !== undefined) {
    const { value } = stated;
    const own = value === null ? undefined : { ...stated, value };
    return own && decide([own], own);
  }
  const shown = ownServers(draft);
  // What is the only server of the whole API is that of no operation alone.
  if (onlyServer(draft) !== undefined) return undefined;
  const own = shown.find(({ sample }) => isCalled(operation, sample));
  if (own !== undefined) {
    const sample = claim("own-server/sample", "shown", own.url, [own.place], "The README calls it there.");
    return decide([sample], sample);
  }
  const rows = operation.sightings.flatMap(({ serverRow = [] }) => serverRow);
  const [first, other] = [...new Set(shown.map(({ url }) => url))];
  if (first === undefined || other !== undefined || rows.length === 0) return undefined;
  const places = [...rows, ...shown.map(({ place }) => place)];
  const why = "It has servers of its own, and the README shows one such server.";
  const alike = claim("own-server/row", "derived", first, places, why);
  return decide([alike], alike);
}

type OwnServer = NonNullable<Draft["readmes"][number]["ownServers"]>[number];

/** The one server of single operations, where these are all operations and the docs name no other. */
export function onlyServer(draft: Draft): OwnServer | undefined {
  const [first, ...others] = ownServers(draft);
  const isOnly = draft.readmes.every(({ servers }) => servers.length === 0);
  const isOfAll = draft.operations.every(({ sightings }) => sightings.some(({ serverRow }) => serverRow !== undefined));
  return isOnly && isOfAll && others.every(({ url }) => url === first?.url) ? first : undefined;
}

function ownServers({ readmes }: Draft): readonly OwnServer[] {
  const all = readmes.flatMap(({ ownServers = [] }) => ownServers);
  return all.filter(({ url }) => URL.canParse(url) && !/[{}]/.test(url));
}

/** Whether a sample calls the operation's method on its resource, which may be the client itself. */
function isCalled({ words, group }: DraftOperation, sample: string): boolean {
  const resource = norm(group.join(""));
  return callsIn(sample).some(
    ({ head, names }) =>
      names.includes(norm(words.join(""))) && (resource === "" ? /^\$?\w+$/.test(head) : norm(head).endsWith(resource)),
  );
}
