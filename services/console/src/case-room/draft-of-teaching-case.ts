import type { CaseBody, Language } from '../api/types';
import { type Draft, EMPTY_DRAFT } from './draft';

/** A text in a language, or in the other one where it has no such. */
const told = (text: CaseBody['title'], language: Language): string =>
  text[language] ?? text[language === 'en' ? 'zh' : 'en'] ?? '';

/** A teaching case as a case to rank: all that its stages tell, one after the other. The key stays behind. */
export function draftOfTeachingCase(body: CaseBody, language: Language): Draft {
  const { title, stages, patient, setting } = body;
  return {
    ...EMPTY_DRAFT,
    title: told(title, language),
    narrative: stages.map(({ text }) => told(text, language).trim()).join('\n\n'),
    age: { value: patient.ageYears, unit: 'a' },
    sex: patient.sex,
    pregnant: patient.pregnant ?? null,
    setting,
  };
}
