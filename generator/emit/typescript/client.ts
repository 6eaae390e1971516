import type { Api, Server } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { type Code, code, raw } from "../print/code.ts";
import { indentedComment } from "../print/comment.ts";
import { uniqueNames } from "../print/identifier.ts";
import { braces, call, flat, guarded, print } from "../print/layout.ts";
import { newImports } from "../print/source-file.ts";
import { renderSource, type Template, type View } from "../template.ts";
import {
  type CredentialOption,
  type Credentials,
  credentialOptions,
  credentialUse,
  environmentUse,
  mayBeJoined,
  planCredentials,
} from "./credentials.ts";
import { type GlobalOption, globalEntry, globalOption, planGlobals } from "./globals.ts";
import { header, readmePage } from "./model-file.ts";
import type { Plan } from "./plan.ts";
import { planServers, type ServerPlan, serverAddress, serverOptions } from "./servers.ts";
import { runtimeType, type Scope } from "./types.ts";

/**
 * Options of every client and of every call, which the runtime merges, and what the functions that read options call their
 * own.
 */
const takenOptions = (
  "baseUrl fetch headers timeout validate onIssue onResponse use userAgent authorize endMark onInvalid idleTimeout " +
  "retries signal rawResponse reconnect lasting goOn options ownServers globals authorizer createClient " +
  "createRuntimeClient servers serverUrl secret given target add ClientOptions"
).split(" ");

/** The options that the docs give rise to, each name once. */
export function planOptions(api: Api): OptionsPlan {
  const unique = uniqueNames(takenOptions);
  return {
    credentials: planCredentials(api, unique),
    servers: planServers(api, unique),
    globals: planGlobals(api, unique),
  };
}

export interface OptionsPlan {
  readonly credentials: readonly Credentials[];
  readonly servers: ServerPlan;
  readonly globals: readonly GlobalOption[];
}

/** `client.ts`: `createClient` with the credentials and the servers that the docs state. */
export function clientOptionsFile(plan: Plan, template: Template): OutputFile {
  const { api } = plan;
  const { credentials, servers, globals } = planOptions(api);
  const secrets = credentials.flatMap(({ options }) => options);
  const names = [
    ...secrets,
    ...globals.map(({ name }) => name),
    ...(servers.choice === undefined ? [] : [servers.choice]),
    ...servers.variables.values(),
  ];
  const imports = newImports(["ClientOptions", "createClient", "authorizer", "options", ...names]);
  const scope: Scope = { plan, imports, root: ".", file: "client" };
  imports.type("./runtime/client.ts", "Client");
  imports.type("./runtime/client.ts", "ClientOptions", "RuntimeOptions");
  imports.value("./runtime/client.ts", "createClient", "createRuntimeClient");
  if (credentials.length > 0) runtimeType(scope, "auth", "Authorizer");
  const { address, declaration, declares } = serverAddress(scope, servers);
  const members = [
    ...credentials.flatMap((one) => credentialOptions(scope, one)),
    ...globals.map(globalOption),
    ...serverOptions(scope, servers),
  ];
  const options = secrets.map((name) => raw(name));
  const otherwise = environmentUse(scope, credentials, names);
  const entries = globals.map((one) => globalEntry(scope, one));
  const uses = credentials.map((one) => credentialUse(scope, one, names));
  const given = (statement: (authorizer: Code) => Code) =>
    uses.map(({ test, authorizer }) => raw(print(guarded(code`if (${test})`, statement(authorizer)), { indent: 2 })));
  const view = {
    header: raw(header([readmePage(plan)])),
    members: members.map(memberView),
    isUrlOptional: servers.servers.length > 0,
    urlDoc: raw(indentedComment({ text: urlText(api.servers.value, servers) }, 2)),
    baseUrl: address,
    hasOwnServers: servers.servers.length > 0 && api.operations.some(({ server }) => server !== undefined),
    hasServers: declares.length > 0,
    servers: declaration,
    userAgent: code`${`${api.package.name}/${api.package.version}`.replaceAll(/[^\x21-\x7e]/g, "")}`,
    hasGlobals: globals.length > 0,
    globals: raw(print(code`return ${braces([raw("...client"), code`globals: ${braces(entries)}`])};`, { indent: 2 })),
    hasSchemes: credentials.length > 0,
    hasEnvironment: flat(otherwise) !== "undefined",
    isJoined: mayBeJoined(credentials),
    schemes: given((authorizer) => code`return ${authorizer};`),
    // What is added last to a header stays in it.
    joined: given((authorizer) => code`${call(raw("given.push"), [authorizer])};`).reverse(),
    otherwise: raw(print(code`return ${otherwise};`, { indent: 2 })),
    authorizer: raw(print(code`function authorizer(${braces(options)}: ClientOptions): Authorizer | undefined {`)),
  };
  const interfaceMembers = [...names, "baseUrl"].map((name) => `ClientOptions.${name}`);
  const declared = ["ClientOptions", ...interfaceMembers, "createClient()", ...declares];
  const all = credentials.length === 0 ? declared : [...declared, "authorizer()"];
  return renderSource("src/client.ts", template, { ...view, imports: imports.text() }, all);
}

function memberView({ name, doc, type }: CredentialOption): View {
  return { doc: raw(indentedComment({ text: doc }, 2)), name: raw(name), type };
}

function urlText(all: readonly Server[], { servers, choice, variables }: ServerPlan): string {
  const [server] = servers;
  if (server === undefined) return "The address of the server. The documentation names none.";
  if (choice !== undefined) return "The address of another server, which wins over the documented ones.";
  if (variables.size > 0) return `The address of the server, in place of \`${server.url}\`.`;
  const others = all
    .slice(1)
    .map(({ url, description }) => `\`${url}\`${description === "" ? "" : ` (${description})`}`);
  const more = others.length === 0 ? "" : ` Also documented: ${others.join(", ")}.`;
  return `The address of the server; \`${server.url}\` by default.${more}`;
}
