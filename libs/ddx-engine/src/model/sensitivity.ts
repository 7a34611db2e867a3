import { type ProbabilityInterval } from './answer';
import { type CaseMix } from './parameters';

export interface SensitivityOptions {
  /** Default `teaching`. */
  readonly caseMix?: CaseMix;
  /** See `AnswerOptions`. */
  readonly seedText?: string;
}

export interface Sensitivity {
  /** The leading diseases and those that must not be missed, in the order of their ids. */
  readonly diseases: readonly { readonly diseaseId: string; readonly interval: ProbabilityInterval }[];
  readonly other: ProbabilityInterval;
}
