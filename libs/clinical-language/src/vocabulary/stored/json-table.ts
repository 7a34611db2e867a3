import { type Archive, type Parts } from './archive';

/** Gives values numbers, from 0 on; values with the same JSON have one number. */
export class JsonWriter {
  private readonly ids = new Map<string, number>();

  idOf(value: unknown): number {
    const json = JSON.stringify(value);
    const known = this.ids.get(json);
    if (known !== undefined) return known;
    this.ids.set(json, this.ids.size);
    return this.ids.size - 1;
  }

  parts(prefix: string): Parts {
    const encoder = new TextEncoder();
    const bytes = [...this.ids.keys()].map((json) => encoder.encode(json));
    const starts = new Uint32Array(bytes.length + 1);
    bytes.forEach((one, id) => (starts[id + 1] = (starts[id] ?? 0) + one.length));
    const all = new Uint8Array(starts[bytes.length] ?? 0);
    bytes.forEach((one, id) => all.set(one, starts[id]));
    return { [`${prefix}.starts`]: starts, [`${prefix}.bytes`]: all };
  }
}

/** Values that are read when they are first asked for, and kept: the same number is always the same object. */
export class JsonTable<T> {
  private readonly starts: Uint32Array;
  private readonly bytes: Uint8Array;
  private readonly read = new Map<number, T>();
  private readonly decoder = new TextDecoder();

  constructor(archive: Archive, prefix: string) {
    this.starts = archive.u32(`${prefix}.starts`);
    this.bytes = archive.u8(`${prefix}.bytes`);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  at(id: number): T {
    const known = this.read.get(id);
    if (known !== undefined) return known;
    const json = this.decoder.decode(this.bytes.subarray(this.starts[id], this.starts[id + 1]));
    const value = JSON.parse(json) as T;
    this.read.set(id, value);
    return value;
  }
}
