import { type Bundle, type FhirResource } from 'fhir/r4';

const LOINC = 'http://loinc.org';
const HPO = 'http://human-phenotype-ontology.org';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10';
const UCUM = 'http://unitsofmeasure.org';

/** An invented patient as hospitals send one: with a name and an address, and more than is read. */
export const FHIR: Bundle<FhirResource> = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    {
      resource: {
        resourceType: 'Patient',
        id: 'invented',
        name: [{ family: 'Quillington', given: ['Adelheid'] }],
        address: [{ line: ['7 Inkwell Lane'], city: 'Penbury' }],
        gender: 'female',
        birthDate: '1962-03-02',
      },
    },
    {
      resource: {
        resourceType: 'Condition',
        subject: { reference: 'Patient/invented' },
        code: { coding: [{ system: HPO, code: 'HP:0002094' }], text: 'short of breath, says Adelheid' },
      },
    },
    {
      resource: {
        resourceType: 'Condition',
        subject: { reference: 'Patient/invented' },
        verificationStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
        },
        code: { coding: [{ system: HPO, code: 'HP:0012735' }] },
      },
    },
    {
      resource: {
        resourceType: 'Condition',
        subject: { reference: 'Patient/invented' },
        code: { coding: [{ system: ICD10, code: 'J45.9' }] },
      },
    },
    {
      resource: {
        resourceType: 'Observation',
        status: 'final',
        subject: { reference: 'Patient/invented' },
        code: { coding: [{ system: LOINC, code: '48065-7' }] },
        valueQuantity: { value: 2.4, unit: 'mg/L FEU', system: UCUM, code: 'mg/L{FEU}' },
        effectiveDateTime: '2020-05-04T09:30:00+01:00',
      },
    },
    {
      resource: {
        resourceType: 'MedicationStatement',
        status: 'active',
        subject: { reference: 'Patient/invented' },
        medicationCodeableConcept: { text: 'salbutamol' },
      },
    },
  ],
};

const term = (id: string) => ({ id, label: '' });

export const PHENOPACKET = {
  id: 'invented-1',
  subject: {
    id: 'invented',
    sex: 'MALE',
    timeAtLastEncounter: { age: { iso8601duration: 'P33Y2M' } },
  },
  phenotypicFeatures: [
    { type: term('HP:0002315') },
    { type: term('HP:0001250'), excluded: true },
    { type: term('HP:0000001') },
  ],
  measurements: [{ assay: term('LOINC:718-7'), value: { quantity: { unit: term('UCUM:g/L'), value: 92 } } }],
  diseases: [{ term: term('OMIM:141500') }],
  metaData: { created: '2026-11-20T09:00:00Z', createdBy: 'a teacher', phenopacketSchemaVersion: '2.0' },
};

export const TABLE = `# a case of the morning
finding,presence,value,unit,state,certainty
age,,34,a,,
sex,,,,female,
setting,,,,emergency,
HP:0002315,present,,,,
neck-stiffness,present,,,,0.8
body-temperature,,39.1,Cel,,
718-7,,128,g/L,,
ghost-finding,present,,,,
`;
