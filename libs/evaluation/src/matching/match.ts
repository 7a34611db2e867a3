import { type GoldEntry } from '../model/gold';
import { type NamedDisease } from '../model/prediction';

export type Match = 'right' | 'broader' | 'wrong';

/**
 * Whether a diagnosis is what the gold standard asks for: one of its ICD-10 codes begins with one of the gold's
 * prefixes, or its English or Chinese name is one of the accepted ones. `broader` where only a lenient score would
 * accept it.
 */
export function matchOf(gold: readonly GoldEntry[], disease: NamedDisease): Match {
  if (gold.some((entry) => hasCode(disease, entry.icd10) || hasName(disease, entry))) return 'right';
  return gold.some((entry) => hasCode(disease, entry.broader_ok)) ? 'broader' : 'wrong';
}

function hasCode({ icd10 }: NamedDisease, prefixes: readonly string[]): boolean {
  return icd10.some((code) => prefixes.some((prefix) => plainCode(code).startsWith(plainCode(prefix))));
}

function hasName({ name, nameZh }: NamedDisease, { names_en, names_zh }: GoldEntry): boolean {
  const accepted = new Set([...names_en, ...names_zh].map(plainName));
  return accepted.has(plainName(name)) || accepted.has(plainName(nameZh));
}

/** `i26.9` and `I26 9` are the same code. */
const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Case, hyphens, apostrophes, brackets and width of characters make no difference between names. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
