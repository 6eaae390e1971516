import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The suite over the runtimes that emitted packages work in; `npm ci --prefix test/runtimes` installs these. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/runtimes/*.test.ts"],
    // A browser is slow to start on a shared machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default config;
