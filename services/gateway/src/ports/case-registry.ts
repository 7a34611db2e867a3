import { type Language, type PatientConfirmation } from '@openrounds/contracts';

export type CaseState = 'unknown' | 'stored' | 'erased';

/** An erasure that not every service has acknowledged. */
export interface UnfinishedErasure {
  readonly tenantId: string;
  readonly caseId: string;
  readonly epoch: number;
  /** Services that have not acknowledged it. */
  readonly missing: readonly string[];
}

/** Which cases there are and which were erased; their content belongs to case-intake. */
export interface CaseRegistry {
  stateOf(tenantId: string, caseId: string): Promise<CaseState>;
  /** Those of the cases that were erased. */
  erasedAmong(tenantId: string, caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Does nothing where the case is known already. */
  add(
    tenantId: string,
    caseId: string,
    language: Language,
    at: Date,
    confirmation?: PatientConfirmation,
  ): Promise<void>;
  /** What was stated of the patients of those cases that were brought from elsewhere. */
  confirmationsOf(
    tenantId: string,
    caseIds: readonly string[],
  ): Promise<ReadonlyMap<string, PatientConfirmation>>;
  /** Erases what the gateway holds of a case and tells every service; all or nothing. */
  erase(tenantId: string, caseId: string, requestId: string, at: Date): Promise<void>;
  /** Keeps a case that would be erased by itself. @returns false where its time was over */
  keep(tenantId: string, caseId: string, now: Date): Promise<boolean>;
  /** Cases whose time is over and that are not erased yet. */
  expired(now: Date, limit: number): Promise<readonly { tenantId: string; caseId: string }[]>;
  acknowledge(tenantId: string, caseId: string, service: string): Promise<void>;
  /** Erasures that are not done and that nobody looked after since `before`, the longest untouched first. */
  unfinishedErasures(before: Date, limit: number): Promise<readonly UnfinishedErasure[]>;
  /**
   * Sends an erasure to services again, under the next epoch, and notes that it was looked after. Without services it
   * only notes that. Does nothing where it was done, or sent again, meanwhile.
   */
  eraseAgain(
    erasure: UnfinishedErasure,
    services: readonly string[],
    requestId: string,
    at: Date,
  ): Promise<void>;
  /** When the oldest erasure that is not done was asked for. */
  oldestUnfinishedErasure(): Promise<Date | undefined>;
}
export const CASE_REGISTRY = Symbol('CaseRegistry');
