import {
  type CaseInput,
  type CodedCase,
  type Correction,
  type EngineFacts,
  type Masked,
  type Understood,
} from '@openrounds/contracts';

/**
 * A version of a case: what was given, de-identified, how its teacher has corrected what was understood, and what is
 * understood of it so. All versions hold what was given when the case was.
 */
export interface CaseVersion {
  readonly caseId: string;
  readonly tenantId: string;
  readonly version: number;
  /** When the case was given: its narrative is kept from then on. */
  readonly createdAt: Date;
  readonly input: CaseInput;
  readonly understood: Understood;
  readonly masked: readonly Masked[];
  /** Those that stand in this version, one for each finding. */
  readonly corrections: readonly Correction[];
  /** What made this version; null for the first. */
  readonly changeId: string | null;
}

/** A case in a list: its newest version, or undefined where the seal of that is broken. */
export interface ListedCase {
  readonly caseId: string;
  readonly newest: CaseVersion | undefined;
}

/** What intake made of a case for one run. */
export interface IntakeResult {
  readonly runId: string;
  readonly caseId: string;
  readonly tenantId: string;
  readonly caseVersion: number;
  readonly codedCase: CodedCase;
  readonly facts: EngineFacts;
  readonly understood: Understood;
}

/** The cases that this service owns. Narratives rest sealed; every call names the tenant. */
export interface CaseStore {
  /** Stores version 1 of a new case; does nothing where it stands already. `erased` when the case was erased. */
  add(version: CaseVersion): Promise<'stored' | 'erased'>;
  /**
   * Stores a version that follows another, all or nothing. `stale` when its number is taken: another was faster.
   */
  addNext(version: CaseVersion): Promise<'stored' | 'stale' | 'erased'>;
  /** The version asked for, or the newest; undefined if there is none. */
  find(tenantId: string, caseId: string, version?: number): Promise<CaseVersion | undefined>;
  /** Newest first, at most `limit`, older than the case `before`. */
  list(tenantId: string, limit: number, before?: string): Promise<readonly ListedCase[]>;
  findResult(tenantId: string, runId: string): Promise<IntakeResult | undefined>;
  /**
   * Stores the result and, for a new case, its version, in one transaction. Of a case that was emptied meanwhile the
   * result is stored without quotations.
   */
  saveResult(result: IntakeResult, newCase: CaseVersion | undefined): Promise<'stored' | 'erased'>;
  /** Removes a case with everything derived from it and remembers that it was erased. */
  erase(tenantId: string, caseId: string): Promise<void>;
  /** Takes the narratives out of versions made before `before`; returns how many. */
  forgetNarratives(before: Date): Promise<number>;
}
export const CASE_STORE = Symbol('CaseStore');
