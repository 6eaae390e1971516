import type { SecurityScheme } from "../../ir/index.ts";
import { keyHeaderPlaceholder } from "../key-header.ts";
import { type Code, code, raw } from "../print/code.ts";
import { kebabCase } from "../print/identifier.ts";
import { braces } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { planOptions } from "./client.ts";
import type { Credentials } from "./credentials.ts";
import type { Plan } from "./plan.ts";
import type { ResourcePlan } from "./resource-plan.ts";

/** What the constructor of the client is given in documents and examples. */
export interface ClientSetup {
  /** The credentials, from the environment. */
  readonly credentials: readonly Code[];
  /** The variables that hold them. */
  readonly variables: readonly string[];
  /** What the client needs beside them: the server, where the docs name none. */
  readonly server: readonly Code[];
}

/** The server that stands for the caller's own, where the docs name none. */
const anyServer = "https://api.example.com";

export function clientSetup(plan: Plan): ClientSetup {
  const server = plan.api.servers.value.length === 0 ? [code`baseUrl: ${anyServer}`] : [];
  const taken = callCredentials(planOptions(plan.api).credentials);
  const given = taken.map((one) => credentialsSetup(one, taken.length > 1));
  return {
    credentials: given.flatMap(({ credentials }) => credentials),
    variables: given.flatMap(({ variables }) => variables),
    server,
  };
}

/** Those that a call has: all of the first combination, else the first of the alternatives. */
export function callCredentials(all: readonly Credentials[]): readonly Credentials[] {
  const [first] = all.flatMap(({ scheme }) => scheme.combinations ?? []).sort((one, other) => one - other);
  return first === undefined ? all.slice(0, 1) : all.filter(({ scheme }) => scheme.combinations?.includes(first));
}

/** The credentials of one scheme; those of several are told apart by its name. */
function credentialsSetup(
  { scheme, options: [name, second] }: Credentials,
  isOneOfSeveral: boolean,
): Omit<ClientSetup, "server"> {
  const variables = documentedVariables(scheme);
  if (scheme.kind === "basic") {
    const [user = "API_USERNAME", password = "API_PASSWORD"] = variables.length === 2 ? variables : [];
    return {
      credentials: [secret(name, user), ...(second === undefined ? [] : [secret(second, password)])],
      variables: [user, password],
    };
  }
  const alone = scheme.kind === "api-key" ? "API_KEY" : "API_TOKEN";
  const [variable = isOneOfSeveral ? scheme.words.join("_").toUpperCase() : alone] = variables;
  const header = keyHeaderPlaceholder(scheme, isOneOfSeveral);
  return {
    credentials: [secret(name, variable), ...(second === undefined ? [] : [code`${keyOf(second)}: ${header}`])],
    variables: [variable],
  };
}

/** The variables that the docs name, those of users before those of passwords; none where one is no name. */
export function documentedVariables({ environment }: SecurityScheme): readonly string[] {
  const names = (environment ?? "").split(/,\s*/);
  if (!names.every((name) => /^[A-Za-z_]\w*$/.test(name))) return [];
  return names.sort((one, other) => Number(isPassword(one)) - Number(isPassword(other)));
}

function isPassword(name: string): boolean {
  return /pass|secret/i.test(name);
}

function secret(option: string, variable: string): Code {
  return code`${keyOf(option)}: process.env.${raw(variable)}`;
}

/** `new Harbor({ token: process.env.HARBOR_TOKEN })`. */
export function newClient(root: ResourcePlan, options: readonly Code[]): Code {
  return code`new ${raw(root.className)}(${argumentOf(options)})`;
}

/** `createClient({ token: process.env.HARBOR_TOKEN })`. */
export function createdClient(options: readonly Code[]): Code {
  return code`createClient(${argumentOf(options)})`;
}

function argumentOf(options: readonly Code[]): Code {
  return options.length === 0 ? raw("") : braces(options);
}

/** The variable by which the examples are pointed at another server: `HARBOR_BASE_URL`. */
export function serverVariable(root: ResourcePlan): string {
  return `${kebabCase(root.className).replaceAll("-", "_").toUpperCase()}_BASE_URL`;
}
