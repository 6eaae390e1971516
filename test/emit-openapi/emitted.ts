import { emitOpenapi, type OpenapiOptions } from "../../generator/emit/openapi/index.ts";
import type { Api } from "../../generator/ir/index.ts";
import { api } from "../emit/api.ts";

/** A parsed `openapi.json`, as far as tests look into it. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>>; readonly securitySchemes?: unknown };
  readonly servers?: unknown;
  readonly security?: unknown;
  readonly tags?: unknown;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: unknown;
  readonly servers?: unknown;
}

const defaults: OpenapiOptions = { unstatedNull: "exclude", evidence: false };

export function textOf(given: Partial<Api>, options: Partial<OpenapiOptions> = {}): string {
  return emitOpenapi(api(given), { ...defaults, ...options }).text;
}

export function documentOf(given: Partial<Api>, options: Partial<OpenapiOptions> = {}): Document {
  return JSON.parse(textOf(given, options));
}

/** JSON in one line, so that a table of cases stays readable. */
export function line(value: unknown): string {
  return JSON.stringify(value);
}
