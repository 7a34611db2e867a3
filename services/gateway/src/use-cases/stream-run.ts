import { Inject, Injectable } from '@nestjs/common';
import {
  isLastEvent,
  RUN_EVENT_SECTIONS,
  type Language,
  type Principal,
  type Run,
  type RunEventType,
} from '@openrounds/contracts';
import { type RunEvent, type StoredRun } from '../ports/run-store';
import { isOver, ReadRun, requireRun } from './read-run';
import { RunWatches, type RunView, type RunWatch } from './run-watch';
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
    @Inject(ReadRun) private readonly reader: Pick<ReadRun, 'present'>,
    private readonly watches: RunWatches,
  ) {}

  /**
   * Yields `null` when nothing happened for 15 s: a heartbeat. An id that the run never had starts from the beginning.
   * Of a run that ended and whose events are forgotten, or were all seen, the last event is told again.
   */
  async *events(
    { tenantId }: Principal,
    runId: string,
    lastSeen: number,
    language: Language,
    signal: AbortSignal,
  ): AsyncGenerator<StreamedEvent | null> {
    const watch = this.watches.open(tenantId, runId);
    try {
      let after = startAfter((await watch.view()).events, lastSeen);
      while (!signal.aborted) {
        const { state, events } = await newsOf(watch, after, signal);
        const fresh = events.filter(({ sequence }) => sequence > after);
        if (fresh.length === 0 && !isOver(state)) {
          yield null;
          continue;
        }
        const run = requireRun(await watch.run());
        const shown = this.reader.present(run, language);
        for (const event of fresh.length > 0 ? fresh : [endingOf(run, Math.max(after, lastSeen))]) {
          after = event.sequence;
          yield { id: event.sequence, type: event.type, data: dataOf(shown, event) };
          if (isLastEvent(event.type)) return;
        }
      }
    } finally {
      watch.close();
    }
  }
}

const startAfter = (events: readonly RunEvent[], lastSeen: number): number =>
  events.some(({ sequence }) => sequence === lastSeen) ? lastSeen : 0;

/** The run as soon as there is an event after the one given, it is over or the reader is gone; else after 15 s. */
const newsOf = (watch: RunWatch, after: number, signal: AbortSignal): Promise<RunView> =>
  waitFor({
    read: watch.view,
    until: ({ state, events }) =>
      signal.aborted || isOver(state) || events.some(({ sequence }) => sequence > after),
    subscribe: (listener) => {
      const unsubscribe = watch.subscribe(listener);
      signal.addEventListener('abort', listener);
      return () => {
        unsubscribe();
        signal.removeEventListener('abort', listener);
      };
    },
    milliseconds: WAIT_MS,
  });

/** The last event of a run that has ended, made again from how it ended. */
const endingOf = ({ status, completedAt, progressedAt }: StoredRun, after: number): RunEvent => ({
  sequence: Math.min(after, Number.MAX_SAFE_INTEGER - 1) + 1,
  type: status === 'completed' ? 'completed' : 'failed',
  at: completedAt ?? progressedAt,
});

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
