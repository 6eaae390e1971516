import type { MemberSection } from "../docs/page.ts";
import type { Nullable } from "../ir/index.ts";
import type { DialectName, NeutralType } from "./sighting.ts";
import type { Cell, TypeRules } from "./type-cell/index.ts";

/** All that the readers of pages ask of a language. A dialect is data and small functions; it knows no other dialect. */
export interface Dialect {
  readonly name: DialectName;
  /** The info strings of its fences. */
  readonly fences: ReadonlySet<string>;
  /** Spellings of a type cell that no other language has; the dialect is told by them. */
  readonly signs: readonly RegExp[];
  /** A cell that none of its documents has: beside one, cells that look like the language's own are a person's. */
  readonly never?: RegExp;
  readonly types: TypeRules;
  /** What differs from folder to folder, because the generator of the docs has a history. */
  readonly survey: (folder: Folder) => FolderRules;
  /** What the content of a file is spelled as, in languages that have no type for bytes. */
  readonly fileContent?: NeutralType["kind"];
  /** How usage samples take the content of a file, in these languages. */
  readonly fileTaken?: RegExp;
  /** The type cell inside a response line; empty where the line says that there is no body. */
  readonly response: (line: string) => string;
  /** The cells that may hold the type of a union's member; the first that can be read counts. */
  readonly member: (section: MemberSection) => readonly string[];
  /** The words of a method's name, or of a field's; some escape a field that is called like the model that owns it. */
  readonly words: (name: string, owner?: string) => readonly string[];
  /** The path of the resource that a usage sample calls the method on, as spelled; nothing where it calls no such method. */
  readonly callee: (sample: string, method: readonly string[]) => string | undefined;
  /** How usage samples walk the pages of an answer; absent where they never do. */
  readonly pages?: RegExp;
  /** The client's class in a usage sample. */
  readonly clientClass: (sample: string) => string | undefined;
  /** The package's name in the installation section. */
  readonly packageName: (text: string) => string | undefined;
}

/** What the pages of a folder spell, as a whole. */
export interface Folder {
  /** Every type cell of a table. */
  readonly cells: readonly string[];
  /** The status cells of the error tables. */
  readonly statuses: readonly string[];
}

/** The rules that hold in one folder. */
export interface FolderRules {
  readonly nullable: (cell: FieldCell) => NullVerdict;
  /** The names of the pseudo-row for undocumented properties. */
  readonly additional: ReadonlySet<string>;
}

/** The type cell and the mark of one row. */
export interface FieldCell extends Cell {
  readonly required: boolean | null;
}

/** What a cell says of null, and why. */
export interface NullVerdict {
  readonly value: Nullable;
  readonly why: string;
}
