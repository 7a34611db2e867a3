import { type QueryUnit } from '../bm25/bm25';
import { ASPECTS, type PassageLanguage, type Tokeniser } from '../passage';
import { type Concept, type NameDictionary } from '../vocabulary/name-dictionary';
import { ASPECT_WORDS, GENERAL_WORDS } from './aspect-words';

/** A question as the search reads it. */
export interface ReadQuery {
  /** Its subject: names, each one unit, and other words. */
  readonly units: readonly QueryUnit[];
  /** Diseases that it names. */
  readonly diseaseIds: readonly string[];
  /** Words of its subject, names included, without numbers. */
  readonly words: readonly string[];
}

/** Index term of a disease or finding that a text is for or that its headings name; no tokeniser makes one. */
export const aboutTerm = (id: string): string => `@${id}`;

/** Index term of a disease or finding that a text mentions. */
export const mentionTerm = (id: string): string => `~${id}`;

/**
 * A disease that a text only mentions is not what it is about: less than the floor, so that a question on the disease alone
 * gets no answer from it.
 */
const MENTIONED = 0.3;

/**
 * Tells the subject of a question from what it asks of it. "How is pulmonary embolism diagnosed?" has one unit,
 * the disease; the word for what is asked of it is a hint only. A name that holds such a word is still a name.
 */
export function readQuery(
  query: string,
  language: PassageLanguage,
  names: NameDictionary,
  tokenise: Tokeniser,
): ReadQuery {
  const stretches = names.cut(query);
  const units = stretches.flatMap(({ text, concepts }): QueryUnit[] => {
    if (concepts.length > 0) return [nameUnit(tokenise(text), concepts)];
    const hints: QueryUnit[] = [];
    const subject = ASPECTS.reduce(
      (rest, aspect) =>
        rest.replace(ASPECT_WORDS[language][aspect], (word) => {
          hints.push(...wordUnits(tokenise(word), true));
          return ' ';
        }),
      text,
    );
    return [...wordUnits(tokenise(subject.replace(GENERAL_WORDS[language], ' ')), false), ...hints];
  });
  const named = stretches.flatMap(({ concepts }) => concepts).filter(({ kind }) => kind === 'disease');
  const words = units.flatMap((unit) => (unit.hint === true ? [] : unit.words));
  return {
    units,
    diseaseIds: [...new Set(named.map(({ id }) => id))],
    words: words.filter((word) => !/^\d+$/.test(word)),
  };
}

const wordUnits = (words: readonly string[], hint: boolean): QueryUnit[] =>
  words.map((word) => ({ words: [word], wordShare: 1, concepts: [], hint }));

function nameUnit(words: readonly string[], concepts: readonly Concept[]): QueryUnit {
  const mentioned = concepts.some(({ kind }) => kind === 'disease') ? MENTIONED : 1;
  return {
    words,
    wordShare: mentioned,
    concepts: concepts.flatMap(({ id }) => [
      { term: aboutTerm(id), share: 1 },
      { term: mentionTerm(id), share: mentioned },
    ]),
  };
}
