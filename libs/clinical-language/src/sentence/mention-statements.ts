import { assertMention } from '../assertion/assert';
import { type Mention } from '../matching/mention';
import { warn } from '../merge/warnings';
import { type Collected, daysAgoAt, type ScopedSentence, type SentenceContext } from './sentence-context';

/** Adds what a mention says of the patient, or why it says nothing. The bare name of a quantity says nothing yet. */
export function collectMention(
  mention: Mention,
  place: ScopedSentence,
  context: SentenceContext,
  into: Collected,
): void {
  if (mention.senses.every(({ kind }) => kind === 'quantity')) return;
  const { reading, vocabulary } = context;
  const { sentence, scopes } = place;
  const asserted = assertMention(mention, scopes, sentence.section, vocabulary);
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
      daysAgo: daysAgoAt(place, mention.from),
      section: sentence.section,
    });
  }
}
