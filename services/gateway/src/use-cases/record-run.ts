import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  type Problem,
  type ReportedSection,
  type RunCompletedPayload,
  type RunFailedPayload,
  type RunMeta,
  type RunProgressedPayload,
} from '@openrounds/contracts';
import { CLOCK, Metrics, type Clock } from '@openrounds/platform';
import { AnswerReader } from '@openrounds/run-flow';
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
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'recordSections' | 'complete' | 'fail'>,
    @Inject(AnswerReader) private readonly answers: Pick<AnswerReader, 'read'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'runs'>,
  ) {}

  /** Does nothing for a case that was erased meanwhile. */
  async progressed({ meta, sections }: RunProgressedPayload): Promise<void> {
    try {
      const known = await Promise.all(sections.map((section) => this.toSection(meta, section)));
      await this.runs.recordSections(meta.tenantId, meta.runId, known, this.clock.now());
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'case-erased')) throw error;
    }
  }

  /** @param reportedAt when the completion was sent */
  async completed({ meta, ...ending }: RunCompletedPayload, reportedAt: Date): Promise<Completion> {
    const now = this.clock.now();
    const outcome = await this.runs.complete(meta.tenantId, meta.runId, ending, now);
    if (outcome === 'done') this.metrics.runs.inc({ status: 'completed' });
    const overdue = now.getTime() - reportedAt.getTime() > REPORTS_OVERDUE_MS;
    return outcome === 'incomplete' && overdue ? 'lost' : outcome;
  }

  async failed({ meta, problem, understood }: RunFailedPayload): Promise<void> {
    if (understood !== undefined) await this.progressed({ meta, sections: [understood] });
    await this.fail(meta, problem);
  }

  /** Ends a run as failed and counts it, once. */
  async fail({ tenantId, runId }: { tenantId: string; runId: string }, problem: Problem): Promise<void> {
    const ended = await this.runs.fail(tenantId, runId, problem, this.clock.now());
    if (ended) this.metrics.runs.inc({ status: 'failed' });
  }

  private async toSection(meta: RunMeta, section: ReportedSection): Promise<Section> {
    switch (section.type) {
      case 'guidelines':
        return { type: 'guidelines', passages: section.result.passages };
      case 'llm':
        return { type: 'llm', llm: section.result };
      case 'reading':
        return { type: 'reading', reading: section.result };
      case 'differential':
        return { type: 'differential', answer: await this.answers.read(meta, section.answer) };
      case 'understood':
        return section;
    }
  }
}
