import { type Localised, type PassageLanguage } from '../passage';
import { type LocalisedRange } from './claim';
import { sentencesOf } from './sentences';

export const CLAIM_LANGUAGES: readonly PassageLanguage[] = ['en', 'zh'];

/** Where the claims of a statement stand in each of its languages. */
export function claimsOf(statement: Localised): LocalisedRange[] {
  const split = CLAIM_LANGUAGES.flatMap((language) => {
    const text = statement[language];
    return text === undefined ? [] : [{ language, text, sentences: sentencesOf(text) }];
  });
  const [first, ...others] = split;
  if (first === undefined) return [];
  if (others.some(({ sentences }) => sentences.length !== first.sentences.length))
    return [Object.fromEntries(split.map(({ language, text }) => [language, { from: 0, to: text.length }]))];
  return first.sentences.map((_, i) =>
    Object.fromEntries(split.map(({ language, sentences }) => [language, sentences[i]])),
  );
}
