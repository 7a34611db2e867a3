import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention, wordAt } from './derived-mention';

/** A period is missed when the last one began more than six weeks ago; days. */
const MISSED_FROM = 42;
const REACH = 8;

function isLastPeriod({ tokens }: DerivationInput, at: number): boolean {
  const [word, before, first] = [wordAt(tokens, at), wordAt(tokens, at - 1), wordAt(tokens, at - 2)];
  if (word === 'lmp') return true;
  return /^(?:period|menses|menstruation)$/.test(word) && (before === 'last' || first === 'last');
}

/** "LMP three months ago": no period since is amenorrhoea, whatever its cause. */
export function readLastPeriod(input: DerivationInput): Mention[] {
  const { durations, sentence, patient } = input;
  if (patient.sex === 'male') return [];
  return durations.flatMap(({ days, from, to, ago }) => {
    if (!ago || days < MISSED_FROM) return [];
    for (let at = from - 1; at >= Math.max(sentence.from, from - REACH); at -= 1) {
      if (isLastPeriod(input, at)) return [derivedMention(at, to, ['amenorrhoea'])];
    }
    return [];
  });
}
