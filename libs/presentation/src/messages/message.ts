import { type Language } from '@openrounds/contracts';

/** A sentence in both languages. Both must be there: the type says so. */
export type Message<P = void> = Readonly<Record<Language, (parameters: P) => string>>;

/** Probabilities are said with two significant figures at most, and never as 0 or 100 %. */
export function percent(probability: number, language: Language): string {
  const space = language === 'en' ? '\u202f' : '';
  if (probability < 0.001) return `< 0.1${space}%`;
  if (probability > 0.99) return `> 99${space}%`;
  return `${String(Number((probability * 100).toPrecision(2)))}${space}%`;
}

/** Names in one sentence: "A, B and C", A、B和C. */
export function listed(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const rest = names.slice(0, -1);
  return language === 'en' ? `${rest.join(', ')} and ${last}` : `${rest.join('、')}和${last}`;
}
