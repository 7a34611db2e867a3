import { QueueUnavailable } from '../faults';

/** How long a queue may take to answer. It answers within milliseconds, or it is not there. */
const ANSWER_MS = 5_000;

/** How long a backend gets to let go of a queue or worker. Milliseconds. */
export const CLOSE_MS = 2_000;

/** Whether `work` ends within so many milliseconds; where it fails within them, so does this. */
export async function within(work: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, limitMs);
  });
  try {
    return await Promise.race([work.then(() => true), limit]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What a queue answers. BullMQ waits for its first connection for ever, and whoever sends holds locks meanwhile.
 *
 * @throws {@link QueueUnavailable} when it does not answer; what was sent may be taken yet
 */
export async function answered<T>(queue: string, work: Promise<T>): Promise<T> {
  if (await within(work, ANSWER_MS)) return work;
  throw new QueueUnavailable(queue);
}
