import fc from "fast-check";
import type { Api, Model, ModelId, ObjectModel, Property, Type, UnionModel } from "../../generator/ir/index.ts";
import type { JsonObject, JsonValue } from "../../templates/typescript/runtime/json.ts";
import { readModels } from "./read-models.ts";

/** One value in its three forms, made side by side, so that none of them comes out of the code under test. */
export interface Sample {
  /** As a server may send it. */
  readonly wire: unknown;
  /** As TypeScript holds it. */
  readonly value: unknown;
  /** As it is written: the same as on the wire, but for the spelling of instants. */
  readonly back: unknown;
}

/** Gives a model further fields, as the package itself does it. */
export type Attach = (model: object, fields: Readonly<JsonObject>) => object;

/** Samples of every model of an API, nested no deeper than they have to be. */
export function samplesOf(api: Api, attach: Attach): (id: ModelId) => fc.Arbitrary<Sample> {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const read = readModels(api);
  const made = new Map<string, fc.Arbitrary<Sample>>();
  return (id) => modelSample(id, 3);

  function modelSample(id: ModelId, depth: number): fc.Arbitrary<Sample> {
    const key = `${id} ${depth}`;
    const found = made.get(key);
    if (found !== undefined) return found;
    const model = models.get(id);
    if (model === undefined) throw new Error(`No model ${id}`);
    const sample = sampleOfModel(model, depth);
    made.set(key, sample);
    return sample;
  }

  function sampleOfModel(model: Model, depth: number): fc.Arbitrary<Sample> {
    if (model.kind === "object") return objectSample(model, depth);
    if (model.kind === "union") return unionSample(model, depth);
    const known = fc.constantFrom(...model.values.map((one) => one.value));
    if (!model.open.value) return plain(known);
    const isText = typeof model.values[0]?.value === "string";
    return plain(fc.oneof(known, isText ? fc.string() : fc.integer()));
  }

  function objectSample(model: ObjectModel, depth: number): fc.Arbitrary<Sample> {
    if (model.additional !== undefined) throw new Error(`${model.id}: typed further fields are not sampled yet`);
    const fields = model.properties.map((property) => fieldSample(property, read.has(model.id), depth));
    return fc.tuple(fc.tuple(...fields), furtherFields(model)).map(([samples, fields]) => {
      const present = samples.flatMap((sample, index) => {
        const property = model.properties[index];
        return sample === undefined || property === undefined ? [] : [{ property, sample }];
      });
      const taken = new Set(present.map(({ property }) => property.wireName.value));
      const further = fields.filter(([name]) => !mayBeRead(model, name, taken));
      const spell = (form: "wire" | "back"): object =>
        Object.fromEntries([
          ...present.map(({ property, sample }): [string, unknown] => [property.wireName.value, sample[form]]),
          ...further,
        ]);
      const value = Object.fromEntries(
        present.map(({ property, sample }) => [typescriptName(property.words), sample.value]),
      );
      return {
        wire: spell("wire"),
        value: further.length === 0 ? value : attach(value, Object.fromEntries(further)),
        back: spell("back"),
      };
    });
  }

  /** Undefined where the field is absent. */
  function fieldSample(property: Property, isRead: boolean, depth: number): fc.Arbitrary<Sample | undefined> {
    const isOptional = property.presence.value === "optional";
    const { value: nullable } = property.nullable;
    const mayBeNull = nullable === "yes" || (nullable === "unstated" && isOptional && isRead);
    const present = typeSample(property.type.value, depth);
    const sample = mayBeNull ? fc.oneof({ weight: 3, arbitrary: present }, plain(fc.constant(null))) : present;
    if (!isOptional) return sample;
    // What is left out ends a recursion.
    return depth <= 0 && holdsModel(property.type.value)
      ? fc.constant(undefined)
      : fc.option(sample, { nil: undefined });
  }

  function unionSample(model: UnionModel, depth: number): fc.Arbitrary<Sample> {
    const members = model.members.map((member) => typeSample(member.type, depth));
    const { value: tag } = model.tag;
    if (tag === null) return fc.oneof(...members, unknownMember(model));
    const tags = new Set(model.members.flatMap((member) => member.tags));
    const unknown = fc
      .tuple(
        furtherFields(),
        fc.oneof(fc.constant("$unknown"), fc.string()).filter((told) => !tags.has(told)),
      )
      .map(([fields, told]) => Object.fromEntries([...fields, [tag, told]]))
      .map((wire) => ({ wire, value: { [typescriptName(tag.split("_"))]: "$unknown", value: wire }, back: wire }));
    return fc.oneof(...members, unknown);
  }

  /** JSON of another kind than all members; no null, which belongs to the field. */
  function unknownMember(model: UnionModel): fc.Arbitrary<Sample> {
    const taken = new Set(model.members.flatMap((member) => kindsOf(member.type)));
    const kinds = {
      string: fc.string(),
      number: double(),
      boolean: fc.boolean(),
      array: fc.array(json(), { maxLength: 2 }),
      object: furtherFields().map((fields) => Object.fromEntries(fields)),
    };
    const free = Object.entries(kinds).flatMap(([kind, some]) => (taken.has(kind) ? [] : [some]));
    return fc.oneof(...free).map((wire) => ({ wire, value: { $unknown: true, value: wire }, back: wire }));
  }

  function typeSample(type: Type, depth: number): fc.Arbitrary<Sample> {
    switch (type.kind) {
      case "string":
        return plain(fc.string({ unit: "binary", maxLength: 8 }));
      case "boolean":
        return plain(fc.boolean());
      case "integer":
        return plain(fc.oneof(fc.maxSafeInteger(), fc.constantFrom(2 ** 53 - 1, -(2 ** 53) + 1)));
      case "number":
        return plain(double());
      case "decimal":
        return plain(fc.oneof(double(), double().map(String)));
      case "date-time":
        return instant();
      case "date":
        return plain(days().map((date) => date.toISOString().slice(0, 10)));
      case "bytes":
        return fc.uint8Array({ maxLength: 9 }).map((bytes) => {
          const wire = Buffer.from(bytes).toString("base64");
          return { wire, value: bytes, back: wire };
        });
      case "literal":
        return plain(fc.constant(type.value));
      case "nullable":
        return fc.oneof(plain(fc.constant(null)), typeSample(type.of, depth));
      case "list":
        return several(fc.array(typeSample(type.item, depth - 1), { maxLength: depth <= 0 ? 0 : 3 }));
      case "map":
        return fc
          .uniqueArray(fc.tuple(names(), typeSample(type.value, depth - 1)), {
            maxLength: 3,
            selector: ([name]) => name,
          })
          .map((entries) => forms((form) => Object.fromEntries(entries.map(([name, one]) => [name, one[form]]))));
      case "unknown":
        return plain(json());
      case "reference":
        return modelSample(type.id, depth - 1);
      case "union":
        return fc.oneof(...type.members.map((member) => typeSample(member, depth)));
      case "stream":
        throw new Error("A stream is no JSON");
    }
  }

  /** The kinds of JSON that values of a type are of. */
  function kindsOf(type: Type): readonly string[] {
    if (type.kind === "list") return ["array"];
    if (type.kind === "boolean") return ["boolean"];
    if (type.kind === "integer" || type.kind === "number") return ["number"];
    if (type.kind === "decimal") return ["number", "string"];
    if (type.kind === "literal") return [typeof type.value];
    if (type.kind === "map") return ["object"];
    if (type.kind !== "reference") return ["string"];
    const model = models.get(type.id);
    if (model?.kind === "union") return model.members.flatMap((member) => kindsOf(member.type));
    return model?.kind === "enum" ? [typeof model.values[0]?.value] : ["object"];
  }
}

/** Whether a type can lead to a model, and so to itself. */
function holdsModel(type: Type): boolean {
  if (type.kind === "reference") return true;
  if (type.kind === "list") return holdsModel(type.item);
  if (type.kind === "map") return holdsModel(type.value);
  if (type.kind === "nullable") return holdsModel(type.of);
  return type.kind === "union" && type.members.some(holdsModel);
}

/** Whether a further field of this name would be a documented one, perhaps under its other spelling. */
function mayBeRead(model: ObjectModel, name: string, present: ReadonlySet<string>): boolean {
  return model.properties.some(({ wireName }) => {
    if (wireName.value === name) return true;
    const isAssumed = wireName.because.every((claim) => claim.strength === "assumed");
    const isOther = wireName.against.some((claim) => claim.value === name);
    return isAssumed && isOther && !present.has(wireName.value);
  });
}

/** Fields that the docs of an object do not know; their names try to hide in it. */
function furtherFields(model?: ObjectModel): fc.Arbitrary<readonly (readonly [string, JsonValue])[]> {
  const near = (model?.properties ?? []).map((property) => typescriptName(property.words));
  const name = near.length === 0 ? names() : fc.oneof(names(), fc.constantFrom(...near));
  return fc.oneof(
    fc.constant([]),
    fc.uniqueArray(fc.tuple(name, json()), { maxLength: 3, selector: ([name]) => name }),
  );
}

function names(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "$unknown", "value", ""), fc.string());
}

/** JSON as a parser gives it: with plain prototypes, and `__proto__` as a name like any other. */
function json(): fc.Arbitrary<JsonValue> {
  return fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)));
}

/** JSON has no word for other numbers, and writes -0 as 0. */
function double(): fc.Arbitrary<number> {
  return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
}

/** Two days are left at either end, so that no offset leads out of the years with four digits. */
function days(): fc.Arbitrary<Date> {
  return fc.date({ min: new Date("0001-01-03"), max: new Date("9999-12-29"), noInvalidDate: true });
}

/** An instant in any spelling of RFC 3339. */
function instant(): fc.Arbitrary<Sample> {
  const zone = fc.oneof(fc.constantFrom("Z", "z"), fc.integer({ min: -14 * 60, max: 14 * 60 }));
  return fc.tuple(days(), zone, fc.constantFrom("T", "t", " "), fc.boolean()).map(([date, zone, between, isShort]) => {
    const value = isShort ? new Date(Math.floor(date.getTime() / 1000) * 1000) : date;
    const local = new Date(value.getTime() + (typeof zone === "number" ? zone : 0) * 60_000).toISOString();
    const clock = isShort ? local.slice(11, 19) : local.slice(11, 23);
    const wire = local.slice(0, 10) + between + clock + (typeof zone === "number" ? offset(zone) : zone);
    return { wire, value, back: value.toISOString() };
  });
}

function offset(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A value that is the same everywhere. */
function plain(values: fc.Arbitrary<unknown>): fc.Arbitrary<Sample> {
  return values.map((value) => forms(() => value));
}

function several(lists: fc.Arbitrary<readonly Sample[]>): fc.Arbitrary<Sample> {
  return lists.map((samples) => forms((form) => samples.map((one) => one[form])));
}

function forms(make: (form: keyof Sample) => unknown): Sample {
  return { wire: make("wire"), value: make("value"), back: make("back") };
}

/** The promise that the package makes about names, in words of its own: `["finish", "reason"]` is `finishReason`. */
export function typescriptName(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
}
