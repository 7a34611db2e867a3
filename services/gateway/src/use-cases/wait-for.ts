export interface Waiting<T> {
  readonly read: () => Promise<T>;
  readonly until: (value: T) => boolean;
  /** Calls back when the value may have changed; the result ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly milliseconds: number;
}

/** A signal can be lost with its connection; the value is looked at again after this long anyway. */
const LOOK_AGAIN_MS = 1_000;

/** The value as soon as it is as wanted, or as it stands when the time is over. Never polls faster than signalled. */
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
        const timer = setTimeout(resolve, Math.min(left, LOOK_AGAIN_MS));
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
