import { type Language } from '@openrounds/contracts';

const HAN = /\p{Script=Han}/gu;
const LATIN = /\p{Script=Latin}+/gu;

/**
 * The language that a text is mostly written in. A Chinese character counts as much as a Latin word, since ward notes
 * in Chinese are full of Latin abbreviations.
 */
export function languageOf(text: string): Language {
  const han = text.match(HAN)?.length ?? 0;
  const latin = text.match(LATIN)?.length ?? 0;
  return han > latin ? 'zh' : 'en';
}
