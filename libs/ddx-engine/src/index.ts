export type * from './model/knowledge';
export type * from './model/parameters';
export type * from './model/case';
export type * from './model/rejection';
export type * from './model/evidence';
export type * from './model/ranking';
export type * from './model/answer';
export type * from './model/comparison';
export type * from './model/counterfactual';
export type * from './model/stages';
export type * from './model/sensitivity';
export { compileKnowledge, inPopulation } from './compile/compile-knowledge';
export { type CompiledKnowledge } from './compile/compiled-knowledge';
export { InvalidKnowledgeError, type KnowledgeIssue } from './compile/invalid-knowledge-error';
export { answer } from './answer/answer';
export { rank } from './ranking/rank';
export { caseScorer, type CaseScorer } from './ranking/case-scorer';
export { whatIf } from './what-if/what-if';
export { sensitivityOf } from './sensitivity/sensitivity-of';
export { stagesOf } from './stages/stages-of';
export { compareDiseases } from './comparison/compare-diseases';
export { counterfactual } from './counterfactual/counterfactual';
export { outcomeChances, type TestOutcomes } from './next-test/outcome-chances';
export { informationOfTests, type TestInformation } from './next-test/information-of-tests';
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
export type * from './scores/score-definition';
export { evaluateScore, interpretationOf } from './scores/evaluate-score';
export { scoreInputIssues } from './scores/check-inputs';
export { ScoreDefinitionError } from './scores/evaluate-expression';
export { ScoreInputError, type ScoreInputFault, type ScoreInputIssue } from './scores/score-input-error';
export { referencesOf, type ScoreReference } from './scores/references';
export { ENGINE_VERSION } from './version';
