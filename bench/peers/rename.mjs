/** Gives the documented fields of a checked object their names in the language; all others keep theirs. */
export function renamed(fields) {
  const names = Object.keys(fields)
    .map((name) => [name, name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())])
    .filter(([name, own]) => name !== own);
  // What a person would write out for each object: no loop over names, one literal.
  const taken = names.map(([name, own]) => `${name}: ${own}`).join(", ");
  const given = names.map(([, own]) => own).join(", ");
  if (names.length === 0) return (value) => value;
  return new Function("value", `const { ${taken}, ...rest } = value; return { ...rest, ${given} };`);
}
