import { camelCase, fileName, identifier, pascalCase, uniqueNames } from "../print/identifier.ts";
import { freeType } from "./names.ts";
import { type OperationPlan, takenMembers } from "./operation-plan.ts";

/** A resource of the client: its operations, and the resources below it. */
export interface ResourcePlan {
  /** `ChatCompletionsResource`. */
  readonly className: string;
  /** `completions`: the property of what holds it. */
  readonly property: string;
  /** `chat-completions`: the entry of the package, and the file's name. */
  readonly entry: string;
  /** `chat.completions`, as callers write it. */
  readonly accessor: string;
  readonly operations: readonly OperationPlan[];
  readonly children: readonly ResourcePlan[];
}

/** Entries of the package that are no resource's. */
const takenEntries = ["index", "client", "models", "runtime", "operations", "resources", "errors"];

/** The tree of resources as the docs have it; the root is the client's class, which no error shares its name with. */
export function planResources(
  operations: readonly OperationPlan[],
  clientClass: string,
  errors: readonly string[],
): ResourcePlan {
  const uniqueEntry = uniqueNames();
  const rootClass = uniqueNames(errors)(freeType(identifier(pascalCase([clientClass]), "Client"), "Client"));
  const uniqueClass = uniqueNames([rootClass]);
  return resource([], operations, [], "");

  function resource(
    path: readonly string[],
    below: readonly OperationPlan[],
    above: readonly string[],
    property: string,
  ): ResourcePlan {
    const own = below.filter((one) => one.operation.group.length === path.length);
    const deeper = below.filter((one) => one.operation.group.length > path.length);
    const uniqueProperty = uniqueNames([...takenMembers, ...own.map((one) => one.methodName)]);
    // The pages of resources are called otherwise than their accessors: by name is the order that readers look for.
    const heads = [...new Set(deeper.map((one) => one.operation.group[path.length] ?? ""))].sort();
    const wanted = fileName(path.join(" "), "resource");
    const accessor = path.length === 0 ? [] : [...above, property];
    const entry = path.length === 0 ? "" : uniqueEntry(takenEntries.includes(wanted) ? `${wanted}-api` : wanted);
    return {
      className:
        path.length === 0
          ? rootClass
          : uniqueClass(identifier(`${pascalCase(path.flatMap((part) => part.split(" ")))}Resource`, "Resource")),
      property,
      entry,
      accessor: accessor.join("."),
      operations: own,
      children: heads.map((head) =>
        resource(
          [...path, head],
          deeper.filter((one) => one.operation.group[path.length] === head),
          accessor,
          uniqueProperty(identifier(camelCase(head.split(" ")), "resource")),
        ),
      ),
    };
  }
}

/** All resources below the root, parents first. */
export function allResources(root: ResourcePlan): ResourcePlan[] {
  return root.children.flatMap((child) => [child, ...allResources(child)]);
}
