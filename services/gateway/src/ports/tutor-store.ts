import {
  type ListedTutorThread,
  type SaidTutoring,
  type TutorAsked,
  type TutorFault,
  type TutorMeta,
  type TutorOwner,
  type TutorQuestionRecord,
  type TutorSubject,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { type Claimed, type IdempotencyClaim } from './idempotency';

/** A question that was asked, with what its job carries. */
export interface NewTutorQuestion extends Pick<
  TutorQuestionRecord,
  'id' | 'threadId' | 'createdAt' | 'evidence'
> {
  readonly meta: TutorMeta;
  readonly language: TutorThreadRecord['language'];
  readonly socratic: boolean;
  /** Without identities. */
  readonly asked: TutorAsked;
}

/** A thread that is begun. */
export interface NewTutorThread extends TutorThreadRecord {
  /** Of one about a run: its case, with which it is erased. */
  readonly caseId: string | null;
  /** Of any other: ids of what it is erased with. */
  readonly goesWith: readonly string[];
}

/** Which threads are to go: of a learner, with one of these things, or one alone. */
export type ErasedThreads =
  | { readonly ownerId: string }
  | { readonly goesWith: readonly string[] }
  | { readonly threadId: string };

/** What came of a question. */
export type TutorOutcome =
  | { readonly said: SaidTutoring }
  | { readonly fault: TutorFault; readonly said?: SaidTutoring | undefined };

/** Threads of questions about lists; every call names the tenant. */
export interface TutorStore {
  /** @throws DomainError `case-erased` */
  begin(tenantId: string, thread: NewTutorThread, claim: IdempotencyClaim | undefined): Promise<Claimed>;
  /** The threads of an owner about a list, newest first, older than the thread `before`. */
  list(
    tenantId: string,
    of: { readonly about: TutorSubject; readonly owner: TutorOwner },
    wanted: { readonly limit: number; readonly before?: string | undefined },
  ): Promise<readonly ListedTutorThread[]>;
  /** The threads of a learner, in the order in which they were begun, from after the thread `after`. */
  ofLearner(
    tenantId: string,
    learner: string,
    wanted: { readonly limit: number; readonly after: string | null },
  ): Promise<readonly TutorThreadRecord[]>;
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
  /** Deletes threads with their questions, and what was still to be sent of them. */
  erase(tenantId: string, which: ErasedThreads): Promise<void>;
  /** Deletes threads that began before `before`, with their questions. @returns how many */
  forget(before: Date): Promise<number>;
}
export const TUTOR_STORE = Symbol('TutorStore');
