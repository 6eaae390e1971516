import type { Fact } from "./evidence.ts";
import type { Model } from "./model.ts";
import type { Operation, Sample } from "./operation.ts";
import type { SecurityScheme } from "./security.ts";

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
