import { Session } from "node:inspector";

/** What a piece of work gave, and the CPU profile of it as the text of a `.cpuprofile` file. */
export async function profiled<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly profile: string }> {
  const session = new Session();
  session.connect();
  try {
    session.post("Profiler.enable");
    session.post("Profiler.start");
    const result = await work();
    let profile = "";
    // Answers of the same thread come before the call returns.
    session.post("Profiler.stop", (error, answer) => {
      if (error !== null) throw error;
      profile = JSON.stringify(answer.profile);
    });
    return { result, profile };
  } finally {
    session.disconnect();
  }
}
