import {
  type CodedAnswer,
  type CodedCase,
  type CodedDisease,
  type EngineFacts,
  type Principal,
  type RunMeta,
  type RunOptions,
  type Understood,
  type Versions,
} from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { Factory } from 'fishery';

const HASH_LENGTH = 64;
const ACCEPTED_AT = '2026-11-20T09:00:00.000Z';

export const principals = Factory.define<Principal>(() => ({
  tenantId: 'school',
  subject: 'teacher-1',
  role: 'teacher',
}));

export const versions = Factory.define<Versions>(() => ({
  engine: '1.0.0',
  knowledge: 'a'.repeat(HASH_LENGTH),
  calibration: 'b'.repeat(HASH_LENGTH),
  guidelines: 'c'.repeat(HASH_LENGTH),
  api: '1.0.0',
  llm: null,
}));

export const runOptions = Factory.define<RunOptions>(() => ({
  topN: 10,
  includeNextTests: true,
  includeGuidelines: true,
  llm: 'auto',
  caseMix: 'teaching',
}));

export const runMetas = Factory.define<RunMeta>(() => ({
  tenantId: 'school',
  requestId: 'request-1',
  runId: newId(),
  caseId: newId(),
  epoch: 0,
  versions: versions.build(),
  acceptedAt: ACCEPTED_AT,
}));

/** A breathless woman with a painful breath: one finding read in the text, with the words that said so. */
export const understandings = Factory.define<Understood>(() => ({
  findings: [
    {
      findingId: 'dyspnoea',
      presence: 'present',
      certainty: 1,
      note: 'since the flight',
      source: { kind: 'text', start: 3, end: 22, quote: 'short of breath' },
    },
  ],
  labs: [
    {
      name: 'D-dimer of Tuesday',
      code: 'd-dimer',
      value: 2.4,
      unit: 'mg/L',
      findingId: 'd-dimer',
      state: 'raised',
      source: { kind: 'text', start: 30, end: 40, quote: 'D-dimer 2.4' },
    },
  ],
  measurements: [
    {
      findingId: 'heart-rate',
      value: { number: 118, unit: '/min' },
      state: 'tachycardia',
      source: { kind: 'text', start: 41, end: 47, quote: 'HR 118' },
    },
  ],
  patient: { age: { value: 58, unit: 'a' }, sex: 'female', pregnant: null },
  unmatched: [{ quote: 'she is worried', start: 50, end: 64 }],
  setAside: [{ quote: 'her neighbour coughs', start: 70, end: 90, reason: 'other-person' }],
  warnings: [{ code: 'unit-missing', message: 'a unit is missing', quote: 'D-dimer 2.4' }],
  masked: [{ kind: 'name', count: 1 }],
}));

export const facts = Factory.define<EngineFacts>(() => ({
  patient: { ageYears: 58, sex: 'female', pregnant: null },
  setting: 'emergency',
  observed: [{ findingId: 'dyspnoea', presence: 'present', certainty: 1 }],
}));

export const codedCases = Factory.define<CodedCase>(() => ({
  language: 'en',
  patient: { age: { value: 58, unit: 'a' }, sex: 'female', pregnant: null },
  setting: 'emergency',
  region: null,
  findings: [{ findingId: 'dyspnoea', presence: 'present', certainty: 1 }],
  labs: [],
  masked: [],
}));

export const codedDiseases = Factory.define<CodedDisease>(({ sequence }) => ({
  rank: sequence,
  diseaseId: 'pulmonary-embolism',
  probability: 0.5,
  interval: null,
  mustNotMiss: true,
  score: -1.2,
  priorContribution: -2.1,
  evidence: [],
  summary: { for: ['dyspnoea'], against: [], missing: [] },
}));

/** One disease listed, one left over, one share for what the knowledge base does not hold: together 1. */
export const codedAnswers = Factory.define<CodedAnswer>(() => ({
  sufficiency: {
    level: 'little',
    reasons: [{ code: 'few-informative-findings', params: { count: 1, wanted: 3 } }],
  },
  differential: [codedDiseases.build({ rank: 1 })],
  remainder: { probability: 0.3, count: 2 },
  other: { probability: 0.2 },
  caseMix: 'teaching',
  excluded: [],
  mustNotMiss: [],
  mustNotMissMore: 0,
  unexplainedFindings: [],
  jointHypotheses: [],
  nextQuestions: [],
  nextTests: [],
  scores: [],
}));
