import type {
  EnumSighting,
  FieldSighting,
  NeutralType,
  ObjectSighting,
  OperationSighting,
  ReadmeSighting,
  ResourceSighting,
  UnionSighting,
} from "../../generator/dialects/sighting.ts";
import type { Fence, RowLocation } from "../../generator/docs/page.ts";
import { splitWords } from "../../generator/link/words.ts";

/** Sightings as a dialect hands them over, written by hand. A page is `docs/models/<namespace>/<title>.md`. */

export function name(text: string, href?: string): NeutralType {
  const [first = "", second] = text.split(".");
  const named = second === undefined ? { namespace: "", name: first } : { namespace: first, name: second };
  return { kind: "name", ...named, ...(href === undefined ? {} : { href }) };
}

export function list(item: NeutralType): NeutralType {
  return { kind: "list", item };
}

type Kind = "string" | "integer" | "boolean" | "bytes" | "date-time" | "file" | "response";

type Mark = "✓" | "–";

/** A row before its page is known. */
export interface Draw {
  readonly name: string;
  readonly type: NeutralType | Kind;
  readonly mark?: Mark;
  readonly nullable?: "yes" | "no" | "unstated";
  readonly description?: string;
  readonly examples?: readonly string[];
  /** Those of the name, unless the language adds to it. */
  readonly words?: readonly string[];
  readonly location?: RowLocation;
}

export function row(name: string, type: NeutralType | Kind, more: Omit<Draw, "name" | "type"> = {}): Draw {
  return { name, type, ...more };
}

function field(draw: Draw, at: string): FieldSighting {
  const place = `${at}/${draw.name}`;
  return {
    name: draw.name,
    ...(draw.location === undefined ? {} : { location: draw.location }),
    words: draw.words ?? splitWords(draw.name),
    type: typeof draw.type === "string" ? { kind: draw.type } : draw.type,
    presence: {
      value: draw.mark === "–" ? "optional" : "required",
      rule: "presence/mark",
      strength: "stated",
      places: [`${place}:required`],
      why: "The mark says so.",
    },
    nullable: {
      value: draw.nullable ?? "unstated",
      rule: "nullable/type-cell",
      strength: "stated",
      places: [`${place}:type`],
      why: "The cell says so.",
    },
    description: draw.description ?? "",
    examples: draw.examples ?? [],
    place,
  };
}

interface More {
  readonly namespace?: string;
  readonly description?: string;
  readonly sample?: string;
  readonly dialect?: ObjectSighting["dialect"];
  readonly page?: string;
}

function schema(title: string, more: More) {
  const namespace = more.namespace ?? "shared";
  const page = more.page ?? `docs/models/${namespace}/${title.toLowerCase()}.md`;
  const samples: readonly Fence[] =
    more.sample === undefined ? [] : [{ language: "typescript", text: more.sample, place: `${page}#sample/1` }];
  const place = `${page}#title`;
  const dialect = more.dialect ?? "python";
  return { dialect, page, title, namespace, description: more.description ?? "", samples, place } as const;
}

export function object(title: string, rows: readonly Draw[], more: More = {}): ObjectSighting {
  const base = schema(title, more);
  return { ...base, kind: "object", fields: rows.map((draw) => field(draw, `${base.page}#fields`)) };
}

export function enumeration(title: string, values: readonly (string | number)[], more: More = {}): EnumSighting {
  const base = schema(title, more);
  return {
    ...base,
    kind: "enum",
    values: values.map((value) => ({ value, description: "", place: `${base.page}#values/${value}` })),
  };
}

export function union(title: string, members: readonly NeutralType[], more: More = {}): UnionSighting {
  const base = schema(title, more);
  return {
    ...base,
    kind: "union",
    members: members.map((type, at) => ({ type, samples: [], place: `${base.page}#members/${at + 1}` })),
  };
}

export interface Drawn {
  readonly security?: Draw;
  readonly id?: string;
  readonly route?: string;
  readonly rows?: readonly Draw[];
  readonly request?: NeutralType;
  readonly response?: NeutralType;
  readonly description?: string;
  readonly errors?: OperationSighting["errors"];
  readonly sample?: string;
  /** The class of the client that the sample builds. */
  readonly clientClass?: string;
  /** Whether the sample walks the pages of the answer. */
  readonly paged?: true;
  /** Whether the sample hands nothing over. */
  readonly emptyCall?: true;
  /** Whether the sample takes the content of a file. */
  readonly fileCall?: true;
}

export function operation(method: string, drawn: Drawn = {}, page = "docs/sdks/chat/README.md"): OperationSighting {
  const place = `${page}#${method}`;
  const [verb = "", path = ""] = drawn.route?.split(" ") ?? [];
  const snippet = { language: "python", operationId: drawn.id ?? method, method: verb.toLowerCase(), path };
  return {
    name: method,
    words: splitWords(method),
    accessor: ["chat"],
    summary: "",
    description: drawn.description ?? "",
    snippets: drawn.route === undefined ? [] : [{ snippet, place: `${place}/usage/1` }],
    ...(drawn.clientClass === undefined ? {} : { clientClass: drawn.clientClass }),
    samples: drawn.sample === undefined ? [] : [{ language: "python", text: drawn.sample, place: `${place}/usage/1` }],
    ...(drawn.paged === undefined ? {} : { paged: `${place}/usage/1` }),
    ...(drawn.emptyCall === undefined ? {} : { emptyCall: `${place}/usage/1` }),
    ...(drawn.fileCall === undefined ? {} : { fileCall: `${place}/usage/1` }),
    parameters: (drawn.rows ?? []).map((draw) => field(draw, `${place}/parameters`)),
    request: drawn.request === undefined ? null : field(row("request", drawn.request), `${place}/parameters`),
    security: drawn.security === undefined ? null : field(drawn.security, `${place}/parameters`),
    response: { type: drawn.response ?? { kind: "void" }, place: `${place}/response` },
    errors: drawn.errors ?? [],
    place,
  };
}

export function resource(
  operations: readonly OperationSighting[],
  page = "docs/sdks/chat/README.md",
): ResourceSighting {
  return { kind: "resource", dialect: "python", page, description: "", operations, accessor: [] };
}

export function readme(more: Partial<ReadmeSighting> = {}): ReadmeSighting {
  return {
    kind: "readme",
    dialect: "python",
    page: "README.md",
    title: "Harbor",
    description: "",
    security: [],
    servers: [],
    resources: [],
    samples: [],
    globals: [],
    ...more,
  };
}
