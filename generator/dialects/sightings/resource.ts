import type { OperationSection, OperationsPage } from "../../docs/page.ts";
import { type Call, onlyCall } from "../samples.ts";
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
  const called = calledIn(page, context);
  const read = page.operations.map((section) => ({ section, bodies: writtenBodies(section, page, context) }));
  return [
    {
      kind: "resource",
      dialect: context.dialect.name,
      page: page.path,
      description: page.description,
      operations: read.map(({ section, bodies }) => operationSighting(section, bodies, called.get(section), context)),
      accessor: resourcePathOf(page.accessor),
    },
    ...read.flatMap(({ bodies }) => bodies.objects),
  ];
}

/**
 * What the samples of hand-written operations call them, whose headings are sentences: `client.chat.complete`. Where two of a
 * page are called alike, as by a sample of another one, none of these is.
 */
function calledIn(page: OperationsPage, { dialect }: Context): ReadonlyMap<OperationSection, Call> {
  const found = page.operations.flatMap((section) => {
    // Where a generator says whether there is a body, the heading is the name.
    const isByHand =
      section.route !== undefined &&
      section.sends === undefined &&
      section.usages.every(({ snippet }) => snippet === null);
    const fences = isByHand ? section.usages.flatMap((usage) => usage.fences) : [];
    const own = fences.filter(({ language }) => dialect.fences.has(language));
    const [call] = own.flatMap(({ text }) => onlyCall(text) ?? []);
    return call === undefined ? [] : [{ section, call, key: [...call.path, call.method].join(".") }];
  });
  const count = new Map<string, number>();
  for (const { key } of found) count.set(key, (count.get(key) ?? 0) + 1);
  const isSingle = ({ key }: (typeof found)[number]): boolean => count.get(key) === 1;
  return new Map(found.filter(isSingle).map(({ section, call }) => [section, call]));
}
