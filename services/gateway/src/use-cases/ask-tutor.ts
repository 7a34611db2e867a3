import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type CreateTutorThreadInput,
  type JobMeta,
  type Language,
  type Principal,
  type TutorAsked,
  type TutorQuestion,
  type TutorQuestionRecord,
  type TutorThread,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import {
  narrationEvidence,
  presentTutorQuestion,
  presentTutorThread,
  TO_ANSWER,
} from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { MASKER, type Masker } from '../ports/masker';
import { TUTOR_STORE, type TutorStore } from '../ports/tutor-store';
import { type StoredRun } from '../ports/run-store';
import { type Idempotency } from './claim-id';
import { requireSameRequest } from './idempotent';
import { metaOfRun } from './meta-of-run';
import { ReadRun } from './read-run';
import { RunWatches } from './run-watch';
import { waitFor } from './wait-for';

export interface ThreadRequest {
  readonly principal: Principal;
  readonly runId: string;
  readonly input: CreateTutorThreadInput;
  readonly idempotency: Idempotency;
}

export interface QuestionRequest {
  readonly principal: Principal;
  readonly meta: JobMeta;
  readonly threadId: string;
  readonly question: string;
  readonly idempotency: Idempotency;
}

/** So much of what was said before goes with a question. */
const EARLIER_TURNS = 3;

/**
 * Has questions about runs answered by the language model, from the codes of the answer and the passages of the knowledge
 * base alone. What a person writes is de-identified before it rests or leaves. A thread is its owner's: to anybody else there
 * is none.
 */
@Injectable()
export class AskTutor {
  constructor(
    @Inject(ReadRun) private readonly runs: Pick<ReadRun, 'find' | 'present'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
    @Inject(TUTOR_STORE) private readonly tutor: TutorStore,
    @Inject(MASKER) private readonly masker: Masker,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RunWatches) private readonly watches: Pick<RunWatches, 'open'>,
  ) {}

  /**
   * @returns the thread's id: that of the first request where the idempotency key came before
   * @throws DomainError `not-found`, `case-erased`; `run-not-ready` before the list is there; `dependency-unavailable` where no
   * language model is configured
   */
  async begin({ principal, runId, input, idempotency }: ThreadRequest): Promise<string> {
    const run = await this.runs.find(principal, runId);
    if (run.answer === null) throw new DomainError('run-not-ready');
    this.requireModel();
    const id = newId();
    const claim = idempotency && {
      ...idempotency,
      principal,
      operation: 'createTutorThread',
      resourceId: id,
    };
    const thread: TutorThreadRecord = {
      id,
      runId,
      owner: { kind: 'person', id: principal.subject },
      ...input,
      createdAt: this.clock.now(),
    };
    const claimed = await this.tutor.begin(principal.tenantId, run.caseId, thread, claim);
    if (claimed.kind === 'fresh') return id;
    requireSameRequest(claimed, claim);
    return claimed.resourceId;
  }

  /** @throws DomainError `not-found`, `case-erased` */
  async read(principal: Principal, threadId: string, language: Language): Promise<TutorThread> {
    const { thread } = await this.find(principal, threadId);
    const questions = await this.tutor.questions(principal.tenantId, threadId);
    return presentTutorThread(thread, questions, language);
  }

  /**
   * @returns the question's id: that of the first request where the idempotency key came before
   * @throws DomainError `not-found`, `case-erased`, `thread-full`; `dependency-unavailable` where no language model is configured
   */
  async ask({ principal, meta, threadId, question, idempotency }: QuestionRequest): Promise<string> {
    const { thread, run } = await this.find(principal, threadId);
    this.requireModel();
    const [id, createdAt] = [newId(), this.clock.now()];
    const claim = idempotency && { ...idempotency, principal, operation: 'askTutor', resourceId: id };
    const { language, socratic } = thread;
    const claimed = await this.tutor.ask(
      {
        id,
        threadId,
        createdAt,
        language,
        socratic,
        evidence: narrationEvidence(this.runs.present(run, language), language, TO_ANSWER),
        asked: await this.askedOf(principal, threadId, question),
        meta: metaOfRun({ ...meta, userId: principal.subject }, run, createdAt),
      },
      claim,
    );
    if (claimed.kind === 'fresh') return id;
    requireSameRequest(claimed, claim);
    return claimed.resourceId;
  }

  /**
   * The question when it is answered, or as it stands after `seconds`.
   *
   * @throws DomainError `not-found`, `case-erased`
   */
  async readQuestion(
    principal: Principal,
    threadId: string,
    id: string,
    seconds: number,
    language: Language,
  ): Promise<TutorQuestion> {
    const { run } = await this.find(principal, threadId);
    const read = () => this.tutor.findQuestion(principal.tenantId, threadId, id);
    const record = seconds === 0 ? await read() : await this.readWhenEnded(run, seconds, read);
    if (record !== undefined) return presentTutorQuestion(record, language);
    await this.runs.find(principal, run.id);
    throw new DomainError('not-found', 'There is no such question');
  }

  private async find(
    principal: Principal,
    threadId: string,
  ): Promise<{ readonly thread: TutorThreadRecord; readonly run: StoredRun }> {
    const thread = await this.tutor.findThread(principal.tenantId, threadId);
    if (thread?.owner.id !== principal.subject) {
      throw new DomainError('not-found', 'There is no such thread');
    }
    return { thread, run: await this.runs.find(principal, thread.runId) };
  }

  /** Without identities, whatever the person wrote. */
  private async askedOf({ tenantId }: Principal, threadId: string, question: string): Promise<TutorAsked> {
    const mask = await this.masker.read([question]);
    const before = await this.tutor.questions(tenantId, threadId);
    return {
      question: mask(question).text,
      earlier: before
        .filter(({ said }) => said !== null)
        .slice(-EARLIER_TURNS)
        .map((turn) => ({
          question: turn.question,
          answer: [...(turn.said?.sentences ?? []), ...(turn.said?.asksBack ? [turn.said.asksBack] : [])].map(
            ({ text }) => text,
          ),
        })),
    };
  }

  private requireModel(): void {
    if (this.knowledge.versions().llm !== null) return;
    throw new DomainError('dependency-unavailable', 'No language model is configured');
  }

  private async readWhenEnded(
    { tenantId, id }: StoredRun,
    seconds: number,
    read: () => Promise<TutorQuestionRecord | undefined>,
  ): Promise<TutorQuestionRecord | undefined> {
    const watch = this.watches.open(tenantId, id);
    try {
      return await waitFor({
        read,
        until: (record) => record === undefined || record.completedAt !== null,
        subscribe: watch.subscribe,
        milliseconds: seconds * 1000,
      });
    } finally {
      watch.close();
    }
  }
}
