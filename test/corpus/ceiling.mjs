// What the documentation of an API can tell at best: the vendor's real contract, damaged exactly where the docs of a
// dialect are silent. The comparator measures it like any other candidate (`fidelity.mjs --ceiling`), and what the
// generator misses above that is lost, what it misses below can be inferred or read.
//
// The truth is read here to measure, and nowhere else.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What is assumed of names and nulls, which cells say only in part. */
export const variants = [
  { label: "names known", names: "known", nulls: "cells" },
  { label: "names shown", names: "shown", nulls: "cells" },
  { label: "and sampled nulls", names: "shown", nulls: "samples" },
];

/** Nullability that type cells print of scalars and references: always, of required ones alone, or never. */
const nullCells = {
  python: "always",
  java: "always",
  go: "required",
  ruby: "required",
  typescript: "never",
  csharp: "never",
  php: "never",
};
/** Their cells have literal types; the others print the type of a constant. */
const constantsPrinted = new Set(["typescript", "python"]);
/** They print an open enum as a string and write no document for it. */
const openEnumsLost = new Set(["csharp", "php"]);
/** Their names keep capital initials, which come from the wire. */
const initialsKept = new Set(["typescript", "java", "csharp", "php"]);
const formatsPrinted = new Set(["date", "date-time", "byte", "binary"]);
const limits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern"];
const unprinted = [
  ...limits,
  "minItems",
  "maxItems",
  "uniqueItems",
  "multipleOf",
  "default",
  "format",
  "discriminator",
];

/**
 * The contract as the docs of a dialect can tell it. `comparator` lends its reader of documents (`Doc`), so that both see
 * the same kinds of schemas, and its `styleKey` of names.
 */
export function ceilingOf(truth, docs, variant, { Doc, styleKey }) {
  const style = majorityStyle(truth.root);
  const kept = JSON.parse(JSON.stringify(truth.root));
  // The copy is a tree, so that no schema is damaged for two places at once.
  const reader = new Doc(kept);
  const structures = new Map();
  const { dialect } = docs;

  const isDefaulted = (raw) =>
    isObject(raw) && ("default" in raw || (typeof raw.$ref === "string" && isDefaulted(reader.lookup(raw.$ref))));
  const normOf = (raw) => reader.norm({ raw: isObject(raw) ? raw : {}, ptr: "" });
  const nameOf = (name) => (variant.names === "known" ? name : shownName(name, style, docs));

  /** Whether a null of a place gets into its cell. */
  function isNullPrinted({ kind, format }, { role, isRequired }) {
    const isUnmarked = kind === "array" || kind === "map" || format === "date" || format === "date-time";
    if (role === "payload" || isUnmarked) return false;
    if (role === "element") return nullCells[dialect] !== "never";
    return nullCells[dialect] === "always" || (nullCells[dialect] === "required" && isRequired);
  }

  /** A schema where it is used: as a property, a parameter, an element of a list or map, or a payload. */
  function used(raw, use) {
    if (!isObject(raw)) return raw;
    const norm = normOf(raw);
    const isRetyped = dialect === "typescript" && use.role !== "payload" && !norm.values;
    const schema = isRetyped ? retyped(structure(raw), norm, use.evidence) : structure(raw);
    if (!norm.nullable || isNullPrinted(norm, use) || use.evidence?.isNullShown) return schema;
    return { allOf: [schema], nullable: false };
  }

  /** One word stands for integers and numbers: a literal tells, else it is taken for a number. */
  function retyped(schema, { kind }, evidence) {
    if ((kind !== "integer" && kind !== "number") || !schema.type) return schema;
    const type = evidence?.number ?? "number";
    const replaced = (other) => (other === "null" ? other : type);
    return { ...schema, type: Array.isArray(schema.type) ? schema.type.map(replaced) : type };
  }

  /** A schema without what no table prints, and all below it; made once, as the comparator counts what is shared once. */
  function structure(raw) {
    if (!isObject(raw)) return raw;
    if (!structures.has(raw)) structures.set(raw, damaged(raw));
    return structures.get(raw);
  }

  function damaged(raw) {
    const schema = Object.fromEntries(Object.entries(raw).filter(([key]) => !unprinted.includes(key)));
    if (formatsPrinted.has(raw.format)) {
      schema.format = dialect === "php" && raw.format === "date" ? "date-time" : raw.format;
    }
    if (!constantsPrinted.has(dialect)) delete schema.const;
    if (openEnumsLost.has(dialect) && raw["x-speakeasy-unknown-values"] === "allow") delete schema.enum;
    for (const key of ["oneOf", "anyOf", "allOf"]) if (Array.isArray(raw[key])) schema[key] = raw[key].map(structure);
    if (dialect === "java" && normOf(raw).kind === "union") return {};
    for (const key of ["items", "additionalProperties"]) {
      if (isObject(raw[key])) schema[key] = used(raw[key], { role: "element" });
    }
    if (isObject(raw.properties) || raw.required) Object.assign(schema, properties(raw));
    return schema;
  }

  function properties(raw) {
    const fields = raw.properties ?? {};
    const names = Object.keys(fields);
    const required = list(raw.required).filter((name) => !isDefaulted(fields[name]));
    const sample = sampled(
      names,
      names.filter((name) => required.includes(name)),
    );
    const renamed = distinct(names, nameOf);
    const entries = names.map((name) => {
      const use = { role: "property", isRequired: required.includes(name), evidence: sample(name) };
      return [renamed.get(name), used(fields[name], use)];
    });
    // What is required here may be a property of another part of the schema.
    const told = required.map((name) => renamed.get(name) ?? nameOf(name));
    return { ...(raw.properties && { properties: Object.fromEntries(entries) }), required: told };
  }

  /** What samples and examples show of the fields of one object. */
  function sampled(names, required) {
    const all = new Set(names.map(styleKey));
    const least = required.map(styleKey);
    // A sample has all required fields, and no others than the object's.
    const own = docs.samples.filter(
      ({ fields }) => least.every((key) => fields.has(key)) && [...fields.keys()].every((key) => all.has(key)),
    );
    return (name) => {
      const values = own.flatMap(({ fields }) => fields.get(styleKey(name)) ?? []);
      const isNullShown = variant.nulls === "samples" && values.some(isNull);
      const literals = values.filter(isNumber);
      const elsewhere = docs.samples.flatMap(({ fields }) => fields.get(styleKey(name)) ?? []).filter(isNumber);
      return { isNullShown, number: numberType(literals.length > 0 ? literals : elsewhere) };
    };
  }

  function parameters(raw) {
    const all = list(raw).map(resolved);
    const isRequired = (parameter) => parameter.required === true && !isDefaulted(parameter.schema);
    const required = all.filter(isRequired).map(({ name }) => name);
    const sample = sampled(
      all.map(({ name }) => name),
      required,
    );
    return all.map((parameter) => {
      const { name, in: where, schema } = parameter;
      const use = { role: "property", isRequired: required.includes(name), evidence: sample(name) };
      return {
        in: where,
        // Variables of the path are printed verbatim, and the case of a header does not matter.
        name: where === "query" || where === "cookie" ? nameOf(name) : name,
        required: where === "path" || isRequired(parameter),
        schema: used(schema, use),
        ...("x-speakeasy-ignore" in parameter && { "x-speakeasy-ignore": true }),
      };
    });
  }

  function operation(raw, shared) {
    const result = { ...raw, parameters: parameters(raw.parameters), responses: responses(raw.responses) };
    if (raw.requestBody) {
      const body = resolved(raw.requestBody);
      // A body that shares its request with parameters has a row of its own; alone it is always marked as required.
      const isAlone = result.parameters.length + shared.length === 0;
      result.requestBody = { ...body, required: isAlone || body.required === true, content: content(body.content) };
    }
    return result;
  }

  /** No success code is printed, so all successes are one. */
  function responses(raw) {
    const entries = Object.entries(raw ?? {}).map(([status, response]) => [status, resolved(response).content]);
    const successes = entries.filter(([status]) => status.startsWith("2")).map(([, types]) => types);
    const failures = entries.filter(([status]) => !status.startsWith("2"));
    return Object.fromEntries([
      ...(successes.length === 0 ? [] : [["2XX", { content: merged(successes.filter(Boolean).map(success)) }]]),
      ...failures.map(([status, types]) => [status, { content: content(types) }]),
    ]);
  }

  /** The media type of a success is not printed: what is no stream and no bytes is taken for JSON. */
  function success(types) {
    const isTold = (type) =>
      /event-stream|jsonl|ndjson|json-seq/.test(type) || normOf(types[type].schema).format === "binary";
    return Object.fromEntries(
      Object.entries(content(types)).map(([type, media]) => [isTold(type) ? type : "application/json", media]),
    );
  }

  function content(types) {
    if (types === undefined) return undefined;
    return Object.fromEntries(
      Object.entries(types).map(([type, media]) => [
        type === "application/x-www-form-urlencoded" ? "application/json" : type,
        // Operations share models and no responses, so that each use is a place of its own.
        { schema: { allOf: [used(media.schema, { role: "payload" })] } },
      ]),
    );
  }

  function resolved(raw) {
    return typeof raw?.$ref === "string" ? reader.lookup(raw.$ref) : raw;
  }

  const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
  const paths = Object.entries(kept.paths).map(([path, item]) => {
    const shared = parameters(item.parameters);
    const entries = Object.entries(item).map(([key, value]) => [
      key,
      methods.has(key) ? operation(value, shared) : value,
    ]);
    return [path, { ...Object.fromEntries(entries), parameters: shared }];
  });
  const { schemas = {}, securitySchemes = {} } = kept.components ?? {};
  return new Doc({
    openapi: kept.openapi,
    servers: kept.servers,
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, structure(schema)])),
      securitySchemes: Object.fromEntries(Object.entries(securitySchemes).map(withoutKey)),
    },
  });
}

/** Neither the name nor the place of an API key is printed. */
function withoutKey([id, scheme]) {
  return [id, scheme.type === "apiKey" ? { type: "apiKey", in: "header", name: "Authorization" } : scheme];
}

/** Several successes are a union; those without a body say nothing. */
function merged(bodies) {
  const types = [...new Set(bodies.flatMap(Object.keys))];
  if (types.length === 0) return undefined;
  return Object.fromEntries(
    types.map((type) => {
      const schemas = bodies.flatMap((body) => body[type]?.schema ?? []);
      return [type, { schema: schemas.length > 1 ? { anyOf: schemas } : schemas[0] }];
    }),
  );
}

/** The text of a corpus: the dialect, what samples show, and all identifiers that its author wrote. */
export function readDocs(folder, styleKey) {
  const texts = readdirSync(join(folder, "docs"), { recursive: true })
    .filter((path) => /\.mdx?$/.test(path))
    .map((path) => readFileSync(join(folder, "docs", path), "utf8"));
  return {
    dialect: dialectOf(texts),
    samples: texts.flatMap((text) => [...codeSamples(text, styleKey), ...tableSamples(text, styleKey)]),
    identifiers: new Set(texts.flatMap((text) => authored(text).match(/[A-Za-z_$][\w$-]*/g) ?? [])),
  };
}

function dialectOf(texts) {
  for (const text of texts) {
    const [, language] = /<!-- UsageSnippet language="(\w+)"/.exec(text) ?? [];
    if (language !== undefined) return language;
  }
  throw new Error("The docs have no usage snippet, which would name their language.");
}

/** A page without its code, headings, links and the cells that the generator wrote in the casing of its language. */
function authored(text) {
  const paths = [...text.matchAll(/<!-- UsageSnippet .*? path="([^"]*)"/g)].map(([, path]) => path);
  const [body, values = ""] = text.split(/^## Values$/m);
  // Enums of TypeScript list their values in a fence.
  const parts = [body.replace(/^```[\s\S]*?^```/gm, ""), values.replace(/^\| `[^|]*\|/gm, "|")];
  const lines = parts.join("\n").split("\n");
  const kept = lines.filter((line) => !/^#|^\* \[|^<!--/.test(line)).map(withoutPrinted);
  return [...kept, ...paths].join("\n").replace(/\[[^\]]*\]\([^)]*\)/g, " ");
}

/** A row of fields or parameters without its name and its type. */
function withoutPrinted(line) {
  return line.includes(":heavy_") ? line.replace(/^\|.*?:heavy_\w+:/, "") : line;
}

/** The objects that code samples write: their keys, and the literals beside them. */
function codeSamples(text, styleKey) {
  const objects = [];
  for (const [code] of text.matchAll(/^```[\s\S]*?^```/gm)) {
    const open = [];
    for (const line of code.split("\n")) {
      const indent = line.search(/\S/);
      if (indent < 0) continue;
      while (open.length > 0 && open.at(-1).indent > indent) open.pop();
      const [, key, value] = /^\s*["'$]?(\w+)["']?\s*(?:=>|:|=)\s*(.*?),?$/.exec(line) ?? [];
      if (key === undefined) continue;
      if (open.at(-1)?.indent !== indent) {
        open.push({ indent, fields: new Map() });
        objects.push(open.at(-1));
      }
      open.at(-1).fields.set(styleKey(key), [value]);
    }
  }
  return objects;
}

/** The Example column of a table, as a sample of the object. */
function tableSamples(text, styleKey) {
  const tables = text.match(/(?:^\|.*\n?)+/gm) ?? [];
  return tables
    .filter((table) => /^\| *(?:Field|Parameter) .*\| *Example *\|$/m.test(table))
    .map((table) => ({
      fields: new Map(
        table
          .split("\n")
          .filter((line) => line.includes(":heavy_"))
          .map((line) => {
            const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
            return [styleKey(cells[1]), cells.length > 6 ? [cells[5]] : []];
          }),
      ),
    }));
}

const isNull = (value) => /^(?:null|None|nil|<nil>)$/.test(value);
const isNumber = (value) => /^-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value);

function numberType(literals) {
  if (literals.length === 0) return undefined;
  return literals.some((literal) => literal.includes(".")) ? "number" : "integer";
}

/** A name that the docs write, or as one restores it from its words in the style of the API. */
function shownName(name, style, { dialect, identifiers }) {
  if (identifiers.has(name)) return name;
  if (initialsKept.has(dialect) && /^[a-z].*[a-z0-9][A-Z]{2}/.test(name)) return name;
  return restyled(name, style);
}

function restyled(name, style) {
  const words = wordsOf(name);
  if (style === "snake") return words.join("_");
  return words.map((word, i) => (i === 0 ? word : word[0].toUpperCase() + word.slice(1))).join("");
}

function wordsOf(name) {
  const words = name.replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$1$3 $2").split(/[^A-Za-z0-9]+/);
  return words.filter((word) => word !== "").map((word) => word.toLowerCase());
}

/** New names for those of one object; one that is taken stays as it is. */
function distinct(names, rename) {
  const taken = new Set(names);
  return new Map(
    names.map((name) => {
      const other = rename(name);
      if (other === name || other === "" || taken.has(other)) return [name, name];
      taken.add(other);
      return [name, other];
    }),
  );
}

function majorityStyle(root) {
  const count = { snake: 0, camel: 0 };
  const visit = (node) => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isObject(node)) return;
    for (const name of isObject(node.properties) ? Object.keys(node.properties) : []) {
      if (/^[a-z].*_/.test(name)) count.snake++;
      else if (/^[a-z][^_-]*[A-Z]/.test(name)) count.camel++;
    }
    Object.values(node).forEach(visit);
  };
  visit(root);
  return count.snake > count.camel ? "snake" : "camel";
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function list(value) {
  return Array.isArray(value) ? value : [];
}
