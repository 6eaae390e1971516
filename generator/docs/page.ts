import type { Place } from "../ir/index.ts";

export type { Place };

/** What one document says, verbatim. Nothing is interpreted but the layout of the page. */
export type Page = ModelPage | ModelsPage | EnumPage | UnionPage | OperationsPage | ReadmePage | OtherPage;

interface PageBase {
  /** With forward slashes, as given by the source, e.g. `docs/models/chat.md`. */
  readonly path: string;
  /** The heading without decoration; empty where there is none. */
  readonly title: string;
  /** Where each row and section of the page stands in its file: key of a `Place` (behind the `#`) to position. */
  readonly positions: ReadonlyMap<string, Position>;
  /** That it is of the other generator, which has notes in place of marks. */
  readonly isNoted?: true;
}

/** One-based, as editors count; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface SchemaPage extends PageBase {
  /** The Markdown between the title and the first section, without deprecation notes. */
  readonly description: string;
  /** The text of the deprecation note, empty when it has none; absent when the page is not deprecated. */
  readonly deprecated?: string;
  /** The fences of `## Example Usage`. */
  readonly samples: readonly Fence[];
}

/** A page with a `## Fields` table; it may have no rows. */
export interface ModelPage extends SchemaPage {
  readonly kind: "model";
  readonly rows: readonly Row[];
}

/** A page of several models, enums and unions, as people write one. */
export interface ModelsPage extends PageBase {
  readonly kind: "models";
  readonly models: readonly ModelSection[];
}

/** One of several models, enums and unions on a page. */
export type ModelSection = SectionBase &
  (
    | { readonly kind: "model"; readonly rows: readonly Row[] }
    | { readonly kind: "enum"; readonly values: readonly ValueRow[] }
    | { readonly kind: "union"; readonly members: readonly MemberSection[] }
  );

interface SectionBase {
  /** The heading without decoration. */
  readonly title: string;
  readonly description: string;
  readonly place: Place;
}

/** A page with `## Values`. */
export interface EnumPage extends SchemaPage {
  readonly kind: "enum";
  /** The prose before the values, e.g. "This is an open enum. …". */
  readonly note: string;
  readonly values: readonly ValueRow[];
}

export interface ValueRow {
  /** The raw text of the value: `"auto"`, `100`, a table's unquoted cell. */
  readonly raw: string;
  /** `table` values are unquoted, `literal` ones (bullets, fenced unions) are spelled as in the language. */
  readonly form: "table" | "literal";
  /** The name column, empty where there is none. */
  readonly name: string;
  readonly description: string;
  readonly place: Place;
}

/** A page with `## Supported Types`, or a bare page (title and description alone) as `members: []`. */
export interface UnionPage extends SchemaPage {
  readonly kind: "union";
  /** What tells the members apart, as a heading calls it. */
  readonly discriminator?: Discriminator;
  readonly members: readonly MemberSection[];
}

export interface Discriminator {
  readonly name: string;
  readonly place: Place;
}

export interface MemberSection {
  /** The raw Markdown of the heading, without back-ticks: `models.Chat`, `EventStream<models.Event>`, or empty. */
  readonly heading: string;
  /** The value of the discriminator that means the member, where a line of its own states it. */
  readonly value?: string;
  readonly fences: readonly Fence[];
  readonly place: Place;
}

export interface Fence {
  /** The info string, e.g. `typescript`; empty where there is none. */
  readonly language: string;
  readonly text: string;
  readonly place: Place;
}

/** One row of a Fields or Parameters table. Cells are raw source text, `\|` unescaped, outer blanks removed. */
export interface Row {
  /** The name in the first cell, without back-ticks, strike-through and `$`: `finish_reason`. */
  readonly name: string;
  /** The type cell's raw source. */
  readonly type: string;
  /** `null` where the cell is neither of the two marks. */
  readonly required: boolean | null;
  /** What notes say, which stand in place of marks: the values that it may have. */
  readonly notes?: { readonly values: readonly string[] };
  /** The sample that says that it may be missing. */
  readonly optionalBy?: Place;
  /** Markdown with `<br/>` as newlines, without deprecation note; empty for `N/A`. */
  readonly description: string;
  /** Each example of the cell, `<br/>` as newlines; `**Example 1:**` marks split several. */
  readonly examples: readonly string[];
  readonly deprecated?: string;
  /** Where a parameter stands in the request, where a column or the heading above the table says so. */
  readonly location?: RowLocation;
  /** The text of a column of defaults, without decoration. */
  readonly default?: string;
  /** What a column says of null. */
  readonly nullable?: boolean;
  /** That a sentence, which is left out of the description, says how null is sent. */
  readonly takesNull?: true;
  /** `<page>#fields/<name>` or `<page>#<operation>/parameters/<name>`; its cells are `<place>:type` and so on. */
  readonly place: Place;
}

export type RowLocation = "path" | "query" | "header" | "body";

/** A resource README: the operations of one accessor. */
export interface OperationsPage extends PageBase {
  readonly kind: "operations";
  readonly description: string;
  readonly deprecated?: string;
  /** The text of a `(*client.chat*)` line; empty where there is none. */
  readonly accessor: string;
  /** What a hand-written page says of the whole API above its operations. */
  readonly about?: readonly ReadmeSection[];
  readonly operations: readonly OperationSection[];
}

export interface OperationSection {
  /** The heading, e.g. `create`. */
  readonly name: string;
  /** The heading that it stands below with others, on a hand-written page of several groups. */
  readonly group?: string;
  /** The text behind the bullet of `### Available Operations`. */
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: string;
  /** Method and path, where a line of their own states them. */
  readonly route?: { readonly snippet: UsageSnippet; readonly place: Place };
  /** How a hand-written operation says, beside the fields of its body, that it is written. */
  readonly encoding?: { readonly value: "multipart" | "form"; readonly place: Place };
  /** The schemes that a call takes, where the docs name them one by one; none where they say that it takes none. */
  readonly takes?: { readonly schemes: readonly string[]; readonly place: Place };
  /** The content types that the docs say are sent: none where there is no body. */
  readonly sends?: { readonly types: readonly string[]; readonly place: Place };
  readonly usages: readonly Usage[];
  readonly parameters: readonly Row[];
  /** The raw text of the response's bold paragraph, without the asterisks; null where the section is absent. */
  readonly response: { readonly raw: string; readonly place: Place } | null;
  /** The fields of the response, where a hand-written operation lists them itself. */
  readonly fields?: readonly Row[];
  readonly errors: readonly ErrorRow[];
  readonly place: Place;
}

/** One `### Example Usage` with its comment, if it has one. */
export interface Usage {
  /** The name behind `### Example Usage:`; empty where there is none. */
  readonly name: string;
  readonly snippet: UsageSnippet | null;
  readonly fences: readonly Fence[];
  readonly place: Place;
}

/** The attributes of `<!-- UsageSnippet … -->`, verbatim. */
export interface UsageSnippet {
  readonly language: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** The address before the path, where a person writes the whole: `https://harbor.example`. */
  readonly origin?: string;
}

export interface ErrorRow {
  /** E.g. `errors.NotFound`; raw. */
  readonly type: string;
  /** E.g. `400, 401`. */
  readonly status: string;
  /** `\*` unescaped. */
  readonly contentType: string;
  readonly place: Place;
}

/** The README of an SDK: its `<!-- Start … [tag] -->` sections. */
export interface ReadmePage extends PageBase {
  readonly kind: "readme";
  /** The Markdown of the summary section, or before the first section. */
  readonly description: string;
  readonly sections: readonly ReadmeSection[];
  /** All fences of the page in their order, in a section or not. */
  readonly fences: readonly Fence[];
  /** The headers that its text names, as `` `X-Harbor-Key` ``, where it names any. */
  readonly headers?: readonly { readonly name: string; readonly place: Place }[];
}

export interface ReadmeSection {
  /** `security`, `server`, `global-parameters`, …; lower-case title with hyphens where the comment has no tag. */
  readonly tag: string;
  readonly title: string;
  readonly text: string;
  readonly tables: readonly Table[];
  readonly fences: readonly Fence[];
  /** The headings of a section on how to authenticate, which may name a scheme each. */
  readonly headings?: readonly { readonly text: string; readonly place: Place }[];
  /** Links in headings and bullets: the resource headings and operations of `[operations]`. */
  readonly links: readonly { readonly text: string; readonly href: string; readonly depth: number }[];
  readonly place: Place;
}

export interface Table {
  /** Header cells as text. */
  readonly header: readonly string[];
  /** Raw cells, `\|` unescaped. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly place: Place }[];
}

/** A document that is none of these: retry configuration, dates, a hand-written page. */
export interface OtherPage extends PageBase {
  readonly kind: "other";
  readonly reason: "utility" | "foreign";
}
