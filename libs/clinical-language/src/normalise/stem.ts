import { byMember, SPELLING } from './spelling-lexicon';

const IRREGULAR = byMember(SPELLING.stems);

const VOWEL = /[aeiouy]/;

/** British and American spellings fall together: haem/hem, oed/ed, tumour/tumor. */
function unifySpelling(word: string): string {
  return word
    .replace(/ae(?=[a-z])/g, 'e')
    .replace(/oe(?=[a-z])/g, 'e')
    .replace(/([a-z]{3})our(s?)$/, '$1or$2')
    .replace(/isation/, 'ization')
    .replace(/([a-z]{3})is(e|ed|es|ing)$/, '$1iz$2')
    .replace(/ph/g, 'f')
    .replace(/kc/g, 'c');
}

function stripPlural(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/(ss|us|is)$/.test(word)) return word;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function undouble(word: string): string {
  return /([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function stripVerbEnding(word: string): string {
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending) || word.endsWith('eed')) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= 4 && VOWEL.test(rest)) return undouble(rest);
  }
  return word;
}

/**
 * A light, deterministic English stem for dictionary look-up: spelling variants, plurals and verb endings fall
 * together; derivations (cardiac/cardiology) do not. Words of up to three letters are abbreviations and stay.
 * @param word lower-case
 */
export function stem(word: string): string {
  const bare = word.replace(/'s?$/, '');
  const irregular = IRREGULAR.get(bare);
  if (irregular !== undefined) return irregular;
  if (bare.length <= 3 || /\d/.test(bare)) return bare;
  const singular = stripPlural(unifySpelling(bare));
  const base = stripVerbEnding(singular);
  const shortened = base.length >= 5 && base.endsWith('e') ? base.slice(0, -1) : base;
  return IRREGULAR.get(shortened) ?? shortened;
}
