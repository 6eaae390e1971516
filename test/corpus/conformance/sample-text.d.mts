/** The name of a value that only the other package knows. */
export class Name {
  readonly text: string;
}

/** Objects are maps. */
export interface Arguments {
  readonly named: ReadonlyMap<string, unknown>;
  readonly positional: readonly unknown[];
}

export function callIn(sample: string, isMethod: (name: string) => boolean): Arguments | undefined;
