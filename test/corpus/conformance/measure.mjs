// Calls every operation of a contract through an emitted package, and judges each call by what the server says of the
// request and the decoder of the answer.
import { isDeepStrictEqual } from "node:util";
import { argumentOf, variablesOf } from "./arguments.mjs";
import { callMethod } from "./call.mjs";
import { operationsOf, routeKey } from "./contract.mjs";
import { exemplifiedRequest, sampledRequests } from "./documented.mjs";

/** How an answer is made: of the contract's examples; or of its schemas alone, with every property and random values. */
const plainAnswer = "dynamic=false";
const fullAnswer = "dynamic=true";

export async function measure({ contract, library, surface, docs, url }) {
  const byRoute = new Map(
    surface.methods.map((method) => [
      routeKey(`${method.operation.route.value.method} ${method.operation.route.value.path}`),
      method,
    ]),
  );
  const found = [];
  for (const operation of operationsOf(contract)) {
    const method = byRoute.get(routeKey(operation.route));
    const context = { library, surface, docs, url, operation, method };
    found.push({ ...operation, ...(method === undefined ? lacking : await measureOperation(context)) });
  }
  return found;
}

const lacking = {
  source: "none",
  accepted: false,
  decoded: false,
  reasons: ["the docs do not have it"],
  notes: [],
  full: { accepted: false, decoded: false, reasons: ["the docs do not have it"] },
};

/** The first request that the server takes, documented ones first; the refusals of those before it are notes. */
async function measureOperation(context) {
  const { surface, docs, operation, method } = context;
  const samples = sampledRequests(surface, docs, method).map((one) => ({ source: "sample", ...one }));
  const cells = { source: "examples", ...exemplifiedRequest(surface, method) };
  const made = { source: "contract", request: placed(operation) };
  const notes = [];
  let last;
  for (const { source, request, refusal } of [...samples, cells, made]) {
    if (request === undefined) {
      notes.push(`${source}: ${refusal}`);
      continue;
    }
    const call = await callWith(context, request, plainAnswer);
    last = {
      source,
      accepted: call.refused.length === 0,
      decoded: call.issues.length === 0,
      reasons: [...call.refused, ...call.issues],
    };
    if (last.accepted) break;
    notes.push(`${source}: ${call.refused.join("; ")}`);
  }
  return { ...last, notes, full: await measureFull(context, made.request) };
}

/** All that the contract knows is sent and answered once. */
async function measureFull(context, request) {
  const call = await callWith(context, request, fullAnswer);
  const lost = [...call.undocumented.map((name) => `not in the docs: ${name}`), ...changesOf(request, call.sent)];
  const refused = [...call.refused, ...lost];
  return { accepted: refused.length === 0, decoded: call.issues.length === 0, reasons: [...refused, ...call.issues] };
}

async function callWith({ library, surface, url, method }, request, prefer) {
  const { given, undocumented } = argumentOf(surface, method, request);
  return { undocumented, ...(await callMethod(library, surface, method, given, { url, prefer })) };
}

/** The request with the place of each variable in its path. */
function placed({ route, request }) {
  const variables = variablesOf(route);
  const parameters = request.parameters.map((one) =>
    one.location === "path" ? { ...one, at: variables.indexOf(one.name) } : one,
  );
  return { ...request, parameters };
}

/** What arrives otherwise than the contract has it. */
function changesOf({ parameters, body }, sent) {
  if (sent === null) return [];
  const queried = parameters.filter(({ location }) => location === "query");
  const lost = queried.filter(({ name }) => !sent.query.some((one) => one === name || one.startsWith(`${name}[`)));
  const missing = lost.map(({ name }) => `not sent: query ${name}`);
  if (body === undefined || isDeepStrictEqual(sent.body, body)) return missing;
  return [...missing, ...differences(body, sent.body, "body").map((path) => `sent otherwise: ${path}`)];
}

function differences(wanted, received, at) {
  if (isDeepStrictEqual(wanted, received)) return [];
  const areObjects = [wanted, received].every((one) => typeof one === "object" && one !== null);
  if (!areObjects) return [at];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(received)]);
  return [...keys].flatMap((key) => differences(wanted[key], received[key], `${at}.${key}`));
}
