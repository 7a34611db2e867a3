const WORD = /[\p{L}\p{N}]+/gu;
const ACCENTS = /\p{M}/gu;

/**
 * The form in which two spellings of one name are equal: without case, accents, width, spaces and punctuation, British
 * and American spelling in one, words without a plural s. Empty for a text without letters or digits.
 *
 * @example foldSpelling('Oesophageal tumours') === foldSpelling('esophageal tumor')
 */
export function foldSpelling(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFKC').toLowerCase();
  // Apostrophes join: Crohn's is Crohns.
  const words = plain.replace(/['’]/g, '').match(WORD) ?? [];
  return words.map(foldWord).join('');
}

function foldWord(word: string): string {
  return withoutPlural(word.replace(/ae|oe/g, 'e').replace(/æ|œ/g, 'e'))
    .replace(/our$/, 'or')
    .replace(/(?<=[bt])re$/, 'er')
    .replace(/is(?=(?:e|ed|ing|ation)$)/, 'iz');
}

/** Both sides are folded alike, so that "diabetes" may lose its s: only words that it would make equal must not. */
function withoutPlural(word: string): string {
  return word.length >= 4 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}
