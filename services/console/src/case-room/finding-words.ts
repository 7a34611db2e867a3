import type { Finding, VocabularyFinding } from '../api/types';
import type { Locale } from '../format/locale';
import { formatQuantity } from '../format/unit';

export type Vocabulary = ReadonlyMap<string, VocabularyFinding>;

/** The name of a state as the vocabulary has it; the code itself where it has none. */
export function stateName(vocabulary: Vocabulary, findingId: string, code: string): string {
  return vocabulary.get(findingId)?.states?.find((state) => state.code === code)?.name ?? code;
}

/** What stands right of a finding's name: its quantity or state; empty where presence says it all. */
export function valueText(
  finding: Pick<Finding, 'findingId' | 'value'>,
  vocabulary: Vocabulary,
  locale: Locale,
): string {
  const { value } = finding;
  if (value === undefined) return '';
  return 'code' in value
    ? stateName(vocabulary, finding.findingId, value.code)
    : formatQuantity(value.number, value.unit, locale);
}
