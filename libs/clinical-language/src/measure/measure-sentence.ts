import { type Mention } from '../resolve/mention';
import { type Duration } from '../recognise/time-expressions';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { positionsBetween } from '../normalise/at-position';
import { isOfSpecimen, tokensOfSpecimens } from './blood-or-specimen';
import { type UnitSystem, unitSystemOf } from './credible-units';
import { withDifferential } from './differential';
import { OTHER_TEST } from './names';
import { readQuantities } from './quantities';
import { type QuantityRead } from './quantity-read';
import { type Specimen } from './specimens';

/** The values of a sentence. */
export interface Measured {
  /** Everything that was read as a value, of whatever specimen. */
  readonly read: readonly QuantityRead[];
  /** Those of the patient's blood or body. */
  readonly quantities: readonly QuantityRead[];
  readonly specimens: readonly Specimen[];
  /** The family of units in which the values are told. */
  readonly system: UnitSystem | undefined;
}

/** Reads the values of a sentence, those of other specimens apart from those of the blood. */
export function measureSentence(
  reading: Reading,
  {
    sentence,
    mentions,
    durations,
    specimens,
  }: {
    readonly sentence: Sentence;
    readonly mentions: readonly Mention[];
    readonly durations: readonly Duration[];
    readonly specimens: readonly Specimen[];
  },
  vocabulary: CompiledVocabulary,
): Measured {
  const { findings } = vocabulary;
  const read = readQuantities(reading, sentence, mentions, vocabulary, durations);
  const ofSpecimens = tokensOfSpecimens(reading, read, specimens);
  // a test that no finding stands for is listed with its specimen
  const isListedThere = ({ findingId, from, to }: QuantityRead): boolean =>
    findingId === OTHER_TEST && positionsBetween(from, to).some((at) => ofSpecimens.has(at));
  const ofBlood = read.filter(
    (quantity) => !isOfSpecimen(quantity, specimens, findings) && !isListedThere(quantity),
  );
  const quantities = withDifferential(ofBlood, reading.tokens, findings);
  return { read, quantities, specimens, system: unitSystemOf(quantities, reading.source, findings) };
}
