import { type CaseForLlm, type FactForLlm } from './case-for-llm';

/** The sections of a prompt that tell of a case. */
export function caseInWords({ patient, setting, facts }: CaseForLlm): string[] {
  const about = [
    `age in years: ${patient.ageYears ?? 'unknown'}`,
    `sex: ${patient.sex}`,
    ...(patient.pregnant === null ? [] : [`pregnant: ${patient.pregnant ? 'yes' : 'no'}`]),
    `setting: ${setting ?? 'unknown'}`,
  ];
  return [section('Patient', about), section('Facts', facts.map(lineOf))];
}

/** A titled list, as all roles write them. */
export function section(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}

/** The language to answer in, by its English name. */
export const languageInWords = (language: CaseForLlm['language']): string =>
  language === 'zh' ? 'Chinese' : 'English';

function lineOf({ name, presence, value, certainty = 1 }: FactForLlm): string {
  const what = value === undefined ? `${name}: ${presence}` : `${name}: ${value}`;
  return certainty < 1 ? `${what} (uncertain)` : what;
}
