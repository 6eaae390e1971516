import type { OperationsPage } from "../../docs/page.ts";
import type { ResourceSighting } from "../sighting.ts";
import { resourcePathOf } from "../words.ts";
import type { Context } from "./context.ts";
import { operationSighting } from "./operation.ts";

/** The page of a resource. */
export function resourceSighting(page: OperationsPage, context: Context): ResourceSighting {
  return {
    kind: "resource",
    dialect: context.dialect.name,
    page: page.path,
    description: page.description,
    operations: page.operations.map((section) => operationSighting(section, context)),
    accessor: resourcePathOf(page.accessor),
  };
}
