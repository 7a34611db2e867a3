import { GIVEN_NAMES, NO_NAMES, NO_SERVICES } from '../names-en';
import { WIDE_PLACES } from '../wide-places';
import { MORE_GIVEN_NAMES } from '../words/given-names';
import { isKnownWord } from '../words/english-words';
import { SURNAMES, WORDS_AS_NAMES, WORDY_SURNAMES } from '../words/surnames';
import { TRADE_NAMES } from '../words/trade-names';
import { MEDICAL_PROPER_NOUNS } from '../words/medical-proper-nouns';

/**
 * What a capitalised word may be:
 * - `given`: a given name and nothing else; `maybe`: a given name and a word (Grace, Rose)
 * - `surname`: a family name that is a word or an eponym too (Baker, Murphy); `wordy`: one that texts capitalise as a word (Hill)
 * - `unknown`: in no dictionary, hence a proper noun, most often a family name
 * - `medical`: an eponym, a genus, a brand, a people; `word`: a word of English or medicine; `stop`: never part of a name
 */
export type NameClass = 'given' | 'maybe' | 'surname' | 'wordy' | 'unknown' | 'medical' | 'word' | 'stop';

function classOfCompound(parts: readonly string[]): NameClass {
  const classes = parts
    .filter((part, index) => index > 0 || !/^(?:al|el)$/i.test(part))
    .map((part) => (/^\p{Lu}/u.test(part) ? classOfName(part) : 'lower'));
  if (classes.includes('lower')) return 'word';
  if (classes.includes('unknown')) return 'unknown';
  if (classes.includes('medical')) return 'medical';
  if (classes.includes('surname')) return 'surname';
  return classes.includes('given') ? 'given' : 'word';
}

/** The class of a word written with a capital. */
export function classOfName(word: string): NameClass {
  if (NO_NAMES.has(word) || NO_SERVICES.has(word) || WIDE_PLACES.has(word)) return 'stop';
  if (TRADE_NAMES.has(word)) return 'medical';
  if (GIVEN_NAMES.has(word)) return 'given';
  const lower = word.toLowerCase();
  if (MORE_GIVEN_NAMES.has(word)) {
    return isKnownWord(lower) || MEDICAL_PROPER_NOUNS.has(word) ? 'maybe' : 'given';
  }
  if (WORDS_AS_NAMES.has(word)) return MEDICAL_PROPER_NOUNS.has(word) ? 'medical' : 'maybe';
  if (SURNAMES.has(word)) return isKnownWord(lower) || MEDICAL_PROPER_NOUNS.has(word) ? 'surname' : 'unknown';
  if (WORDY_SURNAMES.has(word)) return 'wordy';
  if (word.includes('-')) return classOfCompound(word.split('-'));
  if (MEDICAL_PROPER_NOUNS.has(word)) return 'medical';
  return isKnownWord(lower) || isKnownWord(lower.replace(/'.*/, '')) ? 'word' : 'unknown';
}
