/** Clinical language: from pasted text and coded facts to what the ranking engine takes. Pure; English and Chinese. */
export * from './model/deidentified';
export * from './model/issue';
export * from './model/understanding';
export * from './model/vocabulary';
export { type AssertionOfSpan, assertionOf } from './assertion/assertion-of';
export { type StandingCorrection } from './case/apply-corrections';
export { clinicalIssuesOf } from './case/clinical-issues';
export { type CorrectedCase, mergeCorrections } from './case/merge-corrections';
export { deidentifyCase, textsOfCase } from './case/deidentify-case';
export { diseasesOfIcd10 } from './case/diseases-of-code';
export { toEngineCase } from './case/engine-case';
export { findingOf, findingOfLab, withStateNamed } from './case/resolve';
export { deidentify } from './mask/deidentify';
export { identifiersIn } from './mask/identifiers';
export {
  type CompiledVocabulary,
  compileVocabulary,
  openVocabulary,
  type VocabularyBytes,
  vocabularyBytes,
  withoutComposition,
} from './lexicon/compile';
export { compileTerminology, openTerminology, type Terminology } from './lexicon/terminology';
export { languageOf } from './text/language';
export { keptAge, understandText } from './understand';
