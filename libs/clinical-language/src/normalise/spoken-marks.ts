import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Token, tokenOf } from '../model/token';
import { standsAt, textAt } from './at-position';
import { byKey, gather } from './lists-by-key';
import { surfaceKeys } from './phrases';

/** `lexicon/spoken-marks.yaml`: words of a dictation, by the mark for which they are said. */
const ROWS = lexiconRows('spoken-marks', z.record(z.string(), z.array(z.string())));

interface SpokenMark {
  readonly mark: string;
  readonly words: readonly string[];
}

const longestFirst = (a: SpokenMark, b: SpokenMark): number => b.words.length - a.words.length;
const MARKS = byKey(
  gather(Object.entries(ROWS), ([mark, phrases]) =>
    phrases.map((phrase) => ({ mark, words: surfaceKeys(phrase) })),
  ).sort(longestFirst),
  ({ words: [first = ''] }) => first,
);

const spokenAt = (tokens: readonly Token[], at: number): SpokenMark | undefined =>
  MARKS.get(textAt(tokens, at))?.find(({ words }) => standsAt(tokens, at, words));

/** Puts a mark in the place of the words for it, as a recogniser of speech left them: "no fever *full stop*", 无发热*句号*. */
export function writeSpokenMarks(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => MARKS.has(text))) return tokens;
  const written: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const spoken = spokenAt(tokens, at);
    if (spoken === undefined) {
      written.push(token);
      at += 1;
      continue;
    }
    const { mark, words } = spoken;
    const end = tokens[at + words.length - 1]?.end ?? token.end;
    const kind = mark === '\n' ? 'line-end' : 'mark';
    written.push(tokenOf({ kind, text: mark, key: mark, start: token.start, end }));
    at += words.length;
  }
  return written;
}
