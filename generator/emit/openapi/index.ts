import type { Api, Server } from "../../ir/index.ts";
import type { OutputFile } from "../../options.ts";
import { escapeHidden } from "../print/code.ts";
import { byCodeUnits } from "../print/order.ts";
import { type Json, printJson } from "./json.ts";
import { modelSchema } from "./models.ts";
import { schemaNames } from "./names.ts";
import { tagOf } from "./operations.ts";
import { paths } from "./paths.ts";
import { reachOf } from "./reach.ts";
import type { OpenapiOptions, Scope } from "./scope.ts";
import { keyedSchemes, securityRequirements } from "./security.ts";

export type { OpenapiOptions } from "./scope.ts";

/** `openapi.json`: the API as OpenAPI 3.1. */
export function emitOpenapi(api: Api, options: OpenapiOptions): OutputFile {
  return { path: "openapi.json", text: `${escapeHidden(printJson(document(api, options)))}\n` };
}

function document(api: Api, options: OpenapiOptions): Json {
  const { onTheWire, read, forms } = reachOf(api);
  const models = new Map(api.models.map((model) => [model.id, model]));
  const schemes = keyedSchemes(api);
  const scope: Scope = { api, options, models, names: schemaNames(onTheWire), read, forms, schemes };
  const tags = [...new Set(api.operations.filter(({ route }) => route !== null).map(tagOf))]
    .filter((tag) => tag !== "")
    .sort(byCodeUnits);
  const schemas = [...onTheWire]
    .map((model): [string, Json] => [scope.names.get(model.id) ?? "", modelSchema(scope, model)])
    .sort(([one], [other]) => byCodeUnits(one, other));
  return {
    openapi: "3.1.0",
    info: info(api),
    ...(api.servers.value.length === 0 ? {} : { servers: api.servers.value.map(serverObject) }),
    ...(api.security.value.length === 0 ? {} : { security: securityRequirements(scope) }),
    ...(tags.length === 0 ? {} : { tags: tags.map((name) => ({ name })) }),
    paths: paths(scope),
    components: {
      ...(schemas.length === 0 ? {} : { schemas: new Map(schemas) }),
      ...(schemes.length === 0 ? {} : { securitySchemes: new Map(schemes.map(({ key, object }) => [key, object])) }),
    },
  };
}

function info({ title, package: { name, version, license }, description }: Api): Json {
  return {
    title: title === "" ? name : title,
    ...(description === "" ? {} : { description }),
    version,
    ...(license === null ? {} : { license: { name: license, identifier: license } }),
  };
}

/** Each variable of the address needs a default, also one that the docs do not explain. */
function serverObject({ name, url, description, variables }: Server): Json {
  const used = [...url.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
  const entries = [...new Set(used)].map((variable): [string, Json] => {
    const found = variables.find((one) => one.name === variable);
    const value = found?.default ?? "";
    const allowed = found?.allowed ?? [];
    const choices = allowed.length === 0 || allowed.includes(value) ? allowed : [value, ...allowed];
    return [variable, { ...(choices.length === 0 ? {} : { enum: choices }), default: value }];
  });
  // Where servers have no names, docs number them.
  const text = description === "" && !/^\d+$/.test(name) ? name : description;
  return {
    url,
    ...(text === "" ? {} : { description: text }),
    ...(entries.length === 0 ? {} : { variables: new Map(entries) }),
  };
}
