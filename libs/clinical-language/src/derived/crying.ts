import { type Mention } from '../matching/mention';
import { type EnginePatient } from '../model/understanding';
import { textAt } from '../text/at-position';
import { type Token } from '../text/tokens';

const IRRITABILITY = 'irritability';
const LOW_MOOD = 'low-mood';
const CRIES = /^(?:cry|cries|cried|crying|weeps|weeping|tearful|哭|哭泣|泣)$/;
/** From this age on who cries is sad; a small child that cries is irritable. Years. */
const FROM_YEARS = 12;

/** "A woman of 30, crying all day": what crying tells depends on the age. */
export function cryingOfAge(
  mention: Mention,
  tokens: readonly Token[],
  { ageYears }: EnginePatient,
): Mention {
  const isGrown = ageYears !== null && ageYears >= FROM_YEARS;
  const isIrritable = mention.senses.some(
    (sense) => 'findingId' in sense && sense.findingId === IRRITABILITY,
  );
  if (!isGrown || !isIrritable || !mention.used.some((position) => CRIES.test(textAt(tokens, position))))
    return mention;
  const senses = mention.senses.map((sense) =>
    sense.kind === 'finding' && sense.findingId === IRRITABILITY ? { ...sense, findingId: LOW_MOOD } : sense,
  );
  return { ...mention, senses };
}
