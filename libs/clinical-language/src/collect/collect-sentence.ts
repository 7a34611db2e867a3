import { type Measured } from '../measure/measure-sentence';
import { OTHER_TEST } from '../measure/names';
import { type QuantityRead } from '../measure/quantity-read';
import { type Stretch } from '../model/token';
import { type Duration } from '../recognise/time-expressions';
import { type Mention } from '../resolve/mention';
import { allergyOfSection } from './allergy-section';
import { collectMention } from './mention-statements';
import { reasonOfNoFact } from './no-facts';
import { collectQuantity } from './quantity-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from './sentence-context';
import { collectSpecimen } from './specimen-statements';

/** What the stages before have made of a sentence. */
export interface SentenceSaid extends Omit<ScopedSentence, 'past' | 'system'> {
  readonly durations: readonly Duration[];
  /** What the vocabulary found. */
  readonly mentions: readonly Mention[];
  /** What is told by an amount, a pattern or the name of a medicine. */
  readonly told: readonly Mention[];
  /** What makes a complaint better or worse. */
  readonly factors: readonly Stretch[];
  readonly measured: Measured;
}

const isInside = (inner: Stretch, outer: Stretch): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/**
 * A name that a value follows is told by the value; the words of a mention inside it say nothing more. A panel does:
 * "GCS 15" is also not confused.
 */
const isInsideQuantity = (mention: Mention, quantities: readonly QuantityRead[]): boolean =>
  !mention.senses.some(({ kind }) => kind === 'panel') &&
  quantities.some((quantity) => quantity.findingId !== OTHER_TEST && isInside(mention, quantity));

/** What each sentence says of the patient's findings, and what of it was read and does not count. */
export function collectSentences<T extends SentenceSaid>(
  said: readonly T[],
  context: SentenceContext,
): (T & { readonly collected: Collected })[] {
  const begun = said.map((one) => ({ one, place: placeOf(one), collected: begunWith(context) }));
  for (const { one, place, collected } of begun) collectMeasured(one, place, context, collected);
  for (const { one, place, collected } of begun) collectMentions(one, place, context, collected);
  return begun.map(({ one, collected }) => ({ ...one, collected }));
}

const placeOf = (said: SentenceSaid): ScopedSentence => ({
  ...said,
  past: said.durations.filter(({ ago }) => ago),
  system: said.measured.system,
});

const begunWith = ({ demographicTokens }: SentenceContext): Collected => ({
  statements: [],
  labs: [],
  warnings: [],
  setAside: [],
  understood: new Set(demographicTokens),
});

/** Adds what the values of a sentence say. */
function collectMeasured(
  { measured }: SentenceSaid,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  for (const quantity of measured.quantities) collectQuantity(quantity, place, context, into);
  for (const specimen of measured.specimens)
    collectSpecimen(specimen, place, context, measured.quantities, into);
}

/** Adds what the words of a sentence say. */
function collectMentions(
  said: SentenceSaid,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  const { sentence, mentions, told, factors, measured } = said;
  const { reading, vocabulary } = context;
  // "Worse on coughing": what is named as a trigger is no complaint.
  const apart = mentions.filter(
    (mention) =>
      !isInsideQuantity(mention, measured.read) && !factors.some((factor) => isInside(mention, factor)),
  );
  for (const mention of [...apart, ...told]) {
    const reason = reasonOfNoFact(mention, { ...said, specimens: measured.specimens }, context);
    if (reason === undefined) {
      collectMention(mention, place, context, into);
      continue;
    }
    for (const position of mention.used) into.understood.add(position);
    if (reason !== 'the patient') into.setAside.push({ from: mention.from, to: mention.to, reason });
  }
  const allergy = allergyOfSection(reading.tokens, sentence, mentions, vocabulary);
  if (allergy !== undefined) into.statements.push(allergy);
  for (const { from, to } of into.statements)
    for (let position = from; position < to; position += 1) into.understood.add(position);
}
