import {
  type Concerned,
  type EngineDisease,
  type EngineTest,
  type EvidenceSource,
  type ExcludingFinding,
  type FindingStage,
  type Grade,
  type MustNotMissRule,
  type PopulationCell,
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
  readonly onlyIf: Concerned | undefined;
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
 * The numbers of all links, those of a link by outcome, one link behind the other. NaN: that outcome is not known for this
 * disease. There are tens of thousands of links: lists of their own would take more memory than the numbers in them, and
 * every garbage collection would have to visit each.
 */
export interface LinkNumbers {
  /** Log likelihood ratio of the outcome when it is certain. */
  readonly logRatio: Float64Array;
  /** P(outcome | disease), for outcomes that are not certain. */
  readonly likelihood: Float64Array;
  /** P(outcome | disease), complete and summing to 1, for forecasts. */
  readonly forecast: Float64Array;
}

export interface CompiledLink {
  readonly disease: number;
  readonly finding: number;
  /** Where its numbers begin in `linkNumbers`: there is one in each column for every outcome of the finding. */
  readonly numbersFrom: number;
  readonly source: EvidenceSource;
  /** Whether the knowledge gives likelihood ratios, not probabilities. */
  readonly byRatio: boolean;
}

/** What is kept of a disease as the knowledge gives it. Its links are not: the compiled ones stand for them. */
export type DiseaseDefinition = Omit<EngineDisease, 'links'>;

export interface CompiledDisease {
  readonly id: string;
  readonly definition: DiseaseDefinition;
  /** The findings that could exclude it. */
  readonly excluding: readonly ExcludingFinding[];
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
  /** Who presents in the setting; undefined where that is not known. */
  readonly population: readonly PopulationCell[] | undefined;
  readonly findings: readonly CompiledFinding[];
  /** The models of all findings in one table, in their order. */
  readonly outcomes: OutcomeTable;
  readonly findingIndex: ReadonlyMap<string, number>;
  readonly taxonomy: Taxonomy;
  readonly groupCount: number;
  readonly diseases: readonly CompiledDisease[];
  readonly diseaseIndex: ReadonlyMap<string, number>;
  readonly links: readonly CompiledLink[];
  readonly linkNumbers: LinkNumbers;
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
