import { Inject, Injectable } from '@nestjs/common';
import {
  erasureJobId,
  narrationJobId,
  runJobId,
  type EraseCasePayload,
  type Language,
  type PatientConfirmation,
} from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import {
  In,
  IsNull,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  Not,
  type DataSource,
  type EntityManager,
} from 'typeorm';
import { type CaseRegistry, type CaseState, type UnfinishedErasure } from '../ports/case-registry';
import { CaseEntity } from './entities/case.entity';
import { IdempotencyEntity } from './entities/idempotency.entity';
import { NarrationEntity } from './entities/narration.entity';
import { RunEventEntity } from './entities/run-event.entity';
import { RunEntity, WAITING } from './entities/run.entity';
import { notifyRun } from './notify';
import { OUTBOX } from './outbox';
import { eraseTutorOf } from './typeorm-tutor';

const ERASING_SERVICES = ['case-intake', 'ddx-ranking', 'guideline-retrieval', 'explanation-log'] as const;

@Injectable()
export class TypeOrmCaseRegistry implements CaseRegistry {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  async stateOf(tenantId: string, caseId: string): Promise<CaseState> {
    const row = await this.dataSource.manager.findOneBy(CaseEntity, { tenantId, id: caseId });
    if (row === null) return 'unknown';
    return row.erasedAt === null ? 'stored' : 'erased';
  }

  async erasedAmong(tenantId: string, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.manager.find(CaseEntity, {
      select: { id: true },
      where: { tenantId, id: In([...caseIds]), erasedAt: Not(IsNull()) },
    });
    return new Set(rows.map(({ id }) => id));
  }

  async add(
    tenantId: string,
    caseId: string,
    language: Language,
    at: Date,
    confirmation?: PatientConfirmation,
  ): Promise<void> {
    await this.dataSource.manager
      .createQueryBuilder()
      .insert()
      .into(CaseEntity)
      .values({
        id: caseId,
        tenantId,
        language,
        createdAt: at,
        erasedAt: null,
        erasedBy: [],
        erasureSeenAt: null,
        expiresAt: null,
        confirmation: confirmation ?? null,
      })
      .orIgnore()
      .execute();
  }

  async confirmationsOf(
    tenantId: string,
    caseIds: readonly string[],
  ): Promise<ReadonlyMap<string, PatientConfirmation>> {
    const rows = await this.dataSource.manager.find(CaseEntity, {
      select: { id: true, confirmation: true },
      where: { tenantId, id: In([...caseIds]), confirmation: Not(IsNull()) },
    });
    return new Map(
      rows.flatMap(({ id, confirmation }) => (confirmation === null ? [] : [[id, confirmation]])),
    );
  }

  async keep(tenantId: string, caseId: string, now: Date): Promise<boolean> {
    const { manager } = this.dataSource;
    const known = { tenantId, id: caseId };
    await manager.update(CaseEntity, { ...known, expiresAt: MoreThan(now) }, { expiresAt: null });
    return manager.existsBy(CaseEntity, { ...known, expiresAt: IsNull() });
  }

  async expired(now: Date, limit: number): Promise<{ tenantId: string; caseId: string }[]> {
    const rows = await this.dataSource.manager.find(CaseEntity, {
      select: { id: true, tenantId: true },
      where: { expiresAt: LessThanOrEqual(now), erasedAt: IsNull() },
      order: { expiresAt: 'ASC' },
      take: limit,
    });
    return rows.map(({ id, tenantId }) => ({ tenantId, caseId: id }));
  }

  erase(tenantId: string, caseId: string, requestId: string, at: Date): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.update(
        CaseEntity,
        { tenantId, id: caseId },
        { erasedAt: at, erasureSeenAt: at, confirmation: null },
      );
      const runs = await manager.find(RunEntity, {
        where: { tenantId, caseId },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const runIds = runs.map(({ id }) => id);
      await this.eraseRuns(manager, runs, at);
      await manager.delete(IdempotencyEntity, { tenantId, resourceId: In([caseId, ...runIds]) });
      await tell(manager, { tenantId, caseId, epoch: 0, missing: ERASING_SERVICES }, runs, requestId);
    });
  }

  async unfinishedErasures(before: Date, limit: number): Promise<readonly UnfinishedErasure[]> {
    const rows = await this.dataSource.manager.find(CaseEntity, {
      where: { erasureSeenAt: LessThan(before) },
      order: { erasureSeenAt: 'ASC' },
      take: limit,
    });
    return rows.map((row) => ({
      tenantId: row.tenantId,
      caseId: row.id,
      epoch: row.erasureEpoch,
      missing: ERASING_SERVICES.filter((service) => !row.erasedBy.includes(service)),
    }));
  }

  eraseAgain(
    erasure: UnfinishedErasure,
    services: readonly string[],
    requestId: string,
    at: Date,
  ): Promise<void> {
    const { tenantId, caseId, epoch } = erasure;
    const next = services.length === 0 ? epoch : epoch + 1;
    return this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.update(
        CaseEntity,
        { tenantId, id: caseId, erasureEpoch: epoch, erasureSeenAt: Not(IsNull()) },
        { erasureEpoch: next, erasureSeenAt: at },
      );
      if (affected !== 1 || services.length === 0) return;
      const runs = await manager.findBy(RunEntity, { tenantId, caseId });
      await tell(manager, { tenantId, caseId, epoch: next, missing: services }, runs, requestId);
    });
  }

  async oldestUnfinishedErasure(): Promise<Date | undefined> {
    const [oldest] = await this.dataSource.manager.find(CaseEntity, {
      where: { erasureSeenAt: Not(IsNull()) },
      order: { erasedAt: 'ASC' },
      take: 1,
    });
    return oldest?.erasedAt ?? undefined;
  }

  acknowledge(tenantId: string, caseId: string, service: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const row = await manager.findOne(CaseEntity, {
        where: { tenantId, id: caseId },
        lock: { mode: 'pessimistic_write' },
      });
      if (row === null || row.erasedBy.includes(service)) return;
      const erasedBy = [...row.erasedBy, service].sort();
      const isDone = ERASING_SERVICES.every((each) => erasedBy.includes(each));
      await manager.update(
        CaseEntity,
        { id: caseId },
        { erasedBy, ...(isDone ? { erasureSeenAt: null } : {}) },
      );
    });
  }

  /** The rows stay, empty and ended, so that their ids answer 410 and nothing waits for them. */
  private async eraseRuns(manager: EntityManager, runs: readonly RunEntity[], at: Date): Promise<void> {
    if (runs.length === 0) return;
    const ids = runs.map(({ id }) => id);
    const nothing = {
      input: null,
      understood: null,
      answer: null,
      packedAnswer: null,
      leadingDisease: null,
      guidelines: null,
      llm: null,
      reading: null,
      revision: null,
      problem: null,
      narrativeKept: false,
    };
    await manager.update(RunEntity, { id: In(ids) }, nothing);
    const ended = { status: 'failed', completedAt: at } as const;
    await manager.update(RunEntity, { id: In(ids), status: In([...WAITING]) }, ended);
    await manager.delete(RunEventEntity, { runId: In(ids) });
    const narrations = await manager.find(NarrationEntity, {
      select: { id: true },
      where: { runId: In(ids) },
    });
    await manager.delete(NarrationEntity, { runId: In(ids) });
    await eraseTutorOf(manager, ids);
    const writing = narrations.map(({ id }) => narrationJobId(id, 'write'));
    const revising = ids.map((id) => runJobId(id, 'revise-run.v1', 0));
    await OUTBOX.forget(manager, [...runs.flatMap(jobIdsOf), ...writing, ...revising]);
    for (const id of ids) await notifyRun(manager, id);
  }
}

/** Tells services to erase a case, in the transaction that decides upon it. */
async function tell(
  manager: EntityManager,
  { tenantId, caseId, epoch, missing }: UnfinishedErasure,
  runs: readonly RunEntity[],
  requestId: string,
): Promise<void> {
  const payload: EraseCasePayload = {
    meta: { tenantId, requestId },
    caseId,
    epoch,
    runs: runs.map((run) => ({ runId: run.id, epoch: run.epoch })),
  };
  for (const queue of ERASING_SERVICES.filter((service) => missing.includes(service))) {
    const jobId = erasureJobId(caseId, 'erase-case.v1', queue, epoch);
    await OUTBOX.add(manager, { queue, job: 'erase-case.v1', jobId, payload });
  }
}

/** The messages with which the gateway started the work on a run, once for each epoch. */
const jobIdsOf = ({ id, epoch }: RunEntity): string[] =>
  Array.from({ length: epoch + 1 }, (_, each) => runJobId(id, 'normalise-case.v1', each));
