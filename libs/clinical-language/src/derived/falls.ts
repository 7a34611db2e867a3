import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

const SUBJECTS = /^(?:he|she|i|patient|who|they)$/;
/** "Fell two days ago", "fell in the bathroom"; not "fell ill", "fell asleep", "fell in love". */
const BEHIND =
  /^(?:yesterday|today|this|last|on|onto|off|from|down|over|at|while|when|and|backwards|forwards|again|heavily|a|one|two|three|four|five|six|seven|ten|several|few|,|;|\d{1,3})$/;
/** Longer ago it is no recent injury; days. */
const RECENT = 30;

/** "She fell two hours ago": the plain verb, which is told of a person. */
export function readFalls({ tokens, sentence, durations, mentions }: DerivationInput): Mention[] {
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (textAt(tokens, at) !== 'fell') continue;
    const opens = at === sentence.from || SUBJECTS.test(textAt(tokens, at - 1));
    const next = textAt(tokens, at + 1);
    const isInPlace = next === 'in' && /^(?:the|a|her|his|my)$/.test(textAt(tokens, at + 2));
    const goesOn = at + 1 >= sentence.to || isInPlace || BEHIND.test(next);
    const isOld = durations.some(({ ago, days }) => ago && days > RECENT);
    const isKnown = mentions.some(({ from, to }) => from <= at && at < to);
    if (opens && goesOn && !isOld && !isKnown) found.push(derivedMention(at, at + 1, ['recent-trauma']));
  }
  return found;
}
