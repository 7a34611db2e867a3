import { type Finding, type Lab, type Unmatched } from '@openrounds/contracts';
import { assertMention, isBackgroundKind } from './assertion/assert';
import { type Scopes, scopesOf } from './assertion/scope';
import { findDurations } from './attributes/durations';
import { type AttributeRead, readIllnessTime, timeTokens } from './attributes/illness-time';
import { type CompiledVocabulary } from './lexicon/compile';
import { matchConcepts } from './matching/concepts';
import { type Mention } from './matching/mention';
import { type Statement } from './merge/statement';
import { unmatchedIn } from './merge/unmatched';
import { type EnginePatient, type UnderstandingWarning, type WarningCode } from './model/understanding';
import { stateOfLevel, stateOfValue } from './quantities/intervals';
import { type QuantityRead, readQuantities } from './quantities/quantities';
import { type Sentence } from './segmentation/sentences';
import { type Reading } from './text/reading';

/** What one sentence says. */
export interface SentenceUnderstanding {
  readonly statements: Statement[];
  readonly attributes: AttributeRead[];
  readonly unmatched: Unmatched[];
  readonly warnings: UnderstandingWarning[];
}

/** What is known before the sentence is read. */
export interface SentenceContext {
  readonly reading: Reading;
  readonly vocabulary: CompiledVocabulary;
  readonly patient: EnginePatient;
  /** Tokens that tell age and sex. */
  readonly demographicTokens: ReadonlySet<number>;
}

const MESSAGES: Readonly<Record<WarningCode, string>> = {
  'contradiction-resolved': 'The text says both; the more specific, more recent or main statement was kept.',
  'coded-beats-text': 'The coded finding was kept; the text says otherwise.',
  'family-history-unmapped': 'Said of a relative; no risk factor stands for it.',
  'past-history-unmapped': 'Said of the past; no risk factor stands for it.',
  'other-person-ignored': 'Said of another person.',
  'conditional-ignored': 'Conditional, not observed.',
  'planned-ignored': 'Planned, not observed.',
  'unit-missing': 'The unit is missing; it is never guessed.',
  'unit-not-convertible': 'The unit does not fit this quantity.',
  'value-impossible': 'The value is impossible.',
  'interval-missing': 'No interval says what this value means for this patient.',
  'lab-unmapped': 'This laboratory test is not in the vocabulary.',
  'diagnosis-named': 'A diagnosis that is named is not evidence for itself.',
  'age-above-89': 'An age above 89 years is kept as 90.',
  'age-in-text-differs': 'The text gives another age; the one entered was kept.',
  'sex-in-text-differs': 'The text gives another sex; the one entered was kept.',
  'pregnancy-in-text-differs': 'The text says otherwise about pregnancy; what was entered was kept.',
};

/** A warning with its standard English message. */
export function warn(code: WarningCode, where?: Unmatched, findingId?: string): UnderstandingWarning {
  return { code, message: MESSAGES[code], ...(findingId === undefined ? {} : { findingId }), ...where };
}

interface Collected {
  readonly statements: Statement[];
  readonly warnings: UnderstandingWarning[];
  readonly understood: Set<number>;
}

function daysAgoAt(reading: Reading, sentence: Sentence, position: number): number {
  const durations = findDurations(reading.tokens, sentence.from, sentence.to).filter(({ ago }) => ago);
  const near = durations.find(
    ({ from, to }) => Math.abs(from - position) < 12 || Math.abs(to - position) < 12,
  );
  return near?.days ?? 0;
}

function stateFor(
  quantity: QuantityRead,
  { vocabulary, patient }: SentenceContext,
): { value: NonNullable<Finding['value']>; state?: string; certainty: number } | { problem: WarningCode } {
  const finding = vocabulary.findings.get(quantity.findingId);
  const { number, comparator, level, titre } = quantity.read;
  if (finding === undefined) return { problem: 'lab-unmapped' };
  const amount = number ?? (titre === undefined ? undefined : Number(titre.slice(2)));
  if (amount === undefined) {
    const state = level === undefined ? undefined : stateOfLevel(finding, level);
    return state === undefined
      ? { problem: 'interval-missing' }
      : { value: { code: state }, state, certainty: 1 };
  }
  const unit = titre === undefined ? quantity.unit : (finding.unit ?? '{titer}');
  if (unit === undefined) return { problem: 'unit-missing' };
  const known = stateOfValue(finding, patient, amount, unit, comparator);
  if ('problem' in known) return known;
  const plain = comparator === undefined && titre === undefined;
  return {
    value: plain ? { number: amount, unit } : { code: known.state },
    state: known.state,
    certainty: known.certainty,
  };
}

function labOf(quantity: QuantityRead, state: string | undefined, { reading }: SentenceContext): Lab {
  const { number, comparator, titre } = quantity.read;
  const name = reading.quote(quantity.from, Math.max(quantity.nameTo, quantity.from + 1)).quote;
  const value: Lab['value'] =
    titre !== undefined
      ? { titre }
      : number === undefined
        ? { code: state ?? 'unknown' }
        : comparator === undefined
          ? number
          : { comparator, number };
  return {
    name,
    value,
    ...(quantity.unit === undefined || number === undefined ? {} : { unit: quantity.unit }),
    findingId: quantity.findingId,
    ...(state === undefined ? {} : { state }),
    source: { kind: 'text', ...reading.quote(quantity.from, quantity.to) },
  };
}

function collectQuantity(
  quantity: QuantityRead,
  sentence: Sentence,
  scopes: Scopes,
  context: SentenceContext,
  into: Collected,
): void {
  const { reading, vocabulary } = context;
  for (let position = quantity.from; position < quantity.to; position += 1) into.understood.add(position);
  const scope = scopes.at(quantity.nameTo - 1);
  if (
    sentence.section === 'family' ||
    scope.has('family') ||
    scope.has('other-person') ||
    scope.has('conditional') ||
    scope.has('planned')
  )
    return;
  const outcome = stateFor(quantity, context);
  if ('problem' in outcome) {
    into.warnings.push(warn(outcome.problem, reading.quote(quantity.from, quantity.to), quantity.findingId));
    return;
  }
  const isLab = vocabulary.findings.get(quantity.findingId)?.kind === 'lab';
  into.statements.push({
    findingId: quantity.findingId,
    value: outcome.value,
    ...(outcome.state === undefined ? {} : { state: outcome.state }),
    ...(isLab ? { lab: labOf(quantity, outcome.state, context) } : {}),
    certainty: outcome.certainty,
    kind: 'text',
    from: quantity.from,
    to: quantity.to,
    specificity: 1,
    daysAgo: daysAgoAt(reading, sentence, quantity.from),
    section: sentence.section,
  });
}

function collectMention(
  mention: Mention,
  sentence: Sentence,
  scopes: Scopes,
  context: SentenceContext,
  into: Collected,
): void {
  const { reading, vocabulary } = context;
  const asserted = assertMention(mention, scopes, sentence.section, vocabulary);
  const onlyNames = mention.senses.every(({ kind }) => kind === 'quantity');
  if (onlyNames) return;
  for (const position of mention.used) into.understood.add(position);
  for (const one of asserted) {
    if ('warning' in one) {
      into.warnings.push(warn(one.warning, reading.quote(mention.from, mention.to), one.findingId));
      continue;
    }
    into.statements.push({
      findingId: one.findingId,
      ...(one.presence === undefined ? {} : { presence: one.presence }),
      ...(one.state === undefined ? {} : { value: { code: one.state }, state: one.state }),
      certainty: one.certainty,
      kind: one.kind,
      from: mention.from,
      to: mention.to,
      specificity: mention.used.length,
      daysAgo: daysAgoAt(reading, sentence, mention.from),
      section: sentence.section,
    });
  }
}

/** A name that a value follows is told by the value; the words of a mention inside it say nothing more. */
function isInsideQuantity(mention: Mention, quantities: readonly QuantityRead[]): boolean {
  return quantities.some(({ from, to }) => from <= mention.from && mention.to <= to);
}

function isAboutBackground(mention: Mention, vocabulary: CompiledVocabulary): boolean {
  return mention.senses.every(
    (sense) =>
      sense.kind === 'context' ||
      sense.kind === 'disease' ||
      ((sense.kind === 'finding' || sense.kind === 'state') &&
        isBackgroundKind(vocabulary.findings.get(sense.findingId))),
  );
}

/** Reads one sentence: concepts, their assertion, quantities, the time of the illness, and what is left over. */
export function understandSentence(sentence: Sentence, context: SentenceContext): SentenceUnderstanding {
  const { reading, vocabulary } = context;
  const { tokens, source } = reading;
  const mentions = matchConcepts({ tokens, source }, sentence, vocabulary);
  const scopes = scopesOf(tokens, sentence, mentions);
  const quantities = readQuantities(reading, sentence, mentions, vocabulary);
  const into: Collected = { statements: [], warnings: [], understood: new Set(context.demographicTokens) };
  for (const quantity of quantities) collectQuantity(quantity, sentence, scopes, context, into);
  for (const mention of mentions) {
    if (!isInsideQuantity(mention, quantities)) collectMention(mention, sentence, scopes, context, into);
  }
  const attributes = readIllnessTime({
    tokens,
    sentence,
    mentions,
    scopes,
    cues: vocabulary.attributeCues,
    isBackground: (mention) => isAboutBackground(mention, vocabulary),
  });
  const steering = new Set([...scopes.cueTokens, ...timeTokens(tokens, sentence, vocabulary.attributeCues)]);
  return {
    statements: into.statements,
    attributes,
    unmatched: unmatchedIn(reading, sentence, { understood: into.understood, steering }),
    warnings: into.warnings,
  };
}
