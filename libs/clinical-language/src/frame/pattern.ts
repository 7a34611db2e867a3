import { type Sense } from '../model/sense';
import { type ConceptIndex } from '../recognise/concept-index';

/** What must be said for a wording to be told. */
export interface Pattern {
  /** Features, in any order. */
  readonly slots: readonly string[];
  /** The wording denies what its slots say ("no appetite"). */
  readonly denies: boolean;
  /** The opposite of a wording: told, the finding is absent ("PCR negative" of "PCR positive"). */
  readonly isOpposite: boolean;
  /** Whether one of its slots is a head. */
  readonly hasHead: boolean;
  /** How many wordings of the finding say just this; three stands for more. */
  readonly support: number;
  readonly sense: Sense;
}

/** All patterns, by the feature of theirs that fewest patterns have. */
export interface PatternIndex {
  /** Those of which every feature is among the given ones, in the order of these. */
  among(features: Iterable<string>): readonly Pattern[];
}

/** What wordings are composed from. */
export interface Composition {
  readonly concepts: ConceptIndex;
  readonly patterns: PatternIndex;
}

/** The circumstances of what is said: one word and its circumstance fit too much else. */
const CIRCUMSTANCE = /^(?:sides|degrees|times|counts|jobs-and-places|diseases|drugs):/;

export const isCircumstance = (slot: string): boolean => CIRCUMSTANCE.test(slot);
