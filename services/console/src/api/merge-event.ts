import type { Run } from './types';

const SECTIONS = [
  'status',
  'completedAt',
  'caseVersion',
  'understood',
  'sufficiency',
  'differential',
  'remainder',
  'other',
  'caseMix',
  'excluded',
  'mustNotMiss',
  'mustNotMissMore',
  'unexplainedFindings',
  'jointHypotheses',
  'nextQuestions',
  'nextTests',
  'guidelines',
  'scores',
  'llm',
  'degraded',
  'problem',
] as const satisfies readonly (keyof Run)[];

/**
 * A run with the sections that one progress event brought. Events of another run, and fields that are no
 * sections, change nothing.
 */
export function mergeEvent(run: Run, event: Readonly<Record<string, unknown>>): Run {
  if (event.runId !== run.id) return run;
  const known = SECTIONS.filter((section) => event[section] !== undefined);
  return { ...run, ...Object.fromEntries(known.map((section) => [section, event[section]])) };
}
