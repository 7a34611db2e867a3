import { isBackgroundKind } from '../assertion/assert';
import { type CompiledVocabulary } from '../lexicon/compile';
import { type Mention } from '../matching/mention';
import { type EnginePatient } from '../model/understanding';
import { readNumber } from '../text/numbers';
import { textAt } from '../text/at-position';
import { type Token } from '../text/tokens';

/** "A child of three": who the patient is, and no number of children. */
export function isAge(
  mention: Mention,
  tokens: readonly Token[],
  demographics: ReadonlySet<number>,
): boolean {
  return (
    mention.used.every((position) => demographics.has(position)) &&
    mention.used.some((position) => readNumber(tokens, position) !== undefined)
  );
}

/** "Crinkly like cigarette paper", 像烫伤的斑块: what something is compared with has not happened. */
export function isCompared(
  { senses, from }: Mention,
  tokens: readonly Token[],
  vocabulary: CompiledVocabulary,
): boolean {
  const isBackground = senses.every(
    (sense) =>
      sense.kind === 'disease' ||
      sense.kind === 'context' ||
      (sense.kind === 'finding' && isBackgroundKind(vocabulary.findings.get(sense.findingId))),
  );
  if (!isBackground) return false;
  for (let at = from - 1; at >= from - MAX_TO_COMPARED; at -= 1) {
    const text = textAt(tokens, at);
    if (/^[,;:。.]$/.test(text)) return false;
    const before = textAt(tokens, at - 1);
    if (text === 'like') return !LIKES.test(before);
    if (text === '像') return before !== '好';
  }
  return false;
}
const MAX_TO_COMPARED = 4;
/** "Would like to stop smoking", "things like smoking". */
const LIKES =
  /^(?:would|i'd|he'd|she'd|i|we|they|you|things|stuff|risks|drugs|medicines|something|illnesses|problems|not|don't|to)$/;

/** 阵痛 of a man or an old woman is no labour. */
const LABOUR = 'regular-uterine-contractions';
const PAST_CHILDBEARING = 56;

export function isOfOthersOnly({ senses }: Mention, { sex, ageYears }: EnginePatient): boolean {
  const isLabour = senses.every((sense) => 'findingId' in sense && sense.findingId === LABOUR);
  return isLabour && (sex === 'male' || (ageYears ?? 0) >= PAST_CHILDBEARING);
}
