/** The events of a run's stream (`GET /v1/runs/{id}/events`), in the order in which they can come. */
export const RUN_EVENTS = [
  'status',
  'understood',
  'differential',
  'next-tests',
  'guidelines',
  'llm',
  'completed',
  'failed',
] as const;
export type RunEventType = (typeof RUN_EVENTS)[number];
export const isLastEvent = (type: RunEventType): boolean => type === 'completed' || type === 'failed';
