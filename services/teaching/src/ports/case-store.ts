import { type AppendErasurePayload, type CaseBody, type CaseState } from '@openrounds/contracts';
import { type CaseCard } from '../model/case-card';
import { type ForecastRequest } from './forecast-store';

/** A version of a teacher's case, without its text. It is never changed. */
export interface StoredVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly card: CaseCard;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly note: string | null;
  /** How many identities were masked in its texts. */
  readonly masked: number;
  /** The request that made it; null for the first version. */
  readonly changeId: string | null;
}

export interface StoredReview {
  readonly version: number;
  readonly reviewer: string;
  readonly verdict: 'agree' | 'change';
  readonly comment: string | null;
  readonly at: Date;
}

/** A teacher's case as far as it is, with its versions (the oldest first) and what others said of them. */
export interface StoredCase {
  readonly tenantId: string;
  readonly caseId: string;
  readonly owner: string;
  /** Of the newest version; `retired` of the whole case. */
  readonly state: CaseState;
  readonly publishedVersion: number | null;
  readonly versions: readonly StoredVersion[];
  readonly reviews: readonly StoredReview[];
}

/** A version to be stored, with what is asked of the engine about it. */
export interface NewVersion extends StoredVersion {
  readonly body: CaseBody;
  readonly forecasts: readonly ForecastRequest[];
}

export interface NewCase {
  readonly tenantId: string;
  readonly caseId: string;
  readonly owner: string;
  readonly version: NewVersion;
}

/** What a decision changes of a case; what is left out stays. */
export interface CaseChange {
  readonly state?: CaseState;
  readonly publishedVersion?: number | null;
  readonly version?: NewVersion;
  readonly review?: StoredReview;
}

/** A teacher's case in a list: what is there of its newest version, or of the published one. */
export interface ListedCase extends Omit<StoredCase, 'versions' | 'tenantId'> {
  readonly version: number;
  readonly contentHash: string;
  readonly card: CaseCard;
}

/** Teachers' own cases. What people wrote rests sealed; every call names the tenant. */
export interface CaseStore {
  /** Stores a case in its first version and asks for its forecasts; does nothing where it stands already. */
  add(given: NewCase): Promise<'stored' | 'erased'>;
  find(tenantId: string, caseId: string): Promise<StoredCase | 'erased' | undefined>;
  /** The text of a version. */
  readBody(tenantId: string, caseId: string, version: number): Promise<CaseBody | undefined>;
  /**
   * Changes a case while nobody else can: what `decide` sees holds until its change is stored. Null changes nothing; what
   * it throws is thrown.
   */
  change(
    tenantId: string,
    caseId: string,
    decide: (stored: StoredCase) => CaseChange | null,
  ): Promise<StoredCase | 'erased' | undefined>;
  /** Newest first, at most `limit`, older than the case `before`; those whose seal is broken are left out. */
  list(
    tenantId: string,
    wanted: {
      readonly limit: number;
      readonly before?: string | undefined;
      readonly state?: CaseState | undefined;
    },
  ): Promise<readonly ListedCase[]>;
  /** The published versions, the newest case first. */
  listPublished(tenantId: string): Promise<readonly ListedCase[]>;
  /**
   * Removes a case with everything derived from it, remembers that it was erased, and tells the log. Of a case that is not
   * there the log is told nothing.
   */
  erase(tenantId: string, caseId: string, record: AppendErasurePayload): Promise<void>;
}
export const CASE_STORE = Symbol('CaseStore');
