import type { Model, ModelId, Type } from "../../ir/index.ts";

/**
 * Whether a property of a multipart body is a file, and whether it is a list of files. SDKs hand a file over as an object
 * of content and file name; the form has the bytes.
 */
export function filePart(type: Type, models: ReadonlyMap<ModelId, Model>): "file" | "files" | undefined {
  switch (type.kind) {
    case "bytes":
      return "file";
    case "nullable":
      return filePart(type.of, models);
    case "list":
      return filePart(type.item, models) === "file" ? "files" : undefined;
    case "reference": {
      const model = models.get(type.id);
      return model?.kind === "object" && isHandle(model.properties) ? "file" : undefined;
    }
    default:
      return undefined;
  }
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
