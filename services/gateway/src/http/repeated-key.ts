import { pointerOf } from '@openrounds/contracts';

const BACKSLASH = 0x5c;
/** Of a key that is told back to its sender. */
const LONGEST_TOLD = 100;

/** An object or a list that is open at some place of the text. */
interface Open {
  /** Of an object; a list has none. */
  readonly keys: Set<string> | undefined;
  /** The key or the position of what is being read in it. */
  at: string | number;
}

/**
 * The JSON pointer (RFC 6901) of the first key that one object holds twice. RFC 8259 leaves open which of the two counts:
 * a finding that was given would be dropped without a word.
 *
 * @param text that has been parsed as JSON; what it gives for other texts means nothing
 */
export function repeatedKey(text: string): string | undefined {
  const open: Open[] = [];
  let isKey = false;
  for (let place = 0; place < text.length; place += 1) {
    const innermost = open.at(-1);
    switch (text[place]) {
      case '{':
        open.push({ keys: new Set(), at: '' });
        isKey = true;
        break;
      case '[':
        open.push({ keys: undefined, at: 0 });
        isKey = false;
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        isKey = innermost?.keys !== undefined;
        if (typeof innermost?.at === 'number') innermost.at += 1;
        break;
      case '"': {
        const end = endOfString(text, place);
        if (isKey && innermost?.keys !== undefined) {
          innermost.at = JSON.parse(text.slice(place, end)) as string;
          if (innermost.keys.has(innermost.at))
            return pointerOf(open.map(({ at }) => String(at).slice(0, LONGEST_TOLD)));
          innermost.keys.add(innermost.at);
          isKey = false;
        }
        place = end - 1;
        break;
      }
      default:
    }
  }
  return undefined;
}

/** The place behind the closing quotation mark. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end + 1;
  }
  return text.length;
}
