/** Waits that can be cut short. */
export class Naps {
  private readonly sleeping = new Set<() => void>();

  /** @throws the reason of the signal, where it ends all */
  async sleep(seconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve) => {
      const rise = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', rise);
        this.sleeping.delete(rise);
        resolve();
      };
      const timer = setTimeout(rise, seconds * 1000);
      signal.addEventListener('abort', rise);
      this.sleeping.add(rise);
    });
    signal.throwIfAborted();
  }

  /** Whatever waits goes on at once. */
  wake(): void {
    for (const rise of [...this.sleeping]) rise();
  }
}
