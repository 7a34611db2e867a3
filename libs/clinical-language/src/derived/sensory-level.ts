import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** Where a level of feeling is found on the trunk, by the words of its class. */
const PLACE =
  /^(?:t(?:[1-9]|1[0-2])|l1|umbilicus|navel|nipples?|waist|groin|chest|xiphisternum|costal|bra|tummy|abdomen|belly)$/;
const FELT = /^(?:pin|pinprick|sensory|sensation|touch|temperature|feeling|cold)$/;
const LOST =
  /^(?:lost|gone|absent|reduced|decreased|impaired|loss|no|cannot|can't|diminished|altered|dulled)$/;
const NUMB = /^(?:numb|numbness|tingling|needles|paraesthesia|paraesthesiae|paresthesia|pins)$/;
const CLIMBS =
  /^(?:climb|climbs|climbing|climbed|rise|rises|rising|risen|rose|ascend|ascends|ascending|ascended|creep|creeps|creeping|crept|spread|spreads|spreading|up|upwards|moved|moving|reached|reaching|reaches)$/;
const ENDS = /^[,;:.()]$/;
const REACH = 9;

/** The words of the clause behind a position. */
function clauseFrom({ tokens, sentence }: DerivationInput, from: number): number[] {
  const positions: number[] = [];
  for (let at = from; at < Math.min(sentence.to, from + REACH); at += 1) {
    if (ENDS.test(textAt(tokens, at))) break;
    positions.push(at);
  }
  return positions;
}

/** Where a place stands that "at", "to" or "below" leads to. */
function placeIn({ tokens }: DerivationInput, clause: readonly number[], leads: RegExp): number | undefined {
  const lead = clause.findIndex((at) => leads.test(textAt(tokens, at)));
  return lead === -1
    ? undefined
    : clause.slice(lead + 1, lead + 4).find((at) => PLACE.test(textAt(tokens, at)));
}

function levelAt(input: DerivationInput, at: number): number | undefined {
  const { tokens } = input;
  const clause = clauseFrom(input, at);
  const has = (words: RegExp): boolean => clause.some((position) => words.test(textAt(tokens, position)));
  const text = textAt(tokens, at);
  if (text === 'level') {
    const isFelt = has(FELT) || FELT.test(textAt(tokens, at - 1)) || FELT.test(textAt(tokens, at - 2));
    return isFelt ? placeIn(input, clause, /^(?:at|around|about|of)$/) : undefined;
  }
  if (NUMB.test(text) && has(CLIMBS)) return placeIn(input, clause, /^(?:to|reached|reaches|reaching|at)$/);
  const isLost = FELT.test(text) && (has(LOST) || LOST.test(textAt(tokens, at - 1)));
  return isLost ? placeIn(input, clause, /^below$/) : undefined;
}

/** "Level to pin at the umbilicus", "tingling climbing from the feet to the waist", "pinprick lost below T8". */
export function readSensoryLevel(input: DerivationInput): Mention[] {
  const { sentence } = input;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const place = levelAt(input, at);
    if (place !== undefined) return [derivedMention(at, place + 1, ['sensory-level'])];
  }
  return [];
}
