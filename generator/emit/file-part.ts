import type { Model, ModelId, Type } from "../ir/index.ts";

/** One file, a list of files, or either. */
export type FilePart = "file" | "files" | "either";

/**
 * Whether a property of a multipart body is a file, and whether it is a list of files. SDKs hand a file over as an object
 * of content and file name; the form has the bytes.
 */
export function filePart(
  type: Type,
  models: ReadonlyMap<ModelId, Model>,
  above: readonly ModelId[] = [],
): FilePart | undefined {
  switch (type.kind) {
    case "bytes":
      return "file";
    case "nullable":
      return filePart(type.of, models, above);
    case "list":
      return filePart(type.item, models, above) === "file" ? "files" : undefined;
    case "reference": {
      const model = models.get(type.id);
      if (model?.kind === "union" && !above.includes(type.id)) {
        const types = model.members.map((member) => member.type);
        return anyOf(types, models, [...above, type.id]);
      }
      return model?.kind === "object" && isHandle(model.properties) ? "file" : undefined;
    }
    case "union":
      return anyOf(type.members, models, above);
    default:
      return undefined;
  }
}

/** Nothing where one of the types is no file. */
function anyOf(
  types: readonly Type[],
  models: ReadonlyMap<ModelId, Model>,
  above: readonly ModelId[],
): FilePart | undefined {
  const parts = new Set(types.map((type) => filePart(type, models, above)));
  const [only] = parts;
  if (parts.size === 1) return only;
  return parts.has(undefined) ? undefined : "either";
}

type Properties = Extract<Model, { readonly kind: "object" }>["properties"];

function isHandle(properties: Properties): boolean {
  const named = (name: string): Properties[number] | undefined =>
    properties.find(({ words }) => words.join("") === name);
  const content = named("content")?.type.value;
  // Docs of 2023 call the file's name like the part.
  const hasName = named("filename") !== undefined || properties.length === 2;
  return hasName && content !== undefined && isBinary(content);
}

function isBinary(type: Type): boolean {
  return type.kind === "union" ? type.members.some(isBinary) : type.kind === "bytes";
}
