import {
  type CaseCheck,
  type CaseForecast,
  type CodedCaseCheck,
  type CodedStageForecast,
  type Language,
  type LocalisedText,
} from '@openrounds/contracts';
import { CASE_CHECKS, IMPORT_REFUSALS } from '../messages/case-checks';
import { type Names } from '../run/names';

/** A text in the reader's language, or in the other one where there is no such; it says in which. */
export function localised(
  text: Readonly<Partial<Record<Language, string | undefined>>>,
  language: Language,
): LocalisedText {
  const own = text[language];
  if (own !== undefined) return { text: own, language };
  const other = language === 'en' ? 'zh' : 'en';
  return { text: text[other] ?? '', language: other };
}

/** What the checks of a case found, in words. */
export const presentChecks = (checks: readonly CodedCaseCheck[], names: Names): CaseCheck[] =>
  checks.map(({ of, ...check }) => ({
    ...check,
    message: CASE_CHECKS[check.code][names.language]({ of: nameOf(check.code, of, names) }),
  }));

function nameOf(code: CodedCaseCheck['code'], id: string, names: Names): string {
  if (code === 'contradiction') return names.finding(id);
  return code === 'key-in-text' || code === 'engine-disagrees' ? names.disease(id) : id;
}

/** What the engine would say of a stage, with names. */
export const presentStageForecast = (
  { differential, mustNotMiss, nextTests, ...stage }: CodedStageForecast,
  names: Names,
): CaseForecast['stages'][number] => ({
  ...stage,
  differential: differential.map((each) => ({ ...each, name: names.disease(each.diseaseId) })),
  mustNotMiss: mustNotMiss.map((each) => ({ ...each, name: names.disease(each.diseaseId) })),
  nextTests: nextTests.map((each) => ({ ...each, name: names.test(each.testId) })),
});

export type ImportRefusal = keyof typeof IMPORT_REFUSALS;

/** Why a case was not imported. */
export const importRefusal = (refusal: ImportRefusal, language: Language): string =>
  IMPORT_REFUSALS[refusal][language]();
