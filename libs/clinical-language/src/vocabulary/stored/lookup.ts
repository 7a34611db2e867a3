/** What is found by a text. */
export interface Lookup<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
}

/** Reads what is under a key when it is first asked for, and keeps it. */
export class ReadOnce<T> implements Lookup<T> {
  private readonly known = new Map<string, T>();

  /** @param read what stands under a key; undefined if nothing does */
  constructor(private readonly read: (key: string) => T | undefined) {}

  get(key: string): T | undefined {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = this.read(key);
    if (value !== undefined) this.known.set(key, value);
    return value;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}
