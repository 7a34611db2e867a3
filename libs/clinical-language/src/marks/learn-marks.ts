import { type Example, type KeptWeights, learnKept } from '@openrounds/classifier';
import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { GapClues } from './gap-clues';
import { GAPS, wordsOf } from './gaps';

/** How often all gaps are gone through. */
const EPOCHS = 2;
/** A text with fewer marks to a word was dictated without them, and tells nothing of where they stand. */
const LEAST_MARKS = 0.03;

function examplesOf(text: string): Example<number>[] {
  const { words, gaps } = wordsOf(tokenise(normalise(text)));
  const marks = gaps.filter((gap) => gap !== 'none').length;
  if (marks < LEAST_MARKS * words.length) return [];
  const clues = new GapClues(words);
  return gaps.slice(0, -1).map((gap, at) => ({ features: [...clues.behind(at)], label: GAPS.indexOf(gap) }));
}

/** Learns from texts of one language where their marks stand: the same texts give the same. */
export const learnMarks = (texts: readonly string[]): KeptWeights =>
  learnKept(texts.flatMap(examplesOf), GAPS.length, EPOCHS);
