import { isLastEvent, RUN_EVENTS, type RunEventType } from '../../../../libs/contracts/src/events/run-event';
import { hearEvents } from './hear-events';
import { recallLaunch } from './launch-session';
import type { Language } from './types';

export interface RunEventListener {
  onEvent(name: RunEventType, data: Readonly<Record<string, unknown>>): void;
  /** The stream is gone for good; whoever listens asks by polling from here on. */
  onBroken(): void;
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;

/**
 * Listens to the progress of a run until it ends. A connection that is lost comes back by itself and the server sends again
 * what was missed.
 *
 * @returns a function that stops listening
 */
export function listenToRun(runId: string, language: Language, listener: RunEventListener): () => void {
  const path = `/v1/runs/${encodeURIComponent(runId)}/events?lang=${language}`;
  const stop = hearEvents(path, recallLaunch()?.token ?? null, RUN_EVENTS, {
    onOpen: () => undefined,
    onEvent: (name, data) => {
      if (!isRecord(data)) return;
      if (isLastEvent(name)) stop?.();
      listener.onEvent(name, data);
    },
    onLost: (forGood) => {
      if (forGood) listener.onBroken();
    },
  });
  if (stop === null) listener.onBroken();
  return () => stop?.();
}
