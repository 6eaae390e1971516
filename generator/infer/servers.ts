import type { Fact, Server } from "../ir/index.ts";
import type { Draft } from "../link/draft.ts";
import type { ApiOptions } from "../options.ts";
import { claim, decide } from "./decide.ts";

/**
 * The servers: the config's, else those of a README table, else the URL in its samples. With a table the samples say
 * nothing: they may show any of its servers, or a broken one.
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
  return decide([...configured, ...documented], none);
}
