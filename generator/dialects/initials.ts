/** The initials that Go writes in capitals wherever they stand, in whatever case the wire has them. */
const known: ReadonlySet<string> = new Set(
  "ACL AMQP API ASCII CPU CSS CSV DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON JWT LHS PDF QPS QR RAM RHS RPC RTP SDK SIP SLA SMTP SQL SSH SSO TCP TLS TS TTL UDP UI UID URI URL UTF8 UTM UUID VM XML XMPP XSRF XSS".split(
    " ",
  ),
);

/** Sets initials apart from what follows them: `APIURL` is `API` and `URL`, `IDAs` is `ID` and `As`. */
export function apart(name: string): string {
  return name
    .replace(/\p{Lu}{4,}(?!\p{Ll})/gu, (run) => divided(run)?.join("_") ?? run)
    .replace(/(\p{Lu}{2,})(\p{Lu}s)(?!\p{Ll})/gu, (run, first: string, word: string) =>
      known.has(first) && !known.has(run.slice(0, -1)) ? `${first}_${word}` : run,
    );
}

/** The run as known initials, the longest first; undefined where something is left over. */
function divided(run: string): readonly string[] | undefined {
  if (run === "") return [];
  for (let length = run.length; length > 1; length -= 1) {
    const first = run.slice(0, length);
    const rest = known.has(first) ? divided(run.slice(length)) : undefined;
    if (rest !== undefined) return [first, ...rest];
  }
  return undefined;
}

/**
 * The name in camel case with the initials that Go would not have put into capitals, if it has any: `HarborVATNumber` of
 * `harborVATNumber`. A single letter before known initials is a word of its own (`PlanBID`).
 */
export function keptInitials(name: string, words: readonly string[]): string | undefined {
  if (!name.toLowerCase().startsWith(words.join(""))) return undefined;
  const starts = words.map((_, index) => words.slice(0, index).join("").length);
  const parts = words.map((word, index) => name.slice(starts[index], (starts[index] ?? 0) + word.length));
  if (!parts.some(isKept)) return undefined;
  return parts
    .map((part, index) =>
      isKept(part) ? part : (index === 0 ? "" : part.charAt(0)) + part.slice(index && 1).toLowerCase(),
    )
    .join("");
}

function isKept(part: string): boolean {
  const [, initials] = /^(\p{Lu}{2,})s?\d*$/u.exec(part) ?? [];
  return initials !== undefined && !known.has(initials) && !known.has(initials.slice(1));
}
