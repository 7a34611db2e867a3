import { type Finding, type Lab } from '@openrounds/contracts';
import { type OutgoingRun, type Told } from '../src';
import { vocabulary } from './vocabulary.fixture';

const first = (codes: string | readonly string[] | undefined): string | undefined => [codes ?? []].flat()[0];

/** The names of the vocabulary fixture, as the product takes them from its bundle. */
export const nameOf: Told['nameOf'] = (id) => {
  const found = vocabulary.findings.get(id);
  return (
    found && {
      name: found.name.en,
      codes: { hpo: first(found.codes?.hpo), loinc: first(found.codes?.loinc) },
      stateHpo: Object.fromEntries(
        Object.entries(found.stateCodes ?? {}).flatMap(([state, { hpo }]) => {
          const code = first(hpo);
          return code === undefined ? [] : [[state, code]];
        }),
      ),
      stateNames: {},
    }
  );
};

export const FINDINGS: readonly Finding[] = [
  { findingId: 'dyspnoea', presence: 'present' },
  { findingId: 'cough', presence: 'absent', certainty: 0.8 },
  { findingId: 'calf-tenderness', presence: 'absent' },
  { findingId: 'smoking', presence: 'present' },
  { findingId: 'seizure', presence: 'unknown' },
  { findingId: 'hbsag-positive', presence: 'present' },
  { findingId: 'body-temperature', value: { code: 'high' }, certainty: 0.9 },
];
export const LABS: readonly Lab[] = [
  {
    code: '48065-7',
    findingId: 'd-dimer',
    value: { comparator: '>', number: 4 },
    unit: 'mg/L{FEU}',
    referenceRange: { high: 0.5, unit: 'mg/L{FEU}' },
  },
  { findingId: 'glucose', name: 'Glucose', value: 5.5, unit: 'mmol/L' },
  { findingId: 'ana-titre', value: { titre: '1:160' } },
];

export const LINEAGE: OutgoingRun['lineage'] = {
  runId: '5f2c2d5e-0d5c-4a0e-9f5d-0c8f0f3b7a11',
  caseId: '0b1e4f0a-1111-4222-8333-444455556666',
  caseVersion: 2,
  startedAt: '2026-11-22T08:00:00.000Z',
  endedAt: '2026-11-22T08:00:01.500Z',
  versions: {
    engine: '1.4.0',
    knowledge: 'a'.repeat(64),
    calibration: 'b'.repeat(64),
    guidelines: 'c'.repeat(64),
    llm: null,
  },
  ownPassages: [],
  llmUsed: false,
  revisionOf: null,
  findingsOfModel: [],
  logEntry: { index: 7, leafHash: 'd'.repeat(64) },
  notice: 'For teaching only <not for care> & so on.',
  language: 'en',
};

export const RUN: OutgoingRun = {
  told: {
    patient: { age: { value: 7, unit: 'mo' }, sex: 'female', pregnant: null },
    findings: FINDINGS,
    labs: LABS,
    nameOf,
  },
  list: {
    engine: '1.4.0',
    diseases: [
      {
        diseaseId: 'pulmonary-embolism',
        name: 'Pulmonary embolism',
        icd10: ['I26.9', 'I26.0'],
        probability: 1 / 3,
      },
      { diseaseId: 'asthma', name: 'Asthma', icd10: ['J45.9'], probability: 1 / 3 },
    ],
    remainder: { name: 'Others of the knowledge base', probability: 1 / 6 },
    other: { name: 'Outside the knowledge base', probability: 1 / 6 },
    at: '2026-11-22T08:00:01.500Z',
  },
  lineage: LINEAGE,
};
