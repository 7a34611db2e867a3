import { type Archive, type Parts } from './archive';

/** Lists of numbers under a number each, in ascending order of the key; what was added first stands first in its list. */
export function listParts(prefix: string, lists: ReadonlyMap<number, readonly number[]>): Parts {
  const keys = Uint32Array.from(lists.keys()).sort();
  const starts = new Uint32Array(keys.length + 1);
  keys.forEach((key, at) => (starts[at + 1] = (starts[at] ?? 0) + (lists.get(key)?.length ?? 0)));
  const values = new Uint32Array(starts[keys.length] ?? 0);
  keys.forEach((key, at) => values.set(lists.get(key) ?? [], starts[at]));
  return { [`${prefix}.keys`]: keys, [`${prefix}.starts`]: starts, [`${prefix}.values`]: values };
}

/** One number under each key. */
export const mapParts = (prefix: string, map: ReadonlyMap<number, number>): Parts =>
  listParts(prefix, new Map([...map].map(([key, value]) => [key, [value]])));

const NONE = new Uint32Array();

/** Where a number stands in a sorted stretch, -1 where it does not. */
export function placeOf(sorted: Uint32Array, wanted: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** What {@link listParts} and {@link mapParts} wrote. */
export class Lists {
  private readonly keys: Uint32Array;
  private readonly starts: Uint32Array;
  private readonly values: Uint32Array;

  constructor(archive: Archive, prefix: string) {
    this.keys = archive.u32(`${prefix}.keys`);
    this.starts = archive.u32(`${prefix}.starts`);
    this.values = archive.u32(`${prefix}.values`);
  }

  has(key: number): boolean {
    return placeOf(this.keys, key) >= 0;
  }

  /** The numbers under a key; none if it is not there. */
  of(key: number): Uint32Array {
    const place = placeOf(this.keys, key);
    return place < 0 ? NONE : this.values.subarray(this.starts[place], this.starts[place + 1]);
  }

  /** Calls for each number under a key. */
  forEach(key: number, found: (value: number) => void): void {
    const place = placeOf(this.keys, key);
    if (place < 0) return;
    const end = this.starts[place + 1] ?? 0;
    for (let at = this.starts[place] ?? 0; at < end; at += 1) found(this.values[at] ?? 0);
  }

  /** The only number under a key. */
  one(key: number): number | undefined {
    return this.of(key)[0];
  }
}
