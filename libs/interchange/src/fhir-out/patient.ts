import { type UnderstoodPatient } from '@openrounds/contracts';
import { type Observation, type Patient, type Reference } from 'fhir/r4';
import { PREGNANCY_STATUS } from '../terminology/answers';
import { AGE } from '../terminology/own-codes';
import { LOINC, quantityOf } from './statement';

/** LOINC answers to "Pregnancy status". */
const PREGNANT = 'LA15173-0';
const NOT_PREGNANT = 'LA26683-5';

/** Sex and nothing else: a birth date would be made up. */
export const patientOf = ({ sex }: UnderstoodPatient): Omit<Patient, 'id'> => ({
  resourceType: 'Patient',
  gender: sex,
});

/** Age and pregnancy, which are told as what was observed. */
export function aboutPatient(
  { age, pregnant }: UnderstoodPatient,
  subject: Reference,
): Omit<Observation, 'id'>[] {
  const observed = (code: string, value: Partial<Observation>): Omit<Observation, 'id'> => ({
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: LOINC, code }] },
    subject,
    ...value,
  });
  return [
    ...(age === null ? [] : [observed(AGE, { valueQuantity: quantityOf(age.value, age.unit) })]),
    ...(typeof pregnant === 'boolean'
      ? [
          observed(PREGNANCY_STATUS, {
            valueCodeableConcept: {
              coding: [{ system: LOINC, code: pregnant ? PREGNANT : NOT_PREGNANT }],
            },
          }),
        ]
      : []),
  ];
}
