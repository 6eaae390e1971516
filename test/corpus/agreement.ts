import { letters } from "./docs-text.ts";

/** The parts of an OpenAPI document that are walked. */
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** How far several readings of one API are the same. */
export interface Agreement {
  readonly all: number;
  readonly same: number;
  /** What differs, by its kind and by who has it otherwise, with how often and one of the places. */
  readonly differences: readonly string[];
}

/**
 * Compares documents by what is on the wire: operations, parameters, and properties by their path from the operation on.
 * What the components are called is not looked at.
 */
export function agreementOf(documents: Readonly<Record<string, string>>): Agreement {
  const names = Object.keys(documents);
  const facts = new Map(names.map((name) => [name, factsOf(JSON.parse(documents[name] ?? "{}"))]));
  const all = new Set([...facts.values()].flatMap((keys) => [...keys]));
  const plain = new Map([...facts].map(([name, keys]) => [name, new Set([...keys].map(letters))]));
  const groups = new Map<string, string[]>();
  for (const key of all) {
    const lacking = names.filter((name) => facts.get(name)?.has(key) !== true);
    if (lacking.length === 0) continue;
    const isSpelled = lacking.every((name) => plain.get(name)?.has(letters(key)));
    const kind = `${isSpelled ? "spelled otherwise" : "absent"} in ${lacking.join(", ")}`;
    groups.set(kind, [...(groups.get(kind) ?? []), key]);
  }
  const rest = [...groups.values()].reduce((sum, keys) => sum + keys.length, 0);
  const sorted = [...groups].sort(([, one], [, other]) => other.length - one.length);
  return {
    all: all.size,
    same: all.size - rest,
    differences: sorted.map(([kind, keys]) => `${keys.length} ${kind}: ${examples(keys)}`),
  };
}

/** The first of those that lie below no other. */
function examples(keys: readonly string[]): string {
  const tops = keys.filter((key) => !keys.some((other) => other !== key && key.startsWith(other)));
  return `${tops.slice(0, 3).join(", ")}${tops.length > 3 ? ", …" : ""}`;
}

function factsOf(document: Document): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods)) {
      const own = `${method.toUpperCase()} ${path}`;
      facts.add(own);
      for (const parameter of operation.parameters ?? []) facts.add(`${own} ${parameter.in} ${parameter.name}`);
      const walk = walker(document, (at) => facts.add(at));
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) walk(schema, `${own} sends `, []);
      const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith("2"));
      for (const { content } of answers.map(([, answer]) => answer))
        for (const { schema } of Object.values(content ?? {})) walk(schema, `${own} answers `, []);
    }
  }
  return facts;
}

/** Follows a schema; the members of a union are one object, and a schema inside itself is not entered again. */
function walker(document: Document, found: (path: string) => void) {
  return function walk(schema: Schema | undefined, at: string, above: readonly string[]): void {
    if (schema === undefined) return;
    if (schema.$ref !== undefined) {
      const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
      const target = document.components?.schemas?.[decodeURIComponent(name)];
      if (!above.includes(name)) walk(target, at, [...above, name]);
      return;
    }
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      found(`${at}.${name}`);
      walk(property, `${at}.${name}`, above);
    }
    walk(schema.items, `${at}[]`, above);
    if (typeof schema.additionalProperties === "object") walk(schema.additionalProperties, `${at}{}`, above);
    for (const member of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
      walk(member, at, above);
  };
}
