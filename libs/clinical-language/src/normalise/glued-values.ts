import { SPELLING } from './spelling-lexicon';
import { type Token, tokenOf } from '../model/token';

const NAMES = new Set(SPELLING['glued-names']);
const GLUED = /^([a-z]+|spo2)(\d+)$/;
/** So many digits behind a name of several letters are no name. */
const MANY = 2;
const UNITS = SPELLING['glued-units'];

function isValue(name: string, digits: string, next: Token | undefined, joined: boolean): boolean {
  if (joined && next?.text === '.') return true;
  if (name.length > 1) return digits.length >= MANY;
  return next !== undefined && joined && UNITS.some((unit) => next.text.startsWith(unit));
}

/** Splits a short name from the number that is written onto it; decimals that were cut off come back to it. */
export function splitGluedValues(tokens: readonly Token[]): Token[] {
  const split: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const [, name = '', digits = ''] = (token.kind === 'word' && GLUED.exec(token.text)) || [];
    const [dot, decimals] = [tokens[at + 1], tokens[at + 2]];
    const isDecimal =
      dot?.text === '.' &&
      dot.start === token.end &&
      decimals?.start === dot.end &&
      /^\d+$/.test(decimals.text);
    const joined = dot?.start === token.end && (dot.text !== '.' || isDecimal);
    if (!NAMES.has(name) || !isValue(name, digits, dot, joined)) {
      split.push(token);
      continue;
    }
    const start = token.start + name.length;
    const text = isDecimal ? `${digits}.${decimals.text}` : digits;
    split.push(tokenOf({ ...token, text: name, key: name, end: start }));
    split.push(
      tokenOf({ kind: 'number', text, key: text, start, end: isDecimal ? decimals.end : token.end }),
    );
    if (isDecimal) at += 2;
  }
  return split;
}
