import { append, type Field, invert, type InvertedIndex } from '../bm25/inverted-index';
import { type Passage, type PassageLanguage, type Tokeniser } from '../passage';
import { aboutTerm, mentionTerm } from '../query/read-query';
import { QuestionKinds } from '../question/question-kinds';
import { type ExampleQuestions, NO_QUESTIONS } from '../question/questions';
import { tokeniseChinese } from '../tokenise/chinese';
import { tokeniseEnglish } from '../tokenise/english';
import {
  type DescribedConcept,
  indexSubjects,
  type SubjectIndex,
  withSubjects,
} from '../subject/subject-index';
import { NameDictionary } from '../vocabulary/name-dictionary';

/** A passage is first of all about its diseases, then about what its headings say, then about what it mentions. */
const DISEASE_WEIGHT = 3;
const HEADING_WEIGHT = 2;
const BODY_WEIGHT = 1;

/** Tokenisers by language, for what stands between names; those not given are the library's own. */
export type Tokenisers = { readonly [language in PassageLanguage]?: Tokeniser };

/**
 * Passages ready to be searched in each language. Immutable. What only words need is made when the first words come: it takes
 * some seconds for the shipped passages, and a run asks by diseases.
 */
export interface PassageIndex<P extends Passage = Passage> {
  readonly passages: readonly P[];
  /** Those that further passages may be for; findings stand in `names` alone, which are most of all words. */
  readonly diseases: readonly DescribedConcept[];
  readonly names: NameDictionary;
  readonly subjects: SubjectIndex;
  /** What questions ask for. */
  readonly kinds: QuestionKinds;
  readonly byLanguage: { readonly [language in PassageLanguage]: LanguageIndex };
  readonly byId: ReadonlyMap<string, P>;
}

/** The index of one language, with the tokeniser that queries must go through too. */
export interface LanguageIndex {
  readonly tokenise: Tokeniser;
  readonly inverted: InvertedIndex;
}

/**
 * Indexes title, section, population and text of the passages per language, and the diseases and findings that they
 * are for or mention, by whatever name.
 *
 * @param concepts - diseases and findings with their names: all that readers may ask for, also what no passage is on.
 * @param tokenisers - for what stands between names, e.g. a general segmenter for Chinese.
 * @param questions - by which it learns how diseases are asked for and what is asked of them; read when words come first.
 */
export function buildPassageIndex<P extends Passage>(
  passages: readonly P[],
  concepts: readonly DescribedConcept[],
  tokenisers: Tokenisers = {},
  questions: () => ExampleQuestions = () => NO_QUESTIONS,
): PassageIndex<P> {
  const names = laterNames(concepts);
  const diseases = concepts.filter(({ kind }) => kind === 'disease');
  const tokeniseIn = { en: tokenisers.en ?? tokeniseEnglish, zh: tokenisers.zh ?? tokeniseChinese };
  const indexIn = (language: PassageLanguage): LanguageIndex => {
    const tokenise = tokeniseIn[language];
    return languageIndex(tokenise, () =>
      invert(passages.map((passage) => fieldsOf(passage, language, names(), tokenise))),
    );
  };
  const subjects = once(() => indexSubjects(passages, diseases, tokeniseIn, questions().asked));
  return {
    passages,
    diseases,
    get names() {
      return names();
    },
    get subjects() {
      return subjects();
    },
    kinds: new QuestionKinds(names, questions),
    byLanguage: { en: indexIn('en'), zh: indexIn('zh') },
    byId: byIdOf(passages),
  };
}

/** The words of one language, told apart when the first are looked up. */
function languageIndex(tokenise: Tokeniser, invertAll: () => InvertedIndex): LanguageIndex {
  const inverted = once(invertAll);
  return {
    tokenise,
    get inverted() {
      return inverted();
    },
  };
}

/** Apart, so that the words of all findings are let go once the dictionary holds them. */
const laterNames = (concepts: readonly DescribedConcept[]) => once(() => new NameDictionary(concepts));

/** Makes something when it is asked for first, and lets go of what it is made from. */
function once<T>(make: () => T): () => T {
  let state: { readonly make: () => T } | { readonly made: T } = { make };
  return () => {
    if ('make' in state) state = { made: state.make() };
    return state.made;
  };
}

/**
 * The same index with further passages: one collection, in which scores compare. What only words need is made when they come, and
 * costs the splitting of these alone; what is said of a disease that has passages already stays as it was.
 */
export function withPassages<P extends Passage, More extends Passage>(
  index: PassageIndex<P>,
  more: readonly More[],
): PassageIndex<P | More> {
  const { diseases, kinds, byLanguage } = index;
  const indexIn = (language: PassageLanguage): LanguageIndex => {
    const { tokenise } = byLanguage[language];
    return languageIndex(tokenise, () => {
      const added = more.map((passage) => fieldsOf(passage, language, index.names, tokenise));
      return append(byLanguage[language].inverted, added);
    });
  };
  const tokenisers = { en: byLanguage.en.tokenise, zh: byLanguage.zh.tokenise };
  const subjects = once(() => withSubjects(index.subjects, more, diseases, tokenisers));
  const passages = [...index.passages, ...more];
  return {
    passages,
    diseases,
    get names() {
      return index.names;
    },
    get subjects() {
      return subjects();
    },
    kinds,
    byLanguage: { en: indexIn('en'), zh: indexIn('zh') },
    byId: byIdOf(passages),
  };
}

const byIdOf = <P extends Passage>(passages: readonly P[]): ReadonlyMap<string, P> =>
  new Map(passages.map((passage) => [passage.id, passage]));

function fieldsOf(
  passage: Passage,
  language: PassageLanguage,
  names: NameDictionary,
  tokenise: Tokeniser,
): Field[] {
  const body = passage.text[language];
  // A heading without a text in this language would be found and then shown in another.
  if (body === undefined) return [];
  const headings = [passage.title[language], passage.section[language], passage.population?.[language]];
  const termsOf = (text: string, conceptTerm: (id: string) => string): string[] =>
    names
      .cut(text)
      .flatMap((stretch) => [
        ...stretch.concepts.map(({ id }) => conceptTerm(id)),
        ...tokenise(stretch.text),
      ]);
  return [
    { weight: DISEASE_WEIGHT, terms: passage.forDiseases.map(aboutTerm) },
    { weight: HEADING_WEIGHT, terms: passage.forFindings.map(aboutTerm) },
    { weight: HEADING_WEIGHT, terms: headings.flatMap((heading) => termsOf(heading ?? '', aboutTerm)) },
    { weight: BODY_WEIGHT, terms: termsOf(body, mentionTerm) },
  ];
}
