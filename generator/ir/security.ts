import type { Place } from "./evidence.ts";

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
