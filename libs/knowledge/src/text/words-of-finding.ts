import { type Finding } from '../schema/finding';

/** All wordings of a finding and of its states in a language, its name not among them. */
export function wordsOfFinding(
  { synonyms, affirmOnly, stateSynonyms }: Finding,
  language: 'en' | 'zh',
): string[] {
  const own = [...synonyms[language], ...(affirmOnly?.[language] ?? [])];
  return [...own, ...Object.values(stateSynonyms ?? {}).flatMap((words) => words[language])];
}
