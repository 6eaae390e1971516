#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { run } from "./commands/run.ts";
import { toolchain } from "./load.ts";
import type { Git, Stream } from "./shell.ts";

// This file alone touches the process.

const { env, stdout, stderr } = process;
const isCi = isSet(env["CI"]) && env["CI"] !== "false";
const isPlain = isSet(env["NO_COLOR"]) || env["TERM"] === "dumb" || isCi;

// Unasked, the engine lets the heap grow to four times what is in use before it collects, and keeps 32 MB for what is new.
// The programs beside this one in CI need that memory more; a collection costs little, since most of a heap is short-lived.
setFlagsFromString("--heap-growing-percent=30");
setFlagsFromString("--semi-space-growth-factor=1");

// A run calls most of its functions a few times: where the engine waits twice as long before it compiles one anew, that
// saves a fifth of the processor's time. The engine of Node 20 alone has this flag.
if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=300000");

// A reader that closes the pipe early, like `head`, has what it wants.
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

try {
  process.exitCode = await run(
    process.argv.slice(2),
    {
      cwd: process.cwd(),
      stdout: streamOf(stdout),
      stderr: streamOf(stderr),
      progress: stderr.isTTY === true && !isPlain,
      allowMemory: () => setFlagsFromString("--semi-space-growth-factor=2"),
      engine: `node ${process.version}`,
      now: () => performance.now(),
      git,
      interrupted: () =>
        new Promise((resolve) => {
          for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
        }),
    },
    toolchain,
  );
} catch (error) {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`This is a bug of docsdk, not of your docs. Please report it with these lines:\n${trace}\n`);
  process.exitCode = 70;
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  return { write: (text) => void stream.write(text), color: stream.isTTY === true && !isPlain };
}

function git(...[args, input = ""]: Parameters<Git>): ReturnType<Git> {
  // Documentation of tens of megabytes comes in one piece.
  const { status, stdout: output, stderr: said, error } = spawnSync("git", args, { input, maxBuffer: 2 ** 30 });
  return { code: status, output: output ?? new Uint8Array(), error: error?.message ?? said?.toString() ?? "" };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
