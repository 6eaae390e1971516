// The independent mock server: a contract served on 127.0.0.1, with every request held against it.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { root } from "../fidelity-lib.mjs";

/** It has a folder and a lock file of its own: nothing else needs its dependencies. */
const home = join(root, "test/conformance");
const program = join(home, "node_modules/@stoplight/prism-cli/dist/index.js");

/** Installs the server where it is absent. What went wrong, where it cannot be had; else nothing. */
export function installMockServer() {
  if (existsSync(program)) return undefined;
  const npm = ["ci", "--prefix", home, "--no-audit", "--no-fund", "--silent"];
  try {
    execFileSync("npm", npm, { stdio: ["ignore", "ignore", "pipe"], timeout: 300_000 });
  } catch (error) {
    return String(error.stderr || error.message).trim();
  }
  return existsSync(program) ? undefined : `There is no ${program}.`;
}

/** A contract in JSON or YAML, as the server itself reads it. */
export function readContract(path) {
  const { parse } = createRequire(join(home, "package.json"))("@stoplight/yaml");
  return parse(readFileSync(path, "utf8"));
}

/**
 * Serves a contract on a port of its own choice. With `--errors` a request that the contract refuses is never answered
 * with a success, and the header `sl-violations` says what is wrong with it.
 */
export async function startMockServer(contract) {
  const options = ["--host", "127.0.0.1", "--port", "0", "--errors", "--multiprocess", "false", "--seed", "docsdk"];
  const server = spawn(process.execPath, [program, "mock", ...options, contract], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise((resolve) => server.once("close", resolve));
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    kill();
    await closed;
    process.off("exit", kill);
  };
  try {
    return { url: await addressOf(server, closed), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reading a large contract takes it a while. */
async function addressOf(server, closed) {
  let said = "";
  let timer;
  const listening = new Promise((resolve, reject) => {
    const hear = (chunk) => {
      said += chunk;
      const [, url] = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    };
    // Both pipes are drained for as long as it runs, or it would stop when they are full.
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    closed.then((code) => reject(new Error(`The mock server ended with ${code}: ${said.slice(-500)}`)));
    timer = setTimeout(() => reject(new Error(`The mock server does not listen: ${said.slice(-500)}`)), 240_000);
  });
  return listening.finally(() => clearTimeout(timer));
}
