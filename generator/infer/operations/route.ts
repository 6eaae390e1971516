import type { OperationSighting } from "../../dialects/sighting.ts";
import type { Fact, Route } from "../../ir/index.ts";
import type { Draft, DraftOperation } from "../../link/draft.ts";
import { claim, decide } from "../decide.ts";
import { readRoute } from "../overrides/read.ts";
import type { Survey } from "../survey.ts";

/**
 * Method and path: an override's, else those of the comment above the usage sample, else those that a line of the section
 * states, else none.
 */
export function routeOf(operation: DraftOperation, { declared, draft }: Survey): Fact<Route> | null {
  const own = declared.operations.get(operation.id)?.route;
  const stated = operation.sightings.flatMap(({ snippets }) =>
    snippets.flatMap(({ snippet, place, isLine }) => {
      const route = readRoute(`${snippet.method} ${withoutServer(snippet, draft)}`);
      if (route === undefined) return [];
      return isLine
        ? [claim("route/line", "stated", route, [place], "A line of its page states it.")]
        : [claim("route/snippet", "stated", route, [place], "The usage sample's comment states it.")];
    }),
  );
  const [first, ...others] = own === undefined ? stated : [own, ...stated];
  return first === undefined ? null : decide([first, ...others], first);
}

/** The path behind the address of the server that a whole address begins with. */
function withoutServer({ origin, path }: OperationSighting["snippets"][number]["snippet"], { readmes }: Draft): string {
  const bases = readmes.flatMap(({ servers }) => servers.map(({ url }) => url.replace(/\/+$/, "")));
  const base = bases.find((url) => origin !== undefined && `${origin}${path}/`.startsWith(`${url}/`));
  return base === undefined ? path : `${origin}${path}`.slice(base.length) || "/";
}

/**
 * Whether the operation may send a body. Without a route the method's name tells the verb, right for 91 % of 5,634
 * operations; `false` is about GET, HEAD and DELETE, whose bodies must be called so.
 */
export function allowsBody(operation: DraftOperation, route: Fact<Route> | null): boolean {
  if (route !== null) return ["POST", "PUT", "PATCH"].includes(route.value.method);
  return !/^(?:list|get|retrieve|find|search|count|check|download|delete|remove|revoke)$/.test(
    operation.words[0] ?? "",
  );
}

/** Whether the operation deletes. Few of these have a body, but documents of their own are no parameters either. */
export function isDelete(operation: DraftOperation, route: Fact<Route> | null): boolean {
  if (route !== null) return route.value.method === "DELETE";
  return /^(?:delete|remove|revoke)$/.test(operation.words[0] ?? "");
}
