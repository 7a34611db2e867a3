import { type Token } from './tokens';

/** "T36.5", "BP120/80", "HR96": a short name of a value in front of its number. "B12", "T4" and "C3" are names. */
const GLUED =
  /^(t|p|r|k|na|ca|hr|bp|rr|wbc|wcc|hb|hgb|plt|crp|esr|alt|ast|cr|bun|inr|sbp|dbp|gcs|spo2|tsh|ldh|ck)(\d+)$/;
/** So many digits behind a name of several letters are no name. */
const MANY = 2;
/** Behind a single letter the number has to be more than a number: with decimals, a pair, or a unit of vital signs. */
const UNIT_OF_SIGN = /^(?:次|°|℃|\/|bpm)/;

function isValue(name: string, digits: string, next: Token | undefined, joined: boolean): boolean {
  if (joined && next?.text === '.') return true;
  if (name.length > 1) return digits.length >= MANY;
  return next !== undefined && joined && UNIT_OF_SIGN.test(next.text);
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
    if (name === '' || !isValue(name, digits, dot, joined)) {
      split.push(token);
      continue;
    }
    const start = token.start + name.length;
    const text = isDecimal ? `${digits}.${decimals.text}` : digits;
    split.push({ ...token, text: name, key: name, end: start });
    split.push({ kind: 'number', text, key: text, start, end: isDecimal ? decimals.end : token.end });
    if (isDecimal) at += 2;
  }
  return split;
}
