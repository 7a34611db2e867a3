/** Tells waiting requests that something happened to a run, whichever instance of the gateway wrote it. */
export interface RunSignals {
  /** Calls `listener` after each change of the run until the returned function is called. */
  subscribe(runId: string, listener: () => void): () => void;
}
export const RUN_SIGNALS = Symbol('RunSignals');
