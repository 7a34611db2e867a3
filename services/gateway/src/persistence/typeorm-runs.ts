import {
  runJobId,
  Understood,
  type NormaliseCase,
  type Problem,
  type RunEventType,
} from '@openrounds/contracts';
import { type Sealer } from '@openrounds/platform';
import { In, IsNull, LessThan, Not, type DataSource, type EntityManager } from 'typeorm';
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
import { RunEntity } from './entities/run.entity';
import { claimKey, settleKey } from './idempotency-rows';
import { OUTBOX } from './outbox';
import { notifyRun } from './notify';

const WAITING = ['queued', 'running'] as const;

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
        await settleKey(manager, claim, null, run.createdAt);
      }
      if (run.input !== null) await insertCase(manager, run);
      const row = toRow(run);
      await manager.insert(RunEntity, row);
      await addEvent(manager, row.id, 'status', run.createdAt);
      await OUTBOX.add(manager, firstMessage(row));
      return { kind: 'fresh' };
    });
  }

  async find(tenantId: string, id: string): Promise<StoredRun | undefined> {
    const [found] = await this.withCase(await this.dataSource.manager.findBy(RunEntity, { tenantId, id }));
    return found;
  }

  async list({ tenantId, limit, before, caseId, status }: RunFilter): Promise<readonly StoredRun[]> {
    const rows = await this.dataSource.manager.find(RunEntity, {
      where: {
        tenantId,
        ...(before === undefined ? {} : { id: LessThan(before) }),
        ...(caseId === undefined ? {} : { caseId }),
        ...(status === undefined ? {} : { status }),
      },
      order: { id: 'DESC' },
      take: limit,
    });
    return (await this.withCase(rows)).filter(({ erased }) => !erased);
  }

  async events(runId: string, after: number): Promise<readonly RunEvent[]> {
    return this.dataSource.manager
      .createQueryBuilder(RunEventEntity, 'e')
      .where('e.runId = :runId AND e.sequence > :after', { runId, after })
      .orderBy('e.sequence')
      .getMany();
  }

  async recordSection(runId: string, section: Section, at: Date): Promise<void> {
    await this.change(runId, async (manager, run) => {
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

  async complete(runId: string, ending: Ending, at: Date): Promise<'done' | 'incomplete'> {
    let outcome: 'done' | 'incomplete' = 'done';
    await this.change(runId, async (manager, run) => {
      if (run.understood === null || run.answer === null) {
        outcome = 'incomplete';
        return;
      }
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

  async fail(runId: string, problem: Problem, at: Date): Promise<void> {
    await this.change(runId, async (manager) => {
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
    const rows = await this.dataSource.manager.find(RunEntity, {
      where: { status: In([...WAITING]), progressedAt: LessThan(before) },
      order: { progressedAt: 'ASC' },
      take: limit,
    });
    return (await this.withCase(rows)).filter(({ erased }) => !erased);
  }

  async driveAgain(run: StoredRun, at: Date): Promise<void> {
    await this.change(run.id, async (manager, row) => {
      if (row.epoch !== run.epoch) return;
      const next = { ...row, epoch: row.epoch + 1, progressedAt: at };
      await manager.update(RunEntity, { id: run.id }, { epoch: next.epoch, progressedAt: at });
      await OUTBOX.add(manager, firstMessage(next));
    });
  }

  async touch(runId: string, at: Date): Promise<void> {
    await this.dataSource.manager.update(RunEntity, { id: runId }, { progressedAt: at });
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

  /** Changes a run that has neither ended nor been erased, under its lock, and tells those who wait for it. */
  private change(
    runId: string,
    work: (manager: EntityManager, run: RunEntity) => Promise<void>,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const run = await manager.findOne(RunEntity, {
        where: { id: runId, status: In([...WAITING]) },
        lock: { mode: 'pessimistic_write' },
      });
      if (run === null || (await isErased(manager, run))) return;
      await work(manager, run);
      await notifyRun(manager, runId);
    });
  }

  private async withCase(rows: readonly RunEntity[]): Promise<StoredRun[]> {
    if (rows.length === 0) return [];
    const cases = await this.dataSource.manager.findBy(CaseEntity, {
      id: In(rows.map(({ caseId }) => caseId)),
    });
    const erased = new Set(cases.filter(({ erasedAt }) => erasedAt !== null).map(({ id }) => id));
    return rows.map(({ understood, ...row }) => ({
      ...row,
      understood: understood === null ? null : this.sealer.open(understood, row.tenantId, Understood),
      erased: erased.has(row.caseId),
    }));
  }
}

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
