import { type Language } from '@openrounds/contracts';
import { type TeachingPart } from '@openrounds/knowledge';

type Named = Pick<TeachingPart['diseases'][number], 'name' | 'synonyms'>;

/** Shorter names in Latin letters are abbreviations, which are words only in capitals: PE, but not the "pe" of "pen". */
const LONGEST_ABBREVIATION = 4;
const SHORTEST_CHINESE = 2;

/** Whether a text holds a name or synonym of a disease as words of its own. */
export const namesIn = (text: string, language: Language, { name, synonyms }: Named): boolean =>
  [name[language], ...synonyms[language]].some((each) => holds(text, each));

function holds(text: string, name: string): boolean {
  if (!/[A-Za-z]/.test(name)) return name.length >= SHORTEST_CHINESE && text.includes(name);
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const flags = name.length <= LONGEST_ABBREVIATION ? 'u' : 'iu';
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/-/g, '\\x2d')}(?![\\p{L}\\p{N}])`, flags).test(text);
}
