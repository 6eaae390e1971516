import type { Fact } from "../../ir/index.ts";
import { claim } from "../decide.ts";

interface Named {
  readonly name: string;
  readonly words: readonly string[];
  readonly wireName: Fact<string>;
  readonly place: string;
}

/**
 * Two fields of one object cannot share a name on the wire. Generators write `…QueryParameter` and `…QueryParameter1`
 * where two names differ in style alone, so the second one takes the other style, else what the docs call it.
 */
export function distinctNames<T extends Named>(fields: readonly T[], groupOf: (field: T) => string = () => ""): T[] {
  const taken = new Set<string>();
  return fields.map((field) => {
    const key = (name: string): string => `${groupOf(field)} ${name}`;
    const free = candidates(field).find((name) => !taken.has(key(name))) ?? field.name;
    taken.add(key(free));
    return free === field.wireName.value ? field : { ...field, wireName: renamed(field, free) };
  });
}

function candidates({ wireName: { value, against } }: Named): readonly string[] {
  const camel = value.replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const snake = value.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [value, ...against.map((other) => other.value), camel, snake];
}

function renamed({ wireName, place }: Named, value: string): Fact<string> {
  const why = `Another field of the object has the name ${wireName.value}.`;
  return {
    value,
    because: [claim("wire-name/distinct", "assumed", value, [place], why)],
    against: [...wireName.because, ...wireName.against.filter((other) => other.value !== value)],
  };
}
