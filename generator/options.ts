import type { DialectName } from "./dialects/sighting.ts";

/** What a person decides about one API; everything else comes from its docs. */
export interface ApiOptions {
  /** The folder's name in kebab case: the package's name where nothing else gives one. */
  readonly slug: string;
  readonly package: PackageOptions;
  /** Detected from the docs where it is absent. */
  readonly dialect?: DialectName;
  /** How properties are spelled in TypeScript. */
  readonly fields: "camelCase" | "documented" | "wire";
  /** Instants as `Date` or as the string received. Calendar dates are always `YYYY-MM-DD` strings. */
  readonly dates: "Date" | "string";
  /** Whether decoded values hold fields that the docs do not know. */
  readonly unknownFields: "keep" | "drop";
  /** What openapi.json says of a null that the docs leave open. */
  readonly unstatedNull: "exclude" | "include";
  /** Whether openapi.json has the claims behind each fact, as `x-evidence`. */
  readonly evidence: "exclude" | "include";
  /** Servers that replace the documented ones; empty: the documented ones. */
  readonly servers: readonly { readonly name: string; readonly url: string; readonly description: string }[];
  readonly overrides: readonly Override[];
}

/** What a publisher says of the package. The docs of another language's SDK tell none of it but the name. */
export interface PackageOptions {
  readonly name?: string;
  readonly version?: string;
  /** An SPDX expression. Its text is emitted where it is one of the best known licences. */
  readonly license?: string;
  /** The author, who also holds the copyright: `Harbor Ltd. <sdk@harbor.example>`. */
  readonly author?: string;
  /** The address of the repository: `https://github.com/harbor/sdk`. */
  readonly repository?: string;
  /** The package's name on JSR, where it differs from a scoped one on npm: `@harbor/sdk`. */
  readonly jsr?: string;
}

/** A part of the output: the TypeScript package, `openapi.json`, `ir.json`. */
export type Target = "sdk" | "openapi" | "ir";

export const targets: readonly Target[] = ["sdk", "openapi", "ir"];

/** The part that a file of the output belongs to. */
export function targetOf(path: string): Target {
  if (path === "openapi.json") return "openapi";
  return path === "ir.json" ? "ir" : "sdk";
}

/** A fact that a person states, with the reason: evidence of strength `declared`. */
export interface Override {
  /** `operation chat.complete`, `field ChatRequest.maxTokens`, … */
  readonly subject: string;
  readonly value: unknown;
  readonly reason: string;
}

export const defaultOptions: Omit<ApiOptions, "slug"> = {
  package: {},
  fields: "camelCase",
  dates: "Date",
  unknownFields: "keep",
  unstatedNull: "exclude",
  evidence: "exclude",
  servers: [],
  overrides: [],
};

/** One file of the emitted package; the path is relative to the package root, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What `templates/` holds: the Handlebars templates by name, and the runtime that is copied byte for byte. */
export interface Templates {
  readonly handlebars: Readonly<Record<string, string>>;
  readonly runtime: readonly OutputFile[];
}

/** One document as read from disk, from git, or from memory. */
export interface Source {
  /** With forward slashes, relative to the folder that holds `docs/`. */
  readonly path: string;
  readonly text: string;
  /** That it is the README beside the folder; where there is one folder its path says so. */
  readonly isReadme?: true;
}
