import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { type Sense } from '../model/sense';
import { type EnginePatient } from '../model/understanding';
import { WordPatterns } from '../recognise/word-patterns';
import { type Sentence } from '../segment/sentences';
import { readNumber } from '../normalise/numbers';
import { textAt } from '../normalise/at-position';
import { byKey } from '../normalise/lists-by-key';
import { type Token } from '../model/token';
import { type Mention } from './mention';

const words = z.array(z.string()).min(1);
const rowSchema = z.strictObject({
  finding: z.string(),
  words,
  beside: words.optional(),
  unless: words.optional(),
  fromYears: z.number().optional(),
  instead: z.string().optional(),
  example: z.string(),
});

const patternsOf = (list: readonly string[] | undefined): WordPatterns<true> | undefined => {
  if (list === undefined) return undefined;
  const patterns = new WordPatterns<true>();
  list.forEach((one) => patterns.add(one, true));
  return patterns;
};

/** Ordinary words that are a finding only where the finding can be. */
export const OUT_OF_PLACE_ROWS = ['en/out-of-place', 'zh/out-of-place'].flatMap((file) =>
  lexiconRows(file, z.array(rowSchema)),
);

const ROWS = byKey(
  OUT_OF_PLACE_ROWS.map(({ beside, unless, ...row }) => ({
    ...row,
    words: new Set(row.words),
    beside: patternsOf(beside),
    unless: patternsOf(unless),
  })),
  ({ finding }) => finding,
);

function stands(patterns: WordPatterns<true>, tokens: readonly Token[], { from, to }: Sentence): boolean {
  const numberAt = (_: string, at: number): number | undefined => {
    const number = readNumber(tokens, at);
    return number && at + number.length;
  };
  return patterns.matchAll(tokens, from, to, numberAt).length > 0;
}

function meantBy(
  sense: Sense,
  { used }: Mention,
  tokens: readonly Token[],
  sentence: Sentence,
  { ageYears }: EnginePatient,
): Sense | undefined {
  if (sense.kind !== 'finding') return sense;
  const meant = ROWS.get(sense.findingId)?.find(
    ({ words: ownWords, fromYears = 0, beside, unless }) =>
      used.some((position) => ownWords.has(textAt(tokens, position))) &&
      (fromYears === 0 || (ageYears !== null && ageYears >= fromYears)) &&
      (beside === undefined || stands(beside, tokens, sentence)) &&
      (unless === undefined || !stands(unless, tokens, sentence)),
  );
  if (meant === undefined) return sense;
  return meant.instead === undefined ? undefined : { kind: 'finding', findingId: meant.instead };
}

/** A mention as its words are meant in this sentence and of this patient; nothing where they mean something else. */
export function inItsPlace(
  tokens: readonly Token[],
  mention: Mention,
  sentence: Sentence,
  patient: EnginePatient,
): Mention[] {
  const senses = mention.senses.map((sense) => meantBy(sense, mention, tokens, sentence, patient));
  if (senses.includes(undefined)) return [];
  const isAsSaid = senses.every((sense, index) => sense === mention.senses[index]);
  return [isAsSaid ? mention : { ...mention, senses: senses.filter((sense) => sense !== undefined) }];
}
