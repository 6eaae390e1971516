import type { Fact, Place } from "./evidence.ts";
import type { Body, Nullable, Presence } from "./model.ts";
import type { SecurityScheme } from "./security.ts";
import type { ModelId, Type } from "./type.ts";

export interface Operation {
  /** The operation id of the docs, or one made from accessor and method where they have none. */
  readonly id: string;
  /** The resource that holds it, outermost first: `["chat", "completions"]`; each in words joined by a space. */
  readonly group: readonly string[];
  /** The method's name in words: `["create"]`. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: string;
  /** Null where no document and no override gives method and path: such an operation is left out of the client. */
  readonly route: Fact<Route> | null;
  readonly parameters: readonly Parameter[];
  /** Null where the operation sends no body. */
  readonly body: RequestBody | null;
  readonly replies: Fact<readonly Body[]>;
  readonly errors: readonly ErrorReply[];
  /** How its pages follow each other; null where it has none. */
  readonly pagination: Fact<Pagination | null>;
  /** What the items of its stream are the pieces of; absent where it streams nothing. */
  readonly collect?: Fact<Collected | null>;
  /** Whether it is called with credentials. */
  readonly secured: Fact<boolean>;
  /** The row of credentials that it alone is called with; absent where it takes those of the client. */
  readonly credentials?: Place;
  /** What they are, where their name or a sample tells; absent where nothing does. */
  readonly ownScheme?: Fact<SecurityScheme>;
  /** The address of the server that it has to itself; absent where it is on those of the API. */
  readonly server?: Fact<string>;
  /** The places of the API's schemes that it may be called with; absent where any of them will do. */
  readonly schemes?: readonly Place[];
  /** The request that the docs' sample of it sends; absent where they have none, or none that fits its types. */
  readonly sample?: Fact<Sample>;
  /** The form of it that the docs list apart because it always streams; `replies` holds what both answer with. */
  readonly streamed?: StreamedForm;
  readonly page: string;
  readonly place: Place;
}

/** What the docs say of the form of an operation that always streams. Its request is the operation's by other names. */
export interface StreamedForm
  extends Pick<Operation, "id" | "group" | "words" | "summary" | "description" | "deprecated" | "page" | "place">,
    Pick<Operation, "parameters" | "body" | "replies" | "sample"> {
  /** That both forms are one operation. */
  readonly folded: Fact<true>;
}

/** A request as JSON: names and values are those on the wire. */
export interface Sample {
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly value: Json }[];
  /** Absent where the sample sends none. */
  readonly body?: Json;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How a caller gets the next page. Names are those on the wire. */
export interface Pagination {
  /** `cursor`: the answer holds what the next request sends. `page` counts pages, `offset` counts items. */
  readonly kind: "cursor" | "page" | "offset";
  /** The parameter, or the field of the body, that says where a page begins. */
  readonly parameter: string;
  readonly in: "query" | "body";
  /** The number of the first page; null where the docs do not tell, and unless pages are counted. */
  readonly first: number | null;
  /** The one that says how many items a page has; null where there is none. */
  readonly size: string | null;
  /** The way to the next cursor in the answer, outermost first; empty unless pages follow by cursor. */
  readonly next: readonly string[];
  /** That at its end stands the address of the next page, with the parameter in its query. */
  readonly link?: true;
  /** The way to what says whether another page follows; absent where the last page has no cursor. */
  readonly more?: readonly string[];
  /** The way to the items in the answer; empty where the answer is their list. */
  readonly items: readonly string[];
}

/** An answer that a stream sends in pieces. */
export interface Collected {
  /** The model of its items, and that of the answer as if it had not been streamed. */
  readonly piece: ModelId;
  readonly whole: ModelId;
}

export interface Route {
  /** Upper case. */
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  /** The path template without a fragment: `/vessels/{mmsi}`. */
  readonly path: string;
}

export interface Parameter {
  readonly name: string;
  readonly words: readonly string[];
  readonly wireName: Fact<string>;
  readonly location: Fact<"path" | "query" | "header">;
  readonly type: Fact<Type>;
  readonly presence: Fact<Presence>;
  readonly nullable: Fact<Nullable>;
  readonly description: string;
  readonly examples: readonly string[];
  readonly deprecated?: string;
  readonly place: Place;
  readonly default?: Fact<string | number | boolean>;
  /** The rows that description and examples stand in, where these are not the one of `place`. */
  readonly descriptionRow?: Place;
  readonly examplesRow?: Place;
  /** That the client may be given it once for all operations; absent where each call has to say it. */
  readonly global?: Global;
}

export interface Global {
  /** The variable of the environment that holds it; absent where the docs name none. */
  readonly environment?: string;
  /** The row that lists it. */
  readonly place: Place;
}

export interface RequestBody {
  readonly type: Type;
  readonly encoding: Fact<"json" | "form" | "multipart" | "bytes">;
  readonly presence: Fact<Presence>;
  /**
   * `spread`: the properties of the body's model are properties of the request, as the docs flatten them or hand the
   * model over as the whole request. Else the property of the request that holds the body, in words.
   */
  readonly as: "spread" | readonly string[];
  readonly place: Place;
}

export interface ErrorReply {
  /** `404`, or a range: `4XX`. */
  readonly status: string;
  readonly contentType: string;
  readonly type: Type;
  /** The error type as the docs spell it, without its namespace. */
  readonly title: string;
  readonly place: Place;
  /** That the docs have it among the answers, and in no table of errors. */
  readonly amongAnswers?: true;
}
