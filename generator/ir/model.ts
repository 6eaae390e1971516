import type { Fact, Place } from "./evidence.ts";
import type { ModelId, Type } from "./type.ts";

/** A documented schema. */
export type Model = ObjectModel | EnumModel | UnionModel;

interface Documented {
  readonly id: ModelId;
  /** The heading of its page, e.g. `ChatCompletionResponse`. */
  readonly title: string;
  /** The namespace of the docs (`shared`, `operations`), empty where they have none. */
  readonly namespace: string;
  /** The page, relative to the docs folder's parent, e.g. `docs/models/chat.md`. */
  readonly page: string;
  /** Markdown, empty where the docs say nothing. */
  readonly description: string;
  /** What the docs say about its deprecation; absent when it is not deprecated. */
  readonly deprecated?: string;
  /**
   * What the bodies of a response of this model are, when it is one: the model itself, or for an envelope its members.
   * A model without it gets no `readX`.
   */
  readonly read?: Fact<readonly Body[]>;
}

export interface ObjectModel extends Documented {
  readonly kind: "object";
  /** In the order of the table. */
  readonly properties: readonly Property[];
  /** The type of undocumented properties, where a row says that there may be any. */
  readonly additional?: Type;
  readonly role: Fact<ObjectRole>;
}

/**
 * `data`: a JSON object. `event`: a server-sent event (`data`, `id`, `event`, `retry`), whose payload is `data`.
 * `envelope`: an operation's response wrapper (status, content type, raw response, one property a body), not on the wire.
 */
export type ObjectRole = "data" | "event" | "envelope";

export interface Property {
  /** As the docs write it, e.g. `finishReason` or `from_`. */
  readonly name: string;
  /** The name's words in lower case: `["finish", "reason"]`. Emitted names are made from them. */
  readonly words: readonly string[];
  readonly wireName: Fact<string>;
  readonly type: Fact<Type>;
  readonly presence: Fact<Presence>;
  readonly nullable: Fact<Nullable>;
  readonly description: string;
  /** The examples of the row, as the cell has them; a raw string stands without quotes. */
  readonly examples: readonly string[];
  readonly deprecated?: string;
  readonly place: Place;
  /** What the server takes where the value is left out; absent where the docs state nothing. */
  readonly default?: Fact<string | number | boolean>;
  /** The rows that description and examples stand in, where these are not the one of `place`. */
  readonly descriptionRow?: Place;
  readonly examplesRow?: Place;
}

export type Presence = "required" | "optional";

/** `unstated`: the docs of this dialect cannot say whether the value may be null. */
export type Nullable = "yes" | "no" | "unstated";

export interface EnumModel extends Documented {
  readonly kind: "enum";
  readonly values: readonly EnumValue[];
  /** Whether the server may send other values. */
  readonly open: Fact<boolean>;
}

export interface EnumValue {
  readonly value: string | number;
  readonly description: string;
}

export interface UnionModel extends Documented {
  readonly kind: "union";
  readonly members: readonly UnionMember[];
  /** The wire name of the property whose literal tells the members apart; null where none does. */
  readonly tag: Fact<string | null>;
}

export interface UnionMember {
  readonly type: Type;
  /** The tag's values that mean this member; empty in a union without a tag. */
  readonly tags: readonly (string | number | boolean)[];
  readonly place: Place;
}

/** One form that the body of a response may have. Variants are told apart by the content type. */
export type Body =
  | { readonly kind: "json"; readonly type: Type }
  | {
      readonly kind: "stream";
      readonly framing: "sse" | "json-lines";
      /** What iterating yields: for a documented event, the type of its `data`. */
      readonly item: Type;
      /** What the docs call a whole event, where they have several: they differ in more than their data. */
      readonly event?: Type;
      /** What the data of events with these names is; absent where the docs do not tell events apart by name. */
      readonly events?: readonly NamedEvent[];
      /** The data that ends the stream; null where the docs state none. */
      readonly end: Fact<StreamEnd | null>;
    }
  | { readonly kind: "bytes" }
  | { readonly kind: "text" }
  | { readonly kind: "empty" };

export interface NamedEvent {
  /** The value of the event's `event`. */
  readonly name: string;
  readonly item: Type;
}

export interface StreamEnd {
  /** The event's data, verbatim, e.g. `[DONE]`. */
  readonly data: string;
  /** Whether the docs type the end mark as an event of the stream, so that iterating yields it. */
  readonly yielded: boolean;
}
