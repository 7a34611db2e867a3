import { type Gathering } from '../gather/gathering';
import { isOutOfDate } from '../gather/in-date';
import { latest, type Moment } from '../time/moment';

/** A pregnancy status is no finding: it is told of the patient. */
export interface Pregnancy {
  readonly pregnant: boolean;
  readonly pointer: string;
  readonly when: Moment | undefined;
}

/** The newest status that still says something about the day of the case. */
export function currentPregnancy(
  told: readonly Pregnancy[],
  day: Moment,
  gathering: Gathering,
): Pregnancy | undefined {
  const newest = told.reduce<Pregnancy | undefined>(
    (known, each) => (known === undefined || latest(known.when, each.when) !== known.when ? each : known),
    undefined,
  );
  if (newest === undefined || !isOutOfDate(newest.when, day)) return newest;
  gathering.reject(newest.pointer, 'out-of-date');
  return undefined;
}
