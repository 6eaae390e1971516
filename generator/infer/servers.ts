import type { Claim, Fact, Server } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import type { ApiOptions } from "../options.ts";
import { claim, decide } from "./decide.ts";
import { onlyServer } from "./operations/own-server.ts";

/**
 * The servers: the config's, else those of a README table, else the URL in its samples, else that of each operation.
 * With a table the samples say nothing: they may show any of its servers, or a broken one.
 */
export function serversOf(draft: Draft, options: ApiOptions): Fact<readonly Server[]> {
  const none = claim<readonly Server[]>("servers/none", "assumed", [], [], "The docs name no server.");
  const configured =
    options.servers.length === 0
      ? []
      : [
          claim<readonly Server[]>(
            "servers/config",
            "declared",
            options.servers.map((server) => ({ ...server, variables: [] })),
            ["docsdk.config#servers"],
            "The config states them.",
          ),
        ];
  const told = draft.readmes.flatMap(({ servers }) =>
    (["stated", "shown"] as const).map((strength) => ({
      strength,
      found: servers.filter((server) => server.strength === strength),
    })),
  );
  const documented = told.flatMap(({ strength, found }) => {
    if (found.length === 0) return [];
    const servers = found.map(
      ({ name, url, description, variables }): Server => ({ name, url, description, variables }),
    );
    const places = found.map(({ place }) => place);
    const why = strength === "stated" ? "The README's table states them." : "The README's sample shows it.";
    return [
      claim<readonly Server[]>(`servers/${strength === "stated" ? "table" : "sample"}`, strength, servers, places, why),
    ];
  });
  const written = serverOfRoutes(draft);
  const only = onlyServer(draft);
  const alone =
    only === undefined
      ? []
      : [
          claim<readonly Server[]>(
            "servers/operation",
            "derived",
            [{ name: "", url: only.url, description: "", variables: [] }],
            [only.place],
            "The README calls an operation there, and all have a row for a server.",
          ),
        ];
  return decide([...configured, ...documented, ...written, ...alone], none);
}

/** The address that people write before the paths of operations, where all have one. */
function serverOfRoutes({ operations }: Draft): readonly Claim<readonly Server[]>[] {
  const routes = operations.flatMap(({ sightings }) =>
    sightings.flatMap(({ snippets }) =>
      snippets.flatMap(({ snippet: { origin }, place }) => (origin === undefined ? [] : [{ origin, place }])),
    ),
  );
  const [first] = routes;
  if (first === undefined || routes.some(({ origin }) => origin !== first.origin)) return [];
  const server: Server = { name: "", url: first.origin, description: "", variables: [] };
  const places = routes.map(({ place }) => place);
  return [claim("servers/route", "shown", [server], places, "The routes of operations begin with it.")];
}
