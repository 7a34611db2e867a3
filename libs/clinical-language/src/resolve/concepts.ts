import { compose } from './compose';
import { type Atom } from '../recognise/atoms';
import { atomsOfSentences } from '../recognise/likeness';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { isPartOfOtherCompound } from '../normalise/other-senses';
import { SKIPPING } from '../normalise/function-words';
import { byStem, type PhraseMatch } from '../lexicon/phrase-dictionary';
import { wordingOf } from '../normalise/phrases';
import { type Entry, senseKey } from '../model/sense';
import { ancestorsOf } from '../vocabulary/findings';
import { type EnginePatient } from '../model/understanding';
import { type Sentence } from '../segment/sentences';
import { type NormalisedText } from '../normalise/normalise';
import { isPart } from '../normalise/same-words';
import { positionsBetween } from '../normalise/at-position';
import { type Token } from '../model/token';
import { listedNormality } from './listed-normality';
import { byPlace, type Mention } from './mention';
import { inItsPlace } from './out-of-place';
import { onItsSide } from './side-of-mention';
import { gather } from '../normalise/lists-by-key';

/** What the matcher reads: the tokens of a whole text, and the text as written for abbreviations. */
export interface MatchingInput {
  readonly tokens: readonly Token[];
  readonly source: NormalisedText;
}

function writtenInCapitals({ tokens, source }: MatchingInput, positions: readonly number[]): boolean {
  return positions.every((position) => {
    const token = tokens[position];
    if (token === undefined) return false;
    const written = source.text.slice(token.start, token.end);
    return written === written.toUpperCase();
  });
}

const DENYING: ReadonlySet<string> = new Set(['无', '不', '未', '没', 'no', 'not', 'without']);

/** 无尿 in 无大小便障碍 and 无尿频, "no bleeding" in "no bleeding per rectum": the denial is of the longer word that begins inside. */
function deniesWhatFollows(
  input: MatchingInput,
  match: PhraseMatch<Entry>,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): boolean {
  const first = input.tokens[match.from];
  if (!DENYING.has(first?.text ?? '')) return false;
  if (first?.kind === 'han' && input.tokens[match.from + 1]?.text === '大')
    return !match.used.includes(match.from + 1);
  // 没有便 in 没有便秘, 不消化 in 不伴消化不良
  const isHaving = input.tokens[match.from + 1]?.text === '有';
  const behind = new Set([match.from + 1, ...match.used.slice(1, 2), ...(isHaving ? [match.from + 2] : [])]);
  return [...behind].some((at) => {
    const inner = vocabulary.phrases.longestAt(input.tokens, at, byStem, SKIPPING, sentence.to);
    return inner !== undefined && inner.to > match.to;
  });
}

/** Single characters that name a complaint wherever they stand. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['痒', '咳']);

/** A single Chinese character (痛) is a part of longer words far more often than a concept, if none that is only told in an answer (不*喘*). */
function isOneCharacter({ tokens }: MatchingInput, { from, to, values }: PhraseMatch<Entry>): boolean {
  const token = to === from + 1 ? tokens[from] : undefined;
  if (token?.kind !== 'han' || token.text.length > 1 || STANDS_ALONE.has(token.text)) return false;
  return !values.every(({ sense }) => sense.kind === 'finding' && sense.toldBy !== undefined);
}

/** Whether composed words only name a part of something else: 高血压 in 门静脉高血压. */
const isOfOtherThing = (tokens: readonly Token[], { used, from, to }: Mention): boolean =>
  to - from === used.length && isPartOfOtherCompound(tokens, from, to);

/** The words of a match as they are written: Chinese with what stands in between, English without. */
function writtenWording(tokens: readonly Token[], { from, to, used }: PhraseMatch<Entry>): string {
  const within = tokens.slice(from, to);
  if (tokens[from]?.kind === 'han') return wordingOf(within);
  return wordingOf(within.filter(({ silent }, index) => silent === true || used.includes(from + index)));
}

/**
 * Of several wordings of one class that mean different things, the one that is written counts. A mere part of the body counts only as written: 蛀牙 is a complaint, 牙齿 is none.
 */
function asWorded({ tokens }: MatchingInput, match: PhraseMatch<Entry>): readonly Entry[] {
  const { from, used, values } = match;
  const onlyPart = used.length === 1 && isPart(tokens[from]?.key ?? '');
  const wordings = new Set(values.map(({ wording }) => wording));
  if (wordings.size < 2 && !onlyPart && !values.some(({ asWritten }) => asWritten)) return values;
  const written = writtenWording(tokens, match);
  const exact = values.filter(({ wording }) => wording === written);
  return exact.length > 0 || onlyPart ? exact : values.filter(({ asWritten }) => !asWritten);
}

/** The tokens of a match with those that another stands for: "no longer" in "can no longer hear". */
const withSilent = (tokens: readonly Token[], { from, to, used }: PhraseMatch<Entry>): readonly number[] =>
  used.length === to - from
    ? used
    : positionsBetween(from, to).filter((at) => used.includes(at) || tokens[at]?.silent === true);

function phraseAt(
  input: MatchingInput,
  position: number,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): Mention | undefined {
  const match = vocabulary.phrases.longestAt(input.tokens, position, byStem, SKIPPING, sentence.to);
  if (match === undefined || isOneCharacter(input, match)) return undefined;
  if (deniesWhatFollows(input, match, sentence, vocabulary)) return undefined;
  if (isPartOfOtherCompound(input.tokens, match.from, match.to)) return undefined;
  const entries = asWorded(input, match).filter(
    (entry) => !entry.capitalsOnly || writtenInCapitals(input, match.used),
  );
  if (entries.length === 0) return undefined;
  const senses = entries.map((entry) => entry.sense);
  const leaves = Math.min(...entries.map((entry) => entry.leaves ?? 0));
  if (leaves === 0)
    return { senses, from: match.from, to: match.to, used: withSilent(input.tokens, match), form: 'phrase' };
  const used = match.used.slice(0, -leaves);
  return { senses, from: match.from, to: (used[used.length - 1] ?? match.from) + 1, used, form: 'phrase' };
}

/** "Abdomen [tender, no rigidity]": what a panel says begins with the last word of the phrase before it. */
function panelFromLast(
  input: MatchingInput,
  { from, to }: Mention,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
): Mention | undefined {
  if (to - from < 2) return undefined;
  const panel = phraseAt(input, to - 1, sentence, vocabulary);
  const reachesOn =
    panel !== undefined && panel.to > to && panel.senses.every(({ kind }) => kind === 'panel');
  return reachesOn ? panel : undefined;
}

function phraseMentions(input: MatchingInput, sentence: Sentence, vocabulary: CompiledVocabulary): Mention[] {
  const mentions: Mention[] = [];
  let position = sentence.from;
  while (position < sentence.to) {
    const mention = phraseAt(input, position, sentence, vocabulary);
    if (mention !== undefined) {
      const panel = panelFromLast(input, mention, sentence, vocabulary);
      mentions.push(...[mention, panel].filter((one) => one !== undefined));
      position = panel?.to ?? mention.to;
    } else position += 1;
  }
  return mentions;
}

const findingsOf = ({ senses }: Mention): string[] =>
  gather(senses, (sense) => ('findingId' in sense ? [sense.findingId] : []));

/** "Heavy chest pain" in "heavy chest pain going into the left arm" is told for itself. */
const opens = (part: Mention, whole: Mention): boolean =>
  part.used.length > 2 && part.used.every((position, index) => whole.used[index] === position);

/**
 * "Pain going into the left arm" within "chest pain going into the left arm" is no pain in a limb. What the whole is a
 * kind of stays: chest pain within pain on the right side of the chest.
 */
function isMerePart(part: Mention, whole: Mention, vocabulary: CompiledVocabulary): boolean {
  if (part.used.length >= whole.used.length) return false;
  if (!part.used.every((position) => whole.used.includes(position))) return false;
  if (opens(part, whole) || whole.enumerates === true) return false;
  const above = gather(findingsOf(whole), (id) => ancestorsOf(id, vocabulary));
  return !findingsOf(part).some((id) => above.includes(id));
}

/**
 * "After a *sore throat*": a time, a side or a degree beside words that say a finding makes a kind of that finding, and
 * nothing else.
 */
function isSaidAlready(
  mention: Mention,
  phrasesAt: ReadonlyMap<number, readonly Mention[]>,
  vocabulary: CompiledVocabulary,
): boolean {
  const { core = [] } = mention;
  if (core.length === 0 || !core.every((position) => phrasesAt.has(position))) return false;
  const around = gather(core, (position) => phrasesAt.get(position) ?? []);
  const kinds = gather(findingsOf(mention), (id) => [id, ...ancestorsOf(id, vocabulary)]);
  return !around.some((phrase) => findingsOf(phrase).some((id) => kinds.includes(id)));
}

/** [高血压]，无夜游[史]: a phrase says the finding, and what stands behind a comma is said of something else. */
function isSaidByPhrase(
  tokens: readonly Token[],
  mention: Mention,
  phrasesAt: ReadonlyMap<number, readonly Mention[]>,
): boolean {
  const comma = positionsBetween(mention.from, mention.to).find((at) => tokens[at]?.text === ',');
  const own = findingsOf(mention);
  if (comma === undefined || own.length === 0) return false;
  const before = mention.used.filter((position) => position < comma);
  const phrases = gather(before, (position) => phrasesAt.get(position) ?? []);
  const said = new Set(
    gather(phrases, ({ senses }) =>
      gather(senses, (sense) => (sense.kind === 'finding' ? [sense.findingId] : [])),
    ),
  );
  return own.every((id) => said.has(id));
}

/** "Heart: [no murmur heard]": what a phrase denies is not told as well by its words and others, a mere place aside: "[abdomen soft], distended". */
function isDeniedByPhrase(
  mention: Mention,
  phrasesAt: ReadonlyMap<number, readonly Mention[]>,
  vocabulary: CompiledVocabulary,
): boolean {
  const phrases = gather(mention.saying ?? mention.used, (position) => phrasesAt.get(position) ?? []);
  const sets = gather(
    gather(phrases, ({ senses }) => senses),
    (sense) => (sense.kind === 'panel' ? (vocabulary.panels.get(sense.panelId)?.sets ?? []) : []),
  );
  if (sets.length === 0) return false;
  const kinds = new Set(gather(findingsOf(mention), (id) => [id, ...ancestorsOf(id, vocabulary)]));
  return sets.some(({ finding, presence }) => presence === 'absent' && kinds.has(finding));
}

/**
 * Finds the concepts of the vocabulary in each sentence: first phrases as they stand (the longest wins), then concepts
 * whose words stand apart, of which at least one word must be new.
 *
 * @param atoms of each sentence, where they are known already
 */
export function matchConcepts(
  input: MatchingInput,
  sentences: readonly Sentence[],
  vocabulary: CompiledVocabulary,
  patient: EnginePatient,
  atoms: readonly (readonly Atom[])[] = atomsOfSentences(
    input.tokens,
    sentences,
    vocabulary.composition.concepts,
  ),
): Mention[][] {
  const phrases = sentences.map((sentence) => phraseMentions(input, sentence, vocabulary));
  const composed = compose(input.tokens, sentences, atoms, vocabulary.composition);
  return sentences.map((sentence, index) => {
    const found = { phrases: phrases[index] ?? [], composed: composed[index] ?? [] };
    return gather(together(input, sentence, found, vocabulary), (mention) =>
      inItsPlace(input.tokens, mention, sentence, patient),
    );
  });
}

/**
 * "Distended" answers what was asked, and "mild jaundice" is a wording of what runs in families: where neither is so they tell nothing,
 * and what is put together from their words does.
 */
const tellsByItself = ({ senses }: Mention): boolean =>
  senses.some(
    (sense) =>
      !(sense.kind === 'finding' && sense.toldBy === 'answer') &&
      !(sense.kind === 'context' && sense.context === 'family'),
  );

/** The phrases of a sentence, and of what is composed from its words that which says something new. */
function together(
  input: MatchingInput,
  sentence: Sentence,
  { phrases, composed }: { readonly phrases: readonly Mention[]; readonly composed: readonly Mention[] },
  vocabulary: CompiledVocabulary,
): Mention[] {
  const telling = phrases.filter(tellsByItself);
  const covered = new Set(gather(telling, ({ used }) => used));
  const seen = new Set(gather(phrases, (m) => m.senses.map((sense) => `${senseKey(sense)}@${String(m.to)}`)));
  const additional: Mention[] = [];
  const phrasesAt = byPlace(telling);
  // The bare name of a quantity ("pulses") says nothing yet.
  const told = phrases.filter(({ senses }) => senses.some(({ kind }) => kind !== 'quantity'));
  const normal = listedNormality(
    input.tokens,
    sentence,
    vocabulary,
    new Set(gather(told, ({ used }) => used)),
  );
  for (const { used } of normal) used.forEach((position) => covered.add(position));
  const candidates = [...composed].sort(
    (a, b) => b.used.length - a.used.length || a.to - a.from - (b.to - b.from) || a.from - b.from,
  );
  for (const mention of candidates) {
    const key = mention.senses.map((sense) => `${senseKey(sense)}@${String(mention.to)}`).join();
    if (isOfOtherThing(input.tokens, mention)) continue;
    if (seen.has(key) || mention.used.every((position) => covered.has(position))) continue;
    if (isSaidAlready(mention, phrasesAt, vocabulary) || isSaidByPhrase(input.tokens, mention, phrasesAt))
      continue;
    if (isDeniedByPhrase(mention, phrasesAt, vocabulary)) continue;
    seen.add(key);
    additional.push(mention);
  }
  const onSide = (mention: Mention): Mention[] => {
    const side = onItsSide(input.tokens, mention, sentence, vocabulary.sides);
    return side === undefined ? [] : [side];
  };
  const apart = gather(additional, onSide);
  const own = apart.filter((part) => !apart.some((whole) => isMerePart(part, whole, vocabulary)));
  return [...gather(phrases, onSide), ...own, ...normal].sort((a, b) => a.from - b.from || a.to - b.to);
}
