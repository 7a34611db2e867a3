/** Knowledge as it is written: loaded from its files, checked, counted and built into bundles. No service needs it. */
export { buildKnowledge, BuildError, bundleOf } from './build/build-knowledge';
export { type CheckOptions, checkKnowledge, type CheckReport } from './check/check-knowledge';
export { complaintsPage } from './build/complaints-page';
export { type LoadedCases, loadCases, loadKnowledge } from './load/load-knowledge';
export { type Problem, type Severity } from './load/problem';
export { loadTargets, type Targets } from './load/targets';
export { claimStats, type ClaimStats, contradictedClaims, type ContradictedClaim } from './stats/claim-stats';
export { knowledgeStats, type KnowledgeStats } from './stats/knowledge-stats';
export { statsRows, type StatsRow, withStatsTable } from './stats/stats-table';
export { evaluationSchema } from './schema/evaluation';
