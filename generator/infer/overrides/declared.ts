import type {
  Claim,
  ModelId,
  Nullable,
  Pagination,
  Parameter,
  Place,
  Presence,
  RequestBody,
  Route,
  SecurityScheme,
  StreamEnd,
  Type,
} from "../../ir/index.ts";

/** What a person declared, by what it is about. */
export interface Declared {
  /** By operation id. */
  readonly operations: ReadonlyMap<string, DeclaredOperation>;
  /** By the place of the field's first row. */
  readonly fields: ReadonlyMap<Place, DeclaredField>;
  /** By model id or operation id. */
  readonly ends: ReadonlyMap<ModelId | string, Claim<StreamEnd | null>>;
  readonly security?: Claim<readonly SecurityScheme[]>;
}

export interface DeclaredOperation {
  readonly route?: Claim<Route>;
  readonly id?: Claim<string>;
  readonly secured?: Claim<boolean>;
  /** The server that it has to itself; null for those of the API. */
  readonly server?: Claim<string | null>;
  readonly pagination?: Claim<Pagination | null>;
  /** What its stream makes up. */
  readonly collect?: Claim<ModelId | null>;
  readonly encoding?: Claim<RequestBody["encoding"]["value"]>;
}

export interface DeclaredField {
  readonly wireName?: Claim<string>;
  readonly type?: Claim<Type>;
  readonly presence?: Claim<Presence>;
  readonly nullable?: Claim<Nullable>;
  readonly location?: Claim<Parameter["location"]["value"]>;
}
