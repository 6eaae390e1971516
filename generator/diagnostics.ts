import type { Place } from "./ir/index.ts";

/** What each diagnostic means, why it happens, and the way out. A code that is not listed here does not compile. */
const entries = {
  "docs/no-pages": {
    severity: "error",
    title: "No documents",
    cause: "The folder holds no Markdown document.",
    help: "Pass the folder that holds `docs/` and `README.md`.",
  },
  "docs/encoding": {
    severity: "warning",
    title: "A document that is not UTF-8",
    cause: "Some bytes of the document are no UTF-8 text; they were read as replacement characters.",
    help: "Save the document as UTF-8.",
  },
  "docs/unread-page": {
    severity: "warning",
    title: "A page of an unknown layout",
    cause: "The page has none of the sections of a model, an enum, a union or a resource, so nothing of it is used.",
    help: "Give the page the layout of its kind (`## Fields` of a model; `## name`, a line `GET /path` and `### Response` of an operation), or move prose out of the docs folder.",
  },
  "docs/unread-row": {
    severity: "warning",
    title: "A table row that cannot be read",
    cause: "The row has more or fewer cells than the table's header, or no name; it is read from the left.",
    help: "Give the row one cell for each column, and escape `|` inside cells as `\\|`.",
  },
  "docs/deep-nesting": {
    severity: "warning",
    title: "Brackets that nest too deep",
    cause: "An example or a sample has more levels than any value of an API, so it is left out.",
    help: "Write it with fewer levels, or leave it out.",
  },
  "docs/unread-mark": {
    severity: "warning",
    title: "A mark that says neither required nor optional",
    cause:
      "The cell of the column `Required` is none of the two marks, so nothing says whether the field may be absent.",
    help: "Write `:heavy_check_mark:` where the field is required and `:heavy_minus_sign:` where it is optional.",
  },
  "docs/other-mark": {
    severity: "info",
    title: "A mark in other words",
    cause:
      "The cell of the column `Required` says by a word or a sign of its own what the two marks say; it is read as what it means. An empty cell means optional where the table marks only what is required.",
    help: "Nothing has to be done; `:heavy_check_mark:` and `:heavy_minus_sign:` say the same.",
  },
  "docs/duplicate-row": {
    severity: "warning",
    title: "Two rows of one name",
    cause: "The table names a field, a parameter or a value twice; the first row is taken.",
    help: "Rename or remove one of the two.",
  },
  "docs/missing-column": {
    severity: "warning",
    title: "A table without a column that it needs",
    cause:
      "Without names or types the table is none of fields or parameters, and nothing of it is used; without marks all that it lists may be missing.",
    help: "Give the table the columns `Field` (or `Parameter`), `Type` and `Required`.",
  },
  "docs/unread-column": {
    severity: "warning",
    title: "A table column that is not read",
    cause: "The column's heading is none that the format knows, so its cells are not used.",
    help: "Correct the column's heading, or move its text into the column `Description`.",
  },
  "docs/unread-section": {
    severity: "warning",
    title: "A section that is not read",
    cause: "The heading is none that the format knows, so the text below it is not used.",
    help: "Move the text into the description, above the first section.",
  },
  "docs/empty-section": {
    severity: "warning",
    title: "A section without its content",
    cause: "The heading promises a table, a list or a line of its kind, and none stands below it.",
    help: "Add what the section is for, or remove its heading.",
  },
  "docs/missing-title": {
    severity: "warning",
    title: "A page without a title",
    cause: "The page does not begin with a heading, so it is called after its file.",
    help: "Begin the page with its title: `# Name`.",
  },
  "docs/unfit-example": {
    severity: "warning",
    title: "An example that its type cannot have",
    cause: "The example cell and the type cell of one row contradict each other; the example is left out of the tests.",
    help: "Correct the example, or the type.",
  },
  "docs/unfit-sample": {
    severity: "warning",
    title: "A sample that its type refuses",
    cause: "A TypeScript sample of a model has a property, a value or a gap that the model's page does not allow.",
    help: "Correct the sample, or the table of the page.",
  },
  "docs/broken-sample": {
    severity: "warning",
    title: "A sample that is not TypeScript",
    cause: "The compiler's parser does not get through the sample, so nobody can run it as it stands.",
    help: "Correct the syntax of the sample.",
  },
  "docs/missing-operation": {
    severity: "warning",
    title: "A listed operation without its section",
    cause: "`### Available Operations` lists an operation, and the page has no section of that name.",
    help: "Add the section, or remove the bullet.",
  },
  "docs/unlisted-operation": {
    severity: "warning",
    title: "A section that is none of the listed operations",
    cause: "`### Available Operations` does not list the heading, or lists it less often than the page has it.",
    help: "List it under `### Available Operations`, rename it where its name is taken, or move its text above the list.",
  },
  "docs/unread-snippet": {
    severity: "warning",
    title: "A comment that states no method and path",
    cause: "The `UsageSnippet` comment lacks `method` or `path`, or its method is none of HTTP, so it states no route.",
    help: 'Write `method="get" path="/…"` into the comment.',
  },
  "docs/unread-status": {
    severity: "warning",
    title: "An error without a status",
    cause: "The status cell holds no status and no range of them, so the row is not used.",
    help: "Write statuses such as `404` or ranges such as `5XX` into the cell.",
  },
  "dialect/unknown": {
    severity: "warning",
    title: "The dialect of the docs is not clear",
    cause: "No type cell is spelled as one of the known languages spells it.",
    help: "Set the dialect with `--dialect` or `dialect` in the config.",
  },
  "dialect/unread-type": {
    severity: "warning",
    title: "A type cell that cannot be read",
    cause: "The cell is none of the spellings of its dialect; the field is typed `unknown`.",
    help: "Correct the cell, or state the type in an override.",
  },
  "link/missing-reference": {
    severity: "warning",
    title: "A reference without a document",
    cause: "A cell refers to a document that is not in the folder; the type becomes `unknown`.",
    help: "Add the document, or correct the link.",
  },
  "link/missing-members": {
    severity: "warning",
    title: "A page that does not say what it describes",
    cause: "The page has neither fields nor values nor types, and no cell lists them; the type becomes `unknown`.",
    help: "Add its section `Fields`, `Values` or `Supported Types`, or move a page that describes no type out of the docs.",
  },
  "link/dead-link": {
    severity: "warning",
    title: "A link to nothing",
    cause: "A text links to a file that is not there. Links of type cells are told of as references.",
    help: "Add the file, or correct the link.",
  },
  "link/wrong-folder": {
    severity: "warning",
    title: "A link into the wrong folder",
    cause: "The link's target does not exist; the document that the text of the link names was taken.",
    help: "Correct the link.",
  },
  "link/missing-folder": {
    severity: "warning",
    title: "Links into a folder that is not there",
    cause:
      "The folder of the links' targets has no documents; those that the texts of the links name were taken from another one. It is told once for all such links.",
    help: "Correct the links, or move the documents.",
  },
  "link/duplicate-model": {
    severity: "warning",
    title: "Two documents of one title in one folder",
    cause: "The second document cannot be told from the first; it is left out.",
    help: "Rename or remove one of the two.",
  },
  "link/duplicate-operation": {
    severity: "warning",
    title: "Two operations of one name",
    cause: "Two sections describe an operation of the same id; the second is left out.",
    help: "Rename or remove one of the two.",
  },
  "link/one-sided": {
    severity: "warning",
    title: "What the docs of one language have and those of another have not",
    cause: "The folders of one API disagree on an operation, a field or a value; what any of them has is taken.",
    help: "Generate all folders from one version of the API, or pass those alone that are of one version.",
  },
  "infer/missing-route": {
    severity: "warning",
    title: "An operation without method and path",
    cause: "The docs do not state method and path, so the operation is left out of the client.",
    help: "State them in an override, or in the operation's section, in a line like `GET /path`.",
  },
  "infer/missing-parameter": {
    severity: "warning",
    title: "A path variable without a parameter",
    cause: "The path has a variable that no documented parameter fills; it becomes a required string.",
    help: "Add the parameter to the docs, or correct the path.",
  },
  "infer/missing-server": {
    severity: "warning",
    title: "No server URL",
    cause: "The docs name no server, so callers must pass `baseUrl`.",
    help: 'State them for the API in the config: `servers: [{ url: "https://…" }]`.',
  },
  "infer/unknown-security": {
    severity: "warning",
    title: "A security scheme of an unknown kind",
    cause:
      "The table names neither Bearer, Basic, an API key nor OAuth2, so the client sends a bearer token; or there is none, so it sends nothing.",
    help: 'State it in an override: { subject: "security", value: [{ name: "…", kind: "…" }], reason: "…" }.',
  },
  "infer/endless-union": {
    severity: "warning",
    title: "A union that leads back to itself",
    cause:
      "A member of the union is the union itself, or a union that holds it; such a member adds no value and is left out.",
    help: "Correct the member, or remove it.",
  },
  "infer/unwalked-pages": {
    severity: "warning",
    title: "Pages that no function walks",
    cause:
      "The types of request or answer do not lead where the pages are said to, so the client gets single pages alone.",
    help: "Correct the types, or state `pagination` in an override of the operation.",
  },
  "infer/assumed": {
    severity: "info",
    title: "A fact that no sentence supports",
    cause: "The docs do not say it; the prevailing style or a default was taken.",
    help: "State it in an override.",
  },
  "infer/contradiction": {
    severity: "warning",
    title: "Two sentences that contradict each other",
    cause: "Two claims of the same strength give different values; the first was taken.",
    help: "Correct one of the two, or state the value in an override.",
  },
  "config/unused-override": {
    severity: "error",
    title: "An override that fits nothing",
    cause: "The override's subject names nothing in the docs.",
    help: "Correct the subject, or remove the override.",
  },
  "config/invalid-override": {
    severity: "error",
    title: "An override whose value cannot be read",
    cause: "The value is not of the form that its subject takes.",
    help: "Correct the value.",
  },
  "config/unwritten-reason": {
    severity: "warning",
    title: "Overrides that nobody has stated yet",
    cause:
      "The reason of an override still begins with TODO, as `lint --write-overrides` writes it; it counts for nothing.",
    help: "Write the reason where the value is right, correct the value where it is not, or remove the override.",
  },
  "emit/renamed": {
    severity: "warning",
    title: "A name that had to change",
    cause: "Two documented names give the same name in TypeScript; the second got a number.",
    help: "Rename one of the two in the docs or the config.",
  },
  "workspace/edited": {
    severity: "error",
    title: "A generated file that a person changed",
    cause: "The file's bytes are not those that were last generated, so writing it would lose the change.",
    help: "Move the change into the docs or the config, or pass `--force` to overwrite it.",
  },
  "workspace/foreign": {
    severity: "error",
    title: "A file that was not generated stands in the way",
    cause: "The file is not in `.docsdk.json`, and its bytes are not those that would be written.",
    help: "Move the file away, choose another folder with `--out`, or pass `--force` to overwrite it.",
  },
  "workspace/blocked": {
    severity: "error",
    title: "A folder or a link stands where a file goes",
    cause: "The path is a folder or a special file, or leads through a link out of the output folder.",
    help: "Move it away, or choose another folder with `--out`.",
  },
  "workspace/manifest": {
    severity: "error",
    title: "A manifest that cannot be read",
    cause: "`.docsdk.json` is not what was written, so generated files cannot be told from a person's.",
    help: "Restore it, or pass `--force` to overwrite what stands in the way.",
  },
  "workspace/overrides": {
    severity: "error",
    title: "A file stands where stubs of overrides go",
    cause: "The file may hold what a person stated, so it is not written over unasked.",
    help: "Pass `--force` to renew its stubs; what has a reason is kept. Or move the file away.",
  },
  "workspace/kept": {
    severity: "warning",
    title: "A changed file that is no longer generated",
    cause: "The file was generated once and a person changed it, so it was left in place.",
    help: "Remove it, or keep it as your own.",
  },
} as const;

export const catalogue: Readonly<Record<DiagnosticCode, CatalogueEntry>> = entries;

export interface CatalogueEntry {
  readonly severity: Severity;
  readonly title: string;
  readonly cause: string;
  readonly help: string;
}

export type Severity = "error" | "warning" | "info";
export type DiagnosticCode = keyof typeof entries;

/** A finding about the user's docs or config. Messages read "Unexpected X, expected Y". */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** Null only where the finding is about no document. */
  readonly place: Place | null;
  readonly related: readonly { readonly place: Place; readonly message: string }[];
  /** The way out. */
  readonly help: string;
  /** The override that settles it, with the value that was taken; a reason is for a person to give. */
  readonly override?: Settlement;
}

export interface Settlement {
  readonly subject: string;
  readonly value: string | Readonly<Record<string, string | null>>;
}

interface More {
  readonly help?: string;
  readonly related?: Diagnostic["related"];
  readonly override?: Settlement;
}

/** A diagnostic with the severity and the help of its catalogue entry, unless given. */
export function diagnostic(
  code: DiagnosticCode,
  message: string,
  place: Place | null,
  { help, related = [], override }: More = {},
): Diagnostic {
  const entry = catalogue[code];
  const way = help ?? (override === undefined ? entry.help : overrideHelp(override));
  const base = { code, severity: entry.severity, message, place, related, help: way };
  return override === undefined ? base : { ...base, override };
}

/** The override as a person writes it into a config. */
function overrideHelp({ subject, value }: Settlement): string {
  const entries = typeof value === "string" ? [] : Object.entries(value);
  const spelled =
    typeof value === "string"
      ? JSON.stringify(value)
      : `{ ${entries.map(([key, one]) => `${key}: ${JSON.stringify(one)}`).join(", ")} }`;
  return `Add to \`overrides\`: { subject: ${JSON.stringify(subject)}, value: ${spelled}, reason: "…" }, with the value that is right.`;
}
