export { type Localised, type Passage, type PassageLanguage, type Tokeniser } from './passage';
export { tokeniseChinese } from './tokenise/chinese';
export { tokeniseEnglish } from './tokenise/english';
export { type BundlePassage, indexablePassages, type NamedDisease } from './search/indexable-passages';
export { buildPassageIndex, type PassageIndex, type Tokenisers } from './search/passage-index';
export {
  type PassageHit,
  type PassageQuery,
  RELEVANCE_FLOOR,
  searchPassages,
} from './search/search-passages';
