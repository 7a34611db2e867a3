import { ProcessorMismatch } from './faults';
import { type QueueMap, type QueueName } from './ports/queue-map';

/** Anything that names the job it serves: a processor or a responder. */
export interface ServesJob {
  readonly queue: string;
  readonly job: string;
}

/**
 * Checks at boot that every job of the given queues has exactly one handler, and that every handler's job is in
 * one of them.
 *
 * @throws {@link ProcessorMismatch} with everything that is wrong
 */
export function assertEveryJobServed<M extends QueueMap>(
  map: M,
  queues: readonly QueueName<M>[],
  handlers: readonly ServesJob[],
): void {
  const expected = queues.flatMap((queue) => Object.keys(map[queue] ?? {}).map((job) => `${queue}/${job}`));
  const served = handlers.map(({ queue, job }) => `${queue}/${job}`);
  const problems = [
    ...expected.filter((job) => !served.includes(job)).map((job) => `${job} has no handler`),
    ...[...new Set(served.filter((job, index) => served.indexOf(job) !== index))].map(
      (job) => `${job} has two handlers`,
    ),
    ...[...new Set(served.filter((job) => !expected.includes(job)))].map(
      (job) => `${job} is not a job of this service`,
    ),
  ];
  if (problems.length > 0) throw new ProcessorMismatch(problems);
}
