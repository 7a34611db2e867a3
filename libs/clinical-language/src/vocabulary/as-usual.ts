import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Vocabulary, type VocabularyPanel } from '../model/vocabulary';

const rows = z.array(z.strictObject({ finding: z.string(), words: z.array(z.string()) }));
const LANGUAGES = ['en', 'zh'] as const;

/** What a positive statement says that denies by itself, "sleeps flat": as sure as what a panel of the knowledge says. */
const CERTAINTY = 0.9;

/** What people say of findings that are not there, in words that deny nothing: "clears her plate", 饭量照旧. */
function asUsual({ findings }: Vocabulary): VocabularyPanel[] {
  const binary = new Set(findings.filter(({ domain }) => domain === 'binary').map(({ id }) => id));
  return LANGUAGES.flatMap((language) =>
    lexiconRows(`${language}/as-usual`, rows)
      .filter(({ finding }) => binary.has(finding))
      .map(({ finding, words }) => ({
        id: `as-usual:${language}:${finding}`,
        phrases: { [language]: words },
        sets: [{ finding, presence: 'absent' }],
        certainty: CERTAINTY,
      })),
  );
}

/** The panels of the knowledge, and those of single findings that the lexicon has. */
export const panelsOf = (vocabulary: Vocabulary): readonly VocabularyPanel[] => [
  ...vocabulary.panels,
  ...asUsual(vocabulary),
];
