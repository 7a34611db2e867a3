import { QUEUES } from '@openrounds/contracts';
import {
  withContext,
  type Clock,
  type Logger,
  type Metrics,
  type ServiceConfig,
  loadQueueKeys,
} from '@openrounds/platform';
import { runDeadline } from '../faults/run-deadline';
import { BackendTrouble, describe } from './backend-trouble';
import { DEFAULT_RECOVERY, openQueues, type JobEvent, type Queues } from '@openrounds/queue';

/** The house's queues, as one process holds them. */
export type HouseQueues = Queues<typeof QUEUES>;

/** A worker renews its lock at half of its life; two looks at a stalled job put it back. */
const recovery = (stalledSeconds: number) => ({
  ...DEFAULT_RECOVERY,
  lockDurationMs: stalledSeconds * 500,
  stalledIntervalMs: stalledSeconds * 250,
});

/** What a run can do without is not worth a long wait: a second try after half a second, then the run goes on. */
const RETRY = {
  'ddx-ranking-llm': {
    'rank-with-llm.v1': { attempts: 2, backoffMs: 500 },
    'read-with-llm.v1': { attempts: 2, backoffMs: 500 },
    'write-narration.v1': { attempts: 2, backoffMs: 500 },
    'tutor-answer.v1': { attempts: 2, backoffMs: 500 },
    'play-role.v1': { attempts: 2, backoffMs: 500 },
  },
  'guideline-retrieval': { 'retrieve-guidelines.v1': { attempts: 4, backoffMs: 250 } },
} as const;

/** Connects a service to the queues: on Redis where one is configured, else on Postgres. */
export function connectQueues(
  config: ServiceConfig,
  logger: Logger,
  metrics: Metrics,
  clock: Clock,
): Promise<HouseQueues> {
  const measure = ({ queue, job, tookMs }: JobEvent, outcome: string): void => {
    metrics.jobs.observe({ queue, job, outcome }, tookMs / 1000);
  };
  const trouble = new BackendTrouble(logger);
  return openQueues({
    map: QUEUES,
    backend: backendOf(config),
    signing: loadQueueKeys(config.KEYS_DIR),
    retry: RETRY,
    recovery: recovery(config.STALLED_SECONDS),
    deadlineOf: runDeadline(config.RUN_TIMEOUT_SECONDS),
    now: () => clock.now().getTime(),
    runInScope: ({ requestId, traceparent, tenantId }, _job, run) =>
      withContext({ requestId, traceparent, tenantId }, run),
    observer: {
      jobCompleted: (event) => {
        measure(event, 'completed');
        logger.debug(
          { queue: event.queue, job: event.job, jobId: event.jobId, tookMs: event.tookMs },
          'job done',
        );
      },
      jobFailed: (event, error, willRetry) => {
        measure(event, willRetry ? 'retried' : 'failed');
        const { queue, job, jobId, attempt } = event;
        logger.warn({ queue, job, jobId, attempt, willRetry, error: describe(error) }, 'job failed');
      },
      messageRefused: (queue, jobId, reason) => {
        metrics.messagesRefused.inc({ queue: queue in QUEUES ? queue : 'replies', reason });
        logger.error({ queue, jobId: jobId.slice(0, LONGEST_ID), reason }, 'message refused');
      },
      jobStalled: (queue, jobId) => {
        logger.warn({ queue, jobId }, 'job of a dead worker put back');
      },
      backendError: (queue, error) => {
        trouble.heard(queue, error);
      },
      backendReady: () => {
        trouble.over();
      },
    },
  });
}

/** A refused message may bear any id. */
const LONGEST_ID = 200;

function backendOf(config: ServiceConfig): Parameters<typeof openQueues>[0]['backend'] {
  if (config.REDIS_URL !== undefined) return { kind: 'redis', url: config.REDIS_URL };
  if (config.QUEUE_DATABASE_URL !== undefined) return { kind: 'postgres', url: config.QUEUE_DATABASE_URL };
  throw new Error(
    'The configuration is not usable:\n  REDIS_URL or QUEUE_DATABASE_URL: one of them is needed',
  );
}
