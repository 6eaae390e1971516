import { sha256 } from "./hash.ts";
import type { LocatedDiagnostic } from "./located.ts";
import type { OutputFile } from "./options.ts";
import type { Disk, Hashes } from "./plan.ts";

/** What came of a run without errors, told by hashes: the files themselves lie in the output folder. */
export interface Memory {
  /** The hash of all that went in. */
  readonly key: string;
  readonly files: readonly (readonly [path: string, hash: string])[];
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** The key of a run: two runs with one key give the same files and findings. */
export function keyOf(...inputs: readonly unknown[]): string {
  // Piece by piece: all documents of an API in one text are megabytes.
  return sha256(inputs.map((input) => sha256(JSON.stringify(input))).join(" "));
}

/** A memory as the text of a file, which begins with its own hash. */
export function printMemory(key: string, files: Hashes, diagnostics: Memory["diagnostics"]): string {
  const memory: Memory = { key, files: [...files], diagnostics };
  const json = JSON.stringify(memory);
  return `${sha256(json)}\n${json}\n`;
}

/** The memory in a text; undefined where it is that of another run, or damaged. */
export function readMemory(text: string, key: string): Memory | undefined {
  const [hash, json = ""] = text.split("\n");
  // The hash stands for the shape as well: nobody but `printMemory` writes such a text.
  const memory: Memory | undefined = sha256(json) === hash ? JSON.parse(json) : undefined;
  return memory?.key === key ? memory : undefined;
}

/** The files of a memory as they stand on disk; undefined where one of them is not what it was. */
export function filesOn(disk: Disk, memory: Memory): readonly OutputFile[] | undefined {
  const files: OutputFile[] = [];
  for (const [path, hash] of memory.files) {
    const found = disk.files.get(path);
    if (found?.kind !== "file" || sha256(found.bytes) !== hash) return undefined;
    files.push({ path, text: Buffer.from(found.bytes).toString("utf8") });
  }
  return files;
}
