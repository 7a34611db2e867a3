import { Inject, Injectable } from '@nestjs/common';
import {
  type Problem,
  type RunCompletedPayload,
  type RunFailedPayload,
  type RunProgressedPayload,
} from '@openrounds/contracts';
import { CLOCK, Metrics, type Clock } from '@openrounds/platform';
import { type Section } from '../model/run-changes';
import { RUN_STORE, type RunStore } from '../ports/run-store';

/**
 * How long a completion waits for the reports before it. They are retried for half a minute; what is not here by then
 * is lost, and comes again only when the run is driven again.
 */
const REPORTS_OVERDUE_MS = 45_000;

/** `incomplete`: another report of the run is still on its way. `lost`: it will not come any more. */
export type Completion = 'done' | 'incomplete' | 'lost' | 'ignored';

/** Writes into the read model what the other services report of a run. */
@Injectable()
export class RecordRun {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'recordSection' | 'complete' | 'fail'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'runs'>,
  ) {}

  async progressed({ meta, section }: RunProgressedPayload): Promise<void> {
    await this.runs.recordSection(meta.tenantId, meta.runId, toSection(section), this.clock.now());
  }

  /** @param reportedAt when the completion was sent */
  async completed({ meta, ...ending }: RunCompletedPayload, reportedAt: Date): Promise<Completion> {
    const now = this.clock.now();
    const outcome = await this.runs.complete(meta.tenantId, meta.runId, ending, now);
    if (outcome === 'done') this.metrics.runs.inc({ status: 'completed' });
    const overdue = now.getTime() - reportedAt.getTime() > REPORTS_OVERDUE_MS;
    return outcome === 'incomplete' && overdue ? 'lost' : outcome;
  }

  async failed({ meta, problem }: RunFailedPayload): Promise<void> {
    await this.fail(meta, problem);
  }

  /** Ends a run as failed and counts it, once. */
  async fail({ tenantId, runId }: { tenantId: string; runId: string }, problem: Problem): Promise<void> {
    const ended = await this.runs.fail(tenantId, runId, problem, this.clock.now());
    if (ended) this.metrics.runs.inc({ status: 'failed' });
  }
}

const toSection = (section: RunProgressedPayload['section']): Section => {
  switch (section.type) {
    case 'guidelines':
      return { type: 'guidelines', passages: section.result.passages };
    case 'llm':
      return { type: 'llm', llm: section.result };
    case 'understood':
    case 'differential':
      return section;
  }
};
