import { latest, type Moment } from '../time/moment';
import { type Entry } from './entries';
import { momentOfObservation } from './observation';
import { Observation } from './schemas';
import { isWithdrawn } from './reading';
import { type Belongs } from './subject';

/** The day that a document is about: that of the patient's newest observation or visit, else today. */
export function referenceDay(
  entries: readonly Entry[],
  visit: Moment | undefined,
  belongs: Belongs,
  today: Moment,
): Moment {
  const observed = entries.flatMap(({ type, resource }) => {
    const read = type === 'Observation' ? Observation.safeParse(resource) : undefined;
    if (read?.success !== true || isWithdrawn(read.data.status)) return [];
    return belongs(read.data.subject?.reference) ? [momentOfObservation(read.data)] : [];
  });
  const newest = observed.reduce(latest, visit);
  return newest?.day === undefined ? today : newest;
}
