/** The events of a run's stream (`GET /v1/runs/{id}/events`), in the order in which they can come. */
export const RUN_EVENTS = [
  'status',
  'understood',
  'differential',
  'next-tests',
  'guidelines',
  'llm',
  'reading',
  'completed',
  'failed',
] as const;
export type RunEventType = (typeof RUN_EVENTS)[number];
export const isLastEvent = (type: RunEventType): boolean => type === 'completed' || type === 'failed';

/** What of the run each event brings, in the run's own shape. The console takes this file as it is: no imports here. */
export const RUN_EVENT_SECTIONS = {
  status: ['status'],
  understood: ['understood', 'caseVersion'],
  differential: [
    'differential',
    'remainder',
    'other',
    'caseMix',
    'excluded',
    'mustNotMiss',
    'mustNotMissMore',
    'unexplainedFindings',
    'jointHypotheses',
    'sufficiency',
    'scores',
    'outlook',
  ],
  'next-tests': ['nextTests', 'nextQuestions'],
  guidelines: ['guidelines'],
  llm: ['llm'],
  reading: ['reading'],
  completed: ['status', 'completedAt', 'degraded', 'logEntry'],
  failed: ['status', 'completedAt', 'problem'],
} as const satisfies Readonly<Record<RunEventType, readonly string[]>>;
