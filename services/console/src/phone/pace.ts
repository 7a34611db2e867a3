/** Who listens to a page can hear so much. */
const LEAST_BETWEEN_MS = 10_000;

/** Says texts at most once in ten seconds: of those that come meanwhile the newest, and never the same twice in a row. */
export class Pace {
  private said = '';
  private waiting: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly tell: (text: string) => void) {}

  say(text: string): void {
    if (this.timer !== null) {
      this.waiting = text;
      return;
    }
    if (text === this.said) return;
    this.said = text;
    this.tell(text);
    this.timer = setTimeout(() => {
      this.stop();
      if (this.waiting !== null) this.say(this.waiting);
    }, LEAST_BETWEEN_MS);
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
