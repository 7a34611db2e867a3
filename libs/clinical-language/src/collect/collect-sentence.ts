import { type Measured } from '../measure/measure-sentence';
import { OTHER_TEST } from '../measure/names';
import { type QuantityRead } from '../measure/quantity-read';
import { type Stretch } from '../model/token';
import { type Duration } from '../recognise/time-expressions';
import { type Mention } from '../resolve/mention';
import { gather } from '../normalise/lists-by-key';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { allergyOfSection } from './allergy-section';
import { besideOthers, dependsOnOthers } from './given-beside';
import { collectMention } from './mention-statements';
import { reasonOfNoFact } from './no-facts';
import { pairStatements } from './pair-statements';
import { collectQuantity } from './quantity-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from './sentence-context';
import { collectSpecimen } from './specimen-statements';
import { valuesOfOthers } from './values-of-others';

/** What the stages before have made of a sentence. */
export interface SentenceToCollect extends Omit<ScopedSentence, 'past' | 'system' | 'others'> {
  readonly durations: readonly Duration[];
  /** What the vocabulary found. */
  readonly mentions: readonly Mention[];
  /** What is told by an amount, a pattern or the name of a medicine. */
  readonly told: readonly Mention[];
  /** What makes a complaint better or worse. */
  readonly factors: readonly Stretch[];
  readonly measured: Measured;
}

/** A sentence, where it stands, and what it says of the patient. */
export interface SentenceCollected<T extends SentenceToCollect> {
  readonly said: T;
  readonly place: ScopedSentence;
  readonly collected: Collected;
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
export function collectSentences<T extends SentenceToCollect>(
  sentences: readonly T[],
  context: SentenceContext,
): SentenceCollected<T>[] {
  const begun = sentences.map((said) => ({
    said,
    place: placeOf(said, context),
    collected: begunWith(context),
  }));
  collectMeasured(begun, context);
  for (const { said, place, collected } of begun) collectMentions(said, place, context, collected);
  return begun;
}

const placeOf = (
  { sentence, durations, scopes, measured }: SentenceToCollect,
  { reading, people }: SentenceContext,
): ScopedSentence => ({
  sentence,
  scopes,
  past: durations.filter(({ ago }) => ago),
  system: measured.system,
  others: valuesOfOthers(reading.tokens, people.in(sentence), measured.quantities),
});

const begunWith = ({ demographicTokens }: SentenceContext): Collected => ({
  statements: [],
  labs: [],
  measurements: [],
  warnings: [],
  setAside: [],
  understood: new Set(demographicTokens),
});

/** Adds what the values of the sentences say; those that decide something beside others only, when these are known. */
function collectMeasured(
  begun: readonly SentenceCollected<SentenceToCollect>[],
  context: SentenceContext,
): void {
  const { vocabulary } = context;
  const late: { quantity: QuantityRead; place: ScopedSentence; collected: Collected }[] = [];
  for (const { said, place, collected } of begun) {
    const { quantities, specimens } = said.measured;
    for (const quantity of quantities)
      if (dependsOnOthers(quantity, vocabulary)) late.push({ quantity, place, collected });
      else collectQuantity(quantity, place, context, collected);
    for (const specimen of specimens) collectSpecimen(specimen, place, context, quantities, collected);
  }
  collectPairs(begun, vocabulary);
  if (late.length === 0) return;
  const measured = gather(begun, ({ collected }) => collected.statements);
  for (const { quantity, place, collected } of late) {
    const decided = besideOthers(quantity, measured, vocabulary);
    if (decided !== undefined) collectQuantity(decided, place, context, collected);
  }
}

/** Adds what vital signs say beside one another, where the second of a pair stands. */
function collectPairs(
  begun: readonly SentenceCollected<SentenceToCollect>[],
  vocabulary: CompiledVocabulary,
): void {
  const measured = gather(begun, ({ collected }) => collected.measurements);
  if (measured.length < 2) return;
  for (const statement of pairStatements(measured, vocabulary)) {
    const where = begun.find(({ collected }) =>
      collected.measurements.some(({ from }) => from === statement.from),
    );
    where?.collected.statements.push({ ...statement, section: where.place.sentence.section });
  }
}

/** Adds what the words of a sentence say. */
function collectMentions(
  said: SentenceToCollect,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  const { sentence, durations, mentions, told, factors, measured } = said;
  const { specimens } = measured;
  const { reading, vocabulary } = context;
  // "Worse on coughing": what is named as a trigger is no complaint.
  const apart = mentions.filter(
    (mention) =>
      !isInsideQuantity(mention, measured.read) && !factors.some((factor) => isInside(mention, factor)),
  );
  for (const mention of [...apart, ...told]) {
    const reason = reasonOfNoFact(mention, { sentence, durations, specimens }, context);
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
