import { STOP_WORDS } from '../normalise/function-words';
import { type NormalisedText } from '../normalise/normalise';
import { type Token } from '../model/token';

/** Lines at least this long (characters) may have been broken by the width of a page; a Chinese character is wider. */
const WRAP_WIDTH = 40;
const WRAP_WIDTH_HAN = 18;

function isLowerCase(token: Token, { text, lower }: NormalisedText): boolean {
  return text[token.start] === lower[token.start];
}

function isWrapped(source: NormalisedText, before: Token, after: Token, length: number): boolean {
  const beforeGoesOn = before.kind === 'han' || /^[,、]$/.test(before.text);
  if (after.kind === 'han') return beforeGoesOn && length >= WRAP_WIDTH_HAN;
  if (length < WRAP_WIDTH || (before.kind === 'mark' && before.text !== ',')) return false;
  if (after.kind === 'number') return true;
  if (after.kind !== 'word') return false;
  return isLowerCase(after, source) || before.text === ',' || STOP_WORDS.has(before.text);
}

/** A line of a table is none of a running text. */
const HAS_COLUMNS = /\S(?: {3,}|\t)\S/;

const MAX_LABEL = 3;
const MAX_LABEL_HAN = 6;

/** "obs: T 38.1", 肠胃：: a line that opens with a label goes on with nothing. */
function opensWithLabel(tokens: readonly Token[], position: number): boolean {
  const kind = tokens[position]?.kind;
  if (kind !== 'word' && kind !== 'han') return false;
  const most = kind === 'han' ? MAX_LABEL_HAN : MAX_LABEL;
  for (let at = position; at < position + most && tokens[at]?.kind === kind; at += 1) {
    if (tokens[at + 1]?.text === ':') return true;
  }
  return false;
}

/**
 * Leaves out the line ends that only wrap a running text, so that the remaining ones end statements: a list of short
 * lines stays a list, "... respiratory rate⏎24/min" becomes one sentence.
 */
export function joinWrappedLines(source: NormalisedText, tokens: readonly Token[]): Token[] {
  let lineStart = 0;
  return tokens.filter((token, index) => {
    if (token.kind !== 'line-end') return true;
    const length = token.start - lineStart;
    const line = source.text.slice(lineStart, token.start);
    lineStart = token.end;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (before === undefined || after === undefined || opensWithLabel(tokens, index + 1)) return true;
    return (after.kind === 'han' && HAS_COLUMNS.test(line)) || !isWrapped(source, before, after, length);
  });
}
