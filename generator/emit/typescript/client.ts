import type { Server } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { code, raw } from "../print/code.ts";
import { indentedComment } from "../print/comment.ts";
import { braces, print, restPattern } from "../print/layout.ts";
import { newImports } from "../print/source-file.ts";
import { renderSource, type View } from "../template.ts";
import { type CredentialOption, credentialOptions, credentialUse, planCredentials } from "./credentials.ts";
import { header, readmePage } from "./model-file.ts";
import type { Plan } from "./plan.ts";
import { runtimeType, type Scope } from "./types.ts";

/** `client.ts`: `createClient` with the credentials and the server that the docs state. */
export function clientOptionsFile(plan: Plan, template: string): OutputFile {
  const { api } = plan;
  const credentials = planCredentials(api);
  const names = credentials.flatMap(({ options }) => options);
  const imports = newImports(["ClientOptions", "createClient", "authorizer", "options", "rest", ...names]);
  const scope: Scope = { plan, imports, root: ".", file: "client" };
  imports.type("./runtime/client.ts", "Client");
  imports.type("./runtime/client.ts", "ClientOptions", "RuntimeOptions");
  imports.value("./runtime/client.ts", "createClient", "createRuntimeClient");
  if (credentials.length > 0) runtimeType(scope, "auth", "Authorizer");
  const baseUrl = defaultUrl(api.servers.value);
  const options = names.map((name) => raw(name));
  const view = {
    header: raw(header([readmePage(plan)])),
    members: credentials.flatMap((one) => credentialOptions(scope, one)).map(memberView),
    isUrlOptional: baseUrl !== undefined,
    urlDoc: raw(indentedComment({ text: urlText(api.servers.value, baseUrl) }, 2)),
    baseUrl: code`${baseUrl ?? ""}`,
    userAgent: code`${`${api.package.name}/${api.package.version}`.replaceAll(/[^\x21-\x7e]/g, "")}`,
    hasSchemes: credentials.length > 0,
    schemes: credentials.map((one) => credentialUse(scope, one, names)),
    rest: raw(print(code`const ${restPattern(options, raw("rest"))} = options;`, { indent: 2 })),
    authorizer: raw(print(code`function authorizer(${braces(options)}: ClientOptions): Authorizer | undefined {`)),
  };
  const members = [...names, "baseUrl"];
  const declared = ["ClientOptions", ...members.map((name) => `ClientOptions.${name}`), "createClient()"];
  const all = credentials.length === 0 ? declared : [...declared, "authorizer()"];
  return renderSource("src/client.ts", template, { ...view, imports: imports.text() }, all);
}

function memberView({ name, doc, type }: CredentialOption): View {
  return { doc: raw(indentedComment({ text: doc }, 2)), name: raw(name), type };
}

/** The first documented server, with the defaults of its variables. */
function defaultUrl(servers: readonly Server[]): string | undefined {
  const [server] = servers;
  return server?.variables.reduce(
    (url, { name, default: value }) => url.replaceAll(`{${name}}`, () => value),
    server.url,
  );
}

function urlText(servers: readonly Server[], url: string | undefined): string {
  if (url === undefined) return "The address of the server. The documentation names none.";
  const others = servers
    .slice(1)
    .map((server) => `\`${server.url}\`${server.description === "" ? "" : ` (${server.description})`}`);
  const more = others.length === 0 ? "" : ` Also documented: ${others.join(", ")}.`;
  return `The address of the server; \`${url}\` by default.${more}`;
}
