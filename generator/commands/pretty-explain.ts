import pc from "picocolors";
import { jsonDocument, spelledLocation } from "../report.ts";
import { printable } from "../terminal.ts";
import type { Explained, ExplainReport, LocatedAnswer, LocatedArgument, Quote } from "./explain.ts";
import { paragraphs } from "./pretty.ts";

type Colors = ReturnType<typeof pc.createColors>;

/** Explanations for people, or for programs. */
export function printExplanations(report: ExplainReport, reporter: "pretty" | "json", color: boolean): string {
  if (reporter === "json") return jsonDocument({ ...report, ok: report.explained.length > 0 });
  const paint = pc.createColors(color);
  return paragraphs(report.explained.map((explained) => explanation(explained, paint)));
}

function explanation({ api, kind, name, at, answers, parts }: Explained, paint: Colors): string {
  const title = kind === name ? kind : `${kind} ${name}`;
  const head = `${paint.bold(printable(title))}${paint.dim(printable(`  of ${api}`))}\n${at === null ? "" : quoted(at, 2, paint)}`;
  const list = parts.length === 0 ? "" : `  ${paint.dim("and of its own:")} ${printable(parts.join(", "))}\n`;
  return paragraphs([head, ...answers.map((answer) => answered(answer, paint)), list]);
}

function answered({ question, text, because, against }: LocatedAnswer, paint: Colors): string {
  const head = `  ${printable(question)}: ${paint.bold(printable(text))}\n`;
  const reasons = because.map((claim) => argued(`    ${paint.green("for")}      `, claim, text, paint));
  const doubts = against.map((claim) => argued(`    ${paint.red("against")}  `, claim, text, paint));
  return [head, ...reasons, ...doubts].join("");
}

/** The value of a claim is worth a word where it is not the answer. */
function argued(lead: string, claim: LocatedArgument, answer: string, paint: Colors): string {
  const value = claim.text === answer ? "" : `${paint.bold(printable(claim.text))}  `;
  const line = `${lead}${claim.strength.padEnd(8)}  ${value}${printable(claim.why)}  ${paint.dim(`[${claim.rule}]`)}\n`;
  return `${line}${claim.places.map((place) => quoted(place, 6, paint)).join("")}`;
}

const widest = 100;

function quoted(place: Quote, indent: number, paint: Colors): string {
  const shown = place.text.length > widest ? `${place.text.slice(0, widest)}…` : place.text;
  const location = spelledLocation(place);
  if (location === "" && shown === "") return "";
  return `${" ".repeat(indent)}${paint.cyan(location)}${shown === "" ? "" : `  ${printable(shown)}`}\n`;
}
