import { type Finding, type Lab } from '@openrounds/contracts';
import { loincOf, type Told } from '../model/outgoing';

export interface OntologyClass {
  readonly id: string;
  readonly label: string;
}
export interface Measurement {
  readonly assay: OntologyClass;
  readonly value: { readonly quantity: Quantity } | { readonly ontologyClass: OntologyClass };
  readonly timeObserved?: { readonly timestamp: string };
}
interface Quantity {
  readonly unit: OntologyClass;
  readonly value: number;
  readonly referenceRange?: { readonly unit: OntologyClass; readonly low?: number; readonly high?: number };
}

/** Why something is not in a Phenopacket. */
export type OmittedReason = 'no-code' | 'no-unit' | 'not-a-plain-number' | 'not-known';

/** Results without a number, as terms of the NCI Thesaurus and SNOMED CT. */
const ANSWERS: Readonly<Record<string, OntologyClass>> = {
  positive: { id: 'NCIT:C25626', label: 'Present' },
  negative: { id: 'NCIT:C48190', label: 'Absent' },
  high: { id: 'SNOMED:75540009', label: 'High' },
  low: { id: 'SNOMED:62482003', label: 'Low' },
  normal: { id: 'SNOMED:17621005', label: 'Normal' },
};

const ucum = (unit: string): OntologyClass => ({ id: `UCUM:${unit}`, label: unit });
const assayOf = (loinc: string, label: string): OntologyClass => ({ id: `LOINC:${loinc}`, label });

/** A laboratory value as a measurement, or why it is none. */
export function measurementOfLab(lab: Lab, nameOf: Told['nameOf']): Measurement | OmittedReason {
  const { value, unit, findingId, name = '', collectedAt, referenceRange: range } = lab;
  const loinc = loincOf(lab, nameOf);
  if (loinc === undefined) return 'no-code';
  const about = {
    assay: assayOf(loinc, (findingId === undefined ? undefined : nameOf(findingId)?.name) ?? name),
    ...(collectedAt === undefined ? {} : { timeObserved: { timestamp: collectedAt } }),
  };
  if (typeof value === 'object') {
    const answer = 'code' in value ? ANSWERS[value.code] : undefined;
    return answer === undefined ? 'not-a-plain-number' : { ...about, value: { ontologyClass: answer } };
  }
  if (unit === undefined) return 'no-unit';
  const referenceRange =
    range === undefined
      ? {}
      : {
          referenceRange: {
            unit: ucum(range.unit),
            ...(range.low === undefined ? {} : { low: range.low }),
            ...(range.high === undefined ? {} : { high: range.high }),
          },
        };
  return { ...about, value: { quantity: { unit: ucum(unit), value, ...referenceRange } } };
}

/** A finding that has a LOINC code and no HPO term as a measurement, or why it is none. */
export function measurementOfFinding(
  { findingId, presence, value }: Finding,
  nameOf: Told['nameOf'],
): Measurement | OmittedReason {
  const named = nameOf(findingId);
  const loinc = named?.codes.loinc;
  if (named === undefined || loinc === undefined) return 'no-code';
  const assay = assayOf(loinc, named.name);
  if (value !== undefined && 'number' in value)
    return { assay, value: { quantity: { unit: ucum(value.unit), value: value.number } } };
  const said = value === undefined ? (presence === 'present' ? 'positive' : 'negative') : value.code;
  const answer = ANSWERS[said];
  return answer === undefined ? 'no-code' : { assay, value: { ontologyClass: answer } };
}
