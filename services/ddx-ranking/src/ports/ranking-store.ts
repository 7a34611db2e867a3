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
  /**
   * Does nothing where the run is ranked already. `erased` when its case was erased.
   *
   * @param packed the answer as it is read in parts, where it is too large to be sent
   */
  save(ranking: Ranking, packed: Buffer | null): Promise<'stored' | 'erased'>;
  /** The packed answer of a run; undefined where it was sent whole, or is not (any more) here. */
  readPacked(tenantId: string, runId: string): Promise<Buffer | undefined>;
  erase(tenantId: string, caseId: string): Promise<void>;
}
export const RANKING_STORE = Symbol('RankingStore');
