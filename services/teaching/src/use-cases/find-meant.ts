import { DomainError, type Asker } from '@openrounds/contracts';
import { foundLearner, learnerMeant } from '../model/learner-meant';
import { type LearnerStore, type StoredLearner } from '../ports/learner-store';

/**
 * The learner who asks, or whom an administrator means by an id.
 *
 * @param seen when the learner is seen, null where somebody else looks
 * @throws DomainError `forbidden`; `learner-erased`; `not-found`, also for an id that nobody ever had
 */
export async function findMeant(
  learners: Pick<LearnerStore, 'find' | 'wasErased'>,
  { tenantId, by, of }: { readonly tenantId: string; readonly by: Asker; readonly of: string | undefined },
  seen: Date | null,
): Promise<StoredLearner> {
  const stored = await learners.find(tenantId, learnerMeant(by, of), seen);
  // The id of a token is one that we gave; one that somebody names may be anything.
  if (stored !== 'erased' || of === undefined || (await learners.wasErased(tenantId, of)))
    return foundLearner(stored);
  throw new DomainError('not-found', 'There is no such learner');
}
