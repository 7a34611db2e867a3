import { RUN_EVENT_SECTIONS } from '../../../../libs/contracts/src/events/run-event';
import type { Run } from './types';

const SECTIONS: readonly (keyof Run)[] = [...new Set(Object.values(RUN_EVENT_SECTIONS).flat())];

/**
 * A run with the sections that one progress event brought. Events of another run, and fields that are no
 * sections, change nothing.
 */
export function mergeEvent(run: Run, event: Readonly<Record<string, unknown>>): Run {
  if (event.runId !== run.id) return run;
  const known = SECTIONS.filter((section) => event[section] !== undefined);
  return { ...run, ...Object.fromEntries(known.map((section) => [section, event[section]])) };
}
