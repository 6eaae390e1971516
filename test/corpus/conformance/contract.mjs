// A vendor's contract as requests: each operation with the values of its parameters and its body, as they are on the wire.
import { resolved, schemaValue } from "./contract-value.mjs";

const methods = ["get", "post", "put", "patch", "delete", "head", "options"];

/** The operations of a contract, in its order. */
export function operationsOf(contract) {
  return Object.entries(contract.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => ({
        id: item[method].operationId ?? "",
        route: `${method.toUpperCase()} ${path}`,
        request: requestOf(contract, item, item[method]),
      })),
  );
}

/** By which an operation of the contract and one of the docs are the same, whatever the variables of the path are called. */
export function routeKey(route) {
  return route.replaceAll(/\{[^}]*\}/g, "{}");
}

/** Everything that the contract says may be sent, once. */
function requestOf(contract, item, operation) {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    .map((parameter) => resolved(contract, parameter))
    .filter(({ in: location }) => location !== "cookie")
    .map((parameter) => ({
      location: parameter.in,
      name: parameter.name,
      required: parameter.required === true,
      value: parameterValue(contract, parameter),
    }));
  const content = resolved(contract, operation.requestBody ?? {}).content ?? {};
  const [[, media] = []] = Object.entries(content);
  const body = media === undefined ? undefined : (media.example ?? schemaValue(contract, media.schema ?? {}));
  return { parameters, body };
}

function parameterValue(contract, { example, examples, schema }) {
  const [first] = Object.values(examples ?? {});
  return example ?? first?.value ?? schemaValue(contract, schema ?? {});
}
