import {
  type CodedComparison,
  type CodedCounterfactual,
  type CodedStages,
  type CompareDiseases,
  type ViewRun,
  type Explanation,
  type LogCheckpoint,
  type LogEntry,
  type PreviewIntake,
  type CreateCase,
  type CreateCaseVersion,
  type JobMeta,
  type SealedCase,
  type SealedCases,
  type SealedUnderstood,
  type SearchGuidelines,
  type SearchGuidelinesResult,
  type WhatIf,
  type WhatIfResult,
} from '@openrounds/contracts';

/** What the gateway asks the other services and waits for, each within the deadline. */
export interface Services {
  createCase(payload: CreateCase): Promise<SealedCase>;
  createCaseVersion(payload: CreateCaseVersion): Promise<SealedCase>;
  getCase(payload: { meta: JobMeta; caseId: string; version?: number }): Promise<SealedCase>;
  listCases(payload: { meta: JobMeta; limit: number; before?: string }): Promise<SealedCases>;
  previewIntake(payload: PreviewIntake): Promise<SealedUnderstood>;
  whatIf(payload: WhatIf): Promise<WhatIfResult>;
  compareDiseases(payload: CompareDiseases): Promise<CodedComparison>;
  counterfactual(payload: ViewRun): Promise<CodedCounterfactual>;
  stages(payload: ViewRun): Promise<CodedStages>;
  searchGuidelines(payload: SearchGuidelines): Promise<SearchGuidelinesResult>;
  getLogEntry(payload: { meta: JobMeta; index: number }): Promise<LogEntry>;
  getCheckpoint(payload: { meta: JobMeta }): Promise<LogCheckpoint>;
  getExplanation(payload: { meta: JobMeta; runId: string }): Promise<Explanation>;
}
export const SERVICES = Symbol('Services');
