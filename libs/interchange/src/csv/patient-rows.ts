import { Patient as PatientSchema, Setting, type Patient } from '@openrounds/contracts';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { type Column, type Row } from './table';

/** What a table tells of the patient rather than of a finding. */
export interface PatientRows {
  patient: Patient;
  setting?: Setting;
  agePointer?: string;
  pregnantPointer?: string;
}

/** Reads one such row; what is wrong with it is named at the cell that holds it. */
type Reader = (row: Row, into: PatientRows) => Column | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  age: ({ cells: { value, unit }, pointer }, into) => {
    const age = PatientSchema.shape.age.safeParse({ value: Number(value ?? 'none'), unit: unit ?? 'a' });
    if (!age.success) return 'value';
    into.patient = { ...into.patient, age: age.data };
    into.agePointer = below(pointer, 'value');
    return undefined;
  },
  sex: ({ cells: { state } }, into) => {
    const sex = PatientSchema.shape.sex.safeParse(state?.toLowerCase());
    if (state === undefined || !sex.success) return 'state';
    into.patient = { ...into.patient, sex: sex.data };
    return undefined;
  },
  pregnant: ({ cells: { presence }, pointer }, into) => {
    const said = presence?.toLowerCase();
    if (said !== 'present' && said !== 'absent') return 'presence';
    into.patient = { ...into.patient, pregnant: said === 'present' };
    into.pregnantPointer = below(pointer, 'presence');
    return undefined;
  },
  setting: ({ cells: { state } }, into) => {
    const setting = Setting.safeParse(state?.toLowerCase());
    if (!setting.success) return 'state';
    into.setting = setting.data;
    return undefined;
  },
};

const nameOf = ({ cells }: Row): string => cells.finding?.toLowerCase() ?? '';

/** Rows named `age`, `sex`, `pregnant` and `setting`; a second row of one name is rejected. */
export function readPatientRows(rows: readonly Row[], gathering: Gathering): PatientRows {
  const into: PatientRows = { patient: { age: null, sex: 'unknown' } };
  const first = new Map<string, string>();
  for (const row of rows) {
    const name = nameOf(row);
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (reader === undefined) continue;
    const kept = first.get(name);
    if (kept !== undefined) {
      gathering.reject(row, 'contradiction', { kept });
      continue;
    }
    first.set(name, row.pointer);
    const wrong = reader(row, into);
    if (wrong !== undefined) gathering.reject({ ...row, pointer: below(row.pointer, wrong) }, 'malformed');
  }
  return into;
}

export const isPatientRow = (row: Row): boolean => Object.hasOwn(READERS, nameOf(row));
