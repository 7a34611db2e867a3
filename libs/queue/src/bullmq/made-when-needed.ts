/** What BullMQ makes ready when it is made, once. */
export interface MadeReady {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<unknown>;
}

/**
 * Something of BullMQ that is made when it is first needed. It asks the datastore once, as it is made, and remembers for
 * ever that it got no answer; so one that did not become ready is let go, and whoever comes next gets another.
 */
export class MadeWhenNeeded<T extends MadeReady> {
  private made: T | undefined;

  constructor(private readonly make: () => T) {}

  get(): T {
    return (this.made ??= this.watched(this.make()));
  }

  async close(): Promise<void> {
    await this.made?.close();
  }

  private watched(made: T): T {
    made.waitUntilReady().catch(() => {
      if (this.made === made) this.made = undefined;
      made.close().catch(() => undefined);
    });
    return made;
  }
}
