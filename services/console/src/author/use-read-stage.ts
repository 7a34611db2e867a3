import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Language } from '../api/types';
import { useWords } from '../i18n/use-words';
import { type CaseFact, type CaseForm, type CaseStage, factsRead } from './case-form';

const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

/** Reads the text of a stage, in the language of the page if it is written in it, and says which facts it tells. */
export function useReadStage(
  patient: CaseForm['patient'],
  onRead: (facts: Record<string, CaseFact>) => void,
) {
  const api = useApi();
  const { locale } = useWords();
  return useMutation({
    mutationFn: async ({ text }: CaseStage) => {
      const written = LANGUAGES.filter((language) => (text[language] ?? '').trim() !== '');
      const language = written.find((each) => each === locale) ?? written[0];
      if (language === undefined) return null;
      const age = patient.ageYears === null ? null : ({ value: patient.ageYears, unit: 'a' } as const);
      const who = { age, sex: patient.sex, pregnant: patient.pregnant ?? null };
      const { signal } = new AbortController();
      const understood = await api.preview(text[language] ?? '', language, who, locale, signal);
      return { facts: factsRead(understood.findings, understood.labs), unmatched: understood.unmatched };
    },
    onSuccess: (read) => {
      if (read !== null) onRead(read.facts);
    },
  });
}
