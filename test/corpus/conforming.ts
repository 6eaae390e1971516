import { join } from "node:path";
import { project, runNode } from "../packages/fixture.ts";
import type { Corpus } from "./folder.ts";
import type { Built } from "./generated.ts";

/** How far a package and the server of the vendor's contract take each other. */
export interface Conformance {
  /** In per cent of the operations of the contract. */
  readonly figures: Readonly<Record<(typeof conformanceFigures)[number], number>>;
  /** What is wrong, as lines. */
  readonly findings: string;
}

/** Those that are shown, in their order. */
export const conformanceFigures = ["accepted", "conforming", "documented", "fullAccepted", "fullConforming"] as const;

/** Calls every operation of the contract through the package that was built; says why where there is no server to ask. */
export async function conformanceOf({ folder }: Corpus, built: Built, work: string): Promise<Conformance | string> {
  const program = join(project, "test/corpus/conformance.mjs");
  const { code, stdout, stderr } = await runNode([program, folder, "--package", built.folder, "--json"], work);
  if (code === 2) return stderr.trim();
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}
