import { type DiseaseProbability } from './answer';
import { type CaseMix } from './parameters';

export interface CounterfactualOptions {
  /** Default `teaching`. */
  readonly caseMix?: CaseMix;
}

/** An observation imagined otherwise. */
export interface ImaginedChange {
  readonly findingId: string;
  /** What was observed: `present`, `absent` or a state. */
  readonly observed: string;
  /** What it is imagined to be: `present`, `absent`, a state, or `unknown` for not asked. */
  readonly imagined: string;
}

/** The smallest change of the case that puts another disease first. */
export interface Counterfactual {
  /** One or two changes, in the order of finding ids. */
  readonly changes: readonly ImaginedChange[];
  /** The disease that would then be first. */
  readonly first: DiseaseProbability;
  /** Natural log odds of that disease against the next one. */
  readonly lead: number;
  /** The disease that is first now, with what would be left of its probability. */
  readonly formerFirst: DiseaseProbability;
}

export interface CounterfactualResult {
  readonly caseMix: CaseMix;
  /** The first disease of the list as it is; null where every disease is excluded. */
  readonly first: DiseaseProbability | null;
  /** Null where no change of one or two observations puts another disease first. */
  readonly counterfactual: Counterfactual | null;
}
