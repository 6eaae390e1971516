/** By code units, as no locale does. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** As import lists are ordered: the capital before the small letter, numbers by their value, whatever `type` says. */
export function byName(one: string, other: string): number {
  return byPieces(localName(one), localName(other), byLetter);
}

function byLetter(one: string, other: string): number {
  return byCodeUnits(one.toLowerCase(), other.toLowerCase()) || byCodeUnits(one, other);
}

/** Letter by letter, and a run of digits as a number: `usage2` stands before `usage10`. */
function byPieces(one: string, other: string, compare: (one: string, other: string) => number): number {
  const [a, b] = [pieces(one), pieces(other)];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left = "", right = ""] = [a[index], b[index]];
    const areNumbers = /^\d/.test(left) && /^\d/.test(right);
    const order = areNumbers ? left.length - right.length || byCodeUnits(left, right) : compare(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function pieces(name: string): readonly string[] {
  return name.match(/[1-9]\d*|./gsu) ?? [];
}

/** The name that a specifier binds: without `type`, behind `as`. */
export function localName(specifier: string): string {
  return specifier.replace(/^type /, "").replace(/^.* as /, "");
}

/** Modules by their names without ending: `./tool` stands before `./tool-message`. */
export function byModule(one: string, other: string): number {
  return byPieces(one.replace(/\.ts$/, ""), other.replace(/\.ts$/, ""), byCodeUnits);
}
