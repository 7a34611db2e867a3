import { useCallback } from 'react';
import type { Language, Masked } from '../api/types';
import { withMaskedWords } from '../format/masked';
import { useWords } from './use-words';

const KINDS = [
  'name',
  'phone',
  'national-id',
  'mrn',
  'email',
  'address',
  'date',
  'org',
  'age-over-89',
  'plate',
  'bank',
  'wechat',
  'url',
] as const satisfies readonly Masked['kind'][];

/** Stored texts as they are read: what was masked is named in the language of the text. */
export function useMaskedWords(): (text: string, language: Language) => string {
  const { t } = useWords();
  return useCallback(
    (text, language) =>
      withMaskedWords(text, language, (kind, lng) => {
        const known = KINDS.find((each) => each === kind);
        return known === undefined ? undefined : t(`masked.${known}`, { lng });
      }),
    [t],
  );
}
