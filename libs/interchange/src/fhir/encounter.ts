import { type Setting } from '@openrounds/contracts';
import { below } from '../gather/pointer';
import { written } from '../terminology/codes';
import { latest, readMoment, type Moment } from '../time/moment';
import { type Entry } from './entries';
import { isWithdrawn, readConcept, type Reading } from './reading';
import { Encounter, type CodeableConcept } from './schemas';
import { type Belongs } from './subject';

/** HL7's act codes of settings that we know; "ambulatory" may be any clinic. */
const SETTING_OF_CLASS: Readonly<Record<string, Setting>> = {
  EMER: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
};

export interface Visit {
  readonly entry: Entry;
  readonly setting: Setting | undefined;
  readonly when: Moment | undefined;
  readonly reasons: readonly CodeableConcept[];
}

/** The newest visit of the patient: where, when and why. */
export function newestVisit(entries: readonly Entry[], belongs: Belongs): Visit | undefined {
  const visits = entries.flatMap((entry): Visit[] => {
    const read = entry.type === 'Encounter' ? Encounter.safeParse(entry.resource) : undefined;
    if (read?.success !== true) return [];
    const { status, subject, class: kind, period, reasonCode: reasons = [] } = read.data;
    if (isWithdrawn(status) || !belongs(subject?.reference)) return [];
    const when = latest(readMoment(period?.start), readMoment(period?.end));
    return [{ entry, setting: SETTING_OF_CLASS[kind?.code ?? ''], when, reasons }];
  });
  return visits.reduce<Visit | undefined>(
    (newest, visit) =>
      newest === undefined || latest(newest.when, visit.when) !== newest.when ? visit : newest,
    undefined,
  );
}

/** What brought the patient to this visit; the reason of an earlier one is not what the case is about. */
export function readReasons({ entry, reasons, when }: Visit, { gathering, vocabulary }: Reading): void {
  reasons.forEach((reason, index) => {
    const pointer = below(entry.pointer, 'reasonCode', index);
    const concept = readConcept(reason, vocabulary);
    if (concept.kind === 'none') gathering.reject(pointer, concept.why, concept.detail);
    else if (concept.kind === 'disease')
      gathering.reject(pointer, 'diagnosis', { coding: written(concept.code) });
    else gathering.finding({ pointer, when }, { ...concept.code, presence: 'present' });
  });
}
