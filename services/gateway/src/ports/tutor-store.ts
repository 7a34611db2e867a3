import {
  type RunMeta,
  type SaidTutoring,
  type TutorAsked,
  type TutorFault,
  type TutorQuestionRecord,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { type Claimed, type IdempotencyClaim } from './idempotency';

/** A question that was asked, with what its job carries. */
export interface NewTutorQuestion extends Pick<
  TutorQuestionRecord,
  'id' | 'threadId' | 'createdAt' | 'evidence'
> {
  readonly meta: RunMeta;
  readonly language: TutorThreadRecord['language'];
  readonly socratic: boolean;
  /** Without identities. */
  readonly asked: TutorAsked;
}

/** What came of a question. */
export type TutorOutcome =
  | { readonly said: SaidTutoring }
  | { readonly fault: TutorFault; readonly said?: SaidTutoring | undefined };

/** Threads of questions about runs; every call names the tenant. */
export interface TutorStore {
  /** @throws DomainError `case-erased` */
  begin(
    tenantId: string,
    caseId: string,
    thread: TutorThreadRecord,
    claim: IdempotencyClaim | undefined,
  ): Promise<Claimed>;
  findThread(tenantId: string, id: string): Promise<TutorThreadRecord | undefined>;
  /** The questions of a thread, the oldest first. */
  questions(tenantId: string, threadId: string): Promise<readonly TutorQuestionRecord[]>;
  findQuestion(tenantId: string, threadId: string, id: string): Promise<TutorQuestionRecord | undefined>;
  /**
   * Keeps a question and sends it to be answered, in one transaction.
   *
   * @throws DomainError `case-erased`, `thread-full`
   */
  ask(question: NewTutorQuestion, claim: IdempotencyClaim | undefined): Promise<Claimed>;
  /** Does nothing where it has ended, or was erased. */
  finish(tenantId: string, questionId: string, outcome: TutorOutcome, at: Date): Promise<void>;
  /** Deletes threads that began before `before`, with their questions. @returns how many */
  forget(before: Date): Promise<number>;
}
export const TUTOR_STORE = Symbol('TutorStore');
