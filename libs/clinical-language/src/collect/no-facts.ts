import { wordLists } from '../lexicon/lexicon-rows';
import { type SetAsideReason } from '@openrounds/contracts';
import { isAllergen, isReactionTold } from '../assert/allergens';
import { isBackgroundKind } from '../vocabulary/findings';
import { isStopped } from '../assert/stopped-medicines';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Mention } from '../resolve/mention';
import { isStateOfSpecimen } from '../measure/blood-or-specimen';
import { type Specimen } from '../measure/specimens';
import { type Duration } from '../recognise/time-expressions';
import { type Sentence } from '../segment/sentences';
import { readNumber } from '../normalise/numbers';
import { textAt } from '../normalise/at-position';
import { type Token } from '../model/token';
import { type SentenceContext } from './sentence-context';

/** "A child of three": who the patient is, and no number of children. */
function isAge(mention: Mention, tokens: readonly Token[], demographics: ReadonlySet<number>): boolean {
  return (
    mention.used.every((position) => demographics.has(position)) &&
    mention.used.some((position) => readNumber(tokens, position) !== undefined)
  );
}

/** Words that compare; behind others they do not: "would like to stop smoking", "things like smoking". */
const WORDS = wordLists(['en/comparisons', 'zh/comparisons'], ['compares', 'otherwise']);

/** "Crinkly like cigarette paper", 像烫伤的斑块: what something is compared with has not happened. */
function isCompared(
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
    if (WORDS.compares.has(text)) return !WORDS.otherwise.has(before);
  }
  return false;
}
const MAX_TO_COMPARED = 4;
/** What a sentence says of times and specimens. */
interface SaidOf {
  readonly sentence: Sentence;
  readonly durations: readonly Duration[];
  readonly specimens: readonly Specimen[];
}

/** Why a mention is no fact, be it that it only tells who the patient is; undefined of one that may be a fact. */
export function reasonOfNoFact(
  mention: Mention,
  { sentence, durations, specimens }: SaidOf,
  { reading: { tokens }, vocabulary, demographicTokens }: SentenceContext,
): SetAsideReason | 'the patient' | undefined {
  if (isAge(mention, tokens, demographicTokens)) return 'the patient';
  if (isStateOfSpecimen(mention, specimens)) return 'other-specimen';
  if (isCompared(mention, tokens, vocabulary)) return 'comparison';
  if (isStopped(mention, tokens, sentence, durations, vocabulary)) return 'stopped-medicine';
  const isListed = sentence.section === 'allergies' && !mention.senses.some(({ kind }) => kind === 'panel');
  const isOfAllergy =
    isListed ||
    isAllergen(mention, tokens, sentence, vocabulary) ||
    isReactionTold(tokens, mention, sentence);
  return isOfAllergy ? 'allergy' : undefined;
}
