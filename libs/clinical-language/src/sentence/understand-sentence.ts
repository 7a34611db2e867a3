import { type Unmatched } from '@openrounds/contracts';
import { isBackgroundKind } from '../assertion/assert';
import { scopesOf } from '../assertion/scope';
import { findDurations } from '../attributes/durations';
import { type AttributeRead, readIllnessTime, timeTokens } from '../attributes/illness-time';
import { type CompiledVocabulary } from '../lexicon/compile';
import { matchConcepts } from '../matching/concepts';
import { type Mention } from '../matching/mention';
import { type Statement } from '../merge/statement';
import { unmatchedIn } from '../merge/unmatched';
import { type UnderstandingWarning } from '../model/understanding';
import { type QuantityRead, readQuantities } from '../quantities/quantities';
import { type Sentence } from '../segmentation/sentences';
import { collectMention } from './mention-statements';
import { collectQuantity } from './quantity-statements';
import { type Collected, type SentenceContext } from './sentence-context';

/** What one sentence says. */
export interface SentenceUnderstanding {
  readonly statements: Statement[];
  readonly attributes: AttributeRead[];
  readonly unmatched: Unmatched[];
  readonly warnings: UnderstandingWarning[];
}

/** A name that a value follows is told by the value; the words of a mention inside it say nothing more. */
function isInsideQuantity(mention: Mention, quantities: readonly QuantityRead[]): boolean {
  return quantities.some(({ from, to }) => from <= mention.from && mention.to <= to);
}

/** Mentions whose time is not that of the illness: the person's background, and when something was measured. */
function isAboutBackground(mention: Mention, vocabulary: CompiledVocabulary): boolean {
  return mention.senses.every(
    (sense) =>
      sense.kind === 'context' ||
      sense.kind === 'disease' ||
      sense.kind === 'quantity' ||
      ((sense.kind === 'finding' || sense.kind === 'state') &&
        isBackgroundKind(vocabulary.findings.get(sense.findingId))),
  );
}

/** Reads one sentence: concepts, their assertion, quantities, the time of the illness, and what is left over. */
export function understandSentence(sentence: Sentence, context: SentenceContext): SentenceUnderstanding {
  const { reading, vocabulary } = context;
  const { tokens, source } = reading;
  const mentions = matchConcepts({ tokens, source }, sentence, vocabulary);
  const scopes = scopesOf(tokens, sentence, mentions, context.kinshipOfPatient);
  const past = findDurations(tokens, sentence.from, sentence.to).filter(({ ago }) => ago);
  const place = { sentence, scopes, past };
  const quantities = readQuantities(reading, sentence, mentions, vocabulary);
  const into: Collected = { statements: [], warnings: [], understood: new Set(context.demographicTokens) };
  for (const quantity of quantities) collectQuantity(quantity, place, context, into);
  for (const mention of mentions) {
    if (!isInsideQuantity(mention, quantities)) collectMention(mention, place, context, into);
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
