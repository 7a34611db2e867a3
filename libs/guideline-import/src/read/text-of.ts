import { UnreadableDocument } from '../document';

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * The text of a file: UTF-8, or UTF-16 where it says so with a byte order mark.
 *
 * @throws UnreadableDocument `wrong-type` for what is no text, `not-utf8` for another encoding
 */
export function textOf(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find(({ bytes: mark }) => mark.every((byte, at) => bytes[at] === byte));
  // UTF-8 text of a person holds no NUL; nearly every other kind of file does.
  if (marked === undefined && bytes.includes(0)) throw new UnreadableDocument('wrong-type');
  try {
    return new TextDecoder(marked?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableDocument('not-utf8');
  }
}
