import { hashOf } from '@openrounds/classifier';
import { SHORT_HASHES, shortHash } from '../../lexicon/openings';
import { type Archive, type Parts } from './archive';

/** No number: the text is not in the table. */
export const UNKNOWN = -1;

/** Gives texts numbers, from 0 on, each once. */
export class TextWriter {
  private readonly ids = new Map<string, number>();

  idOf(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size);
    return this.ids.size - 1;
  }

  get size(): number {
    return this.ids.size;
  }

  /** UTF-16 units one behind the other, where each text ends, and an open-addressed hash table at most half full. */
  parts(prefix: string): Parts {
    const texts = [...this.ids.keys()];
    const starts = new Uint32Array(texts.length + 1);
    texts.forEach((text, id) => (starts[id + 1] = (starts[id] ?? 0) + text.length));
    const units = new Uint16Array(starts[texts.length] ?? 0);
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * texts.length + 1)));
    texts.forEach((text, id) => {
      const start = starts[id] ?? 0;
      for (let at = 0; at < text.length; at += 1) units[start + at] = text.charCodeAt(at);
      let slot = hashOf(text) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id + 1;
    });
    return { [`${prefix}.starts`]: starts, [`${prefix}.units`]: units, [`${prefix}.slots`]: slots };
  }
}

/** Texts by number and numbers by text, read where they lie: none is made a string before it is asked for. */
export class Texts {
  private readonly starts: Uint32Array;
  private readonly units: Uint16Array;
  private readonly slots: Uint32Array;
  /** The last text of each short hash and its number: most words of a text are asked for a dozen times. */
  private readonly asked = new Array<string | undefined>(SHORT_HASHES).fill(undefined);
  private readonly answers = new Int32Array(SHORT_HASHES);

  constructor(archive: Archive, prefix: string) {
    this.starts = archive.u32(`${prefix}.starts`);
    this.units = archive.u16(`${prefix}.units`);
    this.slots = archive.u32(`${prefix}.slots`);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The number of a text, {@link UNKNOWN} if it has none. */
  idOf(text: string): number {
    const place = shortHash(text);
    if (this.asked[place] === text) return this.answers[place] ?? UNKNOWN;
    const id = this.find(text);
    this.asked[place] = text;
    this.answers[place] = id;
    return id;
  }

  at(id: number): string {
    const start = this.starts[id] ?? 0;
    const end = this.starts[id + 1] ?? start;
    return String.fromCharCode(...this.units.subarray(start, end));
  }

  private find(text: string): number {
    const last = this.slots.length - 1;
    for (let slot = hashOf(text) & last; ; slot = (slot + 1) & last) {
      const id = (this.slots[slot] ?? 0) - 1;
      if (id < 0) return UNKNOWN;
      if (this.is(id, text)) return id;
    }
  }

  private is(id: number, text: string): boolean {
    const start = this.starts[id] ?? 0;
    if ((this.starts[id + 1] ?? 0) - start !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) {
      if (this.units[start + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }
}
