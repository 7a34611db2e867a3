import { type PassageLanguage } from '../passage';
import { stem } from '../tokenise/english';
import { type NameDictionary } from '../vocabulary/name-dictionary';

/** What stands for a name: what is asked of a disease does not depend on which it is. */
const DISEASE = '\uE000';
const FINDING = '\uE001';
const NUMBER = '0';

const ENGLISH = /[\uE000\uE001]|\p{L}+|\p{N}+/gu;
const CHINESE = /[\uE000\uE001]|\p{N}+|[\p{L}\p{M}]/gu;
const LONGEST = { en: 2, zh: 3 } as const;

/**
 * What tells what a question asks for: its words, function words and all, alone and in pairs; of Chinese its characters, in
 * twos and threes as well. Names of diseases and findings count as such, numbers as numbers. Each once; that there is a name
 * tells nothing, only what stands beside it.
 */
export function featuresOf(question: string, language: PassageLanguage, names: NameDictionary): string[] {
  const masked = names
    .cut(question)
    .map(({ text, concepts: [first] }) => {
      if (first === undefined) return text;
      return ` ${first.kind === 'disease' ? DISEASE : FINDING} `;
    })
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  const units = (masked.match(language === 'en' ? ENGLISH : CHINESE) ?? []).map((unit) => {
    if (/^\p{N}/u.test(unit)) return NUMBER;
    return language === 'en' ? (stem(unit) ?? unit) : unit;
  });
  const features = new Set<string>();
  for (let length = 1; length <= LONGEST[language]; length += 1)
    for (let from = 0; from + length <= units.length; from += 1)
      features.add(units.slice(from, from + length).join(' '));
  for (const name of [DISEASE, FINDING]) features.delete(name);
  return [...features];
}
