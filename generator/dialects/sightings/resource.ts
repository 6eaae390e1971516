import type { OperationsPage } from "../../docs/page.ts";
import type { ObjectSighting, ResourceSighting } from "../sighting.ts";
import { resourcePathOf } from "../words.ts";
import type { Context } from "./context.ts";
import { operationSighting } from "./operation.ts";
import { writtenBodies } from "./written-body.ts";

/** The page of a resource, and the objects that only its operations describe. */
export function resourceSightings(
  page: OperationsPage,
  context: Context,
): readonly [ResourceSighting, ...ObjectSighting[]] {
  const read = page.operations.map((section) => ({ section, bodies: writtenBodies(section, page, context) }));
  return [
    {
      kind: "resource",
      dialect: context.dialect.name,
      page: page.path,
      description: page.description,
      operations: read.map(({ section, bodies }) => operationSighting(section, bodies, context)),
      accessor: resourcePathOf(page.accessor),
    },
    ...read.flatMap(({ bodies }) => bodies.objects),
  ];
}
