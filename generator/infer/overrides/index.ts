import { type Diagnostic, diagnostic } from "../../diagnostics.ts";
import type { Claim, Place, SecurityScheme, StreamEnd } from "../../ir/index.ts";
import type { Draft } from "../../link/draft.ts";
import type { Override } from "../../options.ts";
import { suggestion } from "../../problem.ts";
import type { Declared, DeclaredField, DeclaredOperation } from "./declared.ts";
import { type Read, readEnd, readField, readOperation, readSecurity } from "./read.ts";
import { fieldSubjects, modelSubjects, normalised, operationSubjects, type Subjects } from "./subjects.ts";

export type * from "./declared.ts";

/** Finds what each override is about, and reads its value. */
export function declare(
  draft: Draft,
  overrides: readonly Override[],
): { readonly declared: Declared; readonly diagnostics: readonly Diagnostic[] } {
  const operations = new Map<string, DeclaredOperation>();
  const fields = new Map<Place, DeclaredField>();
  const ends = new Map<string, Claim<StreamEnd | null>>();
  const security: Claim<readonly SecurityScheme[]>[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const override of overrides) {
    const [kind = "", ...rest] = override.subject.trim().split(/\s+/);
    const name = rest.join(" ");
    const place = `docsdk.config#${override.subject}`;
    const accept = <T>(read: Read<T>, keys: readonly string[], map: Map<string, T>): void => {
      if (!read.ok) diagnostics.push(invalid(override, place, read.expected));
      else for (const key of keys) map.set(key, { ...map.get(key), ...read.value });
    };
    const subjects = subjectsOf(draft, kind);
    const keys = subjects?.get(normalised(name))?.keys ?? [];
    if (kind === "security" && name === "") {
      const read = readSecurity(override, place);
      if (read.ok) security.push(read.value);
      else diagnostics.push(invalid(override, place, read.expected));
    } else if (keys.length === 0) diagnostics.push(unused(override, place, kind, subjects));
    else if (kind === "operation") accept(readOperation(override, place, draft), keys, operations);
    else if (kind === "field" || kind === "parameter") accept(readField(override, place, draft), keys, fields);
    else accept(readEnd(override, place), keys, ends);
  }
  const [scheme] = security;
  return {
    declared: { operations, fields, ends, ...(scheme === undefined ? {} : { security: scheme }) },
    diagnostics,
  };
}

function subjectsOf(draft: Draft, kind: string): Subjects | undefined {
  switch (kind) {
    case "operation":
      return operationSubjects(draft);
    case "field":
    case "parameter":
      return fieldSubjects(draft, kind);
    case "stream":
      return new Map([...modelSubjects(draft), ...operationSubjects(draft)]);
    default:
      return undefined;
  }
}

function invalid(override: Override, place: Place, expected: string): Diagnostic {
  const message = `Unexpected value ${JSON.stringify(override.value)} of the override \`${override.subject}\`, expected ${expected}`;
  return diagnostic("config/invalid-override", message, place);
}

const kinds: readonly string[] = ["operation", "field", "parameter", "stream", "security"];

function unused(override: Override, place: Place, kind: string, subjects: Subjects | undefined): Diagnostic {
  if (subjects === undefined) {
    const message = `Unexpected subject \`${override.subject}\`, expected one that begins with ${kinds.join(", ")}`;
    return diagnostic("config/unused-override", `${message}.${suggestion(kind, kinds)}`, place);
  }
  const name = override.subject.trim().slice(kind.length).trim();
  const message = `Unexpected subject \`${override.subject}\`, expected the name of a documented ${kind}`;
  const names = [...subjects.values()].map((subject) => subject.name);
  return diagnostic("config/unused-override", `${message}.${suggestion(name, names)}`, place);
}
