import {
  type CodeableConcept,
  type Condition,
  type Encounter,
  type FamilyMemberHistory,
  type FhirResource,
  type Observation,
  type Patient,
} from 'fhir/r4';

const SYSTEMS = {
  hpo: 'http://human-phenotype-ontology.org',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  loinc: 'http://loinc.org',
} as const;
const UCUM = 'http://unitsofmeasure.org';
const HL7 = 'http://terminology.hl7.org/CodeSystem';

export type Coded = readonly [system: keyof typeof SYSTEMS, code: string];

/** A measurement as it is listed: its code, the value with its UCUM unit, and where a laboratory says so the upper limit. */
export type Measured = readonly [loinc: string, value: number, unit: string, high?: number];

/** What is told of an invented patient. All times are in one illness, so that they stay in order when dates are shifted. */
export interface Told {
  readonly patient: Patient & { readonly id: string };
  readonly arrived: string;
  /** Who looks after the patient: named all over the record. */
  readonly doctor: string;
  readonly complaints: readonly Coded[];
  readonly denied: readonly Coded[];
  readonly known: readonly Coded[];
  readonly family: readonly { readonly name: string; readonly relation: string; readonly condition: Coded }[];
  readonly vitalSigns: readonly Measured[];
  readonly laboratory: readonly Measured[];
  /** Written by hand, beside the codes. */
  readonly remark: string;
}

/** A training patient with the whole record, as its FHIR server gives it. */
export interface TrainingRecord {
  readonly id: string;
  readonly title: string;
  readonly resources: readonly FhirResource[];
}

const concept = ([system, code]: Coded, text?: string): CodeableConcept => ({
  coding: [{ system: SYSTEMS[system], code }],
  ...(text === undefined ? {} : { text }),
});
const status = (system: string, code: string): CodeableConcept => ({
  coding: [{ system: `${HL7}/${system}`, code }],
});

/** Writes a record as hospitals do: names, numbers and remarks stand in every part of it. */
export function recordOf(told: Told): TrainingRecord {
  const { patient, arrived, doctor, remark } = told;
  const called =
    [patient.name?.[0]?.text, patient.name?.[0]?.family].find((name) => name !== undefined) ?? '';
  const subject = { reference: `Patient/${patient.id}`, display: called };
  const narrative = {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${called}: ${remark}</div>`,
  } as const;
  const note = [{ authorString: doctor, time: arrived, text: remark }];
  const by = [{ display: doctor }];

  const condition = (coded: Coded, kind: string, index: number, more: Partial<Condition>): Condition => ({
    ...{ resourceType: 'Condition', id: `${patient.id}-${kind}-${String(index)}`, subject, text: narrative },
    ...{ code: concept(coded, `${called}, ${doctor}`), recordedDate: arrived, recorder: { display: doctor } },
    ...{ clinicalStatus: status('condition-clinical', 'active'), note, ...more },
  });
  const observation =
    (category: string) =>
    ([loinc, value, unit, high]: Measured, index: number): Observation => ({
      ...{ resourceType: 'Observation', id: `${patient.id}-${category}-${String(index)}`, status: 'final' },
      ...{ subject, performer: by, effectiveDateTime: arrived, issued: arrived },
      ...{ category: [status('observation-category', category)], code: concept(['loinc', loinc]) },
      valueQuantity: { value, unit, system: UCUM, code: unit },
      ...(high === undefined
        ? {}
        : { referenceRange: [{ high: { value: high, unit, system: UCUM, code: unit } }] }),
      ...(index === 0 ? { note } : {}),
    });
  const encounter: Encounter = {
    ...{ resourceType: 'Encounter', id: `${patient.id}-visit`, status: 'in-progress', subject },
    class: { system: `${HL7}/v3-ActCode`, code: 'EMER' },
    identifier: [{ value: `VISIT-${patient.id.toUpperCase()}-20418` }],
    period: { start: arrived },
    participant: [{ individual: { display: doctor } }],
  };
  const family = told.family.map(({ name, relation, condition: of }, index): FamilyMemberHistory => ({
    ...{
      resourceType: 'FamilyMemberHistory',
      id: `${patient.id}-family-${String(index)}`,
      status: 'completed',
    },
    ...{ patient: subject, name, relationship: status('v3-RoleCode', relation), note },
    condition: [{ code: concept(of, `${name}: ${remark}`) }],
  }));
  const refuted = { verificationStatus: status('condition-ver-status', 'refuted') };
  return {
    id: patient.id,
    title: called,
    resources: [
      patient,
      encounter,
      ...told.complaints.map((coded, index) => condition(coded, 'complaint', index, {})),
      ...told.denied.map((coded, index) => condition(coded, 'denied', index, refuted)),
      ...told.known.map((coded, index) => condition(coded, 'known', index, {})),
      ...family,
      ...told.vitalSigns.map(observation('vital-signs')),
      ...told.laboratory.map(observation('laboratory')),
    ],
  };
}
