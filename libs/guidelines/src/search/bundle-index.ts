import { type ExampleQuestions, shippedQuestions } from '../question/questions';
import { type Localised, type Passage, type PassageLanguage } from '../passage';
import { type DescribedConcept } from '../subject/subject-index';
import { buildPassageIndex, type PassageIndex, type Tokenisers } from './passage-index';

/** A passage as knowledge bundles hold it: what it shares with its document stands there. */
export type BundlePassage = Omit<Passage, 'title' | 'year' | 'language' | 'superseded' | 'ofInstitution'>;

/** What searching needs of a knowledge bundle. */
export interface SearchedBundle {
  readonly guidelines: {
    readonly documents: readonly {
      readonly id: string;
      readonly title: Localised;
      readonly year: number;
      readonly language: PassageLanguage;
      readonly supersededBy?: unknown;
    }[];
    readonly passages: readonly BundlePassage[];
  };
  readonly diseases: readonly Omit<DescribedConcept, 'kind'>[];
  readonly findings: readonly Omit<DescribedConcept, 'kind' | 'described'>[];
}

/**
 * The passages of a bundle, ready to be searched by the names of its diseases and findings, and by what questions teach.
 *
 * @throws RangeError naming a passage whose document is missing: a bundle is complete or unusable.
 */
export function indexBundle(
  { guidelines: { documents, passages }, diseases, findings }: SearchedBundle,
  tokenisers: Tokenisers = {},
  questions: () => ExampleQuestions = shippedQuestions,
): PassageIndex {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const whole = passages.map((passage): Passage => {
    const document = byId.get(passage.document);
    if (document === undefined)
      throw new RangeError(`passage ${passage.id}: no document ${passage.document}`);
    const { title, year, language, supersededBy } = document;
    return { ...passage, title, year, language, superseded: supersededBy !== undefined };
  });
  const concepts = [
    ...diseases.map((disease) => ({ ...disease, kind: 'disease' as const })),
    ...findings.map((finding) => ({ ...finding, kind: 'finding' as const })),
  ];
  return buildPassageIndex(whole, concepts, tokenisers, questions);
}
