import { type CompiledVocabulary } from '../lexicon/compile';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { withHours, withLaterValues } from './later-values';
import { namedQuantities } from './named-quantities';
import { type QuantityRead } from './quantity-read';
import { bareTemperatures, vitalQuantities } from './vital-quantities';

const overlaps = (a: QuantityRead, b: QuantityRead): boolean =>
  a.findingId === b.findingId && a.from < b.to && b.from < a.to;

/** Where the next quantity begins; values up to there may still belong to this one. */
function nextBegins(quantity: QuantityRead, all: readonly QuantityRead[], sentence: Sentence): number {
  return all.reduce((first, { from }) => (from >= quantity.to && from < first ? from : first), sentence.to);
}

/**
 * Reads the quantities of a sentence: vital signs as notes write them, then every quantity of the vocabulary that is
 * named with a value or a level in words. A number never gets a unit by guess; only vital signs have a usual one.
 */
export function readQuantities(
  reading: Reading,
  sentence: Sentence,
  mentions: readonly Mention[],
  vocabulary: CompiledVocabulary,
): QuantityRead[] {
  const reads: QuantityRead[] = [];
  const all = [
    ...vitalQuantities(reading, sentence, vocabulary),
    ...namedQuantities(reading, sentence, mentions, vocabulary),
    ...bareTemperatures(reading, sentence, vocabulary),
  ];
  for (const quantity of all) {
    if (!reads.some((known) => overlaps(known, quantity))) reads.push(quantity);
  }
  return reads.map((quantity) => {
    const end = nextBegins(quantity, reads, sentence);
    return withHours(reading, withLaterValues(reading, quantity, end, vocabulary), sentence);
  });
}
