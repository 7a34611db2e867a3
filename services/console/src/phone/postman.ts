import { retryDelay } from '../api/retry-delay';

/** What becomes of a try: taken (or refused for good), or to be tried again. */
export type Delivery = 'done' | 'again';

export interface PostmanParts<Letter> {
  /** What to send next; null where nothing waits. */
  next(): Letter | null;
  /** Never rejects. */
  deliver(letter: Letter): Promise<Delivery>;
  /** At least 0, below 1. */
  random(): number;
}

/** Carries letters one at a time and tries until each is delivered, after 1, 2, 4, 8, then 10 s ± 50 %. */
export class Postman<Letter> {
  private busy = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private retired = false;

  constructor(private readonly parts: PostmanParts<Letter>) {}

  /** Begins, also anew after {@link retire}. */
  start(): void {
    this.retired = false;
    this.call();
  }

  /** Something was put in, or the network is back: goes at once, unless on the way already. */
  call(): void {
    this.failures = 0;
    void this.go();
  }

  retire(): void {
    this.retired = true;
    this.rest();
  }

  private async go(): Promise<void> {
    this.rest();
    if (this.busy || this.retired) return;
    const letter = this.parts.next();
    if (letter === null) return;
    this.busy = true;
    const delivery = await this.parts.deliver(letter);
    this.busy = false;
    if (delivery === 'done') {
      this.call();
      return;
    }
    this.failures += 1;
    if (!this.retired)
      this.timer = setTimeout(() => void this.go(), retryDelay(this.failures, this.parts.random()));
  }

  private rest(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
