/** A line in characters (UTF-16 code units) beyond which it is given up: no case is that long. */
const LONGEST_LINE = 4_000_000;

/** A line, or a note that it was too long to be kept. */
export type Line = { readonly text: string } | { readonly tooLong: true };

/**
 * Splits text at line feeds, with or without a carriage return before them, and nowhere else: U+2028 may stand in a JSON
 * string, which is why `readline` will not do. The line after a last line feed is no line; a byte order mark at the
 * beginning is dropped. Holds one line at a time.
 *
 * @param chunks decoded text, cut anywhere
 */
export async function* linesOf(
  chunks: AsyncIterable<string> | Iterable<string>,
  longest = LONGEST_LINE,
): AsyncGenerator<Line> {
  let begun = '';
  let skipping = false;
  let first = true;
  for await (const chunk of chunks) {
    const parts = (first ? chunk.replace(/^\uFEFF/, '') : chunk).split('\n');
    first = false;
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield ended(begun + part, skipping, longest);
      begun = '';
      skipping = false;
    }
    begun = skipping ? '' : begun + last;
    if (begun.length > longest) {
      begun = '';
      skipping = true;
    }
  }
  if (begun !== '' || skipping) yield ended(begun, skipping, longest);
}

function ended(text: string, skipped: boolean, longest: number): Line {
  return skipped || text.length > longest ? { tooLong: true } : { text: text.replace(/\r$/, '') };
}
