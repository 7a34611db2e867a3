const BLOCK = 512;
/** From here on a size is written in binary, as GNU and BSD tar do. */
const OCTAL_LIMIT = 8 ** 11;
const BINARY = 0x80;

/** What ends an archive. */
export const END = Buffer.alloc(2 * BLOCK);

/** The zeros between an entry's content and the next header. */
export const padding = (size) => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** The header of a file (ustar), readable for its owner alone. */
export function header({ name, size, time }) {
  const block = Buffer.alloc(BLOCK);
  const octal = (value, at, length) =>
    block.write(value.toString(8).padStart(length - 1, '0'), at, length - 1, 'ascii');
  if (Buffer.byteLength(name) > 99) throw new RangeError(`${name} is too long a name`);
  block.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  if (size < OCTAL_LIMIT) octal(size, 124, 12);
  else {
    block[124] = BINARY;
    block.writeBigUInt64BE(BigInt(size), 128);
  }
  octal(Math.floor(time / 1000), 136, 12);
  block.write('0', 156);
  block.write('ustar\u000000', 257, 'latin1');
  block.write(`${checksumOf(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/**
 * Reads a header.
 *
 * @returns {{ name: string, size: number, type: string } | undefined} undefined at the end of the archive
 * @throws {Error} when it is none
 */
export function readHeader(block) {
  if (block.every((byte) => byte === 0)) return undefined;
  const text = (at, length) => block.toString('utf8', at, at + length).split('\0', 1)[0];
  if (Number.parseInt(text(148, 8), 8) !== checksumOf(block)) throw new Error('it is no tar archive');
  const binary = (block[124] & BINARY) !== 0;
  return {
    name: text(0, 100),
    size: binary ? Number(block.readBigUInt64BE(128)) : Number.parseInt(text(124, 12), 8),
    type: text(156, 1) || '0',
  };
}

/** The sum of all bytes, its own field taken as spaces. */
function checksumOf(block) {
  let sum = 8 * 0x20;
  for (let at = 0; at < BLOCK; at++) if (at < 148 || at >= 156) sum += block[at];
  return sum;
}

/**
 * The entries of an archive as they come. The content of one must be read before the next.
 *
 * @param {AsyncIterable<Buffer>} source
 * @returns {AsyncGenerator<{ name: string, size: number, type: string, content: AsyncIterable<Buffer> }>}
 */
export async function* entriesOf(source) {
  const bytes = new Bytes(source);
  for (;;) {
    const entry = readHeader(await bytes.take(BLOCK));
    if (entry === undefined) break;
    yield { ...entry, content: bytes.pieces(entry.size) };
    await bytes.take(padding(entry.size).length);
  }
  await bytes.drain();
}

/** Bytes of a stream by count instead of by chunk. */
class Bytes {
  #chunks;
  #left = Buffer.alloc(0);

  constructor(source) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  async take(count) {
    const parts = [];
    for await (const piece of this.pieces(count)) parts.push(piece);
    return Buffer.concat(parts);
  }

  async *pieces(count) {
    for (let wanted = count; wanted > 0;) {
      if (this.#left.length === 0) {
        const { value, done } = await this.#chunks.next();
        if (done) throw new Error('the archive is cut short');
        this.#left = value;
      }
      const piece = this.#left.subarray(0, wanted);
      this.#left = this.#left.subarray(piece.length);
      wanted -= piece.length;
      yield piece;
    }
  }

  /** Whatever follows; what is read from may check it all. */
  async drain() {
    while (!(await this.#chunks.next()).done);
  }
}
