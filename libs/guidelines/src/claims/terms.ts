import { type PassageLanguage } from '../passage';
import { tokeniseChinese } from '../tokenise/chinese';
import { tokeniseEnglish } from '../tokenise/english';
import { ENDING, LIGHT } from './term-words';

/** The index terms of a text, English verbs without their endings; bare numbers are read apart. */
export function termsIn(text: string, language: PassageLanguage): string[] {
  const terms = language === 'en' ? tokeniseEnglish(text) : tokeniseChinese(text.replace(LIGHT, ' '));
  return terms.filter((term) => !/^\d+$/.test(term)).map((term) => term.replace(ENDING, ''));
}
