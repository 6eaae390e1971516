import pc from "picocolors";
import { catalogue } from "../diagnostics.ts";
import { jsonDocument } from "../report.ts";
import type { ReporterName } from "./options.ts";

/** The catalogue as a page: what each code means, why it happens, and the way out. */
export function listCodes(reporter: ReporterName, color: boolean): string {
  const entries = Object.entries(catalogue).map(([code, entry]) => ({ code, ...entry }));
  if (reporter === "json") return jsonDocument({ codes: entries });
  const paint = pc.createColors(color);
  const paints = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  return entries
    .map(({ code, severity, title, cause, help }) => {
      const head = `${paint.bold(code)}  ${paints[severity](severity)}  ${title}`;
      return `${head}\n  ${cause}\n${paint.dim(`  help: ${help}`)}\n`;
    })
    .join("\n");
}
