import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { MEDICINE_CLASSES } from './medicine-stems';
import { textAt } from '../text/at-position';

const SHORTEST_NAME = 6;
/** What cannot be tolerated is not taken. */
const NOT_TAKEN = /^(?:intoleran|tolerat|refus|declin)/;
const STARTED =
  /^(?:started|commenced|initiated|initiating|starting|switched|switching|prescribed|begun|changed)$/;
const REACH = 6;
/** Longer ago a medicine is no longer new; days. */
const NEW_FOR = 60;

function isWithin({ tokens, sentence }: DerivationInput, at: number, words: RegExp): boolean {
  for (let position = Math.max(sentence.from, at - REACH); position < at; position += 1) {
    if (words.test(textAt(tokens, position))) return true;
  }
  return false;
}

function isNew(input: DerivationInput, at: number): boolean {
  const isLongAgo = input.durations.some(({ days }) => days > NEW_FOR);
  return !isLongAgo && isWithin(input, at, STARTED);
}

/** Medicines by the stems of their names: what ramipril is, perindopril is too. */
export function readMedicines(input: DerivationInput): Mention[] {
  const { tokens, sentence } = input;
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.text.length < SHORTEST_NAME) continue;
    const classes = MEDICINE_CLASSES.filter(({ name }) => name.test(token.text));
    if (classes.length === 0 || isWithin(input, at, NOT_TAKEN)) continue;
    const findings = classes.flatMap((each) => each.findings);
    found.push(
      derivedMention(at, at + 1, isNew(input, at) ? [...findings, 'new-medicine-started'] : findings),
    );
  }
  return found;
}
