import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** A period is missed when the last one began more than six weeks ago; days. */
const MISSED_FROM = 42;
const REACH = 8;

function isLastPeriod({ tokens }: DerivationInput, at: number): boolean {
  const [word, before, first] = [textAt(tokens, at), textAt(tokens, at - 1), textAt(tokens, at - 2)];
  if (word === 'lmp') return true;
  return /^(?:period|menses|menstruation)$/.test(word) && (before === 'last' || first === 'last');
}

/** 停经48天: from five weeks on a period is missed; later on the pregnancy itself is told. */
const LATE_FROM = 35;
const TOLD_UP_TO = 140;

function readMissed({ tokens, sentence, durations }: DerivationInput): Mention[] {
  return durations.flatMap(({ days, from, to }) => {
    if (days < LATE_FROM || days >= TOLD_UP_TO || textAt(tokens, from - 1) !== '经') return [];
    const isMissed = from - 2 >= sentence.from && textAt(tokens, from - 2) === '停';
    return isMissed ? [derivedMention(from - 2, to, ['amenorrhoea'])] : [];
  });
}

/** "LMP three months ago": no period since is amenorrhoea, whatever its cause. */
export function readLastPeriod(input: DerivationInput): Mention[] {
  const { durations, sentence, patient } = input;
  if (patient.sex === 'male') return [];
  const missed = readMissed(input);
  const dated = durations.flatMap(({ days, from, to, ago }) => {
    if (!ago || days < MISSED_FROM) return [];
    for (let at = from - 1; at >= Math.max(sentence.from, from - REACH); at -= 1) {
      if (isLastPeriod(input, at)) return [derivedMention(at, to, ['amenorrhoea'])];
    }
    return [];
  });
  return [...missed, ...dated];
}
