import { type Example, Softmax } from '@openrounds/classifier';
import { z } from 'zod';
import { PASSAGES } from '../lexicon/compiled/passages';
import { type Reading } from '../segment/reading';
import { readText } from '../segment/read-text';
import { AROUND, type LearntAround, wordsAround } from './words-around';

/** Passages that people wrote, with what each says of the things that it names. */
const passages = z.array(
  z.strictObject({ text: z.string(), says: z.array(z.tuple([z.string(), z.enum(AROUND)])) }),
);
type Said = z.output<typeof passages>[number]['says'][number];

/** A word that one or two examples have tells of these alone. */
const LEAST_SEEN = 3;

/** More make no difference to passages that were not learnt from. */
const EPOCHS = 4;

/** The positions of the words of a quotation. */
function positionsOf({ tokens, source }: Reading, start: number, end: number): number[] {
  return tokens.flatMap((token, at) => {
    const original = source.toOriginal(token.start, token.end);
    return original.start < end && original.end > start ? [at] : [];
  });
}

/** What stands around a thing, and what is said of it; none where no word of the passage is quoted. */
function exampleOf(reading: Reading, text: string, [quote, said]: Said): Example<number>[] {
  const start = text.indexOf(quote);
  const used = positionsOf(reading, start, start + quote.length);
  const [from, last] = [used[0], used.at(-1)];
  const sentence = reading.sentences.find(
    (each) => from !== undefined && each.from <= from && from < each.to,
  );
  if (from === undefined || last === undefined || sentence === undefined) return [];
  const finding = { from, to: Math.min(last + 1, sentence.to) };
  return [{ features: wordsAround(reading.tokens, sentence, finding), label: AROUND.indexOf(said) }];
}

function examples(): Example<number>[] {
  const all = Object.values(PASSAGES).flatMap((rows) =>
    passages.parse(JSON.parse(rows)).flatMap(({ text, says }) => {
      const reading = readText(text);
      return says.flatMap((one) => exampleOf(reading, text, one));
    }),
  );
  const seen = new Map<number, number>();
  for (const { features } of all)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const isSeenAgain = (feature: number): boolean => (seen.get(feature) ?? 0) >= LEAST_SEEN;
  return all.map(({ features, label }) => ({ features: features.filter(isSeenAgain), label }));
}

function learn(): LearntAround {
  const learnt = new Softmax(
    examples(),
    AROUND.map(() => 1),
    EPOCHS,
  );
  return {
    bias: learnt.bias,
    words: new Map(Array.from(learnt.byFeature(), ([word, weights]) => [word, [...weights]] as const)),
  };
}

let known: LearntAround | undefined;

/** Learns from passages what the words around a finding tell of it: the same passages give the same, and so it is learnt once, however many vocabularies are compiled. */
export function learnAround(): LearntAround {
  known ??= learn();
  return known;
}
