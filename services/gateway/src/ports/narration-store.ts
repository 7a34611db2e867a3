import {
  type NarrationFault,
  type NarrationRecord,
  type RunMeta,
  type SaidSentences,
} from '@openrounds/contracts';
import { type Claimed, type IdempotencyClaim } from './idempotency';

/** A narration that was asked for, with what its job carries. */
export interface NewNarration extends Pick<
  NarrationRecord,
  'id' | 'runId' | 'audience' | 'language' | 'createdAt' | 'evidence'
> {
  readonly meta: RunMeta;
}

/** What came of a narration. */
export type NarrationOutcome =
  | { readonly said: SaidSentences }
  | { readonly fault: NarrationFault; readonly said?: SaidSentences | undefined };

/** Runs told in sentences; every call names the tenant. */
export interface NarrationStore {
  /**
   * Keeps it and sends it to be written, in one transaction.
   *
   * @throws DomainError `case-erased`
   */
  accept(narration: NewNarration, claim: IdempotencyClaim | undefined): Promise<Claimed>;
  find(tenantId: string, runId: string, id: string): Promise<NarrationRecord | undefined>;
  /** Does nothing where it has ended, or was erased. */
  finish(tenantId: string, id: string, outcome: NarrationOutcome, at: Date): Promise<void>;
}
export const NARRATION_STORE = Symbol('NarrationStore');
