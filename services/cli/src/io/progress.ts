/** Least time between two redrawings, in milliseconds. */
const REDRAW_MS = 100;

/** Counts on one line of a terminal; says nothing anywhere else. */
export class Progress {
  private done = 0;
  private failed = 0;
  private drawnAt = 0;
  private readonly startedAt = performance.now();

  /** @param what - what is counted */
  constructor(
    private readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean },
    private readonly what = 'cases',
  ) {}

  count(failed: boolean): void {
    this.done += 1;
    if (failed) this.failed += 1;
    const now = performance.now();
    if (now - this.drawnAt < REDRAW_MS) return;
    this.drawnAt = now;
    this.draw();
  }

  finish(): void {
    if (!this.err.isTTY) return;
    this.draw();
    this.err.write('\n');
  }

  private draw(): void {
    if (!this.err.isTTY) return;
    const seconds = (performance.now() - this.startedAt) / 1000;
    const failed = this.failed === 0 ? '' : `, ${String(this.failed)} with an error`;
    this.err.write(`\r${String(this.done)} ${this.what}${failed}, ${seconds.toFixed(1)} s `);
  }
}
