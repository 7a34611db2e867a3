import {
  type Masked,
  type Principal,
  type Problem,
  type Revision,
  type RunEventType,
  type RunOptions,
  type RunStatus,
  type Sealed,
  type Versions,
} from '@openrounds/contracts';
import { type RunLine, type RunRecord } from '@openrounds/presentation';
import { type Ending, type Section } from '../model/run-changes';
import { type IdempotencyClaim, type Claimed } from './idempotency';

/** A run as it is accepted. `input` is null when a stored case is ranked. */
export interface NewRun {
  readonly id: string;
  readonly principal: Principal;
  readonly caseId: string;
  readonly caseVersion: number | null;
  readonly language: 'en' | 'zh';
  readonly createdAt: Date;
  readonly requestId: string;
  readonly traceparent: string | null;
  readonly versions: Versions;
  readonly options: RunOptions;
  readonly input: { readonly sealed: Sealed; readonly masked: Masked[] } | null;
  /** Whether a language model may read the case's texts. */
  readonly mayBeRead: boolean;
  /** Whether what it reads is taken into a revision of the run. */
  readonly mayBeMerged: boolean;
  /** Of a run that revises another one. */
  readonly revision: Revision | null;
  /** When the case that comes with the run is erased by itself, unless somebody keeps it; null: it is kept. */
  readonly caseExpiresAt: Date | null;
  /** Nothing is done for it before somebody asks for it. */
  readonly awaitsReader: boolean;
}

/** A run with what the gateway alone knows of it. */
export interface StoredRun extends RunRecord {
  readonly tenantId: string;
  /** Who asked for it. */
  readonly subject: string;
  readonly epoch: number;
  readonly requestId: string;
  readonly traceparent: string | null;
  readonly erased: boolean;
  /** When its work began; null: nobody has asked for it yet. */
  readonly begunAt: Date | null;
  /** When something was last heard of it. */
  readonly progressedAt: Date;
  readonly input: NewRun['input'];
}

/** A run of which nothing was heard for a while. */
export type SilentRun = Pick<
  StoredRun,
  'id' | 'tenantId' | 'epoch' | 'requestId' | 'createdAt' | 'begunAt' | 'progressedAt'
>;
export { type RunLine };

/** How a run stands, without what it says. */
export interface RunState {
  readonly status: RunStatus;
  readonly erased: boolean;
  readonly begunAt: Date | null;
}

export interface RunEvent {
  readonly sequence: number;
  readonly type: RunEventType;
  readonly at: Date;
}

export interface RunFilter {
  readonly tenantId: string;
  readonly limit: number;
  readonly before?: string | undefined;
  readonly caseId?: string | undefined;
  readonly status?: RunStatus | undefined;
}

/** The read model of runs. The gateway is the only writer of a run's status; every read names the tenant. */
export interface RunStore {
  /**
   * Run, first event, idempotency key and the message that starts the work, unless that awaits a reader: all or nothing.
   *
   * @throws DomainError `case-erased` when the stored case was erased meanwhile
   */
  accept(run: NewRun, claim: IdempotencyClaim | undefined): Promise<Claimed>;
  /** Starts the work on a run that awaits a reader; does nothing where that was done, or the run was erased. */
  begin(tenantId: string, id: string): Promise<void>;
  /**
   * Accepts the run that revises the one that its `revision` names, unless that is revised already: both are linked and the
   * work starts, all or nothing.
   *
   * @returns whether this one revises it
   * @throws DomainError `case-erased`
   */
  revise(revised: NewRun & { readonly revision: Revision }): Promise<boolean>;
  find(tenantId: string, id: string): Promise<StoredRun | undefined>;
  /** For waiting: an answer is large, and to see that it is not there yet nobody needs to read it. */
  state(tenantId: string, id: string): Promise<RunState | undefined>;
  /** Newest first, without those whose case was erased. */
  list(filter: RunFilter): Promise<readonly RunLine[]>;
  events(tenantId: string, runId: string, after: number): Promise<readonly RunEvent[]>;
  /**
   * All at once, with their events in the order given. Does nothing once the run has ended or its case was erased; a
   * section that is known stays as it is.
   */
  recordSections(tenantId: string, runId: string, sections: readonly Section[], at: Date): Promise<void>;
  /** `incomplete` while a section that every run has is still on its way; `ignored` once it has ended or was erased. */
  complete(
    tenantId: string,
    runId: string,
    ending: Ending,
    at: Date,
  ): Promise<'done' | 'incomplete' | 'ignored'>;
  /** @returns false when the run had ended or was erased before */
  fail(tenantId: string, runId: string, problem: Problem, at: Date): Promise<boolean>;
  /** Runs that were begun and have not ended. */
  countWaiting(): Promise<number>;
  /** Such runs of which nothing was heard since `before`, the oldest first. */
  listSilent(before: Date, limit: number): Promise<readonly SilentRun[]>;
  /** Starts a run's work again under the next epoch, unless it ended or moved on meanwhile. */
  driveAgain(run: SilentRun, at: Date): Promise<void>;
  /** Notes that a silent run was looked at and is still being worked on. */
  touch(run: SilentRun, at: Date): Promise<void>;
  /** Removes events of runs that ended before `before`. */
  forgetEvents(before: Date): Promise<number>;
  /** Takes quotations out of what was understood of cases given before `before`, a batch at a time; returns how many. */
  forgetNarratives(before: Date): Promise<number>;
}
export const RUN_STORE = Symbol('RunStore');
