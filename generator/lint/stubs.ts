import { type Diagnostic, diagnostic } from "../diagnostics.ts";
import type { Override } from "../options.ts";

/** How the reason of a stub begins. Until a person replaces it, the override counts for nothing. */
const mark = "TODO";

/** An override for each finding that one settles, with the value that was taken and without a reason. */
export function stubsFor(diagnostics: readonly Diagnostic[]): readonly Override[] {
  const stubs = new Map<string, Override>();
  for (const { code, message, override } of diagnostics) {
    if (override === undefined || (code !== "infer/assumed" && code !== "infer/missing-route")) continue;
    const { subject, value } = override;
    const before = stubs.get(subject);
    const reason = before?.reason ?? `${mark}: say why the value is right. ${message}`;
    stubs.set(subject, { subject, value: merged(before?.value, value), reason });
  }
  return [...stubs.values()];
}

/** One field may be silent on several questions. */
function merged(before: unknown, value: NonNullable<Diagnostic["override"]>["value"]): unknown {
  return typeof before === "object" && typeof value === "object" ? { ...before, ...value } : value;
}

/** Whether the override is one that nobody has stated yet. */
export function isStub({ reason }: Override): boolean {
  return reason.trimStart().startsWith(mark);
}

/** The overrides that count, and the finding about those that do not. */
export function statedOverrides(overrides: readonly Override[]): {
  readonly stated: readonly Override[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const stubs = overrides.filter(isStub);
  const [first, ...others] = stubs;
  if (first === undefined) return { stated: overrides, diagnostics: [] };
  const more = others.length === 0 ? "" : ` and of ${others.length} more`;
  const message = `Unexpected reason \`${mark}…\` of the override \`${first.subject}\`${more}, expected why the value is right`;
  return {
    stated: overrides.filter((override) => !isStub(override)),
    diagnostics: [diagnostic("config/unwritten-reason", message, `docsdk.config#${first.subject}`)],
  };
}

/** The text of an overrides file: what a person stated before, then the stubs for what nobody has. */
export function printOverrides(stated: readonly Override[], stubs: readonly Override[]): string {
  const entries = [...stated, ...stubs].map(({ subject, value, reason }) => ({ subject, value, reason }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
