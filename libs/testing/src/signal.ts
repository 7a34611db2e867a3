/** A promise that a test settles from elsewhere: what a handler did becomes something to await. */
export interface Signal<T> {
  readonly happened: Promise<T>;
  fire(value: T): void;
}

/** Makes a {@link Signal} that has not happened yet. */
export function signal<T = void>(): Signal<T> {
  let fire: (value: T) => void = () => undefined;
  const happened = new Promise<T>((resolve) => {
    fire = resolve;
  });
  return { happened, fire };
}
