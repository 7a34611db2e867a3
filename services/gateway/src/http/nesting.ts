const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Whether a JSON text opens more objects and lists inside one another than the limit. It is looked at before it is parsed and
 * only as far as that place, so that a deep body costs no more than a flat one. UTF-8: no byte of a longer character is one
 * that is looked for here.
 */
export function isNestedDeeper(json: Buffer, limit: number): boolean {
  let depth = 0;
  for (let place = 0; place < json.length; place += 1) {
    const byte = json[place] ?? 0;
    if (byte === QUOTE) place = endOfString(json, place);
    else if (OPENING.has(byte)) {
      depth += 1;
      if (depth > limit) return true;
    } else if (CLOSING.has(byte)) depth -= 1;
  }
  return false;
}

/** The place of the closing quotation mark. */
function endOfString(json: Buffer, start: number): number {
  for (let place = start + 1; place < json.length; place += 1) {
    if (json[place] === BACKSLASH) place += 1;
    else if (json[place] === QUOTE) return place;
  }
  return json.length;
}
