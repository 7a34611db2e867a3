import { Inject, Injectable } from '@nestjs/common';
import {
  isLastEvent,
  RUN_EVENT_SECTIONS,
  type Language,
  type Principal,
  type Run,
  type RunEventType,
} from '@openrounds/contracts';
import { RUN_SIGNALS, type RunSignals } from '../ports/run-signals';
import { RUN_STORE, type RunEvent, type RunStore } from '../ports/run-store';
import { ReadRun } from './read-run';
import { waitFor } from './wait-for';

/** One event of a run's stream: its id and a part of the run in the run's own shape. */
export interface StreamedEvent {
  readonly id: number;
  readonly type: RunEventType;
  readonly data: Readonly<Record<string, unknown>>;
}

const SECTIONS: Readonly<Record<RunEventType, readonly (keyof Run)[]>> = RUN_EVENT_SECTIONS;

const WAIT_MS = 15_000;

/** The events of a run, from the start or after the one last seen, until it has ended. */
@Injectable()
export class StreamRun {
  constructor(
    @Inject(RUN_STORE) private readonly runs: Pick<RunStore, 'events'>,
    @Inject(ReadRun) private readonly reader: Pick<ReadRun, 'find' | 'present'>,
    @Inject(RUN_SIGNALS) private readonly signals: RunSignals,
  ) {}

  /** Yields `null` when nothing happened for 15 s: a heartbeat. An id that the run never had starts from the beginning. */
  async *events(
    principal: Principal,
    runId: string,
    lastSeen: number,
    language: Language,
    signal: AbortSignal,
  ): AsyncGenerator<StreamedEvent | null> {
    let after = (await this.isKnown(principal, runId, lastSeen)) ? lastSeen : 0;
    while (!signal.aborted) {
      const fresh = await this.waitForEvents(principal, runId, after);
      if (fresh.length === 0) yield null;
      const run = this.reader.present(await this.reader.find(principal, runId), language);
      for (const event of fresh) {
        after = event.sequence;
        yield { id: event.sequence, type: event.type, data: dataOf(run, event) };
        if (isLastEvent(event.type)) return;
      }
    }
  }

  private async isKnown({ tenantId }: Principal, runId: string, sequence: number): Promise<boolean> {
    const [event] = await this.runs.events(tenantId, runId, sequence - 1);
    return event?.sequence === sequence;
  }

  private waitForEvents({ tenantId }: Principal, runId: string, after: number): Promise<readonly RunEvent[]> {
    return waitFor({
      read: () => this.runs.events(tenantId, runId, after),
      until: (events) => events.length > 0,
      subscribe: (listener) => this.signals.subscribe(runId, listener),
      milliseconds: WAIT_MS,
    });
  }
}

/** The run says how it stands now; the first two events say how it stood then. */
const statusAt = (run: Run, { sequence, type }: RunEvent): Run['status'] => {
  if (type !== 'status') return run.status;
  return sequence === 1 ? 'queued' : 'running';
};

const dataOf = (run: Run, event: RunEvent): Record<string, unknown> => ({
  runId: run.id,
  at: event.at.toISOString(),
  ...Object.fromEntries(
    SECTIONS[event.type].map((key) => [key, key === 'status' ? statusAt(run, event) : run[key]]),
  ),
});
