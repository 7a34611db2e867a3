/** How good the ranking is, against a gold standard, and the fit of its constants. Pure: cases in, figures out. */
export { type GoldEntry, type GoldMap, goldMapSchema, goldOf } from './model/gold';
export {
  type KnownDisease,
  type NamedDisease,
  type PredictedDisease,
  type RankedGoldCase,
} from './model/prediction';
export { type CaseOutcome, type StatedProbability } from './model/case-outcome';
export { type Match, matchOf } from './matching/match';
export { outcomeOf } from './matching/outcome';
export { bootstrap, clustersBy, type Estimate, type Figures } from './statistics/bootstrap';
export { quantile } from './statistics/quantile';
export { type Random, seededRandom } from './statistics/random';
export { type Accuracy, evaluate, type EvaluationReport } from './report/evaluation-report';
export { type ReportHead, reportMarkdown } from './report/markdown';
export {
  type Retrieval,
  type RetrievalFigures,
  retrievalFigures,
  sumOfRetrievals,
} from './metrics/retrieval';
export { topShare } from './metrics/accuracy';
export { difference, share } from './report/figures';
export { markdownTable } from './report/markdown-table';
export { missesTable } from './report/misses';
export { reliabilityDiagram } from './report/reliability-diagram';
export {
  calibrate,
  type CalibrationCase,
  type CalibrationResult,
  compareConstants,
  type DataSetFigures,
} from './fit/calibrate';
export { type Constants } from './fit/constants';
export {
  type Attribute,
  type AttributedOutcome,
  ATTRIBUTES,
  type GroupFigures,
  type GroupReport,
  groupReports,
} from './fairness/groups';
export { groupsMarkdown } from './fairness/groups-markdown';
export { type SwappedPair, swappedPair } from './fairness/swapped-pair';
export { type PairedFigures, type SwapReport, swapReport } from './fairness/swap-report';
export { swapMarkdown, swapTable } from './fairness/swap-tables';
