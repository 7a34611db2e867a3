import { type Field, invert, type InvertedIndex } from '../bm25/inverted-index';
import { type Passage, type PassageLanguage, type Tokeniser } from '../passage';
import { tokeniseChinese } from '../tokenise/chinese';
import { tokeniseEnglish } from '../tokenise/english';

const HEADING_WEIGHT = 2;
const BODY_WEIGHT = 1;

/** Tokenisers by language; those not given are the library's own. */
export type Tokenisers = { readonly [language in PassageLanguage]?: Tokeniser };

/** Passages ready to be searched in each language. Immutable. */
export interface PassageIndex<P extends Passage = Passage> {
  readonly passages: readonly P[];
  readonly byLanguage: { readonly [language in PassageLanguage]: LanguageIndex };
}

/** The index of one language, with the tokeniser that queries must go through too. */
export interface LanguageIndex {
  readonly tokenise: Tokeniser;
  readonly inverted: InvertedIndex;
}

/**
 * Indexes title, section, population, keywords and text of the passages, per language.
 *
 * @param tokenisers - e.g. a dictionary segmenter for Chinese in place of pairs of characters.
 */
export function buildPassageIndex<P extends Passage>(
  passages: readonly P[],
  tokenisers: Tokenisers = {},
): PassageIndex<P> {
  const indexIn = (language: PassageLanguage, tokenise: Tokeniser): LanguageIndex => ({
    tokenise,
    inverted: invert(passages.map((passage) => fieldsOf(passage, language, tokenise))),
  });
  return {
    passages,
    byLanguage: {
      en: indexIn('en', tokenisers.en ?? tokeniseEnglish),
      zh: indexIn('zh', tokenisers.zh ?? tokeniseChinese),
    },
  };
}

function fieldsOf(passage: Passage, language: PassageLanguage, tokenise: Tokeniser): Field[] {
  const body = passage.text[language];
  // A heading without a text in this language would be found and then shown in another.
  if (body === undefined) return [];
  const headings = [
    passage.title[language],
    passage.section[language],
    passage.population?.[language],
    ...(passage.keywords?.[language] ?? []),
  ];
  return [
    { weight: HEADING_WEIGHT, terms: headings.flatMap((heading) => tokenise(heading ?? '')) },
    { weight: BODY_WEIGHT, terms: tokenise(body) },
  ];
}
