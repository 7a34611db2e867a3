/**
 * The parts of the public contract that the console uses. Sections of a run are null or empty until they are
 * known: the server sends them one by one.
 */
export type Language = 'en' | 'zh';
export type Presence = 'present' | 'absent' | 'unknown';
export type Assertion = 'current' | 'historical' | 'family' | 'other-person' | 'conditional' | 'planned';
export type Sex = 'female' | 'male' | 'unknown';
export type Setting = 'primary-care' | 'emergency' | 'inpatient';
export type CaseMix = 'teaching' | 'consecutive';
export type RunStatus = 'queued' | 'running' | 'completed' | 'failed';

/** UCUM unit of time: years, months, weeks, days. */
export interface Age {
  value: number;
  unit: 'a' | 'mo' | 'wk' | 'd';
}
export interface Patient {
  age: Age | null;
  sex: Sex;
  pregnant?: boolean | null;
}

export type FindingValue = { number: number; unit: string } | { code: string };
export interface FindingSource {
  kind: 'coded' | 'text' | 'panel' | 'proposed';
  /** Unicode code points, end exclusive. */
  start?: number;
  end?: number;
  quote?: string;
}
export interface Finding {
  findingId: string;
  name?: string;
  presence?: Presence;
  value?: FindingValue;
  certainty?: number;
  assertion?: Assertion;
  note?: string;
  source?: FindingSource;
}

export type LabValue =
  number | { comparator: '<' | '<=' | '>' | '>='; number: number } | { titre: string } | { code: string };
export interface Lab {
  code?: string;
  name?: string;
  value: LabValue;
  unit?: string;
  referenceRange?: { low?: number; high?: number; unit: string };
  collectedAt?: string;
  findingId?: string;
  state?: string;
  source?: FindingSource;
}
export interface LabInput {
  name: string;
  value: number;
  unit: string;
}

export interface Unmatched {
  quote: string;
  start: number;
  end: number;
}
export interface IntakeWarning {
  code: string;
  message?: string;
}
export interface Masked {
  kind: string;
  count: number;
}
export interface Understood {
  findings: Finding[];
  labs: Lab[];
  patient: Patient;
  unmatched: Unmatched[];
  warnings: IntakeWarning[];
  masked: Masked[];
}

export interface FindingInput {
  findingId: string;
  presence?: Presence;
  value?: FindingValue;
  certainty?: number;
  assertion?: Assertion;
}
export interface CaseInput {
  title?: string;
  language?: Language;
  narrative?: string;
  patient: Patient;
  setting?: Setting;
  findings?: FindingInput[];
  labs?: LabInput[];
}
export interface Case {
  id: string;
  version: number;
  createdAt: string;
  language: Language;
  title: string | null;
  narrative: string | null;
  patient: Patient;
  setting: Setting | null;
  region: string | null;
  findings: Finding[];
  labs: Lab[];
  masked: Masked[];
}

export interface RunOptions {
  caseMix?: CaseMix;
}
export type CreateRun =
  { case: CaseInput; options?: RunOptions } | { caseId: string; caseVersion?: number; options?: RunOptions };

export interface Evidence {
  findingId: string;
  name: string;
  presence?: Presence;
  value?: { code: string; name: string };
  certainty: number;
  match: 'linked' | 'via-ancestor' | 'implied-absent' | 'unexplained';
  from: string[];
  logLikelihoodRatio: number;
  likelihoodRatio: number;
  weight: number;
  contribution: number;
  source: { kind: 'published' | 'estimate'; id: string; grade: 'A' | 'B' | 'C' | 'D' } | null;
}
export interface DifferentialEntry {
  rank: number;
  diseaseId: string;
  name: string;
  icd10: string[];
  probability: number;
  interval: { p05: number; p95: number } | null;
  mustNotMiss: boolean;
  status: 'reviewed' | 'draft';
  evidence: Evidence[];
  priorContribution: number;
  summary: { for: string[]; against: string[]; missing: string[] };
}
export interface MustNotMissEntry {
  diseaseId: string;
  name: string;
  probability: number;
  threshold: number;
  reason: string;
  redFlag: boolean;
  wouldExclude: string[];
  excludedBy?: string[];
}
export interface Outcome {
  outcome: string;
  name: string;
  probability: number;
  topAfter: { diseaseId: string; name: string; probability: number }[];
  otherAfter: number;
}
export interface NextQuestion {
  findingId: string;
  name: string;
  expectedInformationGain: number;
  outcomes: Outcome[];
}
export interface NextTest {
  testId: string;
  name: string;
  expectedInformationGain: number;
  valueForMustNotMiss: number;
  cost: { tier: number; invasiveness: number; turnaround: string };
  outcomes: Outcome[];
  rationale: string;
}
export interface GuidelinePassage {
  passageId: string;
  documentId: string;
  title: string;
  publisher: string;
  year: number;
  section: string;
  quote: string;
  kind: 'quoted' | 'summary';
  url: string | null;
  language: string;
  strength?: string;
  certainty?: string;
  licence: string;
  forDiseases: string[];
}
export interface NamedProbability {
  diseaseId: string;
  name: string;
  probability: number;
}
export interface Versions {
  engine: string;
  knowledge: string;
  calibration: string;
  guidelines: string;
  api: string;
  llm: string | null;
}
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  requestId?: string;
  errors?: { pointer: string; code: string; message: string }[];
}
export interface Run {
  id: string;
  status: RunStatus;
  createdAt: string;
  completedAt: string | null;
  caseId: string;
  caseVersion: number | null;
  understood: Understood | null;
  sufficiency: {
    level: 'enough' | 'little' | 'too-little';
    reasons: { code: string; text: string }[];
  } | null;
  differential: DifferentialEntry[];
  remainder: { probability: number; count: number } | null;
  other: { probability: number } | null;
  caseMix: CaseMix;
  excluded: { diseaseId: string; name: string; reason: string }[];
  mustNotMiss: MustNotMissEntry[];
  mustNotMissMore: number;
  unexplainedFindings: { findingId: string; name: string; reason: string }[];
  jointHypotheses: { diseaseIds: [string, string]; probability: number; explains: string[] }[];
  nextQuestions: NextQuestion[];
  nextTests: NextTest[];
  guidelines: GuidelinePassage[];
  llm: {
    used: boolean;
    differential?: NamedProbability[];
    disagreement?: { topDiffers: boolean; totalVariation: number };
    proposedOutsideKnowledgeBase?: { name: string }[];
  };
  degraded: ('llm' | 'guidelines')[];
  notice: string;
  versions: Versions;
  logEntry: { index: number; leafHash: string } | null;
  problem?: Problem;
}

/** A finding of the vocabulary, as the type-ahead offers it. */
export interface VocabularyFinding {
  id: string;
  name: string;
  kind: string;
  domain: 'binary' | 'categorical';
  states?: { code: string; name: string }[];
  /** The synonym that matched, where it was not the name. */
  matched?: string;
}
export interface Session {
  subject: string;
  role: string;
  csrfToken: string;
}
