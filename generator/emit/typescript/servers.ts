import type { Api, Server, ServerVariable } from "../../ir/index.ts";
import { type Code, code, raw, template } from "../print/code.ts";
import { camelCase, identifier, isReserved } from "../print/identifier.ts";
import { alternatives, arrow, block, body, braces, call, print } from "../print/layout.ts";
import { keyOf } from "../print/member.ts";
import { propertyKey } from "./names.ts";
import { runtimeType, runtimeValue, type Scope } from "./types.ts";

/** The documented servers, as the options of the client name them. */
export interface ServerPlan {
  readonly servers: readonly Server[];
  /** The option that chooses one of `servers`; undefined where they have no names. The first one is the default. */
  readonly choice: string | undefined;
  /** The options for the variables of their addresses, by the variable's name. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * Servers are chosen by the names, or the numbers, that the docs give them; a single number is no choice. Without names
 * the first one is the server, and the others are but addresses.
 */
export function planServers(api: Api, unique: (name: string) => string): ServerPlan {
  const all = api.servers.value;
  const names = all.map(({ name }) => name);
  const isNamed = all.length > 0 && names.every((name) => name !== "") && new Set(names).size === names.length;
  const isChoice = isNamed && (all.length > 1 || !isNumber(names[0] ?? ""));
  const servers = isChoice ? all : all.slice(0, 1);
  const choice = isChoice ? unique("server") : undefined;
  const variables = new Set(servers.flatMap(({ url }) => partsOf(url).variables));
  return { servers, choice, variables: new Map([...variables].map((name) => [name, unique(optionOf(name))])) };
}

/** The name of a server as the option spells it: `"production"`, or `0`. */
export function serverKey(name: string): Code {
  return isNumber(name) ? raw(name) : code`${name}`;
}

function isNumber(name: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(name);
}

function optionOf(variable: string): string {
  // As variables of the environment are called.
  const word = variable === variable.toUpperCase() ? variable.toLowerCase() : variable;
  const name = propertyKey(identifier(camelCase([word]), "part"), "part");
  return isReserved(name) ? `${name}Part` : name;
}

/** The texts of an address, and the variables between them. */
function partsOf(url: string): { readonly texts: readonly string[]; readonly variables: readonly string[] } {
  const parts = url.split(/\{([^{}]*)\}/);
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    variables: parts.filter((_, index) => index % 2 === 1),
  };
}

/** An option as the interface declares it. */
interface Option {
  readonly name: string;
  readonly doc: string;
  readonly type: Code;
}

/** The options that choose a server and complete its address. */
export function serverOptions(scope: Scope, plan: ServerPlan): Option[] {
  const { servers, choice, variables } = plan;
  const type = alternatives(servers.map(({ name }) => serverKey(name)));
  const list = servers.map(
    ({ name, url, description }) =>
      `- \`${name}\`: \`${url}\`${description === "" ? "" : ` (${oneLine(description)})`}`,
  );
  const doc = `One of the documented servers, by default the first:\n\n${list.join("\n")}`;
  return [
    ...(choice === undefined ? [] : [{ name: choice, doc, type: raw(print(type, { indent: 4 })) }]),
    ...[...variables].map(([variable, name]) => variableOption(scope, plan, variable, name)),
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function variableOption(scope: Scope, { servers, choice }: ServerPlan, variable: string, name: string): Option {
  const using = servers.filter(({ url }) => partsOf(url).variables.includes(variable));
  const known = using.flatMap((server) => declared(server, variable) ?? []);
  const where = choice === undefined ? "" : ` of ${using.map((server) => `\`${server.name}\``).join(", ")}`;
  const defaults = [...new Set(known.map((one) => one.default))].filter((value) => value !== "");
  const otherwise = defaults.map((value) => `\`${value}\``).join(", ");
  const text = `The \`${variable}\` in the address${where}; ${otherwise === "" ? "it has no default" : `by default ${otherwise}`}.`;
  const allowed = new Set(known.flatMap((one) => one.allowed));
  // A default that the list leaves out is a value all the same, and a server may know more than the docs.
  const listed = [...new Set([...allowed, ...defaults])].map((value) => code`${value}`);
  const values = allowed.size === 0 ? [raw("string")] : [...listed, runtimeType(scope, "model", "Unrecognized")];
  return { name, doc: text, type: raw(print(alternatives(values), { indent: 4 })) };
}

function declared({ variables }: Server, name: string): ServerVariable | undefined {
  return variables.find((variable) => variable.name === name);
}

/** The address that holds when the caller gives none, and what stands in front of `createClient` for it. */
export function serverAddress(
  scope: Scope,
  plan: ServerPlan,
): { readonly address: Code; readonly declaration: Code; readonly declares: readonly string[] } {
  const { servers, choice, variables } = plan;
  const [first] = servers;
  if (first === undefined) return { address: raw("undefined"), declaration: raw(""), declares: [] };
  if (choice === undefined && variables.size === 0)
    return { address: code`${first.url}`, declaration: raw(""), declares: [] };
  if (choice === undefined) {
    const { parameters, address } = addressOf(scope, plan, first);
    const head = call(raw("function serverUrl"), [parameters]);
    const text = print(code`${head}: string ${body([code`return ${address};`])}`);
    const declaration = raw(`/** The address of the documented server. */\n${text}`);
    return { address: raw("serverUrl(options)"), declaration, declares: ["serverUrl()"] };
  }
  const entries = servers.map((server) => {
    if (variables.size === 0) return code`${nameKey(server)}: ${server.url}`;
    const { parameters, address } = addressOf(scope, plan, server);
    return arrow(code`${nameKey(server)}: (${parameters}): string`, address);
  });
  const text = print(code`const servers = ${block(entries)};`);
  const key = serverKey(first.name);
  return {
    address: code`servers[options.${raw(choice)} ?? ${key}]${raw(variables.size === 0 ? "" : "(options)")}`,
    declaration: raw(`/** The addresses of the documented servers. */\n${text}`),
    declares: ["servers"],
  };
}

function nameKey({ name }: Server): Code {
  return isNumber(name) ? raw(name) : keyOf(name);
}

/** The address of a server, and the options that complete it as a parameter: `{ region = "eu" }: ClientOptions`. */
function addressOf(
  scope: Scope,
  { variables }: ServerPlan,
  server: Server,
): { readonly parameters: Code; readonly address: Code } {
  const { texts, variables: used } = partsOf(server.url);
  if (used.length === 0) return { parameters: raw(""), address: code`${server.url}` };
  const options = [...new Set(used)].map((variable) => {
    const name = raw(variables.get(variable) ?? "");
    const value = declared(server, variable)?.default ?? "";
    return value === "" ? name : code`${name} = ${value}`;
  });
  const holes = used.map((variable, index) => {
    const name = variables.get(variable) ?? "";
    const isInHost = /\/\/[^/]*$/.test(texts.slice(0, index + 1).join("x"));
    return code`${runtimeValue(scope, "server", isInHost ? "hostPart" : "urlPart")}(${name}, ${raw(name)})`;
  });
  return { parameters: code`${braces(options)}: ClientOptions`, address: template(texts, holes) };
}
