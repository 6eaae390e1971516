import type { SecurityScheme, Server } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { type Code, code, join, raw } from "../print/code.ts";
import { indentedComment } from "../print/comment.ts";
import { camelCase, identifier, uniqueNames } from "../print/identifier.ts";
import { newImports } from "../print/source-file.ts";
import { renderSource } from "../template.ts";
import { header, readmePage } from "./model-file.ts";
import type { Plan } from "./plan.ts";
import { runtimeType, runtimeValue, type Scope } from "./types.ts";

/** `client.ts`: `createClient` with the credentials and the server that the docs state. */
export function clientOptionsFile(plan: Plan, template: string): OutputFile {
  const scope: Scope = { plan, imports: newImports(), root: ".", file: "client" };
  const { api } = plan;
  scope.imports.type("./runtime/client.ts", "Client");
  scope.imports.type("./runtime/client.ts", "ClientOptions", "RuntimeOptions");
  scope.imports.value("./runtime/client.ts", "createClient as createRuntimeClient");
  const unique = uniqueNames([
    "baseUrl",
    "fetch",
    "headers",
    "timeout",
    "validate",
    "onIssue",
    "onResponse",
    "use",
    "userAgent",
    "authorize",
  ]);
  const schemes = api.security.value.map((scheme) => planScheme(scope, scheme, unique));
  const baseUrl = defaultUrl(api.servers.value);
  if (schemes.length > 0) runtimeType(scope, "auth", "Authorizer");
  const view = {
    header: raw(header([readmePage(plan)])),
    members: schemes.flatMap((scheme) => scheme.members.map((member) => memberView(member))),
    isUrlOptional: baseUrl !== undefined,
    urlDoc: raw(indentedComment({ text: urlText(api.servers.value, baseUrl) }, 2)),
    baseUrl: code`${baseUrl ?? ""}`,
    userAgent: code`${`${api.package.name}/${api.package.version}`.replaceAll(/[^\x21-\x7e]/g, "")}`,
    hasSchemes: schemes.length > 0,
    schemes: schemes.map(({ test, authorizer }) => ({ test, authorizer })),
    names: join(
      schemes.flatMap((scheme) => scheme.members.map((member) => raw(member.name))),
      ", ",
    ),
  };
  const members = [...schemes.flatMap((scheme) => scheme.members.map(({ name }) => name)), "baseUrl"];
  const declared = ["ClientOptions", ...members.map((name) => `ClientOptions.${name}`), "createClient()"];
  const all = schemes.length === 0 ? declared : [...declared, "authorizer()"];
  return renderSource("src/client.ts", template, { ...view, imports: scope.imports.text() }, all);
}

interface SchemePlan {
  readonly members: readonly { readonly name: string; readonly doc: string; readonly type: Code }[];
  readonly test: Code;
  readonly authorizer: Code;
}

function memberView(member: SchemePlan["members"][number]): { doc: Code; name: Code; type: Code } {
  return { doc: raw(indentedComment({ text: member.doc }, 2)), name: raw(member.name), type: member.type };
}

function planScheme(scope: Scope, scheme: SecurityScheme, unique: (name: string) => string): SchemePlan {
  const secret = runtimeType(scope, "auth", "Secret");
  const auth = (name: string): Code => runtimeValue(scope, "auth", name);
  const documented = unique(identifier(camelCase(scheme.words), "token"));
  const hint = scheme.environment === null ? "" : ` The documentation keeps it in \`${scheme.environment}\`.`;
  switch (scheme.kind) {
    case "basic": {
      const username = unique("username");
      const password = unique("password");
      return {
        members: [
          { name: username, doc: `The user of HTTP Basic authentication.${hint}`, type: raw("string") },
          {
            name: password,
            doc: "The password, or a function that is asked for it before each request.",
            type: secret,
          },
        ],
        test: raw(`${username} !== undefined && ${password} !== undefined`),
        authorizer: code`${auth("basic")}(${raw(username)}, ${raw(password)})`,
      };
    }
    case "api-key": {
      if (scheme.header !== undefined) {
        return {
          members: [
            {
              name: documented,
              doc: `The API key, or a function that is asked for it before each request.${hint}`,
              type: secret,
            },
          ],
          test: raw(`${documented} !== undefined`),
          authorizer: code`${auth("apiKeyHeader")}(${scheme.header}, ${raw(documented)})`,
        };
      }
      const header = unique(`${documented}Header`);
      return {
        members: [
          {
            name: documented,
            doc: `The API key, or a function that is asked for it before each request.${hint}`,
            type: secret,
          },
          {
            name: header,
            doc: "The header that carries the key: the documentation does not name it.",
            type: raw("string"),
          },
        ],
        test: raw(`${documented} !== undefined && ${header} !== undefined`),
        authorizer: code`${auth("apiKeyHeader")}(${raw(header)}, ${raw(documented)})`,
      };
    }
    default:
      return {
        members: [
          {
            name: documented,
            doc: `The bearer token, or a function that is asked for it before each request.${hint}`,
            type: secret,
          },
        ],
        test: raw(`${documented} !== undefined`),
        authorizer: code`${auth("bearer")}(${raw(documented)})`,
      };
  }
}

/** The first documented server, with the defaults of its variables. */
function defaultUrl(servers: readonly Server[]): string | undefined {
  const [server] = servers;
  return server?.variables.reduce((url, { name, default: value }) => url.replaceAll(`{${name}}`, value), server.url);
}

function urlText(servers: readonly Server[], url: string | undefined): string {
  if (url === undefined) return "The address of the server. The documentation names none.";
  const others = servers
    .slice(1)
    .map((server) => `\`${server.url}\`${server.description === "" ? "" : ` (${server.description})`}`);
  const more = others.length === 0 ? "" : ` Also documented: ${others.join(", ")}.`;
  return `The address of the server; \`${url}\` by default.${more}`;
}
