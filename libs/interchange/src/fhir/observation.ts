import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { latest, readMoment, type Moment } from '../time/moment';
import { type Entry } from './entries';
import { readMeasurement } from './measurement';
import { type Pregnancy } from './pregnancy';
import { isWithdrawn, type Reading } from './reading';
import { Observation } from './schemas';

/** When an Observation was made. */
export const momentOfObservation = (observation: Observation): Moment | undefined =>
  latest(
    readMoment(observation.effectiveDateTime ?? observation.effectiveInstant),
    readMoment(observation.effectivePeriod?.end ?? observation.effectivePeriod?.start),
  ) ?? readMoment(observation.issued);

/** Whether it is taken for the patient's, and said to be right. */
function isUsable(observation: Observation, pointer: string, { gathering, belongs }: Reading): boolean {
  if (!belongs(observation.subject?.reference) || (observation.focus?.length ?? 0) > 0) {
    gathering.reject(pointer, 'another-person');
    return false;
  }
  if (isWithdrawn(observation.status)) {
    gathering.reject(below(pointer, 'status'), 'withdrawn');
    return false;
  }
  return true;
}

/** An Observation: its own value and those of its components, each for itself. */
export function readObservation(entry: Entry, reading: Reading): Pregnancy | undefined {
  const { resource, pointer } = entry;
  const read = Observation.safeParse(resource);
  if (!read.success) {
    reading.gathering.reject(malformedAt(pointer, read.error.issues[0]?.path ?? []), 'malformed');
    return undefined;
  }
  const observation = read.data;
  if (!isUsable(observation, pointer, reading)) return undefined;
  const when = momentOfObservation(observation);
  const perishable = true;
  const { component: components = [], hasMember = [] } = observation;
  components.forEach((component, index) => {
    readMeasurement(component, { pointer: below(pointer, 'component', index), when, perishable }, reading);
  });
  const isGroup = components.length + hasMember.length > 0;
  const pregnant = readMeasurement(observation, { pointer, when, perishable }, reading, isGroup);
  return pregnant === undefined ? undefined : { pregnant, pointer, when };
}

const malformedAt = (pointer: string, path: readonly PropertyKey[]): string =>
  below(pointer, ...path.filter((key) => typeof key !== 'symbol'));

/** Free text beside the codes is never read; saying so keeps nobody waiting for it. */
export function rejectNotes(
  notes: readonly unknown[] | undefined,
  pointer: string,
  gathering: Gathering,
): void {
  if ((notes?.length ?? 0) > 0) gathering.reject(below(pointer, 'note'), 'free-text');
}
