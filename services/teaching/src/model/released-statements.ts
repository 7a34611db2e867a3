import { type CaseBody, type Language, type ReleasedStatement } from '@openrounds/contracts';
import { type CaseVocabulary } from '../ports/case-library';
import { namesIn } from './names-in-text';

type Text = CaseBody['title'];

/** Longer cases are told as far as this. */
const MOST_STATEMENTS = 120;

/** A text in a language, or in the other one where it has no such. */
export const spokenIn = (text: Text, language: Language): string =>
  text[language] ?? text[language === 'en' ? 'zh' : 'en'] ?? '';

/** Each sentence of a text. */
export function sentencesIn(text: string, language: Language): string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

type Named = Parameters<typeof namesIn>[2];

/** The diseases of which no patient speaks: the key's, and what is accepted in its place. */
const keptBack = ({ key }: Pick<CaseBody, 'key'>, { diseases }: Pick<CaseVocabulary, 'diseases'>): Named[] =>
  [key.diagnosis, ...key.acceptable].flatMap((id) => diseases.get(id) ?? []);

/** The names that must not be said, in both languages. */
export const withheldNames = (
  body: Pick<CaseBody, 'key'>,
  vocabulary: Pick<CaseVocabulary, 'diseases'>,
): string[] =>
  keptBack(body, vocabulary).flatMap(({ name, synonyms }) => [
    name.en,
    name.zh,
    ...synonyms.en,
    ...synonyms.zh,
  ]);

/**
 * What the patient of a case may say when so many of its stages are open: the sentences of these, but for those that name the
 * diagnosis. Nothing of the key, nor of a later stage, is read.
 */
export function releasedStatements(
  body: Pick<CaseBody, 'stages' | 'key'>,
  open: number,
  language: Language,
  vocabulary: Pick<CaseVocabulary, 'diseases'>,
): ReleasedStatement[] {
  const secret = keptBack(body, vocabulary);
  const names = (sentence: string): boolean =>
    secret.some((disease) => namesIn(sentence, 'en', disease) || namesIn(sentence, 'zh', disease));
  return body.stages
    .slice(0, open)
    .flatMap(({ text }, place) =>
      sentencesIn(spokenIn(text, language), language).map((sentence, at) => ({
        id: `${String(place + 1)}.${String(at + 1)}`,
        text: sentence,
      })),
    )
    .filter(({ text }) => !names(text))
    .slice(0, MOST_STATEMENTS);
}
