import { type Lab } from '@openrounds/contracts';
import { type Observation, type Reference } from 'fhir/r4';
import { loincOf, type Told } from '../model/outgoing';
import { stateCode } from '../terminology/own-codes';
import { TERMINOLOGY } from './label';
import { measuredCodings, ownCoding, quantityOf } from './statement';

type Value = Pick<Observation, 'valueQuantity' | 'valueRatio' | 'valueCodeableConcept'>;

/** A laboratory value with its UCUM unit and the laboratory's own range; a name that no code stands for is its text. */
export function laboratoryOf(lab: Lab, subject: Reference, nameOf: Told['nameOf']): Omit<Observation, 'id'> {
  const { findingId, name, collectedAt, referenceRange } = lab;
  const coding = measuredCodings(loincOf(lab, nameOf), findingId, findingId && nameOf(findingId)?.name);
  const text = name ?? (findingId === undefined ? lab.code : nameOf(findingId)?.name);
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [{ coding: [{ system: `${TERMINOLOGY}/observation-category`, code: 'laboratory' }] }],
    code: { ...(coding.length === 0 ? {} : { coding }), ...(text === undefined ? {} : { text }) },
    subject,
    ...(collectedAt === undefined ? {} : { effectiveDateTime: collectedAt }),
    ...valueOf(lab),
    ...(referenceRange === undefined ? {} : { referenceRange: [rangeOf(referenceRange)] }),
  };
}

function valueOf({ value, unit, findingId }: Lab): Value {
  if (typeof value === 'number') return { valueQuantity: quantityOf(value, unit) };
  if ('comparator' in value)
    return { valueQuantity: { ...quantityOf(value.number, unit), comparator: value.comparator } };
  if ('titre' in value) {
    const [numerator, denominator] = value.titre.split(':').map((part) => ({ value: Number(part) }));
    return { valueRatio: { ...(numerator && { numerator }), ...(denominator && { denominator }) } };
  }
  const code = findingId === undefined ? value.code : stateCode(findingId, value.code);
  return { valueCodeableConcept: { coding: [ownCoding(code)] } };
}

const rangeOf = ({ low, high, unit }: NonNullable<Lab['referenceRange']>) => ({
  ...(low === undefined ? {} : { low: quantityOf(low, unit) }),
  ...(high === undefined ? {} : { high: quantityOf(high, unit) }),
});
