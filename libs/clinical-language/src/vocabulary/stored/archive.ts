/** What a part of an archive may hold. */
export type Part = Uint8Array | Uint16Array | Uint32Array;

/** An archive's parts by name. */
export type Parts = Readonly<Record<string, Part>>;

const KINDS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;
type Kind = keyof typeof KINDS;

interface Place {
  readonly name: string;
  readonly kind: Kind;
  /** In bytes from the end of the table of contents. */
  readonly offset: number;
  /** In elements. */
  readonly length: number;
}

/** Every part begins at a multiple of the widest element, so that it can be read where it lies. */
const ALIGNMENT = 8;
const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

const kindOf = (part: Part): Kind =>
  part instanceof Uint32Array ? 'u32' : part instanceof Uint16Array ? 'u16' : 'u8';

/**
 * Parts laid one behind the other: the length of the table of contents (four bytes), the table as JSON, the parts.
 * Numbers are in the byte order of this machine.
 */
export function writeArchive(parts: Parts): Uint8Array {
  let end = 0;
  const places = Object.entries(parts).map(([name, part]): Place => {
    const offset = end;
    end = aligned(offset + part.byteLength);
    return { name, kind: kindOf(part), offset, length: part.length };
  });
  const contents = new TextEncoder().encode(JSON.stringify(places));
  const start = aligned(4 + contents.length);
  const archive = new Uint8Array(start + end);
  new Uint32Array(archive.buffer, 0, 1)[0] = contents.length;
  archive.set(contents, 4);
  for (const { name, offset } of places) {
    const { buffer, byteOffset, byteLength } = parts[name] ?? new Uint8Array();
    archive.set(new Uint8Array(buffer, byteOffset, byteLength), start + offset);
  }
  return archive;
}

/** The parts of an archive, as views of its bytes: nothing is copied. */
export class Archive {
  private readonly places: ReadonlyMap<string, Place>;
  private readonly start: number;
  private readonly bytes: Uint8Array;

  /** @param bytes as `writeArchive` gave them; kept, and never changed */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes);
    const { buffer, byteOffset } = this.bytes;
    const length = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0;
    const contents = new TextDecoder().decode(this.bytes.subarray(4, 4 + length));
    this.places = new Map((JSON.parse(contents) as Place[]).map((place) => [place.name, place]));
    this.start = aligned(4 + length);
  }

  u8(name: string): Uint8Array {
    return this.view(name, 'u8', KINDS.u8);
  }

  u16(name: string): Uint16Array {
    return this.view(name, 'u16', KINDS.u16);
  }

  u32(name: string): Uint32Array {
    return this.view(name, 'u32', KINDS.u32);
  }

  /** @throws TypeError where there is no such part: the archive is of another make */
  private view<P extends Part>(
    name: string,
    kind: Kind,
    Kind: new (buffer: ArrayBufferLike, offset: number, length: number) => P,
  ): P {
    const place = this.places.get(name);
    if (place?.kind !== kind) throw new TypeError(`the archive has no part "${name}" of ${kind}`);
    return new Kind(this.bytes.buffer, this.bytes.byteOffset + this.start + place.offset, place.length);
  }
}
