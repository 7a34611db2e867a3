import { type VocabularyFinding } from '../model/vocabulary';
import { byKey, gather, given } from '../normalise/lists-by-key';
import { type Reading } from '../segment/reading';
import { type Sentence } from '../segment/sentences';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { FurtherValues } from './further-values';
import { type QuantityRead, type VitalSign } from './quantity-read';
import { type Times } from './times';
import { withCircumstances } from './told-circumstances';

const groupOf = ([first, ...others]: readonly QuantityRead[]): VitalSign | undefined =>
  first && [first, ...others];

const placeOf = ({ from, to }: QuantityRead): string => `${String(from)}-${String(to)}`;

/** Whether a quantity is a vital sign: of the body itself, and told in numbers. */
export const isVitalSign = (finding: VocabularyFinding | undefined): boolean =>
  finding?.unit !== undefined && finding.kind !== 'lab' && finding.decidedBy === undefined;

/**
 * The values of a sentence with all of its vital signs: those that stand behind a first without a name, and how each was
 * measured.
 */
export function withVitalSigns(
  reading: Reading,
  sentence: Sentence,
  reads: readonly QuantityRead[],
  vocabulary: CompiledVocabulary,
  times: Times,
): QuantityRead[] {
  const isOne = ({ findingId, read }: QuantityRead): boolean =>
    read.number !== undefined && read.upTo === undefined && isVitalSign(vocabulary.findings.get(findingId));
  const signs = given([...byKey(reads.filter(isOne), placeOf).values()], groupOf);
  if (signs.length === 0) return [...reads];
  const further = new FurtherValues(reading, sentence, times, vocabulary, reads);
  const all = gather(signs, (first) => further.following(first)).sort(([a], [b]) => a.from - b.from);
  return [...reads.filter((read) => !isOne(read)), ...withCircumstances(all, reading.tokens, sentence)];
}
