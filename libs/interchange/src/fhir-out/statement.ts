import { type Finding } from '@openrounds/contracts';
import {
  type Coding,
  type Condition,
  type Extension,
  type Observation,
  type Quantity,
  type Reference,
} from 'fhir/r4';
import { type NamedFinding, type Told } from '../model/outgoing';
import { OWN_CERTAINTY, OWN_FINDING, stateCode } from '../terminology/own-codes';
import { TERMINOLOGY } from './label';

const HPO = 'http://human-phenotype-ontology.org';
export const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';

type Resource = Omit<Condition | Observation, 'id' | 'meta' | 'text' | 'language'>;

/** A quantity with its UCUM unit. */
export const quantityOf = (value: number, unit: string | undefined): Quantity =>
  unit === undefined ? { value } : { value, unit, system: UCUM, code: unit };

export const ownCoding = (code: string, display?: string): Coding => ({
  system: OWN_FINDING,
  code,
  ...(display === undefined ? {} : { display }),
});

/** What is measured: by LOINC where there is a code, and by our own. */
export const measuredCodings = (
  loinc: string | undefined,
  findingId: string | undefined,
  name?: string,
): Coding[] => [
  ...(loinc === undefined ? [] : [{ system: LOINC, code: loinc }]),
  ...(findingId === undefined ? [] : [ownCoding(findingId, name)]),
];

/**
 * A finding as it is read in: an HPO term as a Condition, everything else as an Observation, by LOINC where it has such a code and always by our
 * own; a certainty below 1 as an extension. What is not known of a finding says so.
 */
export function statementOf(finding: Finding, subject: Reference, nameOf: Told['nameOf']): Resource {
  const { findingId, presence, value } = finding;
  const named = nameOf(findingId);
  const state = value !== undefined && 'code' in value ? value.code : undefined;
  const hpo = state === undefined ? named?.codes.hpo : named?.stateHpo[state];
  const isTold = state !== undefined || presence === 'present' || presence === 'absent';
  return hpo !== undefined && isTold
    ? conditionOf(finding, state, hpo, subject, named)
    : observationOf(finding, state, subject, named);
}

function conditionOf(
  finding: Finding,
  state: string | undefined,
  hpo: string,
  subject: Reference,
  named: NamedFinding | undefined,
): Resource {
  const { findingId, presence, assertion } = finding;
  const own = state === undefined ? findingId : stateCode(findingId, state);
  const status = state === undefined && presence === 'absent' ? 'refuted' : 'confirmed';
  const isPast = assertion === 'historical';
  const condition: Omit<Condition, 'id'> = {
    resourceType: 'Condition',
    ...certaintyOf(finding),
    ...(isPast ? { clinicalStatus: coded('condition-clinical', 'inactive') } : {}),
    verificationStatus: coded('condition-ver-status', status),
    code: { coding: [{ system: HPO, code: hpo }, ownCoding(own, nameFor(named, state))], ...textOf(named) },
    subject,
  };
  return condition;
}

function observationOf(
  finding: Finding,
  state: string | undefined,
  subject: Reference,
  named: NamedFinding | undefined,
): Resource {
  const { findingId, presence, value } = finding;
  const observation: Omit<Observation, 'id'> = {
    resourceType: 'Observation',
    ...certaintyOf(finding),
    status: 'final',
    code: { coding: measuredCodings(named?.codes.loinc, findingId, named?.name), ...textOf(named) },
    subject,
    ...(state === undefined
      ? {}
      : {
          valueCodeableConcept: { coding: [ownCoding(stateCode(findingId, state), nameFor(named, state))] },
        }),
    ...(value !== undefined && 'number' in value
      ? { valueQuantity: quantityOf(value.number, value.unit) }
      : {}),
    ...(value === undefined && (presence === 'present' || presence === 'absent')
      ? { valueBoolean: presence === 'present' }
      : {}),
    ...(value === undefined && presence !== 'present' && presence !== 'absent'
      ? { dataAbsentReason: coded('data-absent-reason', 'unknown') }
      : {}),
  };
  return observation;
}

const coded = (system: string, code: string) => ({ coding: [{ system: `${TERMINOLOGY}/${system}`, code }] });

const textOf = (named: NamedFinding | undefined): { text?: string } =>
  named === undefined ? {} : { text: named.name };

const nameFor = (named: NamedFinding | undefined, state: string | undefined): string | undefined =>
  state === undefined ? named?.name : named?.stateNames[state];

function certaintyOf({ certainty }: Finding): { extension?: Extension[] } {
  return certainty === undefined || certainty === 1
    ? {}
    : { extension: [{ url: OWN_CERTAINTY, valueDecimal: certainty }] };
}
