import { type Mention } from '../matching/mention';
import { readNumber } from '../quantities/numbers';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** A body mass index from 30 kg/m² on is obesity (WHO, adults). */
const OBESE_FROM = 30;
const HIGHEST = 120;
const ADULT_FROM = 18;
const BETWEEN = /^(?:of|is|was|:|=|about|around|\()$/;
const MAX_BETWEEN = 3;

function behindName({ tokens }: DerivationInput, at: number): number | undefined {
  if (textAt(tokens, at) === 'bmi') return at + 1;
  const isName = ['body', 'mass', 'index'].every((word, index) => textAt(tokens, at + index) === word);
  return isName ? at + 3 : undefined;
}

/** "BMI 34": an adult's body mass index that is obesity. */
export function readBodyMass(input: DerivationInput): Mention[] {
  const { tokens, sentence, patient } = input;
  if (patient.ageYears !== null && patient.ageYears < ADULT_FROM) return [];
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    let value = behindName(input, at);
    if (value === undefined) continue;
    for (let left = MAX_BETWEEN; left > 0 && BETWEEN.test(textAt(tokens, value)); left -= 1) value += 1;
    const index = readNumber(tokens, value);
    if (index === undefined || index.value < OBESE_FROM || index.value > HIGHEST) continue;
    found.push(derivedMention(at, value + index.length, ['obesity']));
  }
  return found;
}
