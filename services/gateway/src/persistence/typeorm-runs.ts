import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  runJobId,
  Understood,
  withoutNarrative,
  type NormaliseCasePayload,
  type Problem,
  type RunEventType,
} from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, IsNull, LessThan, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import {
  type Ending,
  type NewRun,
  type RunEvent,
  type RunFilter,
  type RunState,
  type RunStore,
  type Section,
  type StoredRun,
} from '../ports/run-store';
import { CaseEntity } from './entities/case.entity';
import { RunEventEntity } from './entities/run-event.entity';
import { RunEntity, WAITING } from './entities/run.entity';
import { claimKey } from './idempotency-rows';
import { OUTBOX } from './outbox';
import { notifyRun } from './notify';
import { addEvents } from './run-events';
import { isErased, lockWaitingRun, type WaitingRun } from './waiting-run';

const FORGET_BATCH = 200;
/** Sequences are Postgres integers: a larger number is none that we gave. */
const LARGEST_SEQUENCE = 2_147_483_647;

/** The read model of runs in the gateway's schema. Each change locks the run's row, so that events have an order. */
@Injectable()
export class TypeOrmRuns implements RunStore {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {}

  accept(run: NewRun, claim: IdempotencyClaim | undefined): Promise<Claimed> {
    return this.dataSource.transaction(async (manager) => {
      if (claim !== undefined) {
        const claimed = await claimKey(manager, claim, run.createdAt);
        if (claimed.kind === 'known') return claimed;
      }
      if (run.input === null) await requireCase(manager, run);
      else await insertCase(manager, run);
      const row = toRow(run);
      await manager.insert(RunEntity, row);
      await addEvents(manager, row.id, ['status'], run.createdAt);
      await OUTBOX.add(manager, firstMessage(row));
      return { kind: 'fresh' };
    });
  }

  async find(tenantId: string, id: string): Promise<StoredRun | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(RunEntity, { tenantId, id });
    return row === null ? undefined : this.open(row, await isErased(manager, row));
  }

  async state(tenantId: string, id: string): Promise<RunState | undefined> {
    const [row] = await this.dataSource.manager.query<RunState[]>(
      `SELECT run.status, c.erased_at IS NOT NULL AS erased
         FROM runs run LEFT JOIN cases c ON c.id = run.case_id WHERE run.tenant_id = $1 AND run.id = $2`,
      [tenantId, id],
    );
    return row;
  }

  async list({ tenantId, limit, before, caseId, status }: RunFilter): Promise<readonly StoredRun[]> {
    const query = this.unerased().andWhere('run.tenantId = :tenantId', { tenantId });
    if (before !== undefined) query.andWhere('run.id < :before', { before });
    if (caseId !== undefined) query.andWhere('run.caseId = :caseId', { caseId });
    if (status !== undefined) query.andWhere('run.status = :status', { status });
    const rows = await query.orderBy('run.id', 'DESC').take(limit).getMany();
    return rows.map((row) => this.open(row, false));
  }

  async events(tenantId: string, runId: string, after: number): Promise<readonly RunEvent[]> {
    if (after >= LARGEST_SEQUENCE) return [];
    return this.dataSource.manager
      .createQueryBuilder(RunEventEntity, 'e')
      .innerJoin(RunEntity, 'run', 'run.id = e.runId AND run.tenantId = :tenantId', { tenantId })
      .where('e.runId = :runId AND e.sequence > :after', { runId, after })
      .orderBy('e.sequence')
      .getMany();
  }

  async recordSection(tenantId: string, runId: string, section: Section, at: Date): Promise<void> {
    await this.change(tenantId, runId, async (manager, run) => {
      if (run.known[COLUMN_OF[section.type]]) return;
      await manager.update(
        RunEntity,
        { id: runId },
        { status: 'running', progressedAt: at, ...columnsOf(section) },
      );
      const types: RunEventType[] = run.status === 'queued' ? ['status'] : [];
      types.push(section.type);
      if (section.type === 'differential' && run.options.includeNextTests) types.push('next-tests');
      await addEvents(manager, runId, types, at);
    });
  }

  async complete(
    tenantId: string,
    runId: string,
    ending: Ending,
    at: Date,
  ): Promise<'done' | 'incomplete' | 'ignored'> {
    let outcome: 'done' | 'incomplete' | 'ignored' = 'ignored';
    await this.change(tenantId, runId, async (manager, run) => {
      outcome = run.known.understood && run.known.answer ? 'done' : 'incomplete';
      if (outcome === 'incomplete') return;
      await manager.update(
        RunEntity,
        { id: runId },
        { ...ending, status: 'completed', completedAt: at, progressedAt: at, input: null },
      );
      const types: RunEventType[] = run.known.guidelines ? [] : ['guidelines'];
      if (!run.known.llm && ending.llm.used) types.push('llm');
      await addEvents(manager, runId, [...types, 'completed'], at);
    });
    return outcome;
  }

  fail(tenantId: string, runId: string, problem: Problem, at: Date): Promise<boolean> {
    return this.change(tenantId, runId, async (manager) => {
      await manager.update(
        RunEntity,
        { id: runId },
        { status: 'failed', completedAt: at, progressedAt: at, input: null, problem },
      );
      await addEvents(manager, runId, ['failed'], at);
    });
  }

  countWaiting(): Promise<number> {
    return this.dataSource.manager.countBy(RunEntity, { status: In([...WAITING]) });
  }

  async listSilent(before: Date, limit: number): Promise<readonly StoredRun[]> {
    const rows = await this.unerased()
      .andWhere('run.status IN (:...waiting)', { waiting: WAITING })
      .andWhere('run.progressedAt < :before', { before })
      .orderBy('run.progressedAt', 'ASC')
      .take(limit)
      .getMany();
    return rows.map((row) => this.open(row, false));
  }

  async driveAgain(run: StoredRun, at: Date): Promise<void> {
    await this.change(run.tenantId, run.id, async (manager, row) => {
      if (row.epoch !== run.epoch || row.progressedAt > run.progressedAt) return;
      await manager.update(RunEntity, { id: run.id }, { epoch: row.epoch + 1, progressedAt: at });
      await OUTBOX.add(manager, firstMessage(await manager.findOneByOrFail(RunEntity, { id: run.id })));
    });
  }

  async touch({ tenantId, id }: StoredRun, at: Date): Promise<void> {
    await this.dataSource.manager.update(
      RunEntity,
      { tenantId, id, status: In([...WAITING]) },
      { progressedAt: at },
    );
  }

  async forgetEvents(before: Date): Promise<number> {
    const { affected } = await this.dataSource.manager
      .createQueryBuilder()
      .delete()
      .from(RunEventEntity)
      .where('run_id IN (SELECT id FROM runs WHERE completed_at < :before)', { before })
      .execute();
    return affected ?? 0;
  }

  async forgetNarratives(before: Date): Promise<number> {
    const { manager } = this.dataSource;
    const rows = await manager.find(RunEntity, {
      where: { narrativeKept: true, createdAt: LessThan(before) },
      order: { createdAt: 'ASC' },
      take: FORGET_BATCH,
    });
    for (const { id, tenantId, understood } of rows) {
      const coded =
        understood === null ? null : withoutNarrative(this.sealer.open(understood, tenantId, Understood));
      await manager.update(
        RunEntity,
        { id, narrativeKept: true },
        { understood: coded === null ? null : this.sealer.seal(coded, tenantId), narrativeKept: false },
      );
    }
    return rows.length;
  }

  /**
   * Changes a run that has neither ended nor been erased, under its lock, and tells those who wait for it.
   *
   * @returns whether there was such a run
   */
  private change(
    tenantId: string,
    runId: string,
    work: (manager: EntityManager, run: WaitingRun) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const run = await lockWaitingRun(manager, tenantId, runId);
      if (run === undefined) return false;
      await work(manager, run);
      await notifyRun(manager, runId);
      return true;
    });
  }

  private unerased(): SelectQueryBuilder<RunEntity> {
    return this.dataSource.manager.createQueryBuilder(RunEntity, 'run').where((query) => {
      const erased = query
        .subQuery()
        .select('1')
        .from(CaseEntity, 'c')
        .where('c.id = run.caseId AND c.erasedAt IS NOT NULL');
      return `NOT EXISTS ${erased.getQuery()}`;
    });
  }

  private open({ understood, ...row }: RunEntity, erased: boolean): StoredRun {
    return {
      ...row,
      understood: understood === null ? null : this.sealer.open(understood, row.tenantId, Understood),
      erased,
    };
  }
}

const COLUMN_OF = {
  understood: 'understood',
  differential: 'answer',
  guidelines: 'guidelines',
  llm: 'llm',
} as const satisfies Record<Section['type'], keyof RunEntity>;

const columnsOf = (
  section: Section,
): Partial<Pick<RunEntity, 'understood' | 'caseVersion' | 'answer' | 'guidelines' | 'llm'>> => {
  switch (section.type) {
    case 'understood':
      return { understood: section.sealed, caseVersion: section.caseVersion };
    case 'differential':
      return { answer: section.answer };
    case 'guidelines':
      return { guidelines: section.passages };
    case 'llm':
      return { llm: section.llm };
  }
};

const toRow = ({ principal, language: _language, ...run }: NewRun): RunEntity => ({
  ...run,
  tenantId: principal.tenantId,
  subject: principal.subject,
  status: 'queued',
  progressedAt: run.createdAt,
  completedAt: null,
  epoch: 0,
  input: run.input === null ? null : { ...run.input },
  understood: null,
  narrativeKept: true,
  answer: null,
  guidelines: null,
  llm: null,
  degraded: [],
  logEntry: null,
  problem: null,
});

const insertCase = (
  manager: EntityManager,
  { principal, caseId, language, createdAt }: NewRun,
): Promise<unknown> =>
  manager.insert(CaseEntity, {
    id: caseId,
    tenantId: principal.tenantId,
    language,
    createdAt,
    erasedAt: null,
    erasedBy: [],
  });

/** The stored case of a new run, held against an erasure until the run is written. */
async function requireCase(manager: EntityManager, { principal, caseId }: NewRun): Promise<void> {
  const stored = await manager.findOne(CaseEntity, {
    where: { tenantId: principal.tenantId, id: caseId, erasedAt: IsNull() },
    lock: { mode: 'pessimistic_read' },
  });
  if (stored === null) throw new DomainError('case-erased');
}

/** The message that starts the work on a run, in its present epoch. */
function firstMessage(run: RunEntity) {
  const payload: NormaliseCasePayload = {
    meta: {
      tenantId: run.tenantId,
      requestId: run.requestId,
      ...(run.traceparent === null ? {} : { traceparent: run.traceparent }),
      runId: run.id,
      caseId: run.caseId,
      epoch: run.epoch,
      versions: run.versions,
      acceptedAt: run.createdAt.toISOString(),
    },
    options: run.options,
    stored: run.input === null ? { caseVersion: run.caseVersion } : null,
    input: run.input,
  };
  const job = 'normalise-case.v1' as const;
  return { queue: 'case-intake' as const, job, jobId: runJobId(run.id, job, run.epoch), payload };
}
