import { type CodedAnswer, type EngineFacts, type RunOptions, type Versions } from '@openrounds/contracts';

/** What the engine said of a run, with what it was told. */
export interface Ranking {
  readonly runId: string;
  readonly caseId: string;
  readonly tenantId: string;
  readonly rankedAt: Date;
  readonly versions: Versions;
  readonly options: RunOptions;
  readonly facts: EngineFacts;
  readonly answer: CodedAnswer;
}

/** The rankings that this service owns; every call names the tenant. */
export interface RankingStore {
  find(tenantId: string, runId: string): Promise<Ranking | undefined>;
  /** Does nothing where the run is ranked already. `erased` when its case was erased. */
  save(ranking: Ranking): Promise<'stored' | 'erased'>;
  erase(tenantId: string, caseId: string): Promise<void>;
}
export const RANKING_STORE = Symbol('RankingStore');
