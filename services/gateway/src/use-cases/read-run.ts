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
import { RUN_SIGNALS, type RunSignals } from '../ports/run-signals';
import { RUN_STORE, type RunStore, type StoredRun } from '../ports/run-store';
import { decodeCursor, pageOf, type Page } from './paging';
import { waitFor } from './wait-for';

/** Reads runs, now or as soon as they have ended. */
@Injectable()
export class ReadRun {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'find' | 'state' | 'list'>,
    @Inject(KNOWLEDGE_LIBRARY) private readonly knowledge: KnowledgeLibrary,
    @Inject(RUN_SIGNALS) private readonly signals: RunSignals,
  ) {}

  /** @throws DomainError `not-found` (also for another tenant's run), `case-erased` */
  async find(principal: Principal, runId: string): Promise<StoredRun> {
    const run = await this.runs.find(principal.tenantId, runId);
    if (run === undefined) throw new DomainError('not-found', 'There is no such run');
    if (run.erased) throw new DomainError('case-erased');
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
    await waitFor({
      read: () => this.runs.state(principal.tenantId, runId),
      until: (state) => state === undefined || state.erased || hasEnded(state),
      subscribe: (listener) => this.signals.subscribe(runId, listener),
      milliseconds: seconds * 1000,
    });
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

  present(run: StoredRun, language: Language): Run {
    return presentRun(run, this.knowledge.bundleFor(run.versions), language);
  }
}

export const hasEnded = ({ status }: Pick<StoredRun, 'status'>): boolean =>
  status === 'completed' || status === 'failed';
