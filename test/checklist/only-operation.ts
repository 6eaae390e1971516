import type { DialectName } from "../../generator/dialects/sighting.ts";
import type { Operation } from "../../generator/ir/index.ts";
import { type Docs, operationOf, resource, type Section, section, type Understood, understood } from "./docs.ts";

/** The page of the resource of every single operation. */
export const ships = "docs/sdks/ships/README.md";

interface Only {
  readonly operation: Operation;
  readonly from: Understood;
  /** Findings but for the server, which no case here states. */
  readonly found: readonly string[];
}

/** The only operation of a page. */
export function only(of: Section, docs: Docs = {}, dialect: DialectName = "python"): Only {
  const from = understood({ [ships]: resource("Ships", { load: section(of) }), ...docs }, { dialect });
  return {
    operation: operationOf(from),
    from,
    found: from.found.filter((each) => !each.startsWith("infer/missing-server")),
  };
}

/** How the row of a whole request is described. */
export const request = "The request object to use for the request.";
