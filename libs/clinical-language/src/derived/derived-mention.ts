import { type Belief } from '../assertion/beliefs';
import { type Duration } from '../recognise/time-expressions';
import { type Mention, mentionApart } from '../matching/mention';
import { type EnginePatient } from '../model/understanding';
import { type Sentence } from '../segmentation/sentences';
import { positionsBetween } from '../text/at-position';
import { type Token } from '../text/tokens';

/** What a rule that reads findings out of numbers and times may look at. */
export interface DerivationInput {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly patient: EnginePatient;
  /** Every length of time in the sentence. */
  readonly durations: readonly Duration[];
  /** Everything that the sentence says the patient believes. */
  readonly beliefs: readonly Belief[];
  /** What the vocabulary found in the sentence. */
  readonly mentions: readonly Mention[];
}

/** A mention of findings by a rule instead of a wording: it is asserted like any other. Token positions, end exclusive. */
export function derivedMention(from: number, to: number, findingIds: readonly string[]): Mention {
  const senses = findingIds.map((findingId) => ({ kind: 'finding' as const, findingId }));
  return { ...mentionApart(positionsBetween(from, to), { kind: 'finding', findingId: '' }), senses };
}
