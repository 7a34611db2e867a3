import { z } from 'zod';
import { standsAt } from './at-position';
import { stem } from './stem';
import { type Token } from '../model/token';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Skipping } from '../lexicon/phrase-dictionary';

const words = z.array(z.string());
const ENGLISH = lexiconRows(
  'en/function-words',
  z.strictObject({ determiners: words, fillers: words, stop: words, ordinary: words }),
);
const CHINESE = lexiconRows(
  'zh/function-words',
  z.strictObject({ fillers: words, 'qualities-of-pain': words }),
);

/** Words that never change which concept is meant; they are left out of phrases and of texts before look-up. */
export const DETERMINERS: ReadonlySet<string> = new Set(ENGLISH.determiners);

/** Words that carry no clinical content of their own. */
export const STOP_WORDS: ReadonlySet<string> = new Set(ENGLISH.stop);

/** The same as stems, for comparing with the keys of tokens. */
export const STOP_STEMS: ReadonlySet<string> = new Set(ENGLISH.stop.map(stem));

/** Everyday words that are abbreviations in capitals: "pads" is no peripheral arterial disease. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(ENGLISH.ordinary);

const INNER_FILLERS: ReadonlySet<string> = new Set(ENGLISH.fillers);

/** Joins the parts of one written word ("D-dimer", "chest-pain") or stands between words without meaning. */
const JOINERS: ReadonlySet<string> = new Set(['-', '"', "'", '·', '®', '™', '*', '_', '<', '>']);

/** Whether look-up passes over a token altogether. */
export function isTransparent(token: Token): boolean {
  return token.kind === 'mark'
    ? JOINERS.has(token.text)
    : token.kind === 'word' && DETERMINERS.has(token.text);
}

/** How many tokens at `position` may be passed over inside a phrase. */
function skippableAt(tokens: readonly Token[], position: number): number {
  const token = tokens[position];
  if (token === undefined) return 0;
  if (isTransparent(token) || token.text === ':') return 1;
  if (token.kind === 'word') return INNER_FILLERS.has(token.text) ? 1 : 0;
  if (token.kind !== 'han') return 0;
  return fillerLength(tokens, position) || qualityLength(tokens, position);
}

/** Words by their first character, longest first. */
function byFirstCharacter(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) index.set(word[0] ?? '', [...(index.get(word[0] ?? '') ?? []), word]);
  for (const list of index.values()) list.sort((a, b) => b.length - a.length);
  return index;
}

const FILLERS_ZH = byFirstCharacter(CHINESE.fillers);
const QUALITIES_ZH = byFirstCharacter(CHINESE['qualities-of-pain']);

function fillerLength(tokens: readonly Token[], position: number): number {
  const words = FILLERS_ZH.get(tokens[position]?.text ?? '');
  return words?.find((word) => standsAt(tokens, position, word))?.length ?? 0;
}

/** The kind of a pain counts as such only right before the pain. */
function qualityLength(tokens: readonly Token[], position: number): number {
  const words = QUALITIES_ZH.get(tokens[position]?.text ?? '');
  const isQuality = (word: string): boolean =>
    standsAt(tokens, position, word) && tokens[position + word.length]?.key === '痛';
  return words?.find(isQuality)?.length ?? 0;
}

/** What phrases of the dictionary may leave out of a text. */
export const SKIPPING: Skipping = { skippable: skippableAt, limit: 4 };
