import { createRequire } from "node:module";
import type * as tsMorph from "ts-morph";

// An import of a CommonJS module has Node look for the names that it exports before it runs it. In these ten megabytes that
// takes a quarter of the time of loading them.
const loaded: typeof tsMorph = createRequire(import.meta.url)("ts-morph");

export const IndentationText: typeof tsMorph.IndentationText = loaded.IndentationText;
export const NewLineKind: typeof tsMorph.NewLineKind = loaded.NewLineKind;
export const Project: typeof tsMorph.Project = loaded.Project;
export const QuoteKind: typeof tsMorph.QuoteKind = loaded.QuoteKind;
export const StructureKind: typeof tsMorph.StructureKind = loaded.StructureKind;
export const typescript: typeof tsMorph.ts = loaded.ts;
