import {
  DomainError,
  runJobId,
  Understood,
  withoutNarrative,
  type NormaliseCase,
  type Problem,
  type RunEventType,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import {
  In,
  IsNull,
  LessThan,
  Not,
  type DataSource,
  type EntityManager,
  type SelectQueryBuilder,
} from 'typeorm';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import {
  type Ending,
  type NewRun,
  type RunEvent,
  type RunFilter,
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

const FORGET_BATCH = 200;
/** Sequences are Postgres integers: a larger number is none that we gave. */
const LARGEST_SEQUENCE = 2_147_483_647;

/** The read model of runs in the gateway's schema. Each change locks the run's row, so that events have an order. */
export class TypeOrmRuns implements RunStore {
  constructor(
    private readonly dataSource: DataSource,
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
      await addEvent(manager, row.id, 'status', run.createdAt);
      await OUTBOX.add(manager, firstMessage(row));
      return { kind: 'fresh' };
    });
  }

  async find(tenantId: string, id: string): Promise<StoredRun | undefined> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(RunEntity, { tenantId, id });
    return row === null ? undefined : this.open(row, await isErased(manager, row));
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
      if (run[COLUMN_OF[section.type]] !== null) return;
      await manager.update(
        RunEntity,
        { id: runId },
        { status: 'running', progressedAt: at, ...columnsOf(section) },
      );
      const types: RunEventType[] = run.status === 'queued' ? ['status'] : [];
      types.push(section.type);
      if (section.type === 'differential' && run.options.includeNextTests) types.push('next-tests');
      for (const type of types) await addEvent(manager, runId, type, at);
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
      outcome = run.understood === null || run.answer === null ? 'incomplete' : 'done';
      if (outcome === 'incomplete') return;
      await manager.update(
        RunEntity,
        { id: runId },
        { ...ending, status: 'completed', completedAt: at, progressedAt: at, input: null },
      );
      if (run.guidelines === null) await addEvent(manager, runId, 'guidelines', at);
      if (run.llm === null && ending.llm.used) await addEvent(manager, runId, 'llm', at);
      await addEvent(manager, runId, 'completed', at);
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
      await addEvent(manager, runId, 'failed', at);
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
      const next = { ...row, epoch: row.epoch + 1, progressedAt: at };
      await manager.update(RunEntity, { id: run.id }, { epoch: next.epoch, progressedAt: at });
      await OUTBOX.add(manager, firstMessage(next));
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
    work: (manager: EntityManager, run: RunEntity) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const run = await manager.findOne(RunEntity, {
        where: { tenantId, id: runId, status: In([...WAITING]) },
        lock: { mode: 'pessimistic_write' },
      });
      if (run === null || (await isErased(manager, run))) return false;
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

const isErased = (manager: EntityManager, { caseId }: RunEntity): Promise<boolean> =>
  manager.existsBy(CaseEntity, { id: caseId, erasedAt: Not(IsNull()) });

/** The message that starts the work on a run, in its present epoch. */
function firstMessage(run: RunEntity) {
  const payload: NormaliseCase = {
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

async function addEvent(manager: EntityManager, runId: string, type: RunEventType, at: Date): Promise<void> {
  const last = await manager.maximum(RunEventEntity, 'sequence', { runId });
  await manager.insert(RunEventEntity, { runId, sequence: (last ?? 0) + 1, type, at });
}
