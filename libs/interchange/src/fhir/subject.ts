import { type Entry } from './entries';

/** Whether a reference is to the patient of the case. */
export type Belongs = (reference: string | undefined) => boolean;

const PATIENT_REFERENCE = /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** Two references to one patient compare equal: relative, absolute, with or without a version. */
const identity = (reference: string): string => PATIENT_REFERENCE.exec(reference)?.[1] ?? reference;

/**
 * One case is one patient: the first Patient of the document, or where there is none the first that anything refers
 * to. What has no subject is taken as that patient's.
 */
export function belongsTo(patient: Entry | undefined, references: readonly (string | undefined)[]): Belongs {
  const id = patient?.resource['id'];
  const own = [typeof id === 'string' ? id : undefined, patient?.fullUrl && identity(patient.fullUrl)].filter(
    (each) => each !== undefined && each !== '',
  );
  const given = references.find((reference) => reference !== undefined);
  const identities = new Set(own.length > 0 ? own : given === undefined ? [] : [identity(given)]);
  return (reference) => reference === undefined || identities.has(identity(reference));
}
