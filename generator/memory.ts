import { sealed, sha256, unsealed } from "./hash.ts";
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

/** A memory as the content of a file. */
export function printMemory(key: string, files: Hashes, diagnostics: Memory["diagnostics"]): Uint8Array {
  const memory: Memory = { key, files: [...files], diagnostics };
  return sealed(Buffer.from(JSON.stringify(memory)));
}

/** The memory in a file; undefined where it is that of another run, damaged, or not there. */
export function readMemory(file: Uint8Array | undefined, key: string): Memory | undefined {
  const json = unsealed(file)?.toString("utf8");
  const memory: Memory | undefined = json === undefined ? undefined : JSON.parse(json);
  return memory?.key === key ? memory : undefined;
}

/** The files of a memory as they stand on disk; undefined where one of them is not what it was. */
export function filesOn(disk: Disk, memory: Memory): readonly OutputFile[] | undefined {
  const files: OutputFile[] = [];
  for (const [path, hash] of memory.files) {
    const found = disk.files.get(path);
    if (found?.kind !== "file" || found.hash !== hash) return undefined;
    files.push({ path, text: Buffer.from(found.bytes).toString("utf8") });
  }
  return files;
}
