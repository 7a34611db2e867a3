import { findingOfLab, type Terminology } from '@openrounds/clinical-language';
import { daysBetween, type Moment } from '../time/moment';
import { type Candidate, type Gathering } from './gathering';
import { momentMs } from './held';

/** A result says something about the present for this long. The record of a life must not be read as one day. */
const MAX_AGE_DAYS = 90;

/** Whether something observed then says nothing about the day of the case. */
export const isOutOfDate = (when: Moment | undefined, day: Moment): boolean =>
  when !== undefined && daysBetween(when, day) > MAX_AGE_DAYS;

const testOf = (candidate: Candidate, vocabulary: Terminology): string | undefined =>
  candidate.kind === 'finding'
    ? candidate.input.findingId
    : (findingOfLab(candidate.input, vocabulary)?.id ?? candidate.input.code);

/**
 * Leaves out every result of a test whose newest is out of date. Older results beside a recent one stay: they are its
 * course.
 */
export function inDate(
  candidates: readonly Candidate[],
  day: Moment,
  gathering: Gathering,
  vocabulary: Terminology,
): Candidate[] {
  const newest = new Map<string | undefined, Candidate>();
  for (const each of candidates) {
    const known = newest.get(testOf(each, vocabulary));
    if (known === undefined || momentMs(each) > momentMs(known) || each.when === undefined)
      newest.set(testOf(each, vocabulary), each);
  }
  return candidates.filter((each) => {
    const last = newest.get(testOf(each, vocabulary));
    if (each.perishable !== true || !isOutOfDate(last?.when, day)) return true;
    gathering.reject(each, 'out-of-date');
    return false;
  });
}
