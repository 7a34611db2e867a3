export type * from './model/knowledge';
export type * from './model/parameters';
export type * from './model/case';
export type * from './model/rejection';
export type * from './model/evidence';
export type * from './model/ranking';
export type * from './model/answer';
export { compileKnowledge } from './compile/compile-knowledge';
export { type CompiledKnowledge } from './compile/compiled-knowledge';
export { InvalidKnowledgeError, type KnowledgeIssue } from './compile/invalid-knowledge-error';
export { answer } from './answer/answer';
export { rank } from './ranking/rank';
export { whatIf } from './what-if/what-if';
export { informationGain } from './next-test/finding-information';
export {
  decisionThresholds,
  treatmentThreshold,
  type DecisionThresholds,
  type ThresholdInput,
} from './thresholds/decision-thresholds';
export { compareGolden, type GoldenReport } from './golden/compare-golden';
export { goldenKnowledge } from './golden/golden-knowledge';
export { isGoldenFile, type GoldenFile } from './golden/golden-format';
export { ENGINE_VERSION } from './version';
