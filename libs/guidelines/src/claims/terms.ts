import { type PassageLanguage } from '../passage';
import { tokeniseChinese } from '../tokenise/chinese';
import { tokeniseEnglish } from '../tokenise/english';

/** Endings by which a statement and a passage may differ: excludes, excluded, excluding. */
const ENDING = /(?<=\p{L}{4})(?:ing|ed|e)$/u;

/** Characters that a wording may have and another lack: may, must, who, its. No pair of characters crosses them. */
const LIGHT = /[可须宜者其]/gu;

/** The index terms of a text, English verbs without their endings; bare numbers are read apart. */
export function termsIn(text: string, language: PassageLanguage): string[] {
  const terms = language === 'en' ? tokeniseEnglish(text) : tokeniseChinese(text.replace(LIGHT, ' '));
  return terms.filter((term) => !/^\d+$/.test(term)).map((term) => term.replace(ENDING, ''));
}
