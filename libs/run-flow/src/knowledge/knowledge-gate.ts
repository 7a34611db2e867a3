import { DomainError } from '@openrounds/contracts';
import { BundleError } from '@openrounds/knowledge';
import { type Clock } from '@openrounds/platform';
import { BusyFault } from '@openrounds/queue';

const WAIT_FOR_KNOWLEDGE_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 2_000;
const RETRY_AFTER_SECONDS = 10;

/**
 * Runs work that needs a knowledge version. A version that is not in the bundle store yet delays the job; five
 * minutes after the run was accepted it fails with `knowledge-unavailable`.
 */
export async function withKnowledge<T>(acceptedAt: string, clock: Clock, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const waited = clock.now().getTime() - Date.parse(acceptedAt);
    if (waited < WAIT_FOR_KNOWLEDGE_MS) throw new BusyFault(error.message, LOOK_AGAIN_MS);
    throw new DomainError('knowledge-unavailable');
  }
}

/**
 * Answers a question that needs a knowledge version: nobody waits for minutes, so one that is not in the bundle store
 * (yet, or any more) is told at once, and which.
 *
 * @throws DomainError `knowledge-unavailable`
 */
export async function answerWithKnowledge<T>(answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    throw new DomainError('knowledge-unavailable', error.message, [], RETRY_AFTER_SECONDS);
  }
}
