import type { Model } from "../../generator/ir/index.ts";
import * as cove from "../../output/cove/src/models/index.ts";
import * as coveRuntime from "../../output/cove/src/runtime/index.ts";
import * as harbor from "../../output/harbor/src/models/index.ts";
import * as harborRuntime from "../../output/harbor/src/runtime/index.ts";
import * as plover from "../../output/plover/src/models/index.ts";
import * as ploverRuntime from "../../output/plover/src/runtime/index.ts";
import * as quill from "../../output/quill/src/models/index.ts";
import * as quillRuntime from "../../output/quill/src/runtime/index.ts";
import * as tern from "../../output/tern/src/models/index.ts";
import * as ternRuntime from "../../output/tern/src/runtime/index.ts";
import type { ApiName } from "./fixture.ts";

export type Validate = "strict" | "lenient" | "off";

export interface Issue {
  readonly path: string;
}

/** Both directions of one emitted model. */
export interface Codec {
  readonly name: string;
  readonly decode: (
    input: unknown,
    options?: { readonly validate?: Validate; readonly onIssue?: (issue: Issue) => void },
  ) => unknown;
  readonly encode: (value: never) => unknown;
}

/** What each package exports from its models. */
export const modules: Readonly<Record<ApiName, Readonly<Record<string, unknown>>>> = {
  cove,
  harbor,
  plover,
  quill,
  tern,
};

/** The runtimes of the packages: each has its own key for the fields that its docs do not know. */
export const runtimes: Readonly<Record<ApiName, Pick<typeof coveRuntime, "withUnknownFields">>> = {
  cove: coveRuntime,
  harbor: harborRuntime,
  plover: ploverRuntime,
  quill: quillRuntime,
  tern: ternRuntime,
};

/** The emitted codec of a documented model; undefined for one that is no JSON. */
export function codecOf(api: ApiName, model: Model): Codec | undefined {
  // A response wrapper may have the title of the model that it wraps, which then has the codec.
  if (model.kind === "object" && model.role.value === "envelope") return undefined;
  const functions = modules[api];
  const decode = functions[`decode${model.title}`];
  const encode = functions[`encode${model.title}`];
  if (typeof decode !== "function" || typeof encode !== "function") return undefined;
  return { name: model.title, decode: (...args) => decode(...args), encode: (value) => encode(value) };
}

/** The names of the models that a package can decode. */
export function decodedNames(api: ApiName): string[] {
  return Object.keys(modules[api]).flatMap((name) => /^decode(.+)/.exec(name)?.[1] ?? []);
}
