import {
  type EngineDisease,
  type EngineKnowledge,
  type EngineTest,
  type EvidenceSource,
  type FindingStage,
  type Grade,
  type MustNotMissRule,
} from '../model/knowledge';
import { type CodedObservation } from '../evidence/coded-case';
import { type CompiledRedFlag } from './compiled-red-flag';
import { type OutcomeModel } from './outcome-model';
import { type OutcomeTable } from './outcome-table';
import { type Taxonomy } from './taxonomy';

/** Outcome of a binary finding, by index: it is there. */
export const PRESENT = 0;
/** Outcome of a binary finding, by index: it is not there. */
export const ABSENT = 1;

export interface CompiledFinding {
  readonly id: string;
  readonly binary: boolean;
  readonly stage: FindingStage;
  /** `present`, `absent`, or the states. */
  readonly outcomes: readonly string[];
  /** P(outcome | something else), clipped: what evidence is measured against. */
  readonly baseline: Float64Array;
  /** The same, made to sum to 1: what forecasts use. */
  readonly forecast: Float64Array;
  readonly baselineGrade: Grade | undefined;
  readonly impliesAbsence: boolean;
  /** By outcome: whether a diagnosis has to account for it. */
  readonly mustExplain: readonly boolean[];
  /** Index of the group, or -1. */
  readonly group: number;
  readonly family: number;
  /** Itself, its ancestors and its descendants. */
  readonly line: readonly number[];
  /** Indices into `links`, in the order of their diseases: the inverted index. */
  readonly links: Int32Array;
  /** The same numbers as in the links, in columns: by outcome, then in the order of `links`. */
  readonly columns: readonly EvidenceColumn[];
  /** How its outcomes depend on the disease, by the links of the finding itself. */
  readonly model: OutcomeModel;
}

/** What the links of a finding say about one outcome, in the order of the links. */
export interface EvidenceColumn {
  /** Log likelihood ratio of the outcome when it is certain; 0 for a link that does not know it. */
  readonly logRatio: Float64Array;
  /** P(outcome | disease), for when it is not; NaN for a link that does not know it. */
  readonly likelihood: Float64Array;
}

/**
 * NaN in the three lists: that outcome is not known for this disease. All are by outcome. They are plain lists because
 * there are tens of thousands of links, and a typed array of two numbers takes 224 bytes, a list of them 64.
 */
export interface CompiledLink {
  readonly disease: number;
  readonly finding: number;
  /** Log likelihood ratio of the outcome when it is certain. */
  readonly logRatio: readonly number[];
  /** P(outcome | disease), for outcomes that are not certain. */
  readonly likelihood: readonly number[];
  /** P(outcome | disease), complete and summing to 1, for forecasts. */
  readonly forecast: readonly number[];
  readonly source: EvidenceSource;
  /** Whether the knowledge gives likelihood ratios, not probabilities. */
  readonly byRatio: boolean;
}

export interface CompiledDisease {
  readonly id: string;
  readonly definition: EngineDisease;
  /** Finding to index into `links`. */
  readonly linkOf: ReadonlyMap<number, number>;
  /** The diseases that it may be a complication of, by index, in their order. */
  readonly causes: readonly number[];
}

/** A result that a test may give, as what would then be observed; the observations in the order of finding ids. */
export interface ResultPattern {
  readonly id: string;
  readonly observations: readonly CodedObservation[];
}

export interface CompiledTest {
  readonly definition: EngineTest;
  /** The findings that it reports on, by index. */
  readonly findings: readonly number[];
  /** Its result patterns, those that are the same but in name once; undefined where it has none. */
  readonly patterns: readonly ResultPattern[] | undefined;
}

/** Knowledge of one setting, coded once; findings and diseases stand in the order of their ids. Immutable. */
export interface CompiledKnowledge {
  readonly source: EngineKnowledge;
  readonly findings: readonly CompiledFinding[];
  /** The models of all findings in one table, in their order. */
  readonly outcomes: OutcomeTable;
  readonly findingIndex: ReadonlyMap<string, number>;
  readonly taxonomy: Taxonomy;
  readonly groupCount: number;
  readonly diseases: readonly CompiledDisease[];
  readonly diseaseIndex: ReadonlyMap<string, number>;
  readonly links: readonly CompiledLink[];
  /** The diseases that are impossible in some patients, in the order of ids. */
  readonly restricted: readonly number[];
  readonly redFlags: readonly CompiledRedFlag[];
  /** The diseases that must not be missed, in the order of ids. */
  readonly mustNotMiss: readonly { readonly disease: number; readonly rule: MustNotMissRule }[];
  /** Findings of history and examination that no test is needed for. */
  readonly questions: readonly number[];
  /** In the order of ids. */
  readonly tests: readonly CompiledTest[];
  /** The findings that some test reports on. */
  readonly tested: ReadonlySet<number>;
}
