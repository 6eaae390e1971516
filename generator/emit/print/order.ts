/** By code units, as no locale does. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** As import lists are ordered: letter by letter, the capital before the small one, whatever `type` stands in front. */
export function byName(one: string, other: string): number {
  const [a, b] = [localName(one), localName(other)];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = byLetter(a.charAt(index), b.charAt(index));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function byLetter(one: string, other: string): number {
  return byCodeUnits(one.toLowerCase(), other.toLowerCase()) || byCodeUnits(one, other);
}

/** The name that a specifier binds: without `type`, behind `as`. */
export function localName(specifier: string): string {
  return specifier.replace(/^type /, "").replace(/^.* as /, "");
}

/** Modules by their names without ending: `./tool` stands before `./tool-message`. */
export function byModule(one: string, other: string): number {
  return byCodeUnits(one.replace(/\.ts$/, ""), other.replace(/\.ts$/, ""));
}
