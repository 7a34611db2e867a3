/** The same text in both languages. */
export interface Bilingual<T> {
  readonly en: T;
  readonly zh: T;
}

/** Clinical kind of a finding, as in the knowledge base. */
export type FindingKind =
  'symptom' | 'sign' | 'history' | 'risk-factor' | 'exposure' | 'lab' | 'imaging' | 'bedside-test';

/** Where in the work-up a finding comes to light. */
export type FindingStage = 'history' | 'examination' | 'laboratory' | 'imaging';

/** To whom an interval applies. Age in completed or fractional years, `low <= age < high`. */
export interface IntervalCondition {
  readonly sex?: 'female' | 'male';
  readonly ageYears?: readonly [number, number];
  readonly pregnant?: boolean;
}

/** One band of a quantity: `from <= value < to` in `unit` (UCUM) is `state`. */
export interface QuantityInterval {
  readonly state: string;
  readonly if?: IntervalCondition;
  readonly from?: number;
  readonly to?: number;
  /** The finding's own unit if left out. */
  readonly unit?: string;
}

/** Codes of other terminologies that stand for a finding. */
export interface FindingCodes {
  readonly hpo?: string | readonly string[];
  readonly loinc?: string | readonly string[];
  readonly icd10?: string | readonly string[];
}

/**
 * What this library needs of a finding. The knowledge bundle satisfies it structurally;
 * field names are those of `knowledge/findings/*.yaml`.
 */
export interface VocabularyFinding {
  readonly id: string;
  readonly name: Bilingual<string>;
  readonly kind: FindingKind;
  readonly stage: FindingStage;
  readonly domain: 'binary' | 'categorical';
  /** Categorical findings only. */
  readonly states?: readonly string[];
  readonly parent?: string;
  /** Whether "absent" denies every descendant as well. Default true. */
  readonly impliesAbsence?: boolean;
  readonly synonyms?: Partial<Bilingual<readonly string[]>>;
  /** Words that name a state of a categorical finding outright ("tachycardia", 发热). */
  readonly stateSynonyms?: Readonly<Record<string, Partial<Bilingual<readonly string[]>>>>;
  readonly codes?: FindingCodes;
  /** UCUM. Its presence makes a categorical finding a quantity. */
  readonly unit?: string;
  /** g/mol, for conversions between mass and amount of substance. */
  readonly molecularWeight?: number;
  /** Values outside are impossible, in `unit`. */
  readonly plausible?: { readonly low: number; readonly high: number };
  readonly intervals?: readonly QuantityInterval[];
  /** The finding that a past occurrence stands for. */
  readonly whenHistorical?: string;
  /** The finding that an occurrence in a blood relative stands for. */
  readonly whenFamily?: string;
}

/** One consequence of a normality phrase. */
export interface PanelMember {
  readonly finding: string;
  readonly presence?: 'present' | 'absent';
  readonly state?: string;
}

/** A normality phrase ("chest clear", 心肺腹未见异常) and what it says. */
export interface VocabularyPanel {
  readonly id: string;
  readonly phrases: Partial<Bilingual<readonly string[]>>;
  readonly sets: readonly PanelMember[];
  /** 0.5..1; 0.8 unless the panel says otherwise. */
  readonly certainty?: number;
}

/** A disease's names, so that naming a diagnosis is understood but never taken as evidence for itself. */
export interface VocabularyDisease {
  readonly id: string;
  readonly name: Bilingual<string>;
  readonly synonyms?: Partial<Bilingual<readonly string[]>>;
  readonly codes?: { readonly icd10?: readonly string[] };
  /** Findings that a past or familial occurrence of the disease stands for. */
  readonly asFinding?: { readonly historical?: string; readonly family?: string; readonly known?: string };
}

/** What this library needs of the knowledge bundle. */
export interface Vocabulary {
  readonly findings: readonly VocabularyFinding[];
  readonly panels: readonly VocabularyPanel[];
  readonly diseases?: readonly VocabularyDisease[];
}
