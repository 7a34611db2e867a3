import { type CompiledVocabulary } from '../lexicon/compile';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { type Reading } from '../text/reading';
import { mayTellHours, withHours, withLaterValues } from './later-values';
import { namedQuantities } from './named-quantities';
import { type QuantityRead } from './quantity-read';
import { bareTemperatures, vitalQuantities } from './vital-quantities';

/** Which tokens the reads of each finding take. */
class Taken {
  private readonly byFinding = new Map<string, Set<number>>();

  /** Takes the tokens of a read, unless another read of the same finding has one of them. */
  take({ findingId, from, to }: QuantityRead): boolean {
    const taken = this.byFinding.get(findingId) ?? new Set();
    for (let position = from; position < to; position += 1) if (taken.has(position)) return false;
    for (let position = from; position < to; position += 1) taken.add(position);
    this.byFinding.set(findingId, taken);
    return true;
  }
}

/** Where each quantity's own stretch ends: the next one begins there, or the sentence ends. */
function endsOf(reads: readonly QuantityRead[], sentence: Sentence): Map<QuantityRead, number> {
  const starts = [...new Set(reads.map(({ from }) => from))].sort((a, b) => a - b);
  const ends = new Map<QuantityRead, number>();
  let next = 0;
  for (const read of [...reads].sort((a, b) => a.to - b.to)) {
    while ((starts[next] ?? Number.POSITIVE_INFINITY) < read.to) next += 1;
    ends.set(read, starts[next] ?? sentence.to);
  }
  return ends;
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
  const taken = new Taken();
  const reads = [
    ...vitalQuantities(reading, sentence, vocabulary),
    ...namedQuantities(reading, sentence, mentions, vocabulary),
    ...bareTemperatures(reading, sentence, vocabulary),
  ].filter((quantity) => taken.take(quantity));
  const ends = endsOf(reads, sentence);
  const tellsHours = reads.length > 0 && mayTellHours(reading, sentence);
  return reads.map((quantity) => {
    const end = ends.get(quantity) ?? sentence.to;
    const followed = withLaterValues(reading, quantity, end, vocabulary);
    return tellsHours ? withHours(reading, followed, sentence) : followed;
  });
}
