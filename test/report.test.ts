import { describe, expect, test } from "vitest";
import { type LocatedDiagnostic, nowhere } from "../generator/located.ts";
import { countFindings, jsonReport, prettyDiagnostics, prettyProblems } from "../generator/report.ts";
import { printable } from "../generator/terminal.ts";

const detail = { quiet: false, verbose: false, color: false };

function finding(more: Partial<LocatedDiagnostic>): LocatedDiagnostic {
  const base = {
    code: "link/missing-reference",
    severity: "warning",
    message: "Unexpected A, expected B.",
    help: "Add it.",
  } as const;
  return { ...base, file: "docs/a.md", line: 12, column: 3, related: [], ...more };
}

describe("prettyDiagnostics", () => {
  test("groups by file, in the order of lines, and says the same way out once", () => {
    const findings = [
      finding({ line: 20 }),
      finding({
        file: "docs/b.md",
        line: null,
        column: null,
        code: "docs/encoding",
        severity: "error",
        help: "Save it.",
      }),
      finding({ related: [{ file: "docs/c.md", line: 1, column: 1, message: "C stands here" }] }),
      finding({ ...nowhere, code: "docs/no-pages", severity: "error", help: "" }),
    ];
    expect(prettyDiagnostics(findings, detail)).toBe(
      `error  Unexpected A, expected B.  [docs/no-pages]

docs/a.md:12:3  warning  Unexpected A, expected B.  [link/missing-reference]
  docs/c.md:1:1  C stands here
docs/a.md:20:3  warning  Unexpected A, expected B.  [link/missing-reference]
  help: Add it.

docs/b.md  error  Unexpected A, expected B.  [docs/encoding]
  help: Save it.
`,
    );
  });

  test.each([
    { name: "hides notes", detail, want: ["error", "warning"] },
    { name: "shows them on request", detail: { ...detail, verbose: true }, want: ["error", "warning", "info"] },
    { name: "shows errors alone", detail: { ...detail, quiet: true }, want: ["error"] },
  ])("$name", ({ detail, want }) => {
    const findings = (["error", "warning", "info"] as const).map((severity) =>
      finding({ severity, message: `<${severity}>` }),
    );
    const shown = [...prettyDiagnostics(findings, detail).matchAll(/<(\w+)>/g)].map((match) => match[1]);
    expect(shown).toEqual(want);
  });

  test("colors only where it is told to", () => {
    expect(prettyDiagnostics([finding({})], { ...detail, color: true })).toContain("\u001b[33mwarning\u001b[39m");
  });

  test("lets nothing of the docs steer the terminal", () => {
    const evil = "\u001b[2J\u202e\u0007\r\n";
    const shown = prettyDiagnostics(
      [finding({ message: evil, file: evil, help: evil, related: [{ ...nowhere, file: evil, message: evil }] })],
      detail,
    );
    expect(shown.replace(/\n/g, "")).toBe(printable(shown.replace(/\n/g, "")));
    expect(shown).toContain("\\u001b[2J\\u202e\\u0007\\u000d\\u000a");
  });
});

test("printable leaves text of any language alone", () => {
  const fine = "Ünïcode 文档 👍 עברית";
  expect(printable(fine)).toBe(fine);
});

test("jsonReport is one document, whose strings are escaped and unharmed", () => {
  const message = "\u202e\u0085\u001b A";
  const json = jsonReport({
    apis: [
      {
        slug: "harbor",
        out: "output/harbor",
        files: { written: ["a"], unchanged: [], removed: [], stale: [] },
        diagnostics: [finding({ message })],
      },
    ],
    problems: [],
    ok: true,
  });
  expect(json).toContain("\\u202e\\u0085\\u001b A");
  expect(JSON.parse(json)).toEqual({
    apis: [
      {
        slug: "harbor",
        out: "output/harbor",
        files: { written: ["a"], unchanged: [], removed: [], stale: [] },
        diagnostics: [
          {
            code: "link/missing-reference",
            severity: "warning",
            message,
            help: "Add it.",
            file: "docs/a.md",
            line: 12,
            column: 3,
            related: [],
          },
        ],
      },
    ],
    problems: [],
    ok: true,
  });
});

test("prettyProblems says what is wrong and the way out", () => {
  expect(prettyProblems([{ message: "Unexpected A.", help: "Do B." }], false)).toBe(
    "error: Unexpected A.\n  help: Do B.\n",
  );
});

test.each([
  { given: [], verbose: false, want: "0 warnings" },
  { given: ["warning"], verbose: false, want: "1 warning" },
  {
    given: ["error", "warning", "warning", "info"],
    verbose: false,
    want: "1 error, 2 warnings, 1 note (shown with --verbose)",
  },
  { given: ["info", "info"], verbose: true, want: "0 warnings, 2 notes" },
  { given: ["assumed"], verbose: true, want: "0 warnings, 1 fact assumed" },
  {
    given: ["assumed", "info", "assumed"],
    verbose: false,
    want: "0 warnings, 1 note (shown with --verbose), 2 facts assumed (shown with --verbose)",
  },
] as const)("countFindings: $want", ({ given, verbose, want }) => {
  expect(
    countFindings(
      given.map((one) => finding(one === "assumed" ? { code: "infer/assumed", severity: "info" } : { severity: one })),
      verbose,
    ),
  ).toBe(want);
});
