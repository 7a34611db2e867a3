import { append, type Field, invert, type InvertedIndex } from '../bm25/inverted-index';
import { type Passage, type PassageLanguage, type Tokeniser } from '../passage';
import { type AskedQuestion } from '../question/questions';
import { type NamedConcept } from '../vocabulary/name-dictionary';
import { type Described } from './described';

const NAME_WEIGHT = 3;
const ASKED_WEIGHT = 2;

/** A disease that passages are for. */
export interface Subject {
  readonly id: string;
  readonly described: Described | undefined;
}

/** The diseases that passages are for, and by language all that is said of each, as one text. */
export interface SubjectIndex {
  readonly subjects: readonly Subject[];
  readonly byLanguage: { readonly [language in PassageLanguage]: InvertedIndex };
}

/** A concept with what is told of it, where it is a disease that passages are for. */
export type DescribedConcept = NamedConcept & { readonly described?: Described | undefined };

type Tokenisers = { readonly [language in PassageLanguage]: Tokeniser };

/** Gathers for each disease that passages are for its names, what the knowledge tells of it, how it is asked for, and its passages. */
export function indexSubjects(
  passages: readonly Passage[],
  diseases: readonly DescribedConcept[],
  tokenisers: Tokenisers,
  asked: readonly AskedQuestion[],
): SubjectIndex {
  const { covered, textsIn } = gather(passages, diseases, tokenisers, asked);
  return {
    subjects: covered.map(subjectOf),
    byLanguage: { en: invert(textsIn('en')), zh: invert(textsIn('zh')) },
  };
}

/** The same index with the diseases that no passage was for before. */
export function withSubjects(
  { subjects, byLanguage }: SubjectIndex,
  passages: readonly Passage[],
  diseases: readonly DescribedConcept[],
  tokenisers: Tokenisers,
): SubjectIndex {
  const known = new Set(subjects.map(({ id }) => id));
  const others = diseases.filter(({ id }) => !known.has(id));
  const { covered, textsIn } = gather(passages, others, tokenisers, []);
  return {
    subjects: [...subjects, ...covered.map(subjectOf)],
    byLanguage: { en: append(byLanguage.en, textsIn('en')), zh: append(byLanguage.zh, textsIn('zh')) },
  };
}

const subjectOf = ({ id, described }: DescribedConcept): Subject => ({ id, described });

/** The diseases that passages are for, and what is said of each in a language. */
function gather(
  passages: readonly Passage[],
  diseases: readonly DescribedConcept[],
  tokenisers: Tokenisers,
  asked: readonly AskedQuestion[],
): { covered: readonly DescribedConcept[]; textsIn: (language: PassageLanguage) => Field[][] } {
  const passagesOf = byDisease(passages, ({ forDiseases }) => forDiseases);
  const askedOf = byDisease(asked, ({ diseaseId }) => [diseaseId]);
  const covered = diseases.filter(({ id }) => passagesOf.has(id));
  const textsIn = (language: PassageLanguage): Field[][] => {
    const terms = (texts: readonly (string | undefined)[]): string[] =>
      texts.flatMap((text) => tokenisers[language](text ?? ''));
    return covered.map(({ id, name, synonyms, described }) => [
      { weight: NAME_WEIGHT, terms: terms([name[language], ...(synonyms?.[language] ?? [])]) },
      { weight: 1, terms: terms([described?.told[language]]) },
      {
        weight: ASKED_WEIGHT,
        terms: terms(
          (askedOf.get(id) ?? []).flatMap((question) =>
            question.language === language ? question.text : [],
          ),
        ),
      },
      {
        weight: 1,
        terms: terms(
          (passagesOf.get(id) ?? []).flatMap(({ section, text }) => [section[language], text[language]]),
        ),
      },
    ]);
  };
  return { covered, textsIn };
}

function byDisease<T>(all: readonly T[], idsOf: (each: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const each of all)
    for (const id of idsOf(each)) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [each]);
      else known.push(each);
    }
  return found;
}
