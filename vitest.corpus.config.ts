import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The suite over other people's documents; `test/corpus/run.mjs` starts it. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/corpus/**/*.test.ts"],
    // A corpus is generated, compiled and checked row by row.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

export default config;
