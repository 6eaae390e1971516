/** Carries out a stage of the work and may tell what it cost; the work itself knows no clock. */
export type Watch = <T>(stage: string, work: () => T, count: (result: T) => string) => T;

/** Where nobody asks. */
export const unwatched: Watch = (_stage, work) => work();
