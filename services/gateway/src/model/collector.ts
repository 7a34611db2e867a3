/** When what was collected is sent. */
export interface CollectorLimits {
  /** How long the first item of a batch waits for others, in milliseconds. */
  readonly milliseconds: number;
  /** Most items of a batch. */
  readonly items: number;
  /** Most bytes of a batch; an item that is larger goes alone. */
  readonly bytes: number;
  /** Most batches under way at once. */
  readonly batches: number;
  /** Longest that an item waits to be sent, in milliseconds: whoever gave it asks again. */
  readonly patience: number;
}

export interface CollectorPorts<Item, Answer> {
  /** Sends a batch; the answers are in the order of the items. */
  readonly send: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** What an item is told whose batch failed, or which waited too long. */
  readonly failure: (cause: unknown) => Error;
  /** Calls back once, when nothing is waiting or under way any more. */
  readonly onIdle?: () => void;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly bytes: number;
  readonly since: number;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Collects what many callers want at nearly the same time and sends it in few batches. Each caller gets the answer to its
 * own item, and only after the batch was answered; where a batch fails, each of its callers is told.
 */
export class Collector<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private underWay = 0;
  private timer: NodeJS.Timeout | undefined;
  /** Whether the items that wait have waited long enough for others. */
  private due = false;

  constructor(
    private readonly limits: CollectorLimits,
    private readonly ports: CollectorPorts<Item, Answer>,
  ) {}

  /** @param bytes about as many as the item has in its batch */
  add(item: Item, bytes: number): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, bytes, since: Date.now(), resolve, reject });
      this.timer ??= setTimeout(() => {
        this.due = true;
        this.sendWhatMay();
      }, this.limits.milliseconds);
      this.sendWhatMay();
    });
  }

  private sendWhatMay(): void {
    while (this.underWay < this.limits.batches && this.waiting.length > 0) {
      const length = this.lengthOfBatch();
      if (!this.due && length === this.waiting.length && length < this.limits.items) return;
      const batch = this.waiting.slice(0, length);
      this.waiting = this.waiting.slice(length);
      if (this.waiting.length === 0) this.rest();
      void this.send(batch);
    }
  }

  /** How many of the items that wait go into one batch, the oldest first. */
  private lengthOfBatch(): number {
    let bytes = 0;
    const tooMany = this.waiting.findIndex((waiting, at) => {
      bytes += waiting.bytes;
      return at >= this.limits.items || (at > 0 && bytes > this.limits.bytes);
    });
    return tooMany < 0 ? this.waiting.length : tooMany;
  }

  private async send(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    this.underWay += 1;
    try {
      const answers = await this.ports.send(batch.map(({ item }) => item));
      if (answers.length !== batch.length) throw new Error('a batch was not answered item by item');
      batch.forEach(({ resolve }, at) => {
        resolve(answers[at] as Answer);
      });
    } catch (error) {
      for (const { reject } of batch) reject(this.ports.failure(error));
    }
    this.underWay -= 1;
    this.turnAway();
    this.sendWhatMay();
    if (this.underWay === 0 && this.waiting.length === 0) this.ports.onIdle?.();
  }

  /** While batches fail slowly, nobody waits behind them for longer than for one. */
  private turnAway(): void {
    const oldest = Date.now() - this.limits.patience;
    const impatient = this.waiting.filter(({ since }) => since < oldest);
    this.waiting = this.waiting.filter(({ since }) => since >= oldest);
    if (this.waiting.length === 0) this.rest();
    for (const { reject } of impatient) reject(this.ports.failure(undefined));
  }

  private rest(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.due = false;
  }
}
