import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/.work/**", "test/corpus/**", "test/runtimes/**", "**/node_modules/**"],
    // Tests that start a compiler or a process need more than the default five seconds on a shared machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default config;
