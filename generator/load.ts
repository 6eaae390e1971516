import type { Toolchain } from "./toolchain.ts";

/** The real toolchain; loading it takes longer than help and the mistakes of a command line may. */
export async function loadToolchain(): Promise<Toolchain> {
  const [{ positionsOf, readPages }, { compile, understand }, { sampleFindings }] = await Promise.all([
    import("./docs/index.ts"),
    import("./compile.ts"),
    import("./lint/samples.ts"),
  ]);
  return { readPages, positionsOf, compile, understand, sampleFindings };
}
