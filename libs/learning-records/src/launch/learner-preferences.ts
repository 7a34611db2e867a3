import { z } from 'zod';

/** Language tags, comma-separated, the liked best first (cmi5 §11.1); `audioPreference` has nothing to switch here. */
const Preferences = z.object({ languagePreference: z.string().max(1_000).optional() });

/**
 * The language that a learner likes best, of those there are.
 *
 * @param json `cmi5LearnerPreferences`; whatever is not of its form says nothing
 * @returns undefined where none is named
 */
export function preferredLanguage<T extends string>(json: unknown, languages: readonly T[]): T | undefined {
  const read = Preferences.safeParse(json);
  const tags = (read.success ? (read.data.languagePreference ?? '') : '').split(',');
  for (const tag of tags) {
    const primary = tag.trim().toLowerCase().split('-')[0];
    const found = languages.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return undefined;
}
