export interface Waiting<T> {
  readonly read: () => Promise<T>;
  readonly until: (value: T) => boolean;
  /** Calls back when the value may have changed; the result ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly milliseconds: number;
}

/** The value as soon as it is as wanted, or as it stands when the time is over. Reads no more often than it is told to. */
export async function waitFor<T>({ read, until, subscribe, milliseconds }: Waiting<T>): Promise<T> {
  const deadline = Date.now() + milliseconds;
  let signalled = false;
  let wake: () => void = () => undefined;
  const unsubscribe = subscribe(() => {
    signalled = true;
    wake();
  });
  try {
    for (;;) {
      signalled = false;
      const value = await read();
      const left = deadline - Date.now();
      if (until(value) || left <= 0) return value;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (signalled) wake();
      });
    }
  } finally {
    unsubscribe();
  }
}
