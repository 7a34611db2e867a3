import { type Stretch, type Token } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { gather } from '../normalise/lists-by-key';
import { type Person } from '../recognise/people';
import { type Mention, byPlace } from '../resolve/mention';
import { type Sentence } from '../segment/sentences';
import { type Cue } from './cue';
import { answerTo, askedInVain } from './dialogue';
import { endersOf, governsNothing, startsOf } from './enders';
import { Governed, type Scope, bitOf, lent, reached, scopeOf } from './governed';
import { withListAnswered } from './list-answered';
import { isOneConcept, placeCues } from './place-cues';
import { type Placed, cues } from './placed-cue';
import { isDeniedItem, isStated } from './plainly-said';
import { ANSWERS, backwardScope, echoed, takenUp, withSubjects } from './reach-backward';
import { type Stops, forwardEnd, isRepeatedDenial } from './reach-forward';
import { goesOnBehind, isAlternative, isClauseEnd, isItemDivider, isTurn } from './statements';

/** The scopes of a sentence and the tokens that are cues themselves. */
export interface Scopes {
  at(position: number): Scope;
  /** The same for a number: it has been measured, whatever says that it is to be. */
  ofValueAt(position: number): Scope;
  /** All that governs any of the tokens. */
  over(positions: readonly number[]): Scope;
  /** Whether a denial that stands behind what it denies ("not seen") is among the words from a position to another. */
  deniesBetween(from: number, to: number): boolean;
  /** Whether nothing parts the words from a denied position to another: "no pain radiating to the *arm or jaw*". */
  isOneDenial(from: number, to: number): boolean;
  /**
   * Whether a mention is denied in so many words: right behind a denial or as an item of its list ("no cough, *wheeze* or
   * sputum"), or by a denial in the midst of one item (*大便*不*稀*).
   */
  isPlainlyDenied(mention: Mention): boolean;
  /** Whether a mention stands right behind what says that something is, or in a list behind it: "has a cough and *wheeze*", 可触及肝大. */
  isPlainlyStated(mention: Mention): boolean;
  /** The words that make a token a relative's ("her sister", "in the family"). */
  relativeAt(position: number): Stretch | undefined;
  /** Whether a comma stands right before a token. */
  opensClause(position: number): boolean;
  /** Whether words only say whose something is: "runs" in "runs in the family". */
  isPartOfRelative(stretch: Stretch): boolean;
  readonly cueTokens: ReadonlySet<number>;
}

/** What a question asks for that nobody answers need not be so. */
const ASKED_IN_VAIN: Cue = { category: 'conditional', direction: 'forward', reach: 'sentence', commas: true };

/** What a cue governs. */
function scopeOfCue(
  tokens: readonly Token[],
  placed: Placed,
  sentence: Stretch,
  stops: Stops,
  concepts: readonly Stretch[],
): Stretch {
  const { cue, gap, to } = placed;
  if (cue.direction === 'around') return gap ?? { from: to, to };
  const before = backwardScope(tokens, placed, sentence, stops.at);
  if (cue.direction === 'backward') return before;
  const end = forwardEnd(tokens, placed, sentence.to, stops, concepts);
  return { from: cue.direction === 'both' ? before.from : to, to: end };
}

/** Whether a cue says of what was asked, doubted or feared that it is so, or is not: an answer behind a mark or around it. */
const settles = ({ cue: { category, direction }, from }: Placed, scope: Stretch): boolean =>
  direction === 'around'
    ? category === 'negated' || category === 'affirmed'
    : direction === 'backward' && category !== 'possible' && scope.to < from;

/** 有没有[突发]呼吸困难？没有: where the concept begins that a position stands in. */
const startOfConcept = (at: number, mentionsAt: ReadonlyMap<number, readonly Mention[]>): number =>
  Math.min(at, ...(mentionsAt.get(at) ?? []).filter(isOneConcept).map(({ from }) => from));

const NOWHERE: ReadonlySet<number> = new Set();

/**
 * Works out which tokens of a sentence are denied, doubted, past, about others, conditional or planned, after ConText
 * (Harkema 2009). Cues inside a concept of the vocabulary ("无尿", "no relief") are not cues.
 * @param people whom the sentence names
 * @param next the sentence behind it, which may take back what it tells
 */
export function scopesOf(
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
  people: readonly Person[],
  next?: Sentence,
): Scopes {
  const concepts = mentions.filter(isOneConcept);
  const mentionsAt = byPlace(mentions);
  const answered = answerTo(tokens, sentence, next, cues());
  const placed = placeCues(tokens, sentence, people, mentionsAt).filter(
    ({ cue, from }) => answered === undefined || from < answered.asked.from || !ANSWERS.has(cue.category),
  );
  const later =
    answered === undefined
      ? takenUp(tokens, sentence, next)
      : ({ category: answered.answer, direction: 'backward', reach: 'list' } as const);
  if (later !== undefined)
    placed.push({ from: sentence.to, to: sentence.to, cue: { ...later, commas: false } });
  const inVain = answered === undefined ? askedInVain(tokens, sentence, cues()) : undefined;
  if (inVain !== undefined) placed.push({ from: inVain.from, to: inVain.from, cue: ASKED_IN_VAIN });
  const governed = new Governed(sentence, sentence.section === 'differential');
  if (answered !== undefined && answered.answer !== 'possible') governed.settle(answered.asked);
  const cueTokens = new Set<number>();
  const enders = endersOf(placed);
  const starts = startsOf(placed);
  const isRepeated = (denial: Placed): boolean => isRepeatedDenial(tokens, placed, mentionsAt, denial);
  for (const one of placed) {
    for (let at = one.from; at < one.to; at += 1)
      if (one.gap === undefined || at < one.gap.from || at >= one.gap.to) cueTokens.add(at);
    if (one.isBehind === true) governed.denyItself(one);
    if (governsNothing(one.cue)) continue;
    // what the next sentence says of all of this one
    const isOfAll = one.from === sentence.to && one.cue.reach === 'sentence';
    const stops = { at: isOfAll ? NOWHERE : enders(one.cue), ...starts, isRepeated };
    const placedScope = scopeOfCue(tokens, one, sentence, stops, concepts);
    const own = withListAnswered(tokens, one, placedScope, sentence.from, mentionsAt);
    const scope = withSubjects(tokens, one, own, sentence.from, mentionsAt);
    for (const stretch of reached(one, scope, mentionsAt)) governed.add(one, stretch);
    const echo = echoed(tokens, one, mentionsAt);
    if (echo !== undefined) governed.add(one, echo);
    if (settles(one, scope)) governed.settle({ from: startOfConcept(scope.from, mentionsAt), to: scope.to });
    for (const stretch of lent(one, mentionsAt)) governed.add(one, stretch);
  }
  const ofRelative = placed.filter(({ cue }) => cue.category === 'family');
  // "Not associated with exercise" as one concept: its words are denied for all that is put together from them.
  const denied = new Set(
    gather(placed, ({ isBehind, from, to }) => (isBehind === true ? positionsBetween(from, to) : [])),
  );
  const scopeAt = (position: number, isValue = false): Scope =>
    scopeOf(governed.bitsAt(position, isValue) | (denied.has(position) ? bitOf('negated') : 0));
  const isParted = (from: number, to: number, isDividing: (token: Token, at: number) => boolean): boolean =>
    positionsBetween(from, to).some((at) => {
      const token = tokens[at];
      if (token === undefined) return false;
      return (isItemDivider(token) && isDividing(token, at)) || isClauseEnd(token) || isTurn(token);
    });
  const isOneItem = (from: number, to: number): boolean => !isParted(from, to, () => true);
  const isOneDenial = (from: number, to: number): boolean =>
    !isParted(from, to, (token, at) => !isAlternative(token) && !goesOnBehind(tokens, at));
  const isDeniedWithin = ({ form, from, to }: Mention): boolean =>
    form === 'apart' &&
    placed.some((one) => one.cue.category === 'negated' && from < one.from && one.to <= to);
  return {
    at: (position) => scopeAt(position),
    ofValueAt: (position) => scopeAt(position, true),
    over: (positions) => scopeOf(positions.reduce((bits, position) => bits | governed.bitsAt(position), 0)),
    deniesBetween: (from, to) =>
      placed.some(
        ({ cue, from: first, to: end }) =>
          cue.category === 'negated' && cue.direction === 'backward' && from < first && end <= to,
      ),
    isOneDenial,
    relativeAt(position) {
      const family = governed.relativeAt(position);
      const named = family && people.find(({ from, to }) => from < family.to && to > family.from);
      return family && { from: Math.min(named?.start ?? family.from, family.from), to: family.to };
    },
    isPlainlyDenied: (mention) =>
      (mention.form === 'phrase' || isOneItem(mention.from, mention.to)) &&
      (isDeniedItem(tokens, sentence, placed, mentionsAt, mention) || isDeniedWithin(mention)),
    isPlainlyStated: (mention) => isStated(tokens, placed, mentionsAt, mention),
    opensClause: (position) => /^[,、]$/.test(tokens[position - 1]?.text ?? ''),
    isPartOfRelative: ({ from, to }) => ofRelative.some((one) => one.from <= from && to <= one.to),
    cueTokens,
  };
}
