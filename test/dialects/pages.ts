import type {
  EnumPage,
  Fence,
  ModelPage,
  OperationSection,
  OperationsPage,
  ReadmePage,
  ReadmeSection,
  Row,
  Table,
  UnionPage,
  Usage,
  ValueRow,
} from "../../generator/docs/page.ts";

/** Pages as the reader of documents hands them over, written by hand. */

export function row(name: string, type: string, mark: "✓" | "–" | "" = "✓", more: Partial<Row> = {}): Row {
  const required = mark === "" ? null : mark === "✓";
  return { name, type, required, description: "", examples: [], place: `x.md#fields/${name}`, ...more };
}

export function fence(language: string, text: string): Fence {
  return { language, text, place: "x.md#fence" };
}

export function modelPage(rows: readonly Row[], path = "docs/models/shared/usage.md"): ModelPage {
  return { kind: "model", path, title: "Usage", positions: new Map(), description: "", samples: [], rows };
}

export function enumPage(
  form: ValueRow["form"],
  raws: readonly string[],
  more: { readonly note?: string; readonly sample?: string } = {},
): EnumPage {
  return {
    kind: "enum",
    path: "docs/models/color.md",
    title: "Color",
    positions: new Map(),
    description: "",
    samples: more.sample === undefined ? [] : [fence("python", more.sample)],
    note: more.note ?? "",
    values: raws.map((raw) => ({ raw, form, name: "", description: "", place: `docs/models/color.md#values/${raw}` })),
  };
}

export function unionPage(members: readonly (readonly [heading: string, ...fences: Fence[]])[]): UnionPage {
  return {
    kind: "union",
    path: "docs/models/loc.md",
    title: "Loc",
    positions: new Map(),
    description: "",
    samples: [],
    members: members.map(([heading, ...fences], at) => ({
      heading,
      fences,
      place: `docs/models/loc.md#members/${at}`,
    })),
  };
}

export function usage(text: string, language = "python", snippet: Usage["snippet"] = null): Usage {
  return { name: "", snippet, fences: [fence(language, text)], place: "x.md#usage" };
}

export function section(more: Partial<OperationSection> = {}): OperationSection {
  return {
    name: "complete",
    summary: "",
    description: "",
    usages: [],
    parameters: [],
    response: null,
    errors: [],
    place: "x.md#complete",
    ...more,
  };
}

export function operationsPage(operations: readonly OperationSection[], accessor = ""): OperationsPage {
  const path = "docs/sdks/chat/README.md";
  return { kind: "operations", path, title: "Chat", positions: new Map(), description: "", accessor, operations };
}

export function readmePage(sections: readonly ReadmeSection[], description = ""): ReadmePage {
  const fences = sections.flatMap((section) => section.fences);
  return { kind: "readme", path: "README.md", title: "Tern SDK", positions: new Map(), description, sections, fences };
}

export function readmeSection(tag: string, more: Partial<ReadmeSection> = {}): ReadmeSection {
  return { tag, title: tag, text: "", tables: [], fences: [], links: [], place: `README.md#${tag}`, ...more };
}

export function table(header: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return { header, rows: rows.map((cells, at) => ({ cells, place: `README.md#row/${at}` })) };
}
