/** Who checks a signature of ours waits some seconds for our keys, and refuses what it could not check. */
const PATIENCE_MS = 2_000;

/**
 * A public key set as it was told last, for the moments in which the service that holds the keys starts again: a platform
 * that cannot fetch them then refuses our requests, and a score that was refused waits for a person.
 */
export class LastKeySet<T> {
  private kept: T | undefined;

  /** @throws what `ask` throws, where nothing was told before */
  async read(ask: (deadlineMs?: number) => Promise<T>): Promise<T> {
    const { kept } = this;
    if (kept === undefined) return (this.kept = await ask());
    try {
      return (this.kept = await ask(PATIENCE_MS));
    } catch {
      return kept;
    }
  }
}
