import { type Mention } from '../resolve/mention';
import { type Duration } from '../recognise/time-expressions';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { isOfSpecimen, isReadOfSpecimen } from './blood-or-specimen';
import { type UnitSystem, unitSystemOf } from './credible-units';
import { withDifferential } from './differential';
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
  const ofBlood = read.filter(
    (quantity) =>
      !isOfSpecimen(quantity, specimens, findings) && !isReadOfSpecimen(reading, quantity, specimens),
  );
  const quantities = withDifferential(ofBlood, reading.tokens, findings);
  return { read, quantities, specimens, system: unitSystemOf(quantities, reading.source, findings) };
}
