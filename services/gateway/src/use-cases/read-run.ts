import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Language,
  type Principal,
  type Run,
  type RunQuery,
  type RunSummary,
} from '@openrounds/contracts';
import { presentRun, presentRunSummary } from '@openrounds/presentation';
import { KNOWLEDGE_LIBRARY, type KnowledgeLibrary } from '../ports/knowledge-library';
import { RUN_STORE, type RunState, type RunStore, type StoredRun } from '../ports/run-store';
import { decodeCursor, pageOf, type Page } from './paging';
import { RunWatches } from './run-watch';
import { waitFor } from './wait-for';

/** Reads runs, now or as soon as they have ended. */
@Injectable()
export class ReadRun {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'find' | 'list' | 'begin'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
    private readonly watches: RunWatches,
  ) {}

  /**
   * A run that awaited a reader has one now: its work begins.
   *
   * @throws DomainError `not-found` (also for another tenant's run), `case-erased`
   */
  async find({ tenantId }: Principal, runId: string): Promise<StoredRun> {
    const run = requireRun(await this.runs.find(tenantId, runId));
    if (run.begunAt === null) await this.runs.begin(tenantId, runId);
    return run;
  }

  async read(principal: Principal, runId: string, language: Language): Promise<Run> {
    return this.present(await this.find(principal, runId), language);
  }

  /** The run when it has ended, or as it stands after `seconds`. */
  async readWhenEnded(
    principal: Principal,
    runId: string,
    seconds: number,
    language: Language,
  ): Promise<Run> {
    if (seconds > 0) await this.waitForEnd(principal, runId, seconds * 1000);
    return this.read(principal, runId, language);
  }

  async list(principal: Principal, query: RunQuery, language: Language): Promise<Page<RunSummary>> {
    const { limit, cursor, caseId, status } = query;
    const before = decodeCursor(cursor);
    const runs = await this.runs.list({
      tenantId: principal.tenantId,
      limit: limit + 1,
      before,
      caseId,
      status,
    });
    return pageOf(
      runs.map((run) => presentRunSummary(run, this.knowledge.bundleFor(run.versions), language)),
      limit,
    );
  }

  private async waitForEnd({ tenantId }: Principal, runId: string, milliseconds: number): Promise<void> {
    const watch = this.watches.open(tenantId, runId);
    try {
      await waitFor({ read: watch.state, until: isOver, subscribe: watch.subscribe, milliseconds });
    } finally {
      watch.close();
    }
  }

  present(run: StoredRun, language: Language): Run {
    return presentRun(run, this.knowledge.bundleFor(run.versions), language);
  }
}

/** @throws DomainError `not-found` for none, `case-erased` */
export function requireRun(run: StoredRun | undefined): StoredRun {
  if (run === undefined) throw new DomainError('not-found', 'There is no such run');
  if (run.erased) throw new DomainError('case-erased');
  return run;
}

export const hasEnded = ({ status }: Pick<StoredRun, 'status'>): boolean =>
  status === 'completed' || status === 'failed';

/** Whether nothing more will happen to a run. */
export const isOver = (state: RunState | undefined): boolean =>
  state === undefined || state.erased || hasEnded(state);
