import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** Symptoms that lists of urinary symptoms name by their last word alone: "dysuria, frequency or urgency". */
const ELLIPTIC: Readonly<Record<string, string>> = {
  frequency: 'urinary-frequency',
  urgency: 'urinary-urgency',
  hesitancy: 'weak-urinary-stream',
  intermittency: 'weak-urinary-stream',
};
const URINARY =
  /^(?:dysuria|nocturia|haematuria|hematuria|polyuria|urin|void|voiding|micturition|bladder|urine|urinary|incontinence|urination|hesitancy|urgency)/;
const REACH = 10;

/** The word that tells what is frequent or urgent, near by in the list. */
function isAmongUrinary({ tokens, sentence }: DerivationInput, at: number): boolean {
  const own = textAt(tokens, at);
  const to = Math.min(sentence.to, at + REACH);
  for (let position = Math.max(sentence.from, at - REACH); position < to; position += 1) {
    const word = textAt(tokens, position);
    if (word !== own && URINARY.test(word)) return true;
  }
  return false;
}

/** Urinary symptoms without the word "urinary", where the list around them makes it plain. */
export function readUrinaryEllipsis(input: DerivationInput): Mention[] {
  const { tokens, sentence, mentions } = input;
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const finding = ELLIPTIC[textAt(tokens, at)];
    if (
      finding === undefined ||
      mentions.some(({ used }) => used.includes(at)) ||
      textAt(tokens, at + 1) === 'of'
    )
      continue;
    if (isAmongUrinary(input, at)) found.push(derivedMention(at, at + 1, [finding]));
  }
  return found;
}
