import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  ReadingQuotes,
  type RunReading,
  SEAL_PLACES,
  Understood,
  type Problem,
  type Revision,
  type Sealed,
} from '@openrounds/contracts';
import { DATA_SOURCE } from '@openrounds/persistence';
import { Sealer } from '@openrounds/platform';
import { In, IsNull, type DataSource, type EntityManager } from 'typeorm';
import {
  changeByEnding,
  changeByFailure,
  changeBySections,
  type Ending,
  type RunChange,
  type Section,
} from '../model/run-changes';
import { type Claimed, type IdempotencyClaim } from '../ports/idempotency';
import {
  type NewRun,
  type RunEvent,
  type RunFilter,
  type RunLine,
  type RunState,
  type RunStore,
  type SilentRun,
  type StoredRun,
} from '../ports/run-store';
import { RunEventEntity } from './entities/run-event.entity';
import { RunEntity, WAITING } from './entities/run.entity';
import { claimKey } from './idempotency-rows';
import { OUTBOX } from './outbox';
import { writeChange } from './run-change-rows';
import { listLines, listSilent } from './run-lists';
import { forgetEvents, forgetQuotations } from './run-retention';
import { notifyRun } from './notify';
import { findRow, firstMessage, holdCase, insertRun, newRow, revisionMessage } from './run-rows';
import { lockWaitingRun, type WaitingRun } from './waiting-run';

/** Sequences are Postgres integers: a larger number is none that we gave. */
const LARGEST_SEQUENCE = 2_147_483_647;

/** The read model of runs in the gateway's schema. Each change locks the run's row, so that events have an order. */
@Injectable()
export class TypeOrmRuns implements RunStore {
  /** Runs whose seal was broken when its words were to be forgotten: passed by until the next start. */
  private readonly unreadable = new Set<string>();

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
      const textGivenAt =
        run.input === null ? await holdCase(manager, run.principal.tenantId, run.caseId) : run.createdAt;
      const row = newRow(run, textGivenAt);
      await insertRun(manager, row, run.input === null ? undefined : run.language, run.caseExpiresAt);
      if (!run.awaitsReader) await OUTBOX.add(manager, firstMessage(row, this.sealer));
      return { kind: 'fresh' };
    });
  }

  begin(tenantId: string, id: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const now = () => 'clock_timestamp()';
      const awaiting = { tenantId, id, begunAt: IsNull(), status: In([...WAITING]) };
      const { affected } = await manager.update(RunEntity, awaiting, { begunAt: now, progressedAt: now });
      if (affected !== 1) return;
      await OUTBOX.add(manager, firstMessage(await manager.findOneByOrFail(RunEntity, { id }), this.sealer));
    });
  }

  revise(run: NewRun & { readonly revision: Revision }): Promise<boolean> {
    const { tenantId } = run.principal;
    return this.dataSource.transaction(async (manager) => {
      const textGivenAt = await holdCase(manager, tenantId, run.caseId);
      const revised = { tenantId, id: run.revision.of, revisedBy: IsNull() };
      const { affected } = await manager.update(RunEntity, revised, { revisedBy: run.id });
      if (affected !== 1) return false;
      const row = newRow(run, textGivenAt);
      await insertRun(manager, row, undefined, null);
      await OUTBOX.add(manager, firstMessage(row, this.sealer));
      await notifyRun(manager, run.revision.of);
      return true;
    });
  }

  async find(tenantId: string, id: string): Promise<StoredRun | undefined> {
    const row = await findRow(this.dataSource.manager, tenantId, id);
    return (
      row && {
        ...row,
        understood: this.open(row.understood, tenantId, id),
        reading: this.openReading(row.reading, tenantId, id),
      }
    );
  }

  async state(tenantId: string, id: string): Promise<RunState | undefined> {
    const [row] = await this.dataSource.manager.query<RunState[]>(
      `SELECT run.status, c.erased_at IS NOT NULL AS erased, run.begun_at AS "begunAt"
         FROM runs run LEFT JOIN cases c ON c.id = run.case_id WHERE run.tenant_id = $1 AND run.id = $2`,
      [tenantId, id],
    );
    return row;
  }

  list(filter: RunFilter): Promise<readonly RunLine[]> {
    return listLines(this.dataSource.manager, filter);
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

  async recordSections(
    tenantId: string,
    runId: string,
    sections: readonly Section[],
    at: Date,
  ): Promise<void> {
    await this.change(tenantId, runId, at, (run) => changeBySections(run, sections));
  }

  async complete(
    tenantId: string,
    runId: string,
    ending: Ending,
    at: Date,
  ): Promise<'done' | 'incomplete' | 'ignored'> {
    const outcome = await this.change(tenantId, runId, at, (run) => changeByEnding(run, ending));
    if (outcome === 'ended') return 'ignored';
    return outcome === 'changed' ? 'done' : 'incomplete';
  }

  async fail(tenantId: string, runId: string, problem: Problem, at: Date): Promise<boolean> {
    return (await this.change(tenantId, runId, at, () => changeByFailure(problem))) === 'changed';
  }

  async countWaiting(): Promise<number> {
    const [row] = await this.dataSource.manager.query<{ count: string }[]>(
      'SELECT count(*) FROM runs WHERE status = ANY($1) AND begun_at IS NOT NULL',
      [WAITING],
    );
    return Number(row?.count);
  }

  listSilent(before: Date, limit: number): Promise<readonly SilentRun[]> {
    return listSilent(this.dataSource.manager, before, limit);
  }

  async driveAgain(run: SilentRun, at: Date): Promise<void> {
    await this.whileWaiting(run.tenantId, run.id, async (manager, row) => {
      if (row.epoch !== run.epoch || row.progressedAt > run.progressedAt) return;
      await manager.update(RunEntity, { id: run.id }, { epoch: row.epoch + 1, progressedAt: at });
      await OUTBOX.add(
        manager,
        firstMessage(await manager.findOneByOrFail(RunEntity, { id: run.id }), this.sealer),
      );
    });
  }

  async touch({ tenantId, id }: SilentRun, at: Date): Promise<void> {
    await this.dataSource.manager.update(
      RunEntity,
      { tenantId, id, status: In([...WAITING]) },
      { progressedAt: at },
    );
  }

  forgetEvents(before: Date): Promise<number> {
    return forgetEvents(this.dataSource.manager, before);
  }

  forgetNarratives(before: Date): Promise<number> {
    return forgetQuotations(this.dataSource.manager, this.sealer, before, this.unreadable);
  }

  /** @throws DomainError `internal` where the seal cannot be opened: half a run would pass for a whole one */
  private open(understood: Sealed | null, tenantId: string, id: string): Understood | null {
    if (understood === null) return null;
    const place = SEAL_PLACES.runUnderstood(tenantId, id);
    const whole = this.sealer.openIfWhole(understood, place, Understood);
    if (whole === undefined) {
      throw new DomainError('internal', 'What was understood of this run cannot be opened');
    }
    return whole;
  }

  private openReading(reading: RunReading | null, tenantId: string, id: string): StoredRun['reading'] {
    if (reading === null) return null;
    const { coded, quotes } = reading;
    if (quotes === null) return { coded, quotes: [] };
    const whole = this.sealer.openIfWhole(quotes, SEAL_PLACES.readingQuotes(tenantId, id), ReadingQuotes);
    if (whole === undefined) {
      throw new DomainError('internal', 'What was read of this run cannot be opened');
    }
    return { coded, quotes: whole };
  }

  /** Writes what was chosen, where the run has not ended; `unchanged` where nothing was. */
  private async change(
    tenantId: string,
    runId: string,
    at: Date,
    choose: (run: WaitingRun) => RunChange | undefined,
  ): Promise<'changed' | 'unchanged' | 'ended'> {
    let chosen: RunChange | undefined;
    const waiting = await this.whileWaiting(tenantId, runId, async (manager, run) => {
      chosen = choose(run);
      if (chosen === undefined) return;
      await writeChange(manager, runId, chosen, at);
      if (chosen.revise === true) await OUTBOX.add(manager, revisionMessage(tenantId, run));
    });
    if (!waiting) return 'ended';
    return chosen === undefined ? 'unchanged' : 'changed';
  }

  /**
   * Works on a run that has neither ended nor been erased, under its lock.
   *
   * @returns whether there was such a run
   */
  private whileWaiting(
    tenantId: string,
    runId: string,
    work: (manager: EntityManager, run: WaitingRun) => Promise<void>,
  ): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const run = await lockWaitingRun(manager, tenantId, runId);
      if (run === undefined) return false;
      await work(manager, run);
      return true;
    });
  }
}
