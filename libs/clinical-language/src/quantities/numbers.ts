import { type Token } from '../text/tokens';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18,
  nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
  couple: 2, few: 3, several: 4, half: 0.5,
}; // prettier-ignore

const HAN_DIGITS: Readonly<Record<string, number>> = {
  半: 0.5, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 数: 4, 几: 4, 多: 4,
}; // prettier-ignore

/** A number that starts at a token: its value and how many tokens it takes. */
export interface NumberRead {
  readonly value: number;
  readonly length: number;
}

function readHanNumber(tokens: readonly Token[], position: number): NumberRead | undefined {
  let value = 0;
  let length = 0;
  while (length < 4) {
    const char = tokens[position + length]?.text ?? '';
    const digit = HAN_DIGITS[char];
    if (char === '十') value = value === 0 ? 10 : value * 10;
    else if (digit !== undefined && digit < 1 && length === 0) return { value: digit, length: 1 };
    else if (digit !== undefined) value += digit;
    else break;
    length += 1;
  }
  return length === 0 ? undefined : { value, length };
}

function readNumberWord(tokens: readonly Token[], position: number): NumberRead | undefined {
  const value = NUMBER_WORDS[tokens[position]?.text ?? ''];
  if (value === undefined) return undefined;
  const next = tokens[position + 1];
  if (value >= 20) {
    const joined = next?.text === '-' ? position + 2 : position + 1;
    const unit = NUMBER_WORDS[tokens[joined]?.text ?? ''] ?? 0;
    if (unit >= 1 && unit <= 9 && tokens[joined]?.text.length !== 1)
      return { value: value + unit, length: joined - position + 1 };
  }
  return { value, length: 1 };
}

/** Reads digits, English number words up to ninety-nine, or small Chinese numerals. "few" and 数 count as 3 and 4. */
export function readNumber(tokens: readonly Token[], position: number): NumberRead | undefined {
  const token = tokens[position];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return { value: Number(token.text.replaceAll(',', '')), length: 1 };
  return token.kind === 'han' ? readHanNumber(tokens, position) : readNumberWord(tokens, position);
}
