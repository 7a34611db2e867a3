import { wordLists } from '../lexicon/lexicon-rows';
import { type Lab, type Unmatched } from '@openrounds/contracts';
import { type Cued, saidAround } from '../assert/around';
import { assertMention } from '../assert/assert';
import { type Around } from '../frame/words-around';
import { type Stretch, type Token } from '../model/token';
import { type Terminology } from '../vocabulary/terminology';
import { type Mention } from '../resolve/mention';
import { reasonOfWarning } from './set-aside';
import { warn } from '../model/warnings';
import { type Collected, daysAgoAt, type ScopedSentence, type SentenceContext } from './sentence-context';

/** A relative named further away than this many tokens is not quoted with what is said of her. */
const MAX_QUOTED = 12;

/** "[Her sister had a] DVT": the quotation names the relative, unless something else is said in between. */
function withRelative(mention: Mention, { scopes }: ScopedSentence, into: Collected): Stretch {
  const relative = scopes.relativeAt(mention.used[0] ?? mention.from);
  if (relative === undefined) return mention;
  const from = Math.min(mention.from, relative.from);
  const to = Math.max(mention.to, relative.to);
  const isClear = into.statements.every((statement) => statement.to <= from || statement.from >= to);
  return isClear && to - from <= MAX_QUOTED + mention.to - mention.from ? { from, to } : mention;
}

/** Words by which a denial is that of a part only. */
const PARTIAL = wordLists(['en/partial', 'zh/partial'], ['sides', 'kinds']);

/** "No *left* loin pain": the other side may hurt. */
const isOneSided = ({ from, to }: Mention, tokens: readonly Token[]): boolean =>
  tokens.slice(Math.max(0, from - 2), to).some(({ text }) => PARTIAL.sides.has(text));

/** "No *sudden* loss of vision", 无剧烈头痛: the slow or the light kind may be there. */
const isQualified = ({ from, to }: Mention, tokens: readonly Token[]): boolean => {
  const start = Math.max(0, from - 2);
  for (let at = start; at < to; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (PARTIAL.kinds.has(text) || PARTIAL.kinds.has(`${text}${tokens[at + 1]?.text ?? ''}`)) return true;
  }
  return false;
};

/** A finding of several places or kinds: 否认手腕疼 leaves the pain of the hand that is told. */
const isOfSeveral = ({ senses }: Mention, { findings }: Terminology): boolean =>
  senses.some((sense) => sense.kind === 'finding' && findings.get(sense.findingId)?.name.en.includes(' or '));

/**
 * The more words, the more is said; the denial of one side, of one kind or of one of several places gives way to the complaint of the other.
 */
function specificityOf(
  mention: Mention,
  { scopes }: ScopedSentence,
  tokens: readonly Token[],
  vocabulary: Terminology,
): number {
  const isDeniedInPart =
    scopes.over(mention.used).has('negated') &&
    (isOneSided(mention, tokens) || isOfSeveral(mention, vocabulary) || isQualified(mention, tokens));
  return isDeniedInPart ? 0 : mention.used.length;
}

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
  if (scopes.isPartOfRelative(mention)) return;
  const daysAgo = daysAgoAt(place, mention.from);
  const around = (said: Cued): Around => saidAround(context.told, sentence, mention, said);
  const asserted = assertMention(mention, scopes, sentence.section, vocabulary, daysAgo, around);
  if (asserted.length > 0) for (const position of mention.used) into.understood.add(position);
  const { from, to } = withRelative(mention, place, into);
  for (const one of asserted) {
    if ('warning' in one) {
      into.warnings.push(warn(one.warning, reading.quote(mention.from, mention.to), one.findingId));
      const reason = scopes.over(mention.used).has('belief') ? 'belief' : reasonOfWarning(one.warning);
      if (reason !== undefined) into.setAside.push({ from: mention.from, to: mention.to, reason });
      continue;
    }
    into.statements.push({
      findingId: one.findingId,
      ...(one.presence === undefined ? {} : { presence: one.presence }),
      ...(one.state === undefined ? {} : { value: { code: one.state }, state: one.state }),
      certainty: one.certainty,
      kind: one.kind,
      from,
      to,
      specificity: specificityOf(mention, place, reading.tokens, vocabulary),
      daysAgo,
      section: sentence.section,
    });
    const isLab = vocabulary.findings.get(one.findingId)?.kind === 'lab';
    if (isLab && one.kind === 'text' && one.state !== undefined)
      into.labs.push({ lab: labInWords(one.findingId, one.state, reading.quote(from, to)) });
  }
}

/** "Hyponatraemia" is a line of the laboratory report, though no number was told. */
const labInWords = (findingId: string, state: string, where: Unmatched): Lab => ({
  name: where.quote,
  value: { code: state },
  findingId,
  state,
  source: { kind: 'text', ...where },
});
