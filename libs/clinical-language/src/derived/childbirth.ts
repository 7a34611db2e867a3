import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** The puerperium and the weeks in which its illnesses still come: twelve weeks, in days. */
const POSTPARTUM = 84;
const BIRTH =
  /^(?:delivery|childbirth|birth|deliver|delivered|caesarean|cesarean|section|parturition|confinement)$/;
const AFTER = /^(?:after|following|since|post|from)$/;
const REACH = 7;
/** A child this young is born itself, it does not give birth. */
const YOUNGEST_MOTHER = 11;

function birthWithin({ tokens }: DerivationInput, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    if (BIRTH.test(textAt(tokens, at)) && textAt(tokens, at - 1) !== 'of') return at;
  }
  return undefined;
}

/** "Two weeks after a vaginal delivery", "gave birth 10 days ago": the time since a woman gave birth. */
export function readChildbirth(input: DerivationInput): Mention[] {
  const { patient, durations, tokens, sentence } = input;
  if (patient.sex === 'male' || (patient.ageYears !== null && patient.ageYears < YOUNGEST_MOTHER)) return [];
  return durations.flatMap(({ days, from, to, ago }) => {
    if (days > POSTPARTUM) return [];
    const isSince = textAt(tokens, from - 1) === 'since';
    const before =
      ago || isSince ? birthWithin(input, Math.max(sentence.from, from - REACH), from) : undefined;
    if (before !== undefined) return [derivedMention(before, to, ['postpartum-period'])];
    if (!AFTER.test(textAt(tokens, to))) return [];
    const after = birthWithin(input, to + 1, Math.min(sentence.to, to + REACH));
    return after === undefined ? [] : [derivedMention(from, after + 1, ['postpartum-period'])];
  });
}
