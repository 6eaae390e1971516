import pc from "picocolors";
import { jsonDocument, paragraphs, spelledLocation } from "../report.ts";
import { printable } from "../terminal.ts";
import type { Explained, ExplainReport, LocatedAnswer, LocatedArgument, Quote } from "./explain.ts";

type Colors = ReturnType<typeof pc.createColors>;

/** Explanations for people, or for programs. */
export function printExplanations(report: ExplainReport, reporter: "pretty" | "json", color: boolean): string {
  if (reporter === "json") return jsonDocument({ ...withoutFocus(report), ok: report.explained.length > 0 });
  const paint = pc.createColors(color);
  return paragraphs(report.explained.map((explained) => explanation(explained, paint)));
}

/** Where a line is cut for a terminal is nothing for programs. */
function withoutFocus(report: ExplainReport): object {
  return JSON.parse(JSON.stringify(report, (key, value: unknown) => (key === "focus" ? undefined : value)));
}

function explanation({ api, kind, name, at, answers, parts }: Explained, paint: Colors): string {
  const title = kind === name ? kind : `${kind} ${name}`;
  const head = `${paint.bold(printable(title))}${paint.dim(printable(`  of ${api}`))}\n${at === null ? "" : quoted(at, 2, paint)}`;
  const whose = kind === "operation" ? "parameters" : "fields";
  const list = parts.length === 0 ? "" : `  ${whose}: ${printable(parts.join(", "))}\n`;
  return paragraphs([head, ...answers.map((answer) => answered(answer, paint)), list]);
}

function answered({ question, text, because, against }: LocatedAnswer, paint: Colors): string {
  // Claims often rest on one row, which is quoted once.
  const quotes = new Set<string>();
  const argued =
    (lead: string) =>
    (claim: LocatedArgument): string => {
      const value = claim.text === text ? "" : `${paint.bold(printable(claim.text))}  `;
      const line = `${lead}${claim.strength.padEnd(8)}  ${value}${printable(claim.why)}  ${paint.dim(`[${claim.rule}]`)}\n`;
      const places = claim.places.map((place) => {
        const key = `${spelledLocation(place)} ${place.text}`;
        const shown = quotes.has(key) ? { ...place, text: "" } : place;
        quotes.add(key);
        return quoted(shown, 6, paint);
      });
      return `${line}${places.join("")}`;
    };
  return [
    `  ${printable(question)}: ${paint.bold(printable(text))}\n`,
    ...because.map(argued(`    ${paint.green("for")}      `)),
    ...against.map(argued(`    ${paint.red("against")}  `)),
  ].join("");
}

const widest = 100;

function quoted(place: Quote, indent: number, paint: Colors): string {
  const location = spelledLocation(place);
  if (location === "" && place.text === "") return "";
  const shown = excerpt(place);
  return `${" ".repeat(indent)}${paint.cyan(location)}${shown === "" ? "" : `  ${printable(shown)}`}\n`;
}

/** As much as a terminal shows on a line, with what it is quoted for in sight. */
function excerpt({ text, focus }: Quote): string {
  if (text.length <= widest) return text;
  const start = focus < widest / 2 ? 0 : Math.min(focus - widest / 4, text.length - widest);
  const end = start + widest;
  return `${start > 0 ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
}
