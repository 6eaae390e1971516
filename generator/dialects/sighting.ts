import type { Discriminator, Fence, Place, RowLocation, UsageSnippet } from "../docs/page.ts";
import type { Claim, Consent, Nullable, Presence } from "../ir/index.ts";

/** What one page says, in terms that no language owns. Names are still unresolved, and nothing is decided. */
export type Sighting = ObjectSighting | EnumSighting | UnionSighting | ResourceSighting | ReadmeSighting;

/** A type as a cell spells it; names are not resolved yet. */
export type NeutralType =
  | {
      readonly kind:
        | "string"
        | "boolean"
        | "integer"
        | "number"
        | "date-time"
        | "date"
        | "decimal"
        | "bytes"
        | "any"
        | "null"
        /** A file part of a multipart body. */
        | "file"
        /** The raw response of the language's HTTP library. */
        | "response"
        /** No value at all: a response without a body. */
        | "void";
    }
  /** A cell that says `number` where the language has no integers, or a date where it has one class for both kinds. */
  | { readonly kind: "number-or-integer" | "date-or-date-time" }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "list"; readonly item: NeutralType }
  | { readonly kind: "map"; readonly value: NeutralType }
  | { readonly kind: "nullable"; readonly of: NeutralType }
  /** `members` are in the order of the cell. With an `href`, the linked document is the union, the cell lists its members. */
  | { readonly kind: "union"; readonly members: readonly NeutralType[]; readonly href?: string }
  | { readonly kind: "stream"; readonly framing: "sse" | "json-lines"; readonly item: NeutralType }
  /**
   * `namespace` as in the text, lower-cased (`shared`), empty where there is none; `href` only where the cell links.
   * `otherwise` is what the text means where the link leads nowhere: `[string](../../models/gone.md)`.
   */
  | {
      readonly kind: "name";
      readonly namespace: string;
      readonly name: string;
      readonly href?: string;
      readonly otherwise?: NeutralType;
    }
  | { readonly kind: "unread"; readonly raw: string };

interface SchemaSighting {
  readonly dialect: DialectName;
  readonly page: string;
  readonly title: string;
  readonly namespace: string;
  readonly description: string;
  readonly deprecated?: string;
  /** Samples of the language, for the rules that read literals out of them. */
  readonly samples: readonly Fence[];
  /** That the page is that of another thing, and describes this one as well. */
  readonly isInner?: true;
  readonly place: Place;
}

export interface ObjectSighting extends SchemaSighting {
  readonly kind: "object";
  readonly fields: readonly FieldSighting[];
  /** The type of undocumented properties, from the map-typed pseudo-row: the values of that map. */
  readonly additional?: NeutralType;
}

export interface FieldSighting {
  readonly name: string;
  readonly words: readonly string[];
  readonly type: NeutralType;
  readonly presence: Claim<Presence>;
  /** Of value `unstated` where the dialect's cell cannot say. */
  readonly nullable: Claim<Nullable>;
  readonly description: string;
  readonly examples: readonly string[];
  readonly deprecated?: string;
  /** Where a parameter stands in the request, where the docs say so. */
  readonly location?: RowLocation;
  /** What a column of defaults has. */
  readonly default?: string;
  readonly place: Place;
}

export interface EnumSighting extends SchemaSighting {
  readonly kind: "enum";
  readonly values: readonly EnumValueSighting[];
  /** Present where the page says that the enum is open. */
  readonly open?: Claim<boolean>;
}

export interface EnumValueSighting {
  readonly value: string | number;
  readonly description: string;
  readonly place: Place;
}

export interface UnionSighting extends SchemaSighting {
  readonly kind: "union";
  /** What tells the members apart, where the page says it, as the language calls it. */
  readonly discriminator?: Discriminator;
  readonly members: readonly {
    readonly type: NeutralType;
    /** What the language calls the member: its title, a label of its type, or the value of a discriminator. */
    readonly label?: string;
    readonly samples: readonly Fence[];
    readonly place: Place;
  }[];
}

export interface ResourceSighting {
  readonly kind: "resource";
  readonly dialect: DialectName;
  readonly page: string;
  readonly description: string;
  readonly operations: readonly OperationSighting[];
  /** The path of the resource as the page spells it (`(*client.chat*)`), without the client, in segments as above. */
  readonly accessor: readonly string[];
}

export interface OperationSighting {
  readonly name: string;
  readonly words: readonly string[];
  /**
   * The path of the resource as the usage sample calls it, without client and method; each segment in words joined by a
   * space (`["fine tuning", "jobs"]`). Empty where the client itself has the method, or where it could not be read.
   */
  readonly accessor: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: string;
  /** Method and path: those of usage samples first, then the one that a line of its own states. */
  readonly snippets: readonly { readonly snippet: UsageSnippet; readonly place: Place; readonly isLine?: true }[];
  readonly samples: readonly Fence[];
  /** How its text says that its body is written. */
  readonly encoding?: { readonly value: "multipart" | "form"; readonly place: Place };
  /** The schemes that a call takes, by the names that the README has for them; none where it takes no credentials. */
  readonly takes?: { readonly schemes: readonly string[]; readonly place: Place };
  /** A sample that walks the pages of the answer. */
  readonly paged?: Place;
  /** A sample that calls the operation and hands nothing over. */
  readonly emptyCall?: Place;
  /** A sample that takes the content of a file, in a language that has no type for bytes. */
  readonly fileCall?: Place;
  /** The client's class in a sample. */
  readonly clientClass?: string;
  /** Rows of the API; plumbing (`options`, `retries`, …) is left out. */
  readonly parameters: readonly FieldSighting[];
  /** The row that holds the whole request, if the docs hand it over as one object. */
  readonly request: FieldSighting | null;
  /** The per-operation `security` row. */
  readonly security: FieldSighting | null;
  /** The SDK's own row for the address of a server, which it has for operations with servers of their own. */
  readonly serverRow?: Place;
  /** `void` where the docs have no response section. */
  readonly response: { readonly type: NeutralType; readonly place: Place };
  readonly errors: readonly ErrorSighting[];
  readonly place: Place;
}

export interface ErrorSighting {
  readonly type: NeutralType;
  /** The class's name without namespace; empty where the docs have no type for the error. */
  readonly title: string;
  /** `404` or `4XX`, one each. */
  readonly statuses: readonly string[];
  readonly contentType: string;
  readonly place: Place;
}

/** What the README says of the whole API. */
export interface ReadmeSighting {
  readonly kind: "readme";
  readonly dialect: DialectName;
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** That the description is the API's own. */
  readonly isSummarized?: true;
  /** The package's name in the installation section. */
  readonly packageName?: { readonly name: string; readonly place: Place };
  /** The client's class in the usage samples, e.g. `Harbor`. */
  readonly clientClass?: { readonly name: string; readonly place: Place };
  readonly security: readonly SecuritySighting[];
  readonly servers: readonly ServerSighting[];
  /** Samples that call one operation on a server of its own, where there are any. */
  readonly ownServers?: readonly { readonly url: string; readonly sample: string; readonly place: Place }[];
  /** Resource headings: href of the page to the dotted accessor in words. */
  readonly resources: readonly { readonly href: string; readonly accessor: readonly string[]; readonly place: Place }[];
  /** All samples of the language, in the order of the page. */
  readonly samples: readonly Fence[];
  readonly globals: readonly GlobalSighting[];
  /** The headers that its text names, where it names any. */
  readonly headers?: readonly { readonly name: string; readonly place: Place }[];
}

/** A parameter that the client may be given once for all operations that take it. */
export interface GlobalSighting {
  readonly words: readonly string[];
  /** The variable of the environment that holds it, where there is one. */
  readonly environment?: string;
  /** What the text calls it, or the one of the API's that it has for an example: `organization_id`, `X-Organization`. */
  readonly called?: string;
  readonly place: Place;
}

export interface SecuritySighting {
  /** One name, or two for Basic. */
  readonly names: readonly string[];
  readonly type: string;
  readonly scheme: string;
  readonly environment?: string;
  /** The header or the query parameter of a key, where a text names it. */
  readonly header?: string;
  readonly query?: string;
  /** Where OAuth asks for consent, and for what, where a text names it. */
  readonly consent?: Consent;
  /** The number of its table, where the section lists combinations of schemes, each in a table. */
  readonly combination?: number;
  readonly place: Place;
  /** That a text says so, and no table. */
  readonly isProse?: true;
}

export interface ServerSighting {
  /** The name or the number of the row; empty where there is none. */
  readonly name: string;
  readonly url: string;
  readonly description: string;
  readonly variables: readonly {
    readonly name: string;
    readonly default: string;
    readonly allowed: readonly string[];
  }[];
  readonly place: Place;
  /** `stated` in a table, `shown` in a sample. */
  readonly strength: "stated" | "shown";
}

export type DialectName = "python" | "typescript" | "go" | "java" | "csharp" | "php" | "ruby";
