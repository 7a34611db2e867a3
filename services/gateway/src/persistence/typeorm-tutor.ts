import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  MOST_TUTOR_QUESTIONS,
  NarrationEvidence,
  SaidTutoring,
  SEAL_PLACES,
  tutorJobId,
  type ListedTutorThread,
  type TutorAnswerPayload,
  type TutorQuestionRecord,
  type TutorThreadRecord,
} from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { ArrayOverlap, In, IsNull, LessThan, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import {
  type ErasedThreads,
  type NewTutorQuestion,
  type NewTutorThread,
  type TutorOutcome,
  type TutorStore,
} from '../ports/tutor-store';
import { TutorQuestionEntity } from './entities/tutor-question.entity';
import { TutorThreadEntity } from './entities/tutor-thread.entity';
import { claimKey } from './idempotency-rows';
import { notifyRun } from './notify';
import { OUTBOX } from './outbox';
import { holdCase } from './run-rows';

const Lines = z.array(NarrationEvidence);
const FORGET_BATCH = 200;

@Injectable()
export class TypeOrmTutor implements TutorStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  begin(
    tenantId: string,
    { owner, about, caseId, goesWith, ...thread }: NewTutorThread,
    claim: IdempotencyClaim | undefined,
  ): Promise<Claimed> {
    return this.dataSource.transaction(async (manager) => {
      if (claim !== undefined) {
        const claimed = await claimKey(manager, claim, thread.createdAt);
        if (claimed.kind === 'known') return claimed;
      }
      if (caseId !== null) await holdCase(manager, tenantId, caseId);
      const of = { ownerKind: owner.kind, ownerId: owner.id, aboutKind: about.kind, aboutId: about.id };
      await manager.insert(TutorThreadEntity, { ...thread, ...of, tenantId, goesWith: [...goesWith] });
      return { kind: 'fresh' };
    });
  }

  async findThread(tenantId: string, id: string): Promise<TutorThreadRecord | undefined> {
    const row = await this.dataSource.manager.findOneBy(TutorThreadEntity, { tenantId, id });
    return row === null ? undefined : threadOf(row);
  }

  async list(
    tenantId: string,
    { about, owner }: Parameters<TutorStore['list']>[1],
    { limit, before }: Parameters<TutorStore['list']>[2],
  ): Promise<readonly ListedTutorThread[]> {
    const rows = await this.dataSource.manager.find(TutorThreadEntity, {
      where: {
        tenantId,
        ...{ aboutKind: about.kind, aboutId: about.id, ownerKind: owner.kind, ownerId: owner.id },
        ...(before === undefined ? {} : { id: LessThan(before) }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    const questions = await this.dataSource.manager.find(TutorQuestionEntity, {
      select: { id: true, threadId: true, question: true },
      where: { tenantId, threadId: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
    return rows.map((row) => {
      const [first, ...others] = questions.filter(({ threadId }) => threadId === row.id);
      if (first === undefined) return { ...threadOf(row), asked: 0, first: null };
      return { ...threadOf(row), asked: others.length + 1, first: this.questionOf({ ...first, tenantId }) };
    });
  }

  async ofLearner(
    tenantId: string,
    learner: string,
    { limit, after }: Parameters<TutorStore['ofLearner']>[2],
  ): Promise<readonly TutorThreadRecord[]> {
    const later = after === null ? {} : { id: MoreThan(after) };
    const rows = await this.dataSource.manager.find(TutorThreadEntity, {
      where: { tenantId, ownerKind: 'learner', ownerId: learner, ...later },
      order: { id: 'ASC' },
      take: limit,
    });
    return rows.map(threadOf);
  }

  async questions(tenantId: string, threadId: string): Promise<readonly TutorQuestionRecord[]> {
    const rows = await this.dataSource.manager.find(TutorQuestionEntity, {
      where: { tenantId, threadId },
      order: { id: 'ASC' },
    });
    return rows.map((row) => this.opened(row));
  }

  async findQuestion(
    tenantId: string,
    threadId: string,
    id: string,
  ): Promise<TutorQuestionRecord | undefined> {
    const row = await this.dataSource.manager.findOneBy(TutorQuestionEntity, { tenantId, threadId, id });
    return row === null ? undefined : this.opened(row);
  }

  ask(question: NewTutorQuestion, claim: IdempotencyClaim | undefined): Promise<Claimed> {
    const { meta, id, threadId, createdAt, evidence, language, socratic, asked } = question;
    const { tenantId, caseId } = meta;
    return this.dataSource.transaction(async (manager) => {
      if (claim !== undefined) {
        const claimed = await claimKey(manager, claim, createdAt);
        if (claimed.kind === 'known') return claimed;
      }
      if (caseId !== undefined) await holdCase(manager, tenantId, caseId);
      await requirePlace(manager, tenantId, threadId);
      await manager.insert(TutorQuestionEntity, {
        id,
        tenantId,
        threadId,
        createdAt,
        completedAt: null,
        question: this.sealer.seal(asked.question, SEAL_PLACES.tutorQuestion(tenantId, id)),
        evidence: this.sealer.seal(evidence, SEAL_PLACES.tutorEvidence(tenantId, id)),
        said: null,
        fault: null,
      });
      const payload: TutorAnswerPayload = {
        meta,
        questionId: id,
        language,
        socratic,
        evidence: [...evidence],
        asked: this.sealer.seal(asked, SEAL_PLACES.tutorAsked(tenantId, id)),
      };
      const jobId = tutorJobId(id, 'answer');
      await OUTBOX.add(manager, { queue: 'ddx-ranking-llm', job: 'tutor-answer.v1', jobId, payload });
      return { kind: 'fresh' };
    });
  }

  finish(tenantId: string, id: string, outcome: TutorOutcome, at: Date): Promise<void> {
    const { said } = outcome;
    return this.dataSource.transaction(async (manager) => {
      const waiting = { tenantId, id, completedAt: IsNull() };
      const { affected } = await manager.update(TutorQuestionEntity, waiting, {
        completedAt: at,
        said: said === undefined ? null : this.sealer.seal(said, SEAL_PLACES.tutorSaid(tenantId, id)),
        fault: 'fault' in outcome ? outcome.fault : null,
      });
      if (affected !== 1) return;
      const { threadId } = await manager.findOneByOrFail(TutorQuestionEntity, { tenantId, id });
      const { aboutId } = await manager.findOneByOrFail(TutorThreadEntity, { tenantId, id: threadId });
      await notifyRun(manager, aboutId);
    });
  }

  erase(tenantId: string, which: ErasedThreads): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const threads = await manager.find(TutorThreadEntity, {
        select: { id: true },
        where: { tenantId, ...conditionOf(which) },
      });
      await deleteThreads(
        manager,
        threads.map(({ id }) => id),
      );
    });
  }

  forget(before: Date): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const old = await manager.find(TutorThreadEntity, {
        select: { id: true },
        where: { createdAt: LessThan(before) },
        order: { createdAt: 'ASC' },
        take: FORGET_BATCH,
      });
      await deleteThreads(
        manager,
        old.map(({ id }) => id),
      );
      return old.length;
    });
  }

  private questionOf({ tenantId, id, question }: Pick<TutorQuestionEntity, 'tenantId' | 'id' | 'question'>) {
    return this.sealer.open(question, SEAL_PLACES.tutorQuestion(tenantId, id), z.string());
  }

  private opened(row: TutorQuestionEntity): TutorQuestionRecord {
    const { tenantId, id, threadId, createdAt, completedAt, said, fault } = row;
    return {
      id,
      threadId,
      createdAt,
      completedAt,
      fault,
      question: this.questionOf(row),
      evidence: this.sealer.open(row.evidence, SEAL_PLACES.tutorEvidence(tenantId, id), Lines),
      said: said && this.sealer.open(said, SEAL_PLACES.tutorSaid(tenantId, id), SaidTutoring),
    };
  }
}

function threadOf(row: TutorThreadEntity): TutorThreadRecord {
  const { tenantId: _t, ownerKind, ownerId, aboutKind, aboutId, goesWith: _g, ...thread } = row;
  return { ...thread, owner: { kind: ownerKind, id: ownerId }, about: { kind: aboutKind, id: aboutId } };
}

function conditionOf(which: ErasedThreads) {
  if ('ownerId' in which) return { ownerId: which.ownerId, ownerKind: 'learner' as const };
  return 'threadId' in which ? { id: which.threadId } : { goesWith: ArrayOverlap([...which.goesWith]) };
}

/** Holds the thread until the question is written, so that two at once count each other. */
async function requirePlace(manager: EntityManager, tenantId: string, threadId: string): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  await manager.findOneOrFail(TutorThreadEntity, { where: { tenantId, id: threadId }, lock });
  const count = await manager.countBy(TutorQuestionEntity, { tenantId, threadId });
  if (count >= MOST_TUTOR_QUESTIONS) throw new DomainError('thread-full');
}

/** Deletes threads with their questions, and what was still to be sent of them. */
async function deleteThreads(manager: EntityManager, threadIds: readonly string[]): Promise<void> {
  const threadId = In([...threadIds]);
  const questions = await manager.find(TutorQuestionEntity, { select: { id: true }, where: { threadId } });
  await manager.delete(TutorQuestionEntity, { threadId });
  await manager.delete(TutorThreadEntity, { id: threadId });
  await OUTBOX.forget(
    manager,
    questions.map(({ id }) => tutorJobId(id, 'answer')),
  );
}

/** Erases what was asked about these runs, in the transaction that erases them. */
export async function eraseTutorOf(manager: EntityManager, runIds: readonly string[]): Promise<void> {
  const threads = await manager.find(TutorThreadEntity, {
    select: { id: true },
    where: { aboutKind: 'run', aboutId: In([...runIds]) },
  });
  await deleteThreads(
    manager,
    threads.map(({ id }) => id),
  );
}
