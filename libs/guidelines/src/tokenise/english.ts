/** Words that carry no topic; a query of nothing else finds nothing. */
const STOP_WORDS = new Set(
  (
    'a an and any are as at be been before but by can could do does for from had has have how i if in into is it ' +
    'its may me more my no not of on or our s should so such than t that the their them then there these they this ' +
    'to was we were what when where which who why will with within would you your'
  ).split(' '),
);

/** Plurals that endings do not show. */
const IRREGULAR = new Map([
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['people', 'person'],
]);

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * English index terms: lower case, without stop words, British and American spelling folded into one, plural
 * endings removed (the "S stemmer" of Harman 1991: light enough never to join different medical words), and the
 * adverb's -ly of longer words.
 */
export function tokeniseEnglish(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return words.flatMap((word) => stem(word) ?? []);
}

/** A lower-case word as the index has it; undefined for a stop word. */
export function stem(word: string): string | undefined {
  if (STOP_WORDS.has(word)) return undefined;
  return singular(withoutAdverbEnding(foldSpelling(word)));
}

/** dyspnoea → dyspnea, haemorrhage → hemorrhage, tumour → tumor, stabilise → stabilize. */
function foldSpelling(word: string): string {
  return word
    .replace(/ae|oe/g, 'e')
    .replace(/our(?=s?$)/, 'or')
    .replace(/is(?=(e|es|ed|ing|ation)$)/, 'iz');
}

/** conservatively → conservative; short words such as "early" or "daily" stay whole. */
function withoutAdverbEnding(word: string): string {
  return word.length >= 8 ? word.replace(/ly$/, '') : word;
}

function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4) return word;
  if (/[^ae]ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/[^aeo]es$/.test(word)) return word.replace(/s$/, '');
  if (/[^us]s$/.test(word)) return word.replace(/s$/, '');
  return word;
}
