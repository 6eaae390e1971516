import { writeFileSync } from "node:fs";

// Loaded before a program that is measured: at its end it tells what the program took.
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1000 };
  writeFileSync(process.env.DOCSDK_BENCH_USAGE, JSON.stringify(usage));
});
