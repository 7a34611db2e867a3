const ENGLISH = [
  ...['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen'],
  ...['fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'],
];
const CHINESE = '零一二三四五六七八九十';

/** "one" and 一 are too often no number; 三 is one before what can be counted only (三天, but 三叉神经). */
const IN_WORDS = new RegExp(`\\b(${ENGLISH.join('|')})\\b`, 'giu');
const IN_HAN = /([两二三四五六七八九十])(?=个|天|周|月|年|日|小时|分钟|次|岁|倍|度|支|杯|片)/gu;
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
  const words = [...said.matchAll(IN_WORDS)].map(([word]) => ENGLISH.indexOf(word.toLowerCase()) + 2);
  const han = [...said.matchAll(IN_HAN)].map(([, word = '']) => (word === '两' ? 2 : CHINESE.indexOf(word)));
  return new Set([...figuresIn(text), ...[...words, ...han].map(String)]);
}
