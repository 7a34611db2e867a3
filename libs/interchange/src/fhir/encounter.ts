import { type Setting } from '@openrounds/contracts';
import { latest, readMoment, type Moment } from '../time/moment';
import { type Entry } from './entries';
import { type Belongs } from './subject';
import { Encounter } from './schemas';

const WITHDRAWN: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled']);

/** HL7's act codes of settings that we know; "ambulatory" may be any clinic. */
const SETTING_OF_CLASS: Readonly<Record<string, Setting>> = {
  EMER: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
};

export interface Visit {
  readonly setting: Setting | undefined;
  readonly when: Moment | undefined;
}

/** The newest visit of the patient: where, and when. */
export function newestVisit(entries: readonly Entry[], belongs: Belongs): Visit | undefined {
  const visits = entries.flatMap(({ type, resource }): Visit[] => {
    const read = type === 'Encounter' ? Encounter.safeParse(resource) : undefined;
    if (read?.success !== true) return [];
    const { status = '', subject, class: kind, period } = read.data;
    if (WITHDRAWN.has(status) || !belongs(subject?.reference)) return [];
    const when = latest(readMoment(period?.start), readMoment(period?.end));
    return [{ setting: SETTING_OF_CLASS[kind?.code ?? ''], when }];
  });
  return visits.reduce<Visit | undefined>(
    (newest, visit) =>
      newest === undefined || latest(newest.when, visit.when) !== newest.when ? visit : newest,
    undefined,
  );
}
