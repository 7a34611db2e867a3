import { HAN_COUNTED, HAN_NUMBERS, NUMBER_WORDS } from './number-words';

const IN_WORDS = new RegExp(`\\b(${Object.keys(NUMBER_WORDS).join('|')})\\b`, 'giu');
const IN_HAN = new RegExp(`([${Object.keys(HAN_NUMBERS).join('')}])(?=${HAN_COUNTED.join('|')})`, 'gu');
const IN_DIGITS = /\d+(?:\.\d+)?/gu;
const THOUSANDS = /(\d),(?=\d{3}(?!\d))/gu;

/** The numbers that a text has in figures, thousands without their comma, as decimal text: `37.8`. */
export function figuresIn(text: string): string[] {
  const written = text.normalize('NFKC').replace(THOUSANDS, '$1');
  return [...written.matchAll(IN_DIGITS)].map(([figure]) => String(Number(figure)));
}

/**
 * The numbers of a sentence, in figures or small ones in words, English and Chinese: enough to see that a number was made
 * up, not to compute with.
 */
export function numbersIn(text: string): Set<string> {
  const said = text.normalize('NFKC');
  const words = [...said.matchAll(IN_WORDS)].map(([word]) => NUMBER_WORDS[word.toLowerCase()]);
  const han = [...said.matchAll(IN_HAN)].map(([, word = '']) => HAN_NUMBERS[word]);
  return new Set([...figuresIn(text), ...[...words, ...han].map(String)]);
}
