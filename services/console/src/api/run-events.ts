import { isLastEvent, RUN_EVENTS, type RunEventType } from '../../../../libs/contracts/src/events/run-event';
import type { Language } from './types';

export interface RunEventListener {
  onEvent(name: RunEventType, data: Readonly<Record<string, unknown>>): void;
  /** The stream is gone for good; whoever listens asks by polling from here on. */
  onBroken(): void;
}

function parse(data: unknown): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * Listens to the progress of a run until it ends. The browser reconnects by itself and the server sends again
 * what was missed.
 *
 * @returns a function that stops listening
 */
export function listenToRun(runId: string, language: Language, listener: RunEventListener): () => void {
  const source = new EventSource(`/v1/runs/${encodeURIComponent(runId)}/events?lang=${language}`);
  for (const name of RUN_EVENTS) {
    source.addEventListener(name, (message) => {
      const data = parse(message.data);
      if (data === null) return;
      if (isLastEvent(name)) source.close();
      listener.onEvent(name, data);
    });
  }
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) listener.onBroken();
  });
  return () => {
    source.close();
  };
}
