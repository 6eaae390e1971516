import type { Toolchain } from "./toolchain.ts";

/** The real toolchain. What prints files takes as long to load as a small API takes to compile. */
export const toolchain: Toolchain = {
  async compiler() {
    const [{ positionsOf, readPages }, { understand }, { emit }] = await Promise.all([
      import("./docs/index.ts"),
      import("./understand.ts"),
      import("./compile.ts"),
    ]);
    return { readPages, positionsOf, understand, emit };
  },
  async inspector() {
    const [{ positionsOf, readPages }, { understand }, { sampleFindings }] = await Promise.all([
      import("./docs/index.ts"),
      import("./understand.ts"),
      import("./lint/samples.ts"),
    ]);
    return { readPages, positionsOf, understand, sampleFindings };
  },
};
