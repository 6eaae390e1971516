// What a package calls things: the way from the client's class to each method, and the names of members. They come from
// the plan that it was printed by, made anew of its `ir.json`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../fidelity-lib.mjs";

export async function surfaceOf(folder) {
  const load = (path) => import(pathToFileURL(join(root, "dist", path)).href);
  const [plans, operationPlans, resources, errors, sound, { defaultOptions }, { misfit }, { exampleValue }] =
    await Promise.all(
      [
        "emit/typescript/plan.js",
        "emit/typescript/operation-plan.js",
        "emit/typescript/resource-plan.js",
        "emit/typescript/errors.js",
        "emit/typescript/sound-api.js",
        "options.js",
        "ir/conform.js",
        "ir/example.js",
      ].map(load),
    );
  const api = sound.soundApi(JSON.parse(readFileSync(join(folder, "ir.json"), "utf8")));
  const plan = plans.planModels(api, { ...defaultOptions, slug: "package" });
  const operations = operationPlans.planOperations(plan);
  const names = errors.planErrors(plan).map(({ name }) => name);
  const tree = resources.planResources(operations, api.clientClass, names);
  return {
    api,
    className: tree.className,
    methods: methodsOf(tree),
    membersOf: (id) => membersOf(plan.models.get(id), plans),
    modelOf: (id) => plan.known.get(id),
    fits: (type, value) => misfit(plan.known, type, value) === undefined,
    exampleOf: (type, cell) => exampleValue(plan.known, type, cell),
  };
}

function methodsOf(resource, above = []) {
  const own = resource.operations.map(({ operation, methodName, request }) => ({
    operation,
    request,
    way: [...above, methodName],
  }));
  return [...own, ...resource.children.flatMap((child) => methodsOf(child, [...above, child.property]))];
}

/** The members of a model's interface by their names on the wire, and the one that holds what else there may be. */
function membersOf({ model, properties }, { additionalName }) {
  const members = model.properties.map((property, at) => [property.wireName.value, { property, name: properties[at] }]);
  return { members: new Map(members), rest: model.additional && additionalName(properties) };
}
