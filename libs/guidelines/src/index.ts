export {
  CLAIM_VERDICTS,
  type CharacterRange,
  type CheckedSentence,
  type ClaimPassage,
  type ClaimVerdict,
} from './claims/claim';
export { claimCheckerOf } from './claims/checker-of-bundle';
export { ClaimChecker } from './claims/claim-checker';
export {
  type Aspect,
  ASPECTS,
  type Localised,
  type Passage,
  type PassageLanguage,
  type Tokeniser,
} from './passage';
export { tokeniseChinese } from './tokenise/chinese';
export { tokeniseEnglish } from './tokenise/english';
export { type NamedConcept } from './vocabulary/name-dictionary';
export { type Described, type ReadFacts } from './subject/described';
export { type Named, namedIn } from './subject/named-in';
export { type DescribedConcept } from './subject/subject-index';
export { type BundlePassage, indexBundle, type SearchedBundle } from './search/bundle-index';
export { type ExampleQuestions, NO_QUESTIONS } from './question/questions';
export { type PassageFilter } from './search/filter';
export { guidelineTopic, type GuidelineTopic } from './search/guideline-topic';
export { buildPassageIndex, type PassageIndex, type Tokenisers, withPassages } from './search/passage-index';
export {
  candidatesOf,
  type PassageHit,
  type PassageQuery,
  RELEVANCE_FLOOR,
  searchPassages,
} from './search/search-passages';
