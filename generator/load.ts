import type { Reader, Toolchain } from "./toolchain.ts";

/** The real toolchain. What prints files, or parses samples, takes as long to load as a small API takes to compile. */
export const toolchain: Toolchain = {
  reader,
  async compiler() {
    const [own, { emit }] = await Promise.all([reader(), import("./compile.ts")]);
    return { ...own, emit };
  },
  async linter() {
    const [own, { sampleFindings }] = await Promise.all([reader(), import("./lint/samples.ts")]);
    return { ...own, sampleFindings };
  },
};

async function reader(): Promise<Reader> {
  const [{ positionsOf, readPages }, { understand }] = await Promise.all([
    import("./docs/index.ts"),
    import("./understand.ts"),
  ]);
  return { readPages, positionsOf, understand };
}
