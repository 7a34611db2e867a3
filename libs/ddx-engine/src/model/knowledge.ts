/**
 * What the engine needs to know about medicine, for ONE setting. Plain JSON: the knowledge library produces it
 * from its bundle, and nothing here is computed by the engine itself.
 */

/** What sort of observation a finding is. Only symptoms, signs and results can demand an explanation. */
export type FindingKind =
  | 'symptom'
  | 'sign'
  | 'history'
  | 'risk-factor'
  | 'exposure'
  | 'lab'
  | 'imaging'
  | 'bedside-test';

/** When in the work-up a finding becomes available. */
export type FindingStage = 'history' | 'examination' | 'laboratory' | 'imaging';

export type Sex = 'female' | 'male';

/** Strength of the evidence behind a number: A (systematic review) to D (expert estimate). */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** Half-open interval of age in years, fractions allowed: `lo <= age < hi`. */
export type AgeRange = readonly [lo: number, hi: number];

/** A finding that is there or is not. `baseline` = P(present | patient of this setting with something else). */
export interface BinaryDomain {
  readonly kind: 'binary';
  readonly baseline: number;
}

/**
 * A finding in exactly one of two or more states. `baseline` gives P(state | patient of this setting with something
 * else) for every state; a quantity becomes a state before the engine sees it.
 */
export interface CategoricalDomain {
  readonly kind: 'categorical';
  readonly states: readonly string[];
  readonly baseline: Readonly<Record<string, number>>;
}

export type FindingDomain = BinaryDomain | CategoricalDomain;

/** Whom alone something concerns. Whose sex or age is not known may be one of them. */
export interface Concerned {
  readonly sex?: Sex;
  readonly ageYears?: AgeRange;
}

export interface EngineFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly stage: FindingStage;
  readonly domain: FindingDomain;
  /** How well the baseline is known; default D. */
  readonly baselineGrade?: Grade;
  /** The finding that this one is a special case of. Binary findings only; at most one; no cycles. */
  readonly parent?: string;
  /** Findings that restate one another share a group, so that they are not counted as if independent. */
  readonly group?: string;
  /** Whether the absence of this finding denies its descendants. Default true; false for "pain" and the like. */
  readonly impliesAbsence?: boolean;
  /** Binary: whether, when present, a diagnosis has to account for it. Categorical: the states that demand it. Default: no. */
  readonly mustExplain?: boolean | readonly string[];
  /** Of anybody else it is neither asked nor looked for next. */
  readonly onlyIf?: Concerned;
}

/** Where a number comes from. `id` is the source's id in the knowledge base, or `estimate`. */
export interface EvidenceSource {
  readonly kind: 'published' | 'estimate';
  readonly id: string;
  readonly grade: Grade;
}

/**
 * Joins a disease and a finding, either by `theta` = P(state | disease) or by likelihood ratios that compare the
 * disease with the setting's all comers. A state or a half that is not given is simply not known.
 */
export interface EngineLink {
  readonly finding: string;
  /** Binary: P(present | disease). Categorical: P(state | disease) by state. */
  readonly theta?: number | Readonly<Record<string, number>>;
  readonly lrPos?: number;
  readonly lrNeg?: number;
  readonly source?: EvidenceSource;
}

/** All keys given must hold for the modifier to apply. */
export interface ModifierCondition {
  readonly ageYears?: AgeRange;
  readonly sex?: Sex;
}

export interface PriorModifier {
  readonly if: ModifierCondition;
  /** Multiplier of the prior, > 0. */
  readonly times: number;
}

/** What makes a disease biologically impossible unless it holds. Never a matter of mere rarity. */
export interface Restriction {
  readonly sex?: Sex;
  readonly pregnancy?: 'required' | 'excluded';
  readonly ageYears?: AgeRange;
}

/** A finding whose observed absence (or, if categorical, one of whose named states) takes a disease off the list. */
export interface ExcludingFinding {
  readonly finding: string;
  readonly states?: readonly string[];
}

export interface MustNotMissRule {
  /** Probability above which missing the disease is not acceptable. */
  readonly threshold: number;
  /** 1 (discomfort, delay) to 5 (death or lasting disability within days). */
  readonly harm: number;
  readonly excludedWhen: readonly ExcludingFinding[];
}

/** Utilities, 0..1 on one scale: benefit of treating a patient with the disease, harm of treating one without, risk of testing. */
export interface TreatmentUtilities {
  readonly benefit: number;
  readonly harm: number;
  readonly testRisk?: number;
}

export interface EngineDisease {
  readonly id: string;
  /** Share (0..1) of all patients presenting in the setting whose main explanation turns out to be this disease. */
  readonly prior: number;
  /** How well the prior is known; default D. */
  readonly priorGrade?: Grade;
  readonly modifiers?: readonly PriorModifier[];
  readonly restrict?: Restriction;
  readonly mustNotMiss?: MustNotMissRule;
  readonly links: readonly EngineLink[];
  readonly treatment?: TreatmentUtilities;
  /** Diseases that this one is a complication of: it does not come independently of them. */
  readonly complicationOf?: readonly string[];
}

/** One result of a test: the state of each finding named. Binary findings take `present` or `absent`. */
export interface TestOutcome {
  readonly id: string;
  readonly states: Readonly<Record<string, string>>;
}

export interface EngineTest {
  readonly id: string;
  /** What the test reports on. Without `outcomes` its single most informative finding stands for it. */
  readonly findings: readonly string[];
  /** Two to six mutually exclusive result patterns. */
  readonly outcomes?: readonly TestOutcome[];
  readonly cost: { readonly tier: number };
  /** 0 (none) to 3 (operative). */
  readonly invasiveness: number;
  /** How long the result takes, in the knowledge base's words; passed through. */
  readonly turnaround: string;
  /** For anybody else it is not proposed. */
  readonly onlyIf?: Concerned;
}

/** A boolean expression over what is known of the patient. What is not known is never true, nor is its negation. */
export type RedFlagCondition =
  | { readonly all: readonly RedFlagCondition[] }
  | { readonly any: readonly RedFlagCondition[] }
  | { readonly not: RedFlagCondition }
  | { readonly finding: string; readonly presence: 'present' | 'absent' }
  | { readonly finding: string; readonly states: readonly string[] }
  | { readonly ageYears: AgeRange }
  | { readonly sex: Sex }
  | { readonly pregnant: boolean };

/** Puts the diseases it names on the must-not-miss list; never lowers any. */
export interface EngineRedFlag {
  readonly id: string;
  readonly when: RedFlagCondition;
  readonly raises: readonly string[];
}

/** One cell of the setting's age-by-sex table; weights need not sum to 1. */
export interface PopulationCell {
  readonly ageYears: AgeRange;
  readonly sex: Sex;
  readonly weight: number;
}

export interface EngineKnowledge {
  readonly findings: readonly EngineFinding[];
  readonly diseases: readonly EngineDisease[];
  readonly tests: readonly EngineTest[];
  readonly redFlags: readonly EngineRedFlag[];
  /** Who presents in the setting. Without it an unknown age or sex simply matches no modifier. */
  readonly population?: readonly PopulationCell[];
}
