/** Knowledge as it is written: loaded from its files, checked, counted and built into bundles. No service needs it. */
export { buildKnowledge, BuildError, bundleOf } from './build/build-knowledge';
export { type CheckOptions, checkKnowledge, type CheckReport } from './check/check-knowledge';
export { complaintsPage } from './build/complaints-page';
export { type LoadedCases, loadCases, loadKnowledge } from './load/load-knowledge';
export { type Problem, type Severity } from './load/problem';
export { loadTargets, type Targets } from './load/targets';
export { type KeptVersion, type Need, planPrune, type PrunePlan } from './prune/plan-prune';
export { pruneStore, type PruneStep } from './prune/prune-store';
export { type StoredFile, storedFiles, type StoredVersion } from './prune/stored-files';
export { claimStats, type ClaimStats, contradictedClaims, type ContradictedClaim } from './stats/claim-stats';
export { knowledgeStats, type KnowledgeStats } from './stats/knowledge-stats';
export { statsRows, type StatsRow, withStatsTable } from './stats/stats-table';
export { evaluationSchema } from './schema/evaluation';
