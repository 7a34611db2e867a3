import { type ObservedFinding } from './case';
import { type EvidenceRow } from './evidence';
import { type CaseMix } from './parameters';
import { type ExcludedDisease, type RankedDisease } from './ranking';

export interface AnswerOptions {
  /** Diseases listed, 1..50; default 10. */
  readonly topN?: number;
  /** Whether next questions and next tests are worked out; default true. */
  readonly includeNextTests?: boolean;
  /** Highest cost tier of a test that is offered; default none. */
  readonly costCeiling?: number;
  /** Default `teaching`. */
  readonly caseMix?: CaseMix;
  /** Whether the sensitivity of the probabilities to the numbers is worked out; default true. */
  readonly includeIntervals?: boolean;
  /**
   * What the random draws depend on beside patient and findings: setting and versions. The same text gives the same
   * draws; never put ids, times or options here. Default empty.
   */
  readonly seedText?: string;
  /**
   * Diseases that an earlier list of the same case raised as not to be missed, by id: they stay raised, whatever is told
   * since. Ids without a must-not-miss rule have no effect. Default none.
   */
  readonly raised?: readonly string[];
}

export type SufficiencyLevel = 'enough' | 'little' | 'too-little';

export type SufficiencyReason =
  | {
      readonly code: 'enough-is-known';
      readonly params: { readonly count: number; readonly effectiveNumber: number };
    }
  | {
      readonly code: 'few-informative-findings';
      readonly params: { readonly count: number; readonly wanted: number };
    }
  | {
      readonly code: 'many-diagnoses-open';
      readonly params: { readonly effectiveNumber: number; readonly limit: number };
    }
  | {
      readonly code: 'other-likely';
      readonly params: { readonly probability: number; readonly limit: number };
    };

export interface Sufficiency {
  readonly level: SufficiencyLevel;
  readonly reasons: readonly SufficiencyReason[];
}

/** Ids of findings, most telling first. */
export interface EvidenceSummary {
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Not asked yet, and telling for or against this very disease. */
  readonly missing: readonly string[];
}

/**
 * Sensitivity to the numbers, not a confidence interval: the 5th and the 95th percentile of the probability when the
 * numbers of the knowledge base are drawn anew, each as uncertain as its grade says.
 */
export interface ProbabilityInterval {
  readonly p05: number;
  readonly p95: number;
}

/**
 * Thresholds of Pauker and Kassirer for this patient: below `test` neither test nor treat, above `treat` treat
 * without testing.
 */
export interface DiseaseThresholds {
  readonly test: number;
  readonly treat: number;
  /**
   * The open finding by which the thresholds are reckoned: of the binary ones that tests report, the one that leaves
   * the widest range in which testing is worth while. Null where there is none; `test` and `treat` are then equal.
   */
  readonly findingId: string | null;
}

export interface DifferentialEntry extends RankedDisease {
  /** Null where it was not asked for, or where the disease is not among those whose numbers are drawn. */
  readonly interval: ProbabilityInterval | null;
  readonly summary: EvidenceSummary;
  /** Given only where the knowledge base has the utilities. */
  readonly thresholds?: DiseaseThresholds;
}

export interface MustNotMissReason {
  readonly code: 'above-threshold' | 'red-flag' | 'above-threshold-and-red-flag' | 'raised-before';
  readonly params: { readonly threshold: number; readonly redFlagIds: readonly string[] };
}

export interface MustNotMissEntry {
  readonly diseaseId: string;
  readonly probability: number;
  readonly threshold: number;
  readonly harm: number;
  readonly reason: MustNotMissReason;
  readonly redFlag: boolean;
  /** Findings whose absence (or a named state of which) would exclude the disease. */
  readonly wouldExclude: readonly string[];
  /** Given only when such a finding was observed: the entry is then no longer active. */
  readonly excludedBy?: readonly string[];
  /** Given only where an observed result would exclude the disease but for its hallmark. */
  readonly contradicted?: readonly ContradictedExclusion[];
}

/** A result that does not exclude, because findings that speak for the disease as strongly were observed. */
export interface ContradictedExclusion {
  /** What was observed to be absent, or in a state that would exclude. */
  readonly findingId: string;
  /** The findings that stand against it; sorted. */
  readonly by: readonly string[];
}

export interface UnexplainedFinding {
  readonly findingId: string;
  readonly reason: {
    readonly code: 'explained-by-no-leading-disease';
    /** The diseases that together hold `share` of the probability among diseases. */
    readonly params: { readonly share: number; readonly diseaseIds: readonly string[] };
  };
}

/** Two diseases at once: a separate view, in which the pairs shown compete with all single diseases and Other. */
export interface JointHypothesis {
  /** In the order of the list; for a complication and its cause too. */
  readonly diseaseIds: readonly [string, string];
  readonly probability: number;
  /** Observed findings that the pair explains and that at least one of the two alone explains less well; sorted. */
  readonly explains: readonly string[];
  /** `complication`: one of the two is declared a complication of the other, so that their priors do not multiply. */
  readonly relation: 'independent' | 'complication';
}

export interface DiseaseProbability {
  readonly diseaseId: string;
  readonly probability: number;
}

/** What one result would do to the list, by a full re-score. */
export interface OutcomeForecast {
  /** `present`, `absent`, a state, or the id of a test's result pattern. */
  readonly outcome: string;
  readonly probability: number;
  /** The first three diseases afterwards. */
  readonly topAfter: readonly DiseaseProbability[];
  readonly otherAfter: number;
}

export interface NextQuestion {
  readonly findingId: string;
  /** Bits. */
  readonly expectedInformationGain: number;
  readonly outcomes: readonly OutcomeForecast[];
}

export type TestRationale =
  | { readonly code: 'separates'; readonly params: { readonly diseaseIds: readonly string[] } }
  | {
      readonly code: 'may-cross-must-not-miss-threshold';
      readonly params: { readonly diseaseIds: readonly string[] };
    };

export interface NextTest {
  readonly testId: string;
  /** Bits. */
  readonly expectedInformationGain: number;
  /** Sum over results of P(result) * harm of each must-not-miss disease that it moves across its threshold. */
  readonly valueForMustNotMiss: number;
  readonly cost: { readonly tier: number; readonly invasiveness: number; readonly turnaround: string };
  readonly outcomes: readonly OutcomeForecast[];
  readonly rationale: readonly TestRationale[];
}

/** Everything the engine has to say about a case, free of language: sentences are made elsewhere. */
export interface EngineAnswer {
  readonly sufficiency: Sufficiency;
  readonly differential: readonly DifferentialEntry[];
  readonly remainder: { readonly probability: number; readonly count: number };
  readonly other: { readonly probability: number; readonly interval: ProbabilityInterval | null };
  readonly caseMix: CaseMix;
  readonly excluded: readonly ExcludedDisease[];
  readonly mustNotMiss: readonly MustNotMissEntry[];
  /** Active must-not-miss diseases that the list of ten leaves out. */
  readonly mustNotMissMore: number;
  readonly unexplainedFindings: readonly UnexplainedFinding[];
  readonly jointHypotheses: readonly JointHypothesis[];
  readonly nextQuestions: readonly NextQuestion[];
  readonly nextTests: readonly NextTest[];
}

/** Observations to set (replacing what was observed) and findings to forget. */
export interface CaseChange {
  readonly set: readonly ObservedFinding[];
  readonly remove?: readonly string[];
}

export interface EvidenceChange {
  readonly findingId: string;
  readonly before: EvidenceRow | null;
  readonly after: EvidenceRow | null;
}

export interface WhatIfEntry {
  readonly rankBefore: number;
  readonly rankAfter: number;
  readonly diseaseId: string;
  readonly probabilityBefore: number;
  readonly probabilityAfter: number;
  readonly changed: readonly EvidenceChange[];
}

export interface WhatIfResult {
  /** In the order after the change. */
  readonly differential: readonly WhatIfEntry[];
  readonly remainder: { readonly probability: number; readonly count: number };
  readonly other: { readonly probabilityBefore: number; readonly probabilityAfter: number };
}
