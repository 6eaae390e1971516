import type { Api, Model, ModelId } from "../../ir/index.ts";
import type { KeyedScheme } from "./security.ts";

/** What a reader of openapi.json may choose. */
export interface OpenapiOptions {
  /** What is said of a null that the docs leave open. */
  readonly unstatedNull: "exclude" | "include";
  /** Whether the claims behind each fact are written as `x-evidence`. */
  readonly evidence: boolean;
}

/** What every part of the document asks about the API at hand; made once. */
export interface Scope {
  readonly api: Api;
  readonly options: OpenapiOptions;
  readonly models: ReadonlyMap<ModelId, Model>;
  /** The key in `components/schemas` of each model that is there. */
  readonly names: ReadonlyMap<ModelId, string>;
  /** Models that responses hold, or that no operation uses. */
  readonly read: ReadonlySet<ModelId>;
  /** Models that are the body of a multipart request. */
  readonly forms: ReadonlySet<ModelId>;
  /** First those of the API. */
  readonly schemes: readonly KeyedScheme[];
}
