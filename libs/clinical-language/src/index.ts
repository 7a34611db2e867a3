/** Clinical language: from pasted text and coded facts to what the ranking engine takes. Pure; English and Chinese. */
export * from './model/deidentified';
export * from './model/issue';
export * from './model/proposal';
export * from './model/understanding';
export * from './model/vocabulary';
export { type AssertionOfSpan, assertionOf } from './assert/assertion-of';
export { type StandingCorrection } from './case/apply-corrections';
export { clinicalIssuesOf } from './case/clinical-issues';
export { type CorrectedCase, mergeCorrections } from './correct-case';
export { engineFacts, factsOfCodes } from './engine-facts';
export { deidentifyCase, textsOfCase } from './mask/deidentify-case';
export { diseasesOfIcd10 } from './case/diseases-of-code';
export { toEngineCase, understandText } from './read-case';
export { readQuestion, type UnderstoodQuestion } from './read-question';
export { findingOf, findingOfLab, withStateNamed } from './case/coded-items';
export { isPregnancyImpossible, keptAge } from './conclude/patient';
export { deidentify } from './mask/deidentify';
export { identifiersIn } from './mask/identifiers';
export {
  type CompiledVocabulary,
  compileVocabulary,
  openVocabulary,
  type VocabularyBytes,
  vocabularyBytes,
  withoutComposition,
} from './vocabulary/compile';
export { compileTerminology, openTerminology, type Terminology } from './vocabulary/terminology';
export { languageOf } from './normalise/language';
export { addedFindings } from './added-findings';
export { candidateFindings, MAX_CANDIDATES } from './proposals/candidate-findings';
export { caseTexts, MAX_READ_CHARACTERS } from './proposals/case-texts';
export { checkProposals, type CheckedProposals, type ReadCase } from './proposals/check-proposals';
