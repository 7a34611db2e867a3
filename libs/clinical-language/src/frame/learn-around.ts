import { type Example, type KeptWeights, learnKept } from '@openrounds/classifier';
import { z } from 'zod';
import { type Reading } from '../segment/reading';
import { readText } from '../segment/read-text';
import { peopleOf } from '../recognise/people';
import { ToldText } from './clues-around';
import { namedPeople } from './people-around';
import { AROUND } from './words-around';

/** Passages that people wrote, with what each says of the things that it names. */
const passages = z.array(
  z.strictObject({ text: z.string(), says: z.array(z.tuple([z.string(), z.enum(AROUND)])) }),
);
type Passage = z.output<typeof passages>[number];
type Said = Passage['says'][number];

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
function exampleOf(reading: Reading, told: ToldText, text: string, [quote, said]: Said): Example<number>[] {
  const start = text.indexOf(quote);
  const used = positionsOf(reading, start, start + quote.length);
  const [from, last] = [used[0], used.at(-1)];
  const sentence = reading.sentences.find(
    (each) => from !== undefined && each.from <= from && from < each.to,
  );
  if (from === undefined || last === undefined || sentence === undefined) return [];
  const finding = { from, to: Math.min(last + 1, sentence.to) };
  return [{ features: Array.from(told.cluesAround(sentence, finding).inText), label: AROUND.indexOf(said) }];
}

function examplesOf({ text, says }: Passage): Example<number>[] {
  const reading = readText(text);
  const told = new ToldText(reading.tokens, namedPeople(peopleOf(reading)));
  return says.flatMap((one) => exampleOf(reading, told, text, one));
}

/**
 * Learns from passages what the words around a finding tell of it: the same passages give the same.
 *
 * @throws ZodError where they are no passages
 */
export const learnAround = (told: unknown): KeptWeights =>
  learnKept(passages.parse(told).flatMap(examplesOf), AROUND.length, EPOCHS);
