import { TextDecoder } from 'node:util';

/** A line in characters (UTF-16 code units) beyond which it is given up: no entry is that long. */
const LONGEST_LINE = 4_000_000;
/** Stands for what is no line of an export. */
const NO_LINE = '';

/**
 * The lines of an export just as it is written, so that no byte of it can be another: UTF-8 that is valid, a line feed alone behind
 * each line, the last one too. What is written otherwise ends it with an empty line, which is none of an export.
 *
 * @param chunks bytes, cut anywhere
 */
export async function* exportLinesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  // A decoder that put U+FFFD in the place of what it cannot read would take other bytes for a U+FFFD that was written.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let begun = '';
  for await (const chunk of chunks) {
    const text = decoded(decoder, chunk);
    const lines = (begun + (text ?? '')).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
    if (text === undefined || begun.length > LONGEST_LINE) return yield NO_LINE;
  }
  if (begun !== '' || decoded(decoder) === undefined) yield NO_LINE;
}

/** Undefined for what is no UTF-8. @param chunk the next bytes; none at the end of all */
function decoded(decoder: TextDecoder, chunk?: Uint8Array): string | undefined {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    return undefined;
  }
}
