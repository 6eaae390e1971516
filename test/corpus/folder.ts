import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import process from "node:process";
import { afterAll } from "vitest";
import { project } from "../packages/fixture.ts";

/** The documentation of one product in one language, written by others. */
export interface Corpus {
  /** That of its folder. */
  readonly name: string;
  /** Holds `docs/` and `README.md`, absolute. */
  readonly folder: string;
  /** The vendor's own contract, which is measured against and never read by the generator; null where there is none. */
  readonly truth: string | null;
}

/** The folder that the suite runs over. */
export const corporaFolder: string = resolve(process.env["DOCSDK_CORPORA"] ?? join(project, "../shared/corpora"));

/** The corpora of a folder, by name; archives are unpacked for the time of the tests. A corpus may be given itself. */
export function corporaIn(folder: string): readonly Corpus[] {
  if (existsSync(join(folder, "docs"))) return [corpusOf(basename(folder), folder)];
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const folders = names.filter((name) => existsSync(join(folder, name, "docs")));
  const archives = names.filter((name) => name.endsWith(".tar.gz") && !folders.includes(stem(name)));
  const found = [
    ...folders.map((name) => corpusOf(name, join(folder, name))),
    ...archives.flatMap((name) => unpacked(stem(name), join(folder, name))),
  ];
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A folder that is gone when the tests of the file are over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `docsdk-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function unpacked(name: string, archive: string): readonly Corpus[] {
  const target = temporaryFolder("corpus");
  execFileSync("tar", ["-xzf", archive, "-C", target]);
  const folders = [target, ...readdirSync(target).map((entry) => join(target, entry))];
  const folder = folders.find((candidate) => existsSync(join(candidate, "docs")));
  return folder === undefined ? [] : [corpusOf(name, folder)];
}

function corpusOf(name: string, folder: string): Corpus {
  const truth = join(folder, "openapi.truth.yaml");
  return { name, folder, truth: existsSync(truth) ? truth : null };
}

function stem(archive: string): string {
  return archive.replace(/\.tar\.gz$/, "");
}
