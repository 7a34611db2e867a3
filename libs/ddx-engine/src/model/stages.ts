import { type Sufficiency } from './answer';
import { type CaseMix } from './parameters';
import { type RankResult } from './ranking';

/** Findings that become known together. */
export interface StageGroup {
  readonly name: string;
  readonly findingIds: readonly string[];
}

export interface StageOptions {
  /** Default `teaching`. */
  readonly caseMix?: CaseMix;
  /** Diseases listed after each stage; default 10. */
  readonly topN?: number;
}

/** The list as it stands once a stage is known, with all that came before it. */
export interface CaseStage extends RankResult {
  /** `history`, `examination`, `laboratory`, `imaging`, or the name given. */
  readonly name: string;
  /** The observed findings that this stage reveals, sorted. */
  readonly revealed: readonly string[];
  readonly sufficiency: Sufficiency;
}
