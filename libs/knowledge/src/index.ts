/** Knowledge as services read it: bundles. What those who write and check knowledge need beside stands in authoring.ts. */
export { BundleError, type BundleErrorCode } from './bundle/bundle-error';
export { CLAIM_PLACES, type ClaimPlace, claimKey, claimsOf, type ClaimVerdicts } from './bundle/claims';
export { activate, bundleHashes, currentHash, loadBundle } from './bundle/bundle-files';
export { BundleStore } from './bundle/bundle-store';
export {
  type CaseSetting,
  engineKnowledgeFor,
  settingBasis,
  type SettingBasis,
} from './bundle/engine-knowledge';
export {
  type GuidelineDocument,
  type GuidelinePassage,
  type KnowledgeBundle,
  type KnowledgeContent,
  type KnowledgeHashes,
} from './bundle/knowledge-bundle';
export { type GuidelinePart } from './bundle/guideline-part';
export { GuidelineStore, TeachingStore } from './bundle/part-store';
export { type TeachingPart } from './bundle/teaching-part';
export { factsOfStages, observedFacts } from './cases/observed-facts';
export { difficultyByLead } from './cases/difficulty';
export { keeping } from './bundle/keeping';
export { ancestorsOf } from './bundle/ancestors';
export { byId, type KnowledgeLookup, lookupOf } from './bundle/lookup';
export { type FindingMatch, searchFindings } from './bundle/search-findings';
export { vocabularyOf } from './bundle/vocabulary';
export { AGE_BANDS, AGE_BAND_NAMES, type AgeBand } from './schema/age-bands';
export { calibrationSchema, type Calibration } from './schema/calibration';
export { type Evaluation, type MeasuredSet } from './schema/evaluation';
export { type CodedCase, codedCaseSchema } from './schema/coded-case';
export type { CasePatient, CodedFact, CodedFacts } from './schema/coded-facts';
export { diseaseSchema, type Disease, type DiseaseLink, type LinkHeading } from './schema/disease';
export { findingSchema, type Finding, type FindingInterval } from './schema/finding';
export { guidelineDocumentSchema, type GuidelineDocumentFile } from './schema/guideline';
export { panelSchema, type Panel } from './schema/panel';
export { populationSchema, type AgeSexDistribution, type Population } from './schema/population';
export { presentingProblemSchema, type PresentingProblem } from './schema/presenting-problem';
export type { Bilingual, FindingOutcome, Grade, KnowledgeSetting, Sex, Synonyms } from './schema/primitives';
export { redFlagSchema, type RedFlag, type RedFlagCondition } from './schema/red-flag';
export { scoreSchema, type Score, type ScoreInputEntry } from './schema/score';
export { type ScoreCase } from './scores/case-facts';
export { type GivenScoreValue, readScoreValues, type ReadScoreValues } from './scores/read-score-values';
export { type FilledScore, scoresForCase } from './scores/scores-for-case';
export { sourceSchema, type Source } from './schema/source';
export { type TeachingCase, teachingCaseSchema } from './schema/teaching-case';
export { type ToldCase, toldCaseSchema } from './schema/told-case';
export { testSchema, type Test } from './schema/test';
