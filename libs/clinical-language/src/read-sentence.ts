import { allergensIn } from './assert/allergens';
import { isBackgroundKind } from './assert/assert';
import { beliefsIn } from './assert/beliefs';
import { scopesOf, type Stretch } from './assert/scope';
import { findDurations } from './recognise/time-expressions';
import { type Circumstance, readCircumstances } from './conclude/circumstances';
import { type SentenceFacts } from './conclude/complaint-attributes';
import { readSentenceTimes, tokensOfTime } from './conclude/time-of-sentence';
import { toldMentions } from './resolve/told';
import { type CompiledVocabulary } from './vocabulary/compile';
import { matchConcepts } from './resolve/concepts';
import { type Mention } from './resolve/mention';
import { type Statement } from './collect/statement';
import { type Aside, reasonOfPlace } from './collect/set-aside';
import { unreadIn } from './conclude/unmatched';
import { type VocabularyFinding } from './model/vocabulary';
import { type UnderstandingWarning } from './model/understanding';
import { unitSystemOf } from './measure/credible-units';
import { withDifferential } from './measure/differential';
import { type QuantityRead } from './measure/quantity-read';
import { readQuantities } from './measure/quantities';
import { type TimedLab } from './measure/value-time';
import { type Sentence } from './segment/sentences';
import { allergyOfSection } from './collect/allergy-section';
import { collectSpecimen, isOfSpecimen } from './collect/specimen-statements';
import { collectMention } from './collect/mention-statements';
import { reasonOfNoFact } from './collect/no-facts';
import { collectQuantity } from './collect/quantity-statements';
import { type Collected, type SentenceContext } from './collect/sentence-context';
import { positionsBetween } from './normalise/at-position';

/** What one sentence says. */
export interface SentenceUnderstanding extends SentenceFacts {
  readonly statements: Statement[];
  readonly labs: TimedLab[];
  readonly unmatched: Stretch[];
  readonly setAside: Aside[];
  readonly warnings: UnderstandingWarning[];
  /** Tokens that only steer (cues) or tell the time. */
  readonly steering: ReadonlySet<number>;
}

/** "Worse on coughing": what is named as a trigger is no complaint. */
function isNamedAsFactor(mention: Mention, circumstances: readonly Circumstance[]): boolean {
  return circumstances.some(({ factorFrom, to }) => factorFrom <= mention.from && mention.to <= to);
}

/**
 * A name that a value follows is told by the value; the words of a mention inside it say nothing more. A panel does:
 * "GCS 15" is also not confused.
 */
function isInsideQuantity(mention: Mention, quantities: readonly QuantityRead[]): boolean {
  if (mention.senses.some(({ kind }) => kind === 'panel')) return false;
  return quantities.some(({ from, to }) => from <= mention.from && mention.to <= to);
}

/** "2-year history of recurrent headaches" describes the present complaint. */
const isNoComplaint = (finding: VocabularyFinding | undefined): boolean =>
  (isBackgroundKind(finding) && finding?.describesComplaint !== true) ||
  finding?.kind === 'lab' ||
  finding?.kind === 'imaging';

/** Mentions whose time is not that of the illness: the person's background, and when something was measured. */
function isAboutBackground(mention: Mention, vocabulary: CompiledVocabulary): boolean {
  return mention.senses.every(
    (sense) =>
      sense.kind === 'context' ||
      sense.kind === 'disease' ||
      sense.kind === 'quantity' ||
      ((sense.kind === 'finding' || sense.kind === 'state') &&
        isNoComplaint(vocabulary.findings.get(sense.findingId))),
  );
}

/** Reads one sentence: concepts, their assertion, quantities, the time of the illness, and what is left over. */
export function understandSentence(sentence: Sentence, context: SentenceContext): SentenceUnderstanding {
  const { reading, vocabulary } = context;
  const { tokens, source } = reading;
  const mentions = matchConcepts({ tokens, source }, sentence, vocabulary, context.patient);
  const scopes = scopesOf(tokens, sentence, mentions, context.kinshipOfPatient);
  const durations = findDurations(tokens, sentence.from, sentence.to);
  const allergens = allergensIn(tokens, sentence);
  const beliefs = beliefsIn(tokens, sentence);
  const specimens = context.specimens.get(sentence) ?? [];
  const said = { sentence, durations, allergens, beliefs, specimens };
  const measured = readQuantities(reading, sentence, mentions, vocabulary, durations);
  const ofBlood = measured.filter((quantity) => !isOfSpecimen(quantity, specimens, vocabulary));
  const quantities = withDifferential(ofBlood, tokens, vocabulary.findings);
  const system = unitSystemOf(quantities, source, vocabulary.findings);
  const place = { sentence, scopes, past: durations.filter(({ ago }) => ago), allergens, system };
  const into: Collected = {
    statements: [],
    labs: [],
    warnings: [],
    setAside: [],
    understood: new Set(context.demographicTokens),
  };
  for (const quantity of quantities) collectQuantity(quantity, place, context, into);
  for (const specimen of specimens) collectSpecimen(specimen, place, context, quantities, into);
  const collect = (mention: Mention): void => {
    const reason = reasonOfNoFact(mention, said, context);
    if (reason === undefined) {
      collectMention(mention, place, context, into);
      return;
    }
    for (const position of mention.used) into.understood.add(position);
    if (reason !== 'the patient') into.setAside.push({ from: mention.from, to: mention.to, reason });
  };
  const circumstances = readCircumstances(tokens, sentence, scopes);
  for (const mention of mentions) {
    if (isInsideQuantity(mention, measured) || isNamedAsFactor(mention, circumstances)) continue;
    collect(mention);
  }
  const derived = toldMentions({ tokens, sentence, durations, mentions, beliefs }, vocabulary);
  derived.forEach(collect);
  const allergy = allergyOfSection(tokens, sentence, mentions, vocabulary);
  if (allergy !== undefined) {
    into.statements.push(allergy);
    for (let position = sentence.from; position < sentence.to; position += 1) into.understood.add(position);
  }
  const timeContext = {
    tokens,
    sentence,
    mentions: [...mentions, ...derived],
    durations,
    scopes,
    cues: vocabulary.attributeCues,
    demographicTokens: context.demographicTokens,
    isBackground: (mention: Mention) => isAboutBackground(mention, vocabulary),
  };
  const times = readSentenceTimes(timeContext);
  const steering = new Set([
    ...scopes.cueTokens,
    ...beliefs
      .filter(({ isDelusion }) => isDelusion)
      .flatMap(({ cue, to }) => positionsBetween(cue.from, to)),
    ...tokensOfTime(timeContext, times).flatMap(({ from, to }) => positionsBetween(from, to)),
    ...circumstances.flatMap(({ from, to }) => positionsBetween(from, to)),
  ]);
  for (const { from, to } of into.statements)
    for (let position = from; position < to; position += 1) into.understood.add(position);
  const unread = unreadIn(tokens, sentence, {
    understood: into.understood,
    steering,
    reasonAt: (position) => reasonOfPlace(scopes.at(position), sentence.section),
  });
  return {
    sentence,
    statements: into.statements,
    labs: into.labs,
    circumstances,
    times,
    unmatched: unread.unmatched,
    setAside: [...into.setAside, ...unread.setAside],
    warnings: into.warnings,
    steering,
  };
}
