/** Names that TypeScript does not take as an identifier in a module, or that would hide what emitted code refers to. */
const reserved: ReadonlySet<string> = new Set(
  (
    "abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare " +
    "default delete do else enum eval export extends false finally for from function get globalThis if implements import " +
    "in infer infinity instanceof interface is keyof let module namespace never new null number object of package private " +
    "protected public readonly require return satisfies set static string super switch symbol this throw true try type " +
    "typeof undefined unique unknown using var void while with yield constructor prototype"
  ).split(" "),
);

/** Whether a name can be a binding (a function, a parameter, a class) as it stands. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

/** `["finish", "reason"]` → `finishReason`. Empty where no word has a letter or a digit. */
export function camelCase(words: readonly string[]): string {
  const [first = "", ...rest] = segments(words);
  const isAcronym = first === first.toUpperCase();
  return (
    (isAcronym ? first.toLowerCase() : first.charAt(0).toLowerCase() + first.slice(1)) + rest.map(capitalise).join("")
  );
}

/** `["finish", "reason"]` → `FinishReason`; a word that has capitals of its own keeps them: `OAuth`. */
export function pascalCase(words: readonly string[]): string {
  return segments(words).map(capitalise).join("");
}

/** `MCPServerCard` → `mcpServerCard`: a type's name as the stem of a constant's. */
export function lowerFirst(name: string): string {
  return name.replace(/^(\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}+$|\p{Lu})/u, (capitals) => capitals.toLowerCase());
}

/** `ChatCompletionResponse` → `chat-completion-response`. */
export function kebabCase(name: string): string {
  return segments(splitCapitals(name)).join("-").toLowerCase();
}

/** A name in kebab case that every file system takes for a file; the prefix stands for an empty one. */
export function fileName(name: string, prefix: string): string {
  const plain = kebabCase(name);
  const isKept = plain === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(plain);
  return shorten(isKept ? [prefix, plain].filter((part) => part !== "").join("-") : plain, 120);
}

/** File systems count bytes. */
function shorten(name: string, limit: number): string {
  let bytes = 0;
  let short = "";
  for (const char of name) {
    bytes += new TextEncoder().encode(char).length;
    if (bytes > limit) return short.replace(/-+$/, "");
    short += char;
  }
  return short;
}

/** An identifier that starts like one: a leading digit gets the prefix, and so does an empty name. */
export function identifier(name: string, prefix: string): string {
  return /^[\p{ID_Start}$_]/u.test(name) ? name : `${prefix}${name}`;
}

/** Whether a property can be written without quotes. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !unsure.test(name);
}

/** Gives each name once: a second one gets a number, compared without case, as file systems do. */
export function uniqueNames(taken: Iterable<string> = []): (name: string) => string {
  const used = new Set<string>([...taken].map(folded));
  // Numbers that were taken stay so: the search goes on where it ended.
  const next = new Map<string, number>();
  return (name) => {
    let unique = name;
    let number = next.get(name) ?? 2;
    for (; used.has(folded(unique)); number += 1) unique = `${name}${number}`;
    next.set(name, number);
    used.add(folded(unique));
    return unique;
  };
}

/** What file systems take for the same: a capital folds by its small letter, and a letter like `ſ` by its capital. */
export function folded(name: string): string {
  return name.toUpperCase().toLowerCase().normalize("NFKC");
}

/** The runs of letters and digits; everything else, hidden characters and blank letters included, separates. */
function segments(words: readonly string[]): string[] {
  return words.flatMap((word) => word.normalize("NFC").match(visible) ?? []);
}

const unsureClass = youngLetters();

const visible = new RegExp(`(?:(?![${unsureClass}])(?=\\p{ID_Continue})[\\p{L}\\p{Nd}])+`, "gu");

const unsure = new RegExp(`[${unsureClass}]`, "u");

/**
 * Blank letters, and letters that compilers and engines learn of at different times: the planes above the first, and what
 * Unicode 14 to 17 added to it. TypeScript 6 knows the letters of Unicode 15, Node 20 those of 17.
 */
function youngLetters(): string {
  const added =
    "870-887 889-88f 897-89f 8b5 8c8-8d2 c3c c5c-c5d cdc-cdd cf3 ece 170d 1715 171f 180f 1ac1-1add 1ae0-1aeb 1b4c 1c89-1c8a " +
    "1dfa 2c2f 2c5f 30fb 9ffd-9fff a7c0-a7c1 a7cb-a7dc a7f1-a7f4 ff65";
  const ranges = added.replaceAll(/[0-9a-f]+/g, "\\u{$&}").replaceAll(" ", "");
  return `\\p{Default_Ignorable_Code_Point}\\u{10000}-\\u{10ffff}${ranges}`;
}

function splitCapitals(name: string): string[] {
  return name
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(" ");
}

/** Some letters that every compiler knows have a capital that is younger. */
function capitalise(word: string): string {
  const [first = "", ...rest] = word;
  const capital = first.toUpperCase();
  return (unsure.test(capital) ? first : capital) + rest.join("");
}
