import leven from "leven";
import { nameModels, propertyName } from "../emit/typescript/names.ts";
import { groupBy } from "../infer/group-by.ts";
import { operationName } from "../infer/overrides/naming.ts";
import { callables } from "../ir/callables.ts";
import type { Api, Model, Operation, Parameter, Property } from "../ir/index.ts";
import type { ApiOptions } from "../options.ts";

/** What can be explained. */
export type Subject =
  | { readonly kind: "model"; readonly name: string; readonly model: Model }
  | { readonly kind: "field"; readonly name: string; readonly model: Model; readonly field: Property }
  | { readonly kind: "operation"; readonly name: string; readonly operation: Operation }
  | {
      readonly kind: "parameter";
      readonly name: string;
      readonly operation: Operation;
      readonly field: Parameter;
    }
  | { readonly kind: "servers" | "security"; readonly name: string };

/** A thing with parts, and all the names that people may call it by. */
interface Owner {
  readonly subject: Subject;
  readonly names: readonly string[];
  readonly parts: readonly { readonly subject: Subject; readonly names: readonly string[] }[];
}

/**
 * What a text names, whatever its case and separators: a model, a field, an operation or a parameter by its documented
 * name, its name on the wire or its name in TypeScript. A kind in front (`field Chat.model`) is taken as overrides take it.
 */
export function findSubjects(api: Api, options: ApiOptions, text: string): readonly Subject[] {
  const [, kind, rest = ""] = /^\s*(?:(model|field|operation|parameter)\s+)?(.*)$/s.exec(text) ?? [];
  const owners = ownersOf(api, options);
  const fits = ({ kind: found }: Subject): boolean => kind === undefined || found === kind;
  const dotted = matches(owners, rest, segments).filter(fits);
  if (dotted.length > 0) return dotted;
  const spelled = matches(owners, rest, letters).filter(fits);
  return spelled.length > 0 ? spelled : methods(owners, rest).filter(fits);
}

/** The operations whose method alone is called so. */
function methods(owners: readonly Owner[], text: string): readonly Subject[] {
  const wanted = letters(text);
  return owners
    .map(({ subject }) => subject)
    .filter((subject) => subject.kind === "operation" && letters(subject.operation.words.join("")) === wanted);
}

/** The names nearest to a text that names nothing, best first. */
export function nearestSubjects(api: Api, options: ApiOptions, text: string): readonly string[] {
  const wanted = segments(text.replace(/^\s*(?:model|field|operation|parameter)\s+/, ""));
  const furthest = Math.max(1, Math.floor(wanted.length / 3));
  const distance = (name: string): number => leven(segments(name), wanted, { maxDistance: furthest + 1 });
  // With its namespace and without: a person may leave it out.
  const near = ownersOf(api, options).flatMap(({ subject, names: [short = ""], parts }) => [
    { name: subject.name, far: Math.min(distance(subject.name), distance(short)) },
    ...parts.map(({ subject: { name }, names: [part = ""] }) => ({
      name,
      far: Math.min(distance(name), distance(`${short}.${part}`)),
    })),
  ]);
  const best = near.filter(({ far }) => far <= furthest).sort((one, other) => one.far - other.far);
  return [...new Set(best.map(({ name }) => name))].slice(0, 3);
}

/** All that can be explained of an API. */
export function everySubject(api: Api, options: ApiOptions): readonly Subject[] {
  return ownersOf(api, options).flatMap(({ subject, parts }) => [subject, ...parts.map((part) => part.subject)]);
}

function matches(owners: readonly Owner[], text: string, plain: (name: string) => string): readonly Subject[] {
  const wanted = plain(text);
  return owners.flatMap(({ subject, names, parts }) => {
    const heads = names.map(plain);
    const own = heads.includes(wanted) ? [subject] : [];
    // Most owners are told by their beginning, before their parts are looked at.
    const begun = heads.filter((head) => head !== "" && wanted.startsWith(head));
    if (begun.length === 0) return own;
    const found = parts.filter((part) =>
      part.names.some((name) => begun.some((head) => plain(`${head}.${name}`) === wanted)),
    );
    return [...own, ...found.map((part) => part.subject)];
  });
}

function ownersOf(api: Api, options: ApiOptions): readonly Owner[] {
  const emitted = nameModels(api, options);
  const titles = groupBy(api.models, ({ title }) => segments(title));
  const models = api.models.map((model): Owner => {
    const { title, namespace, id } = model;
    const names = [title, `${namespace}.${title}`, id, emitted.get(id)?.type ?? title];
    const isShared = (titles.get(segments(title)) ?? []).length > 1 && namespace !== "";
    const name = isShared ? `${namespace}.${title}` : title;
    const fields = model.kind === "object" ? model.properties : [];
    return {
      subject: { kind: "model", name, model },
      names,
      parts: fields.map((field) => ({
        subject: { kind: "field", name: `${name}.${field.name}`, model, field },
        names: namesOf(field, options),
      })),
    };
  });
  // Either form of an operation tells that it is folded, and why.
  const forms = api.operations.flatMap(({ streamed, ...plain }) =>
    streamed === undefined ? [plain] : callables({ ...plain, streamed }).map((form) => ({ ...form, streamed })),
  );
  const operations = forms.map((operation): Owner => {
    const name = operationName(operation);
    return {
      subject: { kind: "operation", name, operation },
      names: [name, operation.id],
      parts: operation.parameters.map((field) => ({
        subject: { kind: "parameter", name: `${name}.${field.name}`, operation, field },
        names: namesOf(field, options),
      })),
    };
  });
  const wholes = (["servers", "security"] as const).map(
    (kind): Owner => ({ subject: { kind, name: kind }, names: [kind], parts: [] }),
  );
  return [...models, ...operations, ...wholes];
}

function namesOf(field: Property, options: ApiOptions): readonly string[] {
  return [field.name, field.wireName.value, propertyName(field, options.fields)];
}

/** Without case and separators, but for the dots between parts. */
function segments(name: string): string {
  return name
    .toLowerCase()
    .split(/[./#:]+|->/)
    .map(letters)
    .filter((part) => part !== "")
    .join(".");
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
