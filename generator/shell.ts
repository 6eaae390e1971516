/** What a command may know of the process around it, so that a test can stand in for it. */
export interface Shell {
  /** Absolute. */
  readonly cwd: string;
  /** Results. */
  readonly stdout: Stream;
  /** Progress, logs and usage errors. */
  readonly stderr: Stream;
  /** Whether a line may be drawn and wiped again while work goes on. */
  readonly progress: boolean;
  /** Lets the engine keep more memory for what is new, so that it collects less often. */
  readonly allowMemory: () => void;
  /** The engine that runs the program, with its version. */
  readonly engine: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  readonly git: Git;
  /** When a person, or the system, ends what goes on by itself. */
  readonly interrupted: () => Promise<void>;
}

/** Runs git in `cwd`, with a text that it reads. */
export type Git = (
  args: readonly string[],
  input?: string,
) => {
  /** Null where there is no git. */
  readonly code: number | null;
  readonly output: Uint8Array;
  readonly error: string;
};

export interface Stream {
  readonly write: (text: string) => void;
  readonly color: boolean;
}
