import type { Fact, Place } from "./evidence.ts";
import type { Model } from "./model.ts";
import type { Operation, Sample } from "./operation.ts";

/** Everything that the docs of one API say, decided, with the evidence. */
export interface Api {
  readonly irVersion: 1;
  readonly package: PackageInfo;
  /** The name of the client's class, e.g. `Harbor`. */
  readonly clientClass: string;
  readonly operations: readonly Operation[];
  readonly models: readonly Model[];
  /** The page of the README; empty where there is none. */
  readonly page: string;
  /** What the API is called, e.g. `Harbor API`; empty where nothing says so. */
  readonly title: string;
  readonly description: string;
  /** What the samples of the README call first; absent where they call nothing. */
  readonly firstCall?: Fact<FirstCall>;
  readonly servers: Fact<readonly Server[]>;
  readonly security: Fact<readonly SecurityScheme[]>;
}

export interface FirstCall {
  /** Its id. */
  readonly operation: string;
  /** The request that is sent there; absent where it does not fit the operation's types. */
  readonly sample?: Sample;
}

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; null where neither config nor docs give one. */
  readonly license: string | null;
}

export interface Server {
  readonly name: string;
  /** With `{variables}`. */
  readonly url: string;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly allowed: readonly string[];
}

/** What the docs name of a flow of OAuth. */
export interface Consent {
  /** As the docs call it: `implicit`, `accessCode`. */
  readonly flow: string;
  readonly url: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

export interface SecurityScheme {
  /** The option's name in words, e.g. `["bearer", "auth"]`. Basic has two: see `kind`. */
  readonly words: readonly string[];
  readonly kind: "bearer" | "basic" | "api-key" | "oauth2" | "unknown";
  /** The environment variable that the docs name; null where they name none. */
  readonly environment: string | null;
  /** The header of an API key, where a text, a sample, its own name or an override tells it. */
  readonly header?: string;
  /** The query parameter of an API key that goes there instead, where an override states it. */
  readonly query?: string;
  /** Where OAuth asks for consent, and for what, where the docs name it. */
  readonly consent?: Consent;
  /** The numbers of the combinations that it belongs to, where the docs say which schemes a call has together. */
  readonly combinations?: readonly number[];
  readonly place: Place;
}
