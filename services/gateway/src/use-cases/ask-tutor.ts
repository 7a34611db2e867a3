import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Language,
  type TutorAsked,
  type TutorOwner,
  type TutorQuestion,
  type TutorQuestionRecord,
  type TutorSubject,
  type TutorThread,
  type TutorThreadList,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { CLOCK, newId, type Clock } from '@openrounds/platform';
import { presentTutorQuestion, presentTutorSummary, presentTutorThread } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { MASKER, type Masker } from '../ports/masker';
import { TUTOR_STORE, type TutorStore } from '../ports/tutor-store';
import { type Idempotency } from './claim-id';
import { requireSameRequest } from './idempotent';
import { decodeCursor, pageOf } from './paging';
import { RunWatches } from './run-watch';
import { TutorGrounds, type TutorGround, type TutorRequest } from './tutor-grounds';
import { waitFor } from './wait-for';

export interface ThreadRequest extends TutorRequest {
  readonly about: TutorSubject;
  /** The operation, by whose name its key is known. */
  readonly operation: string;
  /** `socratic`: where it is not the teacher's to say. */
  readonly input: { readonly language: Language; readonly socratic?: boolean };
  readonly idempotency: Idempotency;
}

export interface QuestionRequest extends TutorRequest {
  readonly threadId: string;
  readonly question: string;
  readonly idempotency: Idempotency;
}

/** So much of what was said before goes with a question. */
const EARLIER_TURNS = 3;
/** What a thread does not outlive. */
const GONE: ReadonlySet<string> = new Set(['not-found', 'learner-erased', 'case-erased']);

/**
 * Has questions about a list answered by the language model, from the codes of the answer and the passages of the knowledge
 * base alone. What a person writes is de-identified before it rests or leaves. A thread is its owner's: to anybody else there
 * is none. Whether its owner may still ask and read is looked at each time.
 */
@Injectable()
export class AskTutor {
  constructor(
    private readonly grounds: TutorGrounds,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: Pick<KnowledgeLibrary, 'versions'>,
    @Inject(TUTOR_STORE) private readonly tutor: TutorStore,
    @Inject(MASKER) private readonly masker: Masker,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RunWatches) private readonly watches: Pick<RunWatches, 'open'>,
  ) {}

  /**
   * @returns the thread's id: that of the first request where the idempotency key came before
   * @throws DomainError `not-found`, `case-erased`; `run-not-ready` before the list is there; `dependency-unavailable` where no
   * language model is configured; what teaching refuses with
   */
  async begin({ about, operation, input, idempotency, ...request }: ThreadRequest): Promise<string> {
    const { principal } = request;
    const { lines, caseId, goesWith, socratic } = await this.grounds.of(request, about);
    await lines(input.language);
    this.requireModel();
    const id = newId();
    const claim = idempotency && { ...idempotency, principal, operation, resourceId: id };
    const thread = {
      ...{ id, about, caseId, goesWith },
      owner: ownerOf(request, about),
      language: input.language,
      socratic: socratic ?? input.socratic ?? false,
      createdAt: this.clock.now(),
    };
    const claimed = await this.tutor.begin(principal.tenantId, thread, claim);
    if (claimed.kind === 'fresh') return id;
    requireSameRequest(claimed, claim);
    return claimed.resourceId;
  }

  /** The asker's threads, newest first. @throws DomainError as {@link begin}; `invalid-request` for a cursor that is none of ours */
  async list(
    request: TutorRequest,
    about: TutorSubject,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<TutorThreadList> {
    await this.grounds.of(request, about);
    const of = { about, owner: ownerOf(request, about) };
    const wanted = { limit: limit + 1, before: decodeCursor(cursor) };
    const threads = await this.tutor.list(request.principal.tenantId, of, wanted);
    return pageOf(threads.map(presentTutorSummary), limit);
  }

  /** @throws DomainError `not-found`, `case-erased`, and what teaching refuses with */
  async read(request: TutorRequest, threadId: string, language: Language): Promise<TutorThread> {
    const { thread } = await this.find(request, threadId);
    const questions = await this.tutor.questions(request.principal.tenantId, threadId);
    return presentTutorThread(thread, questions, language);
  }

  /**
   * @returns the question's id: that of the first request where the idempotency key came before
   * @throws DomainError as {@link read}; `thread-full`; `dependency-unavailable` where no language model is configured
   */
  async ask({ threadId, question, idempotency, ...request }: QuestionRequest): Promise<string> {
    const { principal, meta } = request;
    const { thread, ground } = await this.find(request, threadId);
    this.requireModel();
    const [id, createdAt] = [newId(), this.clock.now()];
    const claim = idempotency && { ...idempotency, principal, operation: 'askTutor', resourceId: id };
    const { language, socratic, about } = thread;
    const { versions, caseId } = ground;
    const claimed = await this.tutor.ask(
      {
        ...{ id, threadId, createdAt, language, socratic },
        evidence: await ground.lines(language),
        asked: await this.askedOf(request, threadId, question),
        meta: {
          ...meta,
          userId: principal.subject,
          ...(caseId === null ? {} : { runId: about.id, caseId }),
          epoch: 0,
          versions,
          acceptedAt: createdAt.toISOString(),
        },
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
   * @throws DomainError as {@link read}
   */
  async readQuestion(
    request: TutorRequest,
    threadId: string,
    id: string,
    seconds: number,
    language: Language,
  ): Promise<TutorQuestion> {
    const { tenantId } = request.principal;
    const { thread } = await this.find(request, threadId);
    const read = () => this.tutor.findQuestion(tenantId, threadId, id);
    const record = seconds === 0 ? await read() : await this.readWhenEnded(tenantId, thread, seconds, read);
    // What may be told can have changed while one waited.
    if (seconds > 0 || record === undefined) await this.find(request, threadId);
    if (record !== undefined) return presentTutorQuestion(record, language);
    throw new DomainError('not-found', 'There is no such question');
  }

  /** A thread that is the asker's, with its ground. One whose ground was erased meanwhile goes with it. */
  private async find(
    request: TutorRequest,
    threadId: string,
  ): Promise<{ readonly thread: TutorThreadRecord; readonly ground: TutorGround }> {
    const { tenantId, subject } = request.principal;
    const thread = await this.tutor.findThread(tenantId, threadId);
    if (thread === undefined || (thread.owner.kind !== 'room' && thread.owner.id !== subject))
      throw noSuchThread();
    try {
      return { thread, ground: await this.grounds.of(request, thread.about) };
    } catch (error) {
      if (thread.about.kind === 'run' || !(error instanceof DomainError)) throw error;
      if (error.code === 'forbidden') throw noSuchThread();
      if (GONE.has(error.code)) await this.tutor.erase(tenantId, { threadId });
      throw error;
    }
  }

  /** Without identities, whatever the person wrote. */
  private async askedOf(
    { principal: { tenantId } }: TutorRequest,
    threadId: string,
    question: string,
  ): Promise<TutorAsked> {
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
    tenantId: string,
    { about }: TutorThreadRecord,
    seconds: number,
    read: () => Promise<TutorQuestionRecord | undefined>,
  ): Promise<TutorQuestionRecord | undefined> {
    const watch = this.watches.open(tenantId, about.id);
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

const noSuchThread = (): DomainError => new DomainError('not-found', 'There is no such thread');

/** A learner's thread is found and erased as theirs; that of a room belongs to all who lead it. */
function ownerOf({ principal }: TutorRequest, { kind, id }: TutorSubject): TutorOwner {
  if (kind === 'room') return { kind, id };
  return { kind: kind === 'attempt' ? 'learner' : 'person', id: principal.subject };
}
