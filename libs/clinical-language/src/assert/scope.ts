import { byPlace, type Mention } from '../resolve/mention';
import { senseKey } from '../model/sense';
import { grammar } from '../recognise/grammar';
import { wordsOfHan } from '../recognise/han-words';
import { type Person } from '../recognise/people';
import { BEFORE_ANSWER, type Sentence } from '../segment/sentences';
import { answerTo, askedInVain } from './dialogue';
import { type Stretch, type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { type Cue, CUE_CATEGORIES, type CueCategory } from './cue';
import { type CueLexicon, cueLexicon } from './cue-lexicon';
import { isPassedOver } from './cue-words';
import {
  asks,
  asksWhether,
  isAlternative,
  isAnaphor,
  isAnaphorOfAll,
  isBox,
  isClauseEnd,
  isHaving,
  isItemDivider,
  isOfAny,
  isOfSeveral,
  isParticle,
  isQuestion,
  isSubjectOrVerb,
  isTurn,
  leadsTo,
  mayStandBesideAnaphor,
  opensStatement,
  ownsWhatIsBefore,
} from './statements';
import { gather } from '../normalise/lists-by-key';

/** What governs a token: the categories of the cues in whose scope it stands. */
export type Scope = ReadonlySet<CueCategory>;

/** The scopes of a sentence and the tokens that are cues themselves. */
export interface Scopes {
  at(position: number): Scope;
  /** All that governs any of the tokens. */
  over(positions: readonly number[]): Scope;
  /** Whether a denial that stands behind what it denies ("not seen") is among the words from a position to another. */
  deniesBetween(from: number, to: number): boolean;
  /** Whether nothing parts the words from a position to another. */
  isOneItem(from: number, to: number): boolean;
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

interface Placed extends Stretch {
  readonly cue: Cue;
  /** It goes on behind a concept that it is a part of: "no medicines". */
  readonly isBehind?: boolean;
  /** What it is a part of ("will not bear"): it says nothing of that, and reaches no further. */
  readonly owner?: Mention;
  /** What stands between the two parts of a cue that has them. */
  readonly gap?: Stretch;
  /** It says yes or no to what stands before it, as it could to what stands behind. */
  readonly isAnswer?: boolean;
}

let lexicon: CueLexicon | undefined;
const cues = (): CueLexicon => (lexicon ??= cueLexicon(['en/cues', 'zh/cues']));

/** No scope is longer, whatever the text. */
const LONGEST = 60;

/** What of a cue counts: its denial ("no" of "has no", 未 of 未见明显), or what says more than "is" ("absent" of "are absent"). */
function saidBy({ from, to }: Stretch, tokens: readonly Token[]): number[] {
  const { denying, copulas } = grammar();
  const positions = positionsBetween(from, to);
  const denials = positions.filter((at) => denying.has(textAt(tokens, at)));
  return denials.length > 0 ? denials : positions.filter((at) => !copulas.has(textAt(tokens, at)));
}

/** Whether words are among others, and there are any. */
const areAmong = (words: readonly number[], others: readonly number[]): boolean =>
  words.length > 0 && words.every((at) => others.includes(at));

/** Whether a cue is a part of the words of a longer concept: "knee jerks [are absent]" of lost reflexes. */
const isPartOf = (cue: Stretch, { used }: Mention, tokens: readonly Token[]): boolean => {
  const said = saidBy(cue, tokens);
  return used.length > said.length && areAmong(said, used);
};

/** Whether a cue is a part of what is put together from words that stand apart. */
const owns = ({ own = [] }: Mention, cue: Stretch, tokens: readonly Token[]): boolean =>
  areAmong(saidBy(cue, tokens), own);

/** Whether a mention tells something else than another; the bare name of a quantity ("pulse") tells nothing yet. */
const tellsElse = ({ senses }: Mention, other: Mention): boolean => {
  const known = new Set(other.senses.map(senseKey));
  return senses.some((sense) => sense.kind !== 'quantity' && !known.has(senseKey(sense)));
};

/** What a cue governs of the words that it reaches: nothing behind its owner, and of the owner only what others tell as well. */
function reached(
  { owner }: Placed,
  scope: Stretch,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch[] {
  if (owner === undefined) return [scope];
  const within = { from: Math.max(scope.from, owner.from), to: Math.min(scope.to, owner.to) };
  return positionsBetween(within.from, within.to)
    .filter((at) => !owner.used.includes(at) || mentionsAt.get(at)?.some((one) => tellsElse(one, owner)))
    .map((at) => ({ from: at, to: at + 1 }));
}

/** "Spleen [not palpable]" as a palpable spleen: what takes words from a denial without denying is denied by them. */
function lent(
  { cue, from, to, owner }: Placed,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch[] {
  if (cue.category !== 'negated' || owner !== undefined) return [];
  return positionsBetween(from, to)
    .filter((at) => mentionsAt.get(at)?.every(({ form }) => form === 'apart'))
    .map((at) => ({ from: at, to: at + 1 }));
}

const saysNormal = ({ senses }: Mention): boolean =>
  senses.every(({ kind }) => kind === 'state' || kind === 'panel');

/** Whether its words are one wording, of which a cue can be a part whatever it says. */
const isOneConcept = (mention: Mention): boolean => mention.form === 'phrase' || saysNormal(mention);

/**
 * "No fever or cough" with "no fever" in the vocabulary: the denial goes on behind what says that all is well, where it
 * begins it, and behind "and" and "or" wherever it stands in it. In 血压不高 what is denied is the height alone.
 */
function behind(tokens: readonly Token[], stretch: Stretch, cues: readonly Cue[], around: Mention): Placed[] {
  if (!saysNormal(around)) return [];
  const next = tokens[around.to];
  const goesOn = next !== undefined && isItemDivider(next) && next.text !== ',';
  return cues
    .filter(({ category, direction }) => category === 'negated' && direction === 'forward')
    .filter(({ reach }) => stretch.from === around.from || (reach === 'list' && goesOn))
    .map((cue) => ({ from: around.from, to: around.to, cue, isBehind: true }));
}

/** "Liver palpable below the margin": what opens a statement does so as the first words of a concept as well. */
const before = (stretch: Stretch, cues: readonly Cue[], around: Mention): Placed[] =>
  stretch.from === around.from
    ? cues.filter(({ category }) => category === 'ends').map((cue) => ({ ...stretch, cue }))
    : [];

const NEGATOR = /^[无未没不否非]$/;

/** A cue that begins inside a longer word (有无 in 还有无), or of one character inside one (发 in 发热), is none; a negator always is. */
function isInsideWord(tokens: readonly Token[], { from, to }: Stretch, endOfWord = 0): boolean {
  const [token, next] = [tokens[from], tokens[to]];
  // "Vomited ×2" counts.
  if (token?.text === '×') return next?.kind === 'number' && next.start === token.end;
  if (token?.kind !== 'han' || NEGATOR.test(token.text)) return false;
  return endOfWord === 0 || (to === from + 1 && endOfWord !== to);
}

const isLed = (tokens: readonly Token[], at: number, from: number): boolean => {
  const before = at > from ? tokens[at - 1] : undefined;
  return before !== undefined && leadsTo(before);
};

/** Whether an item ends at a position; one particle (了 in 可以排除了) still belongs to it. */
function endsItem(tokens: readonly Token[], position: number, to: number): boolean {
  const next = tokens[position];
  const end = next !== undefined && isParticle(next) ? position + 1 : position;
  const token = tokens[end];
  if (token === undefined || end >= to) return true;
  return isClauseEnd(token) || isItemDivider(token) || /^[.)]$/.test(token.text);
}

/** "Cough +, wheeze -", "dysuria- haematuria-": whether a sign ends an item, or clings to the word before it. */
function closesItem(tokens: readonly Token[], { from, to }: Stretch, end: number): boolean {
  const clings = tokens[from - 1]?.end === tokens[from]?.start && tokens[to]?.start !== tokens[to - 1]?.end;
  return clings || (isSpaced(tokens, from - 1) && isSpaced(tokens, to - 1)) || endsItem(tokens, to, end);
}

/**
 * "Weight loss ✗ Night sweats ✓": a sign between words is of what stands before; a list that begins with one, whichever
 * it is, has it before.
 */
function isTick(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  const sign = tokens[at];
  if (sign?.kind !== 'mark') return false;
  // "□none ☑some": it clings to what stands behind it.
  if (tokens[to]?.start === tokens[to - 1]?.end && tokens[at - 1]?.end !== sign.start) return false;
  const isAlike = (token: Token): boolean => (isBox(sign) ? isBox(token) : token.text === sign.text);
  const first = tokens.slice(from, at).findIndex(isAlike);
  const before = first < 0 ? at - 1 : from + first - 1;
  return before >= from && tokens[before]?.kind !== 'mark';
}

/** "Three years ago *has* swollen legs": what ends a past right behind it leaves it what stands before. */
const endsThere = (tokens: readonly Token[], from: number, to: number): boolean =>
  cues()
    .at(tokens, from, to)
    ?.cues.some((next) => next.direction === 'forward' && endsScopeOf(next, 'historical')) === true;

const isOfOthers = ({ category }: Cue): boolean => category === 'family' || category === 'other-person';

/** "The droop *resolved* in an hour": whether a concept stands in the item before a position, of which what follows can tell. */
function isTold(
  tokens: readonly Token[],
  from: number,
  to: number,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): boolean {
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token) || isItemDivider(token)) return false;
    if (mentionsAt.has(at)) return true;
  }
  return false;
}

/** "There was [no evidence of]": a longer cue that begins inside another is read as well. */
function continued(tokens: readonly Token[], { from, to: end }: Stretch, to: number): number {
  for (let at = from + 1; at < end; at += 1) {
    const inner = cues().at(tokens, at, to);
    if (inner !== undefined && inner.to > end) return at;
  }
  return end;
}

/**
 * The longest cue that begins at a position. One that only looks like a cue ("not relieved by") leaves its last words to a
 * concept that begins among them: "not [relieved by bowel movement]".
 */
function cueAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): ReturnType<CueLexicon['at']> {
  const match = cues().at(tokens, at, to);
  if (match?.cues.some(({ category }) => category === 'pseudo') !== true) return match;
  const begun = positionsBetween(at + 1, match.to).find((inside) =>
    mentionsAt
      .get(inside)
      ?.some((mention) => mention.from === inside && mention.to > match.to && isOneConcept(mention)),
  );
  return begun === undefined ? match : cues().at(tokens, at, begun);
}

const isDenialBehind = ({ category, direction }: Cue): boolean =>
  category === 'negated' && direction === 'backward';

/** "Pregnancy test *negative* twice": what denies behind a concept is none where it is the end of the concept. */
const isBegun = (at: number, mentionsAt: ReadonlyMap<number, readonly Mention[]>): boolean =>
  mentionsAt.get(at)?.some((mention) => isOneConcept(mention) && mention.from < at) === true;

/**
 * The cues of a sentence from left to right. One inside a longer concept is none; one that may stand on either side
 * of what it governs is told by whether the item ends behind it; a relative who only tells has nothing.
 */
function placeCues(
  tokens: readonly Token[],
  sentence: Stretch,
  people: readonly Person[],
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Placed[] {
  const placed: Placed[] = [];
  const withGap: Placed[] = [];
  const words = wordsOfHan(tokens, sentence);
  const mentionsIn = ({ from, to }: Stretch): Mention[] =>
    gather(positionsBetween(from, to), (position) => mentionsAt.get(position) ?? []);
  const conceptAround = (part: Stretch): Mention | undefined =>
    mentionsIn(part).find((mention) => isOneConcept(mention) && isPartOf(part, mention, tokens));
  const isFree = (part: Stretch): boolean =>
    conceptAround(part) === undefined && !isInsideWord(tokens, part, words.get(part.from));
  for (let at = sentence.from; at < sentence.to;) {
    for (const { cue, gap, to } of cues().gapsAt(tokens, at, sentence.to))
      if (isFree({ from: at, to: gap.from }) && isFree({ from: gap.to, to }) && mayHold(cue, gap, mentionsAt))
        withGap.push({ from: at, to, cue, gap });
    const match = cueAt(tokens, at, sentence.to, mentionsAt);
    if (asksWhether(tokens, at) && !isMereLikeness(match))
      placed.push({ from: at, to: at + 1, cue: WHETHER });
    if (match === undefined) {
      at += 1;
      continue;
    }
    const stretch = { from: at, to: match.to };
    const around = conceptAround(stretch);
    if (around !== undefined) {
      const first = cues().at(tokens, at, at + 1)?.cues ?? [];
      placed.push(
        ...behind(tokens, stretch, [...match.cues, ...first], around),
        ...before(stretch, match.cues, around),
      );
    }
    const isEndOfConcept = match.cues.every(isDenialBehind) && isBegun(at, mentionsAt);
    if (around !== undefined || isEndOfConcept || isInsideWord(tokens, stretch, words.get(at))) {
      at += 1;
      continue;
    }
    const owner = mentionsIn(stretch).find((mention) => owns(mention, stretch, tokens));
    const governing = match.cues.filter(({ category }) => category !== 'ends');
    const isEitherWay = new Set(governing.map(({ direction }) => direction)).size > 1;
    const isYesOrNo =
      isEitherWay && governing.every(({ category }) => category === 'negated' || category === 'affirmed');
    const isPast = isEitherWay && governing.some(({ category }) => category === 'historical');
    const isOver =
      governing.every(({ category }) => category === 'historical') && governing.some(({ over }) => over);
    const isBackward =
      endsItem(tokens, match.to, sentence.to) ||
      (isYesOrNo && isTick(tokens, sentence.from, at, match.to)) ||
      (isPast && endsThere(tokens, match.to, sentence.to)) ||
      (isEitherWay && isOver && isTold(tokens, sentence.from, at, mentionsAt));
    const isSelfOrTeller = people.some(
      ({ from, to, isPatient, tells }) =>
        from < stretch.to &&
        to > stretch.from &&
        (isPatient || tells) &&
        // "Looks after *a lady* with", "*the woman* in the next bed": named inside the cue, she is whom it speaks of.
        !((from > stretch.from || isPatient) && from >= stretch.from && to < stretch.to),
    );
    for (const cue of match.cues) {
      if (
        isEitherWay &&
        cue.category !== 'ends' &&
        cue.direction !== 'both' &&
        (cue.direction === 'backward') !== isBackward
      )
        continue;
      if (isOfOthers(cue) && isSelfOrTeller) continue;
      if (match.to === at + 1 && isGluedMark(tokens, at)) continue;
      if (cue.opens === true && isLed(tokens, at, sentence.from)) continue;
      if (cue.closes === true && !closesItem(tokens, stretch, sentence.to)) continue;
      const isAnswer = isYesOrNo && isBackward;
      placed.push({ ...stretch, cue, ...(isAnswer && { isAnswer }), ...(owner && { owner }) });
    }
    // "Does *not* itch": what would be a cue at the end of its item leaves its words to a shorter one.
    const isOpen =
      governing.length > 0 &&
      governing.every(({ closes }) => closes) &&
      !closesItem(tokens, stretch, sentence.to);
    at = isOpen ? at + 1 : continued(tokens, stretch, sentence.to);
  }
  const named = gather(people, (person) => {
    const owner = conceptAround(person);
    const own = ofPeople(tokens, person, words, placed);
    // "Mother has hypertension" as one concept: the hypertension in it is hers as well
    if (owner === undefined) return own;
    return gather(own, (one) => (person.isPatient ? [] : [{ ...one, owner }]));
  });
  const alone = placed.filter((one) => !withGap.some((other) => isPartOfGap(one, other)));
  return [...alone, ...withGap, ...named, ...doubtAtEnd(tokens, sentence)].sort((a, b) => a.from - b.from);
}

/** 动不动 asks nothing: what only looks like a cue is none. */
const isMereLikeness = (match: ReturnType<CueLexicon['at']>): boolean =>
  match?.cues.some(({ category }) => category === 'pseudo') === true;

/** Of what is asked it is not said that it is so: 大便黑不黑她也记不准. */
const WHETHER: Cue = { category: 'possible', direction: 'both', reach: 'item', commas: false };

/** What a question asks for that nobody answers need not be so. */
const ASKED_IN_VAIN: Cue = { category: 'conditional', direction: 'forward', reach: 'sentence', commas: true };

/** Only what is said around a gap leaves room for a concept in it. */
const mayHold = (
  { category, direction }: Cue,
  { from, to }: Stretch,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): boolean =>
  direction === 'around' ||
  category === 'pseudo' ||
  !positionsBetween(from, to).some((at) => mentionsAt.has(at));

/** "[Not true that] he [never] coughs": the parts of such a cue say nothing of their own. */
const isPartOfGap = ({ from, to }: Stretch, { cue, gap, ...whole }: Placed): boolean =>
  gap !== undefined &&
  cue.direction !== 'around' &&
  ((from >= whole.from && to <= gap.from) || (from >= gap.to && to <= whole.to));

/** "Feeling sick? Pt: *yes*, all morning": an answer of more words is a sentence of its own. */
const isAnsweredAt = (tokens: readonly Token[], from: number): boolean =>
  positionsBetween(from, from + ANSWERED_WITHIN).some((at) =>
    cues()
      .at(tokens, at, at + 1)
      ?.cues.some(
        ({ category, direction }) =>
          direction === 'backward' && (category === 'affirmed' || category === 'negated'),
      ),
  );
const ANSWERED_WITHIN = 4;

/** "Bleeding? None. Headache? Slight.": where one question is answered, no mark is one of doubt. */
function asksAndAnswers(tokens: readonly Token[]): boolean {
  let known = ASKS_AND_ANSWERS.get(tokens);
  if (known === undefined) {
    known = tokens.some(({ text }, at) => text === '?' && isAnsweredAt(tokens, at + 1));
    ASKS_AND_ANSWERS.set(tokens, known);
  }
  return known;
}
/** Of a whole text, for which every sentence asks. */
const ASKS_AND_ANSWERS = new WeakMap<readonly Token[], boolean>();

/** "Jaundice?": the mark that ends a sentence doubts what stands before it, where nothing is asked. */
function doubtAtEnd(tokens: readonly Token[], { from, to }: Stretch): Placed[] {
  if (tokens[to]?.text !== '?' || isQuestion(tokens, from, to) || asksAndAnswers(tokens)) return [];
  const doubt = cues().at(tokens, to, to + 1)?.cues ?? [];
  return doubt
    .filter(({ direction }) => direction === 'backward')
    .map((cue) => ({ from: to, to: to + 1, cue }));
}

/** Whether a cue says whose something is, and not one that only begins in the name: "children [in his class]". */
const saysWhose = ({ cue, to }: Placed, end: number): boolean =>
  isOfOthers(cue) && (cue.direction === 'forward' || to <= end);

/** Who is named as the patient ends what is told of others. */
const BACK_TO_PATIENT: Cue = {
  category: 'ends',
  direction: 'forward',
  reach: 'sentence',
  commas: true,
  of: new Set(['family', 'other-person']),
};

/** What is said behind somebody else's name is not the patient's, unless a cue stands there that says more. */
function ofPeople(
  tokens: readonly Token[],
  { start, from, to, governs, isPatient }: Person,
  words: ReadonlyMap<number, number>,
  placed: readonly Placed[],
): Placed[] {
  if (!isPatient && governs === undefined) return [];
  if (isInsideWord(tokens, { from: start, to }, words.get(start))) return [];
  const over = placed.filter((other) => other.from < to && other.to > from);
  if (over.some((other) => saysWhose(other, to))) return [];
  // 患 in 曾患 is no patient
  if (governs === undefined) return over.length > 0 ? [] : [{ from: start, to, cue: BACK_TO_PATIENT }];
  const commas = tokens[from]?.kind === 'han';
  const cue = { category: governs, direction: 'forward', reach: 'clause', commas } as const;
  return ownsWhatIsBefore(tokens, start, to) && endsItem(tokens, to + 1, tokens.length)
    ? [{ from: start, to: to + 1, cue: { ...cue, direction: 'backward', reach: 'item' } as const }]
    : [{ from, to, cue }];
}

/** "Nor was she in pain": words beside a denial that would end it elsewhere. */
const AUXILIARIES = 2;
/** "Denies [ever] having", 否认[患儿]有: so many tokens stand between a denial and the "has" that belongs to it. */
const BEFORE_HAVING = 3;

/** Where cues stand that end others, and those of them that merely say "has". */
interface Stops {
  readonly at: ReadonlySet<number>;
  readonly statements: ReadonlySet<number>;
  /** Those of them that say nothing but that another part of a record begins: 颈静脉. */
  readonly openings: ReadonlySet<number>;
  /** Whether each item of the list that a denial stands in has its own: "no cough, *no* fever, a rash". */
  isRepeated(denial: Placed): boolean;
}

/** The end of what a forward cue governs. */
function forwardEnd(
  tokens: readonly Token[],
  placed: Placed,
  to: number,
  { at: stops, statements, openings, isRepeated }: Stops,
  concepts: readonly Stretch[],
): number {
  const { cue, to: start, isBehind } = placed;
  const isDenial = cue.category === 'negated';
  const limit = Math.min(to, start + LONGEST);
  if (cue.reach === 'word') {
    const first = tokens[start]?.kind === 'mark' ? start + 1 : start;
    const next = tokens[first]?.kind === 'han' ? concepts.find(({ from }) => from === first)?.to : undefined;
    return Math.min(next ?? first + 1, limit);
  }
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const token = tokens[at];
    if (token === undefined) return at;
    if (stops.has(at)) {
      const isBeside = isDenial && at < start + AUXILIARIES && stops.has(start);
      const goesBeyond =
        isBeside ||
        (isDenial &&
          statements.has(at) &&
          isHaving(token) &&
          isOfDenial(tokens, { from: start, to: at }, concepts)) ||
        // 无发绀、颈静脉怒张, "no cough or post-nasal drip": an item of a list opens nothing
        (isDenial && openings.has(at) && isOfList(tokens, at - 1, to)) ||
        headsList(tokens, cue, { from: start, to: at }, to, concepts);
      if (at === start ? isBehind === true : !goesBeyond) return at;
    }
    if (isDenial && isWhich(token) && isBetweenConcepts(at, concepts)) return at;
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (depth < 0) return at;
    if (cue.reach === 'sentence') continue;
    if (isClauseEnd(token)) return at;
    if (!isItemDivider(token) || (at === start && isBehind !== true)) continue;
    // "never blacked out or *had* a fit": a verb without a subject behind "or" is denied with the one before
    const next = tokens[at + 1];
    if (isDenial && isAlternative(token) && next !== undefined && isHaving(next)) continue;
    if (isDenial && token.text === ',' && endsDenials(tokens, placed, at, to, isRepeated)) return at;
    if (at === start) continue;
    if (!goesOn(tokens, at, nextStop(stops, at, to), cue, isWordsOnly(tokens, start, at))) return at;
  }
  return limit;
}

/** 不发热*的*咳嗽: whether it makes of what is said before it what is said of the thing behind it. */
const isWhich = ({ kind, text }: Token): boolean => kind === 'han' && text === '的';
const isBetweenConcepts = (at: number, concepts: readonly Stretch[]): boolean =>
  concepts.some(({ to }) => to === at) && concepts.some(({ from }) => from === at + 1);

/** "Denies ever *having* a fit": whether nothing that could be denied stands between a denial and a "has". */
function isOfDenial(tokens: readonly Token[], { from, to }: Stretch, concepts: readonly Stretch[]): boolean {
  const before = to > from ? tokens[to - 1] : undefined;
  if (before !== undefined && isAlternative(before)) return true;
  if (to - from > BEFORE_HAVING || tokens.slice(from, to).some(isItemDivider)) return false;
  return !concepts.some(({ from: first, to: end }) => first < to && end > from);
}

/**
 * "Fatigue, *no weight loss, and* itching", "no pain, *no cough, dizziness*": where one thing is denied and another is added to
 * it, or each thing has its denial, what stands behind the comma is not denied; a list with "or" goes on.
 */
function endsDenials(
  tokens: readonly Token[],
  placed: Placed,
  comma: number,
  to: number,
  isRepeated: Stops['isRepeated'],
): boolean {
  const isOfOne = !tokens.slice(placed.to, comma).some(isItemDivider);
  const [next, second] = [tokens[comma + 1], tokens[comma + 2]];
  const isAdded = next?.kind === 'word' && isItemDivider(next) && !isAlternative(next);
  if (isAdded) return isOfOne && second !== undefined && !isOfAny(second);
  return isOfOne && isRepeated(placed) && !isAlternativeAhead(tokens, comma, to);
}

/** Whether a list comes to an "or" before another statement begins. */
function isAlternativeAhead(tokens: readonly Token[], comma: number, to: number): boolean {
  for (let at = comma + 1; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token) || token.text === '.') return false;
    if (isAlternative(token)) return true;
    if (token.text === ',' && opensStatement(tokens, at, to)) return false;
  }
  return false;
}

/** "Denies any of the following: A, B", 无以下症状：A、B: what is denied before a colon is named behind it. */
function headsList(
  tokens: readonly Token[],
  { category, reach }: Cue,
  head: Stretch,
  to: number,
  concepts: readonly Stretch[],
): boolean {
  if (category !== 'negated' || reach !== 'list' || tokens[head.to]?.text !== ':') return false;
  if (head.to - head.from > LONGEST_ITEM || opensStatement(tokens, head.to, to)) return false;
  if (concepts.some(({ from, to: end }) => from < head.to && end > head.from)) return false;
  return positionsBetween(head.to + 1, Math.min(head.to + 1 + LONGEST_ITEM, to)).some((at) => {
    const token = tokens[at];
    return token !== undefined && isItemDivider(token);
  });
}

/** Items of a list are short. */
const LONGEST_ITEM = 7;

/** Where the item behind a divider ends for another statement: "denies pain and cough [on examination he has]". */
function nextStop(stops: ReadonlySet<number>, divider: number, to: number): number {
  for (let at = divider + 2; at <= Math.min(divider + LONGEST_ITEM, to); at += 1)
    if (stops.has(at)) return at;
  return to;
}

/** "Never nausea/vomiting": a mark without spaces joins two words. */
const isGlued = (tokens: readonly Token[], mark: number): boolean =>
  tokens[mark - 1]?.end === tokens[mark]?.start && tokens[mark]?.end === tokens[mark + 1]?.start;

/** "Flat-topped", "glove-and-stocking": a mark between two words that it makes one of. */
const isGluedMark = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '-' &&
  tokens[at - 1]?.kind === 'word' &&
  tokens[at + 1]?.kind === 'word' &&
  isGlued(tokens, at);

const isJoined = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '/' && isGlued(tokens, at);

/** Whether what a cue governs goes on behind a divider. */
function goesOn(
  tokens: readonly Token[],
  divider: number,
  to: number,
  { category, reach, commas }: Cue,
  isBehindWord: boolean,
): boolean {
  const token = tokens[divider];
  const mark = token?.text;
  // "If he is drowsy or starts vomiting": a condition has several parts.
  if (category === 'conditional' && mark !== ',') return true;
  // "No jaundice or ascites was seen": what is denied with others has its verb behind the last of them.
  const next = tokens[divider + 1];
  if (category === 'negated' && token !== undefined && isAlternative(token))
    return next === undefined || !isSubjectOrVerb(next);
  if (mark === '/' && (reach !== 'item' || isGlued(tokens, divider))) return true;
  // "Not pale, jaundiced, feverish": words by themselves are one list, whatever the cue.
  if (reach === 'item') return isBehindWord && isOneWord(tokens, divider, to);
  if (reach === 'clause') return !opensStatement(tokens, divider, to);
  // 否认盗汗及体重减轻: a word joins two things, whatever they are
  if (mark === '、' || token?.kind === 'han') return true;
  // "no cough, persistent diarrhoea or rash": an item before an "or" begins as it likes
  if (category === 'negated' && mark === ',' && commas && isBeforeAlternative(tokens, divider, to))
    return true;
  if (opensStatement(tokens, divider, to)) return false;
  if (mark !== ',') return true;
  return commas && isShortItem(tokens, divider, to);
}

/** Whether a divider is one of a list for certain: 、, "or", and what comes to an "or". */
function isOfList(tokens: readonly Token[], divider: number, to: number): boolean {
  const token = tokens[divider];
  if (token === undefined || !isItemDivider(token)) return false;
  return token.text === '、' || isAlternative(token) || isBeforeAlternative(tokens, divider, to);
}

/** Whether "or" stands behind the item behind a divider, and the item is no statement. */
function isBeforeAlternative(tokens: readonly Token[], divider: number, to: number): boolean {
  for (let at = divider + 1; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token) || isTurn(token) || isSubjectOrVerb(token)) return false;
    if (isItemDivider(token)) return isAlternative(token);
  }
  return false;
}

/** Whether a list has come along with one word in each item. */
const isWordsOnly = (tokens: readonly Token[], from: number, to: number): boolean =>
  positionsBetween(from, to).every((at) => {
    const token = tokens[at];
    return token !== undefined && isItemDivider(token) === ((at - from) % 2 === 1);
  });

/** "Not pale, *coughing*" tells what somebody does. */
const DOES = /ing$/;

function isOneWord(tokens: readonly Token[], divider: number, to: number): boolean {
  const token = tokens[divider + 1];
  return token?.kind === 'word' && !DOES.test(token.text) && endsItem(tokens, divider + 2, to);
}

function isShortItem(tokens: readonly Token[], divider: number, to: number): boolean {
  for (let at = divider + 1; at < Math.min(to, divider + 1 + LONGEST_ITEM); at += 1) {
    const token = tokens[at];
    if (token === undefined || isItemDivider(token) || isClauseEnd(token)) return true;
  }
  return to - divider - 1 <= LONGEST_ITEM;
}

/** What the answer to something says: "fever: *none*". */
const ANSWERS: ReadonlySet<CueCategory> = new Set(['negated', 'affirmed', 'possible']);

/**
 * Whether the item right before a denial has one as well ("*no cough, no* fever, a rash"), or is told without any
 * ("*cough, no* fever, sore throat"): then each thing says for itself whether it is so.
 */
function isRepeatedDenial(
  tokens: readonly Token[],
  placed: readonly Placed[],
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
  { from, to, isBehind }: Placed,
): boolean {
  const last = from - 1;
  if (tokens[last]?.text !== ',') return false;
  const before = placed.findLast(
    ({ cue, to: end }) => cue.category === 'negated' && cue.direction === 'forward' && end <= last,
  );
  if (before !== undefined) return !tokens.slice(before.to, last).some(isItemDivider);
  const isOfOneWord = isBehind === true || to - from === 1;
  return isOfOneWord && mentionsAt.has(last - 1) && isBareItem(tokens, last, mentionsAt);
}

/** Whether an item that ends at a position is nothing but a concept. */
function isBareItem(
  tokens: readonly Token[],
  end: number,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): boolean {
  for (let at = end - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || isItemDivider(token) || isClauseEnd(token) || token.text === '.') return true;
    if (!mentionsAt.has(at) && !isPassedOver(token)) return false;
  }
  return true;
}

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

/** What a backward cue governs. */
function backwardScope(
  tokens: readonly Token[],
  placed: Placed,
  sentence: Stretch,
  stops: ReadonlySet<number>,
): Stretch {
  const end = backwardEnd(tokens, placed, sentence);
  const subject = subjectEnd(tokens, placed, end, sentence.from);
  const isQuestion = end < placed.from && tokens[end]?.text === '?';
  const from = isQuestion
    ? questionStart(tokens, end, sentence.from, stops)
    : backwardStart(tokens, placed.cue, subject, sentence.from, stops);
  return { from, to: isOfThen(placed.cue) ? placed.to : end };
}

/**
 * "Fever, cough and rash *were absent*": a verb of several things denies all of which the clause before it is a list; in "he has a fever
 * and crackles were absent" it is none.
 */
function withSubjects(
  tokens: readonly Token[],
  { cue, from }: Placed,
  scope: Stretch,
  first: number,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch {
  const isDenial = cue.category === 'negated' && cue.direction === 'backward';
  const isOfOne = ![tokens[from - 1], tokens[from]].some(
    (token) => token !== undefined && isOfSeveral(token),
  );
  if (!isDenial || isOfOne) return scope;
  const start = startBehind(scope.from, first, (at) => {
    const token = tokens[at];
    return token === undefined || isClauseEnd(token);
  });
  return isListed(tokens, mentionsAt, start, scope.from, isOfSeveral) ? { from: start, to: scope.to } : scope;
}

/** The first of the words right before a position that only take up what was told: "[it has since] cleared". */
function anaphorStart(tokens: readonly Token[], end: number, from: number): number {
  let start = end;
  let isTakenUp = false;
  for (let at = end - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (token === undefined || !(isAnaphor(token) || mayStandBesideAnaphor(token))) break;
    isTakenUp ||= isAnaphor(token);
    if (isTakenUp) start = at;
  }
  return start;
}

/**
 * "I had fevers, *but they've* gone", 生食海鲜，无: where what a backward cue tells of ends, if nothing but a pronoun of it
 * stands in the cue's own item.
 */
function subjectEnd(
  tokens: readonly Token[],
  { cue, to, isAnswer = false }: Placed,
  end: number,
  from: number,
): number {
  const isOver = cue.category === 'historical' && !comesBack(tokens, to, to + RETURNS_WITHIN);
  if (cue.direction !== 'backward' || !(isAnswer || cue.category === 'possible' || isOver)) return end;
  let at = anaphorStart(tokens, end, from);
  const isTakenUp = at < end;
  const turn = tokens[at - 1];
  if (isTakenUp && at > from && turn !== undefined && isTurn(turn)) at -= 1;
  const mark = at > from ? tokens[at - 1]?.text : undefined;
  if (mark === ',' || (mark === ';' && isOver)) return at - 1;
  return isTakenUp && at > from ? at : end;
}

const NOWHERE: ReadonlySet<number> = new Set();
const isBesideAnaphor = (token: Token): boolean => token.kind === 'number' || mayStandBesideAnaphor(token);

/**
 * "She had a rash on the arms. *It cleared* within a day.": what the next sentence says of what this one told, with no more
 * of it than a pronoun. What came back is not over.
 */
function takenUp(tokens: readonly Token[], { to: end }: Stretch, next: Stretch | undefined): Cue | undefined {
  if (next === undefined || next.from > end + 1 || tokens[end]?.kind === 'line-end') return undefined;
  let [isNamed, isOfAll] = [false, false];
  for (let at = next.from; at < next.to; at += 1) {
    const match = cues().at(tokens, at, next.to);
    const told = match?.cues.find(({ category, direction, over, closes }) => {
      if (direction !== 'backward' || (closes === true && !endsItem(tokens, match.to, next.to))) return false;
      return over === true || (isNamed && category === 'possible');
    });
    if (match !== undefined && told !== undefined)
      return comesBack(tokens, match.to, next.to)
        ? undefined
        : { ...told, reach: isOfAll ? 'sentence' : 'list' };
    const token = tokens[at];
    if (token === undefined || !(isAnaphor(token) || isBesideAnaphor(token))) return undefined;
    isNamed ||= isAnaphor(token);
    isOfAll ||= isAnaphorOfAll(token);
  }
  return undefined;
}

/** 好了又烂: what is back is said right behind. */
const RETURNS_WITHIN = 5;

function comesBack(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, tokens.length); at += 1) {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token) || token.text === '.') return false;
    if (
      cues()
        .at(tokens, at, to)
        ?.cues.some(({ category }) => category === 'current')
    )
      return true;
  }
  return false;
}

/**
 * "No cough, *wheeze* or sputum": whether words stand right behind a denial, or are an item of a list of which nothing but
 * concepts stands behind one. Behind a comma another statement may begin, so that such a list must go on.
 */
function isDeniedItem(
  tokens: readonly Token[],
  { to: end }: Stretch,
  placed: readonly Placed[],
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
  { from, to }: Stretch,
): boolean {
  const denial = placed.findLast(
    ({ cue, to: behind }) => cue.category === 'negated' && cue.direction !== 'backward' && behind <= from,
  );
  if (denial === undefined) return false;
  // 怕热多食: among characters nothing need part two concepts
  const isFollowed =
    tokens[to]?.kind === 'han' && mentionsAt.get(to)?.some((next) => next.from === to) === true;
  if (!isFollowed && !endsItem(tokens, to, end)) return false;
  if (from === denial.to) return true;
  if (denial.cue.reach !== 'list') return false;
  if (!isListed(tokens, mentionsAt, denial.to, from)) return false;
  const [before, next] = [tokens[from - 1], tokens[to]];
  return before?.text !== ',' || isFollowed || (next !== undefined && to < end && isItemDivider(next));
}

/** "There is *ascites*": whether nothing but other items of a list stands between words and the cue that says that they are so. */
function isStated(
  tokens: readonly Token[],
  placed: readonly Placed[],
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
  { from, form, used }: Mention,
): boolean {
  // 指端可见杵状: of words that stand apart the last is stated
  const stated = form === 'apart' ? (used.at(-1) ?? from) : from;
  const last = placed.findLast(({ cue, to }) => cue.category !== 'ends' && to <= stated);
  return last !== undefined && isMereStatement(last.cue) && isListed(tokens, mentionsAt, last.to, stated);
}

/** Whether between two positions stands nothing but concepts, what parts the items of a list and what else may stand in it. */
const isListed = (
  tokens: readonly Token[],
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
  from: number,
  to: number,
  isElse: (token: Token) => boolean = ({ text }) => text === ':',
): boolean =>
  positionsBetween(from, to).every((at) => {
    const token = tokens[at];
    if (token === undefined || isClauseEnd(token)) return false;
    return mentionsAt.has(at) || isItemDivider(token) || isPassedOver(token) || isElse(token);
  });

/** Where what a backward cue governs ends: an answer stands behind a mark, "weight loss? *No*". */
function backwardEnd(tokens: readonly Token[], { cue, from, to }: Placed, sentence: Stretch): number {
  const isAnswer = endsItem(tokens, to, sentence.to) || isAsked(tokens, from);
  if (!ANSWERS.has(cue.category) || !isAnswer) return from;
  let end = from;
  while (end > sentence.from && (isAsked(tokens, end) || isSpeaker(tokens, end))) end -= 1;
  return end;
}

/** Behind who answers: "Pt:", "A.". */
const ENDS_SPEAKER: ReadonlySet<string> = new Set([':', '.']);

/** "Any fever? Pt: *no*": who answers, between the mark of a question and the answer. */
function isSpeaker(tokens: readonly Token[], at: number): boolean {
  if (!ENDS_SPEAKER.has(tokens[at]?.text ?? '')) return false;
  let first = at;
  while (BEFORE_ANSWER.has(tokens[first - 1]?.text ?? '')) first -= 1;
  return first < at && tokens[first - 1]?.text === '?';
}

/** Whether what asks stands before a position: "murmur: [none]", 出血呢，[没有]. */
function isAsked(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2], tokens[at - 1]];
  if (last === undefined) return false;
  return asks(last) || (last.text === ',' && before !== undefined && isParticle(before) && asks(before));
}

/** 发热 已退: among characters, which stand close, a space parts what is said. */
const isSpaced = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.kind === 'han' && next?.kind === 'han' && token.end < next.start;
};

/** The first of the positions before `end` up to one that stops it, not further back than a scope is long. */
function startBehind(end: number, from: number, isStop: (at: number) => boolean): number {
  const limit = Math.max(from, end - LONGEST);
  for (let at = end - 1; at >= limit; at -= 1) if (isStop(at)) return at + 1;
  return limit;
}

/** "Pregnant, or could you be? *No*": an answer is one to all that is asked before `end`. */
const questionStart = (
  tokens: readonly Token[],
  end: number,
  from: number,
  stops: ReadonlySet<number>,
): number =>
  startBehind(end, from, (at) => {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || isClauseEnd(token) || stops.has(at)) return true;
    return token.text === ',' && !(next !== undefined && isAlternative(next));
  });

/** Marks between the items of a list before its "or". */
const LISTS: ReadonlySet<string> = new Set([',', '、']);

/** "*He has a cough*, rash or oedema is absent": whether what stands before a divider is a statement of its own. */
function isBehindStatement(tokens: readonly Token[], divider: number, from: number): boolean {
  const start = startBehind(divider, from, (at) => {
    const token = tokens[at];
    return token === undefined || isItemDivider(token) || isClauseEnd(token);
  });
  return tokens.slice(start, divider).some(isSubjectOrVerb);
}

/** "B symptoms *(fever, night sweats)* absent": where the brackets open that end right before a position; it itself, if none do. */
function openingBracket(tokens: readonly Token[], end: number, from: number): number {
  if (tokens[end - 1]?.text !== ')') return end;
  const at = tokens.slice(from, end).findLastIndex(({ text }) => text === '(');
  return at < 0 ? end : from + at;
}

/** The beginning of what a backward cue governs up to `end`. */
function backwardStart(
  tokens: readonly Token[],
  cue: Cue,
  end: number,
  from: number,
  stops: ReadonlySet<number>,
): number {
  const isYesOrNo = cue.category === 'negated' || cue.category === 'affirmed';
  let isOfList = false;
  const bracket = openingBracket(tokens, end, from);
  return startBehind(end, from, (at) => {
    const token = tokens[at];
    if (token === undefined || stops.has(at)) return true;
    if (at > bracket) return false;
    // 高血压（糖尿病没有）: of what brackets hold beside others nothing is said outside
    if (token.text === '(' && at < end - 1) return true;
    if (isClauseEnd(token)) return cue.reach !== 'sentence';
    const isNarrow = cue.reach === 'word' || cue.reach === 'item';
    if (isNarrow && at < end - 1 && isSpaced(tokens, at)) return true;
    const isOfOneWord = at === end - 1 || isJoined(tokens, at) || isJoined(tokens, at + 1);
    if (cue.reach === 'word' && !isOfOneWord) return true;
    if (!isItemDivider(token) || cue.reach === 'sentence') return false;
    // 想死或伤害自己：0; "no fever, rash or oedema is present"
    isOfList ||= isYesOrNo && isAlternative(token);
    if (isOfList && (isAlternative(token) || LISTS.has(token.text)))
      return isBehindStatement(tokens, at, from);
    // "Liver/spleen not felt": a mark without spaces joins two words, whichever side the cue stands on.
    if (isNarrow) return !isJoined(tokens, at);
    return token.text === ',' && (cue.reach === 'clause' || !cue.commas || opensStatement(tokens, at, end));
  });
}

/** Categories in whose scope others end where they begin. */
const ENDS_OTHERS: Partial<Record<CueCategory, readonly CueCategory[]>> = {
  negated: ['negated', 'possible', 'affirmed'],
  possible: ['negated', 'possible', 'affirmed', 'historical'],
  affirmed: ['negated', 'possible'],
  current: ['historical'],
  historical: ['current'],
};

const endsScopeOf = ({ category, of }: Cue, other: CueCategory): boolean =>
  category === 'ends' ? (of?.has(other) ?? true) : ENDS_OTHERS[category]?.includes(other) === true;

/**
 * Where the scopes of cues of one category and direction are ended; worked out once for each. What is over is not ended by
 * the time at which it was there: "on admission he had jaundice, *which has gone*".
 */
function endersOf(placed: readonly Placed[]): (cue: Cue) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return ({ category, direction, over = false }) => {
    const key = `${category} ${direction} ${String(over)}`;
    const ending = over ? placed.filter(({ cue }) => cue.direction === 'backward') : placed;
    const stops = known.get(key) ?? stopsFor(category, direction, ending);
    known.set(key, stops);
    return stops;
  };
}

function stopsFor(
  category: CueCategory,
  direction: Cue['direction'],
  placed: readonly Placed[],
): Set<number> {
  const stops = new Set<number>();
  for (const { cue, from: start, to } of placed) {
    if (direction === 'backward' && cue.opens === true) {
      stops.add(start - 1);
      continue;
    }
    if (!endsScopeOf(cue, category)) continue;
    if (direction === 'forward' && cue.direction === 'forward') stops.add(start);
    if (direction === 'backward') for (let at = start; at < to; at += 1) stops.add(at);
  }
  return stops;
}

/** "Has", "there is": says that something is, and so ends a denial; it is no answer. */
const isMereStatement = ({ category, direction, reach }: Cue): boolean =>
  category === 'affirmed' && direction === 'forward' && reach === 'list';

const governsNothing = (cue: Cue): boolean =>
  cue.category === 'ends' || cue.category === 'pseudo' || isMereStatement(cue);

/** "In her last *pregnancy*": what tells the time is as past as what it tells the time of. */
const isOfThen = ({ category }: Cue): boolean => category === 'historical';

const BITS: ReadonlyMap<CueCategory, number> = new Map(
  CUE_CATEGORIES.map((category, index) => [category, 1 << index]),
);
const bitOf = (category: CueCategory): number => BITS.get(category) ?? 0;
const SETS: Scope[] = [];

/** The categories of some bits. There are few combinations, and each set is made once. */
const scopeOf = (bits: number): Scope =>
  (SETS[bits] ??= new Set(CUE_CATEGORIES.filter((category) => (bits & bitOf(category)) !== 0)));

/** What governs each token of a sentence, while it is worked out. */
class Governed {
  private readonly bits: Uint16Array;
  /** Where the innermost denial of a token begins; beyond the sentence for one that stands behind it. */
  private readonly denials: Int32Array;
  /** Where that denial's own words end. */
  private readonly denialEnds: Int32Array;
  /** Where the item begins that an answer affirms. */
  private readonly answers: Int32Array;
  /** Where words begin that deny themselves. */
  private readonly ownDenials: Int32Array;
  /** Where an exception begins that holds a token: a denial from outside says nothing of it. */
  private readonly exceptions: Int32Array;
  /** What is said to be over. */
  private readonly over = new Set<number>();
  /** What was asked and is answered. */
  private readonly settled = new Set<number>();
  private readonly relatives = new Map<number, Placed>();

  constructor(private readonly sentence: Stretch) {
    const length = sentence.to - sentence.from;
    this.bits = new Uint16Array(length);
    this.denials = new Int32Array(length).fill(-1);
    this.denialEnds = new Int32Array(length).fill(-1);
    this.answers = new Int32Array(length).fill(-1);
    this.ownDenials = new Int32Array(length).fill(-1);
    this.exceptions = new Int32Array(length).fill(-1);
  }

  add(placed: Placed, scope: Stretch): void {
    const { category, direction, over = false } = placed.cue;
    const bit = bitOf(category);
    const innermost = direction === 'forward' ? placed.from : this.sentence.to;
    for (let at = scope.from - this.sentence.from; at < scope.to - this.sentence.from; at += 1) {
      this.bits[at] = (this.bits[at] ?? 0) | bit;
      if (over) this.over.add(at);
      if (category === 'negated' && innermost >= (this.denials[at] ?? -1)) {
        this.denials[at] = innermost;
        this.denialEnds[at] = placed.to;
      }
      if (category === 'except') this.exceptions[at] = scope.from;
      if (category === 'affirmed') this.answers[at] = Math.max(this.answers[at] ?? -1, scope.from);
      if (category === 'family' && !this.relatives.has(at)) this.relatives.set(at, placed);
    }
  }

  /** "Pertinent negatives: [no fever]": what denies in its own words is not denied once more by what stands before it. */
  denyItself({ from, to }: Stretch): void {
    for (let at = from - this.sentence.from; at < to - this.sentence.from; at += 1)
      this.ownDenials[at] = Math.max(this.ownDenials[at] ?? -1, from);
  }

  /** "Fever? *No*": what an answer tells is neither doubted nor feared any more. */
  settle({ from, to }: Stretch): void {
    for (let at = from - this.sentence.from; at < to - this.sentence.from; at += 1) this.settled.add(at);
  }

  /**
   * The bits of what counts at a place: what goes on is not past, unless it is said to be over, and an answer ("fever: yes") stands against denials
   * from outside its own item.
   */
  bitsAt(position: number): number {
    const at = position - this.sentence.from;
    let bits = this.bits[at] ?? 0;
    if ((bits & bitOf('current')) !== 0) bits &= ~bitOf(this.over.has(at) ? 'current' : 'historical');
    if (this.settled.has(at)) bits &= ~(bitOf('possible') | bitOf('belief'));
    const denial = this.denials[at] ?? -1;
    if (denial < (this.ownDenials[at] ?? -1)) bits &= ~bitOf('negated');
    // "no [fever or rash is present]": what is affirmed right behind a denial is denied
    if (Math.max(denial, this.denialEnds[at] ?? -1) < (this.answers[at] ?? -1)) bits &= ~bitOf('negated');
    const exception = this.exceptions[at] ?? -1;
    const isFromOutside = denial < exception || denial === this.sentence.to;
    if (exception >= 0 && isFromOutside) bits &= ~bitOf('negated');
    return bits;
  }

  relativeAt(position: number): Placed | undefined {
    return this.relatives.get(position - this.sentence.from);
  }
}

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
  const governed = new Governed(sentence);
  if (answered !== undefined && answered.answer !== 'possible') governed.settle(answered.asked);
  const cueTokens = new Set<number>();
  const enders = endersOf(placed);
  const statements = new Set(placed.filter(({ cue }) => isMereStatement(cue)).map(({ from }) => from));
  const saying = new Set(placed.filter(({ cue }) => cue.category !== 'ends').map(({ from }) => from));
  const openings = new Set(gather(placed, ({ from }) => (saying.has(from) ? [] : [from])));
  const isRepeated = (denial: Placed): boolean => isRepeatedDenial(tokens, placed, mentionsAt, denial);
  for (const one of placed) {
    for (let at = one.from; at < one.to; at += 1)
      if (one.gap === undefined || at < one.gap.from || at >= one.gap.to) cueTokens.add(at);
    if (one.isBehind === true) governed.denyItself(one);
    if (governsNothing(one.cue)) continue;
    // what the next sentence says of all of this one
    const isOfAll = one.from === sentence.to && one.cue.reach === 'sentence';
    const stops = { at: isOfAll ? NOWHERE : enders(one.cue), statements, openings, isRepeated };
    const own = scopeOfCue(tokens, one, sentence, stops, concepts);
    const scope = withSubjects(tokens, one, own, sentence.from, mentionsAt);
    for (const stretch of reached(one, scope, mentionsAt)) governed.add(one, stretch);
    if (one.cue.direction === 'backward' && one.cue.category !== 'possible' && scope.to < one.from)
      governed.settle(scope);
    for (const stretch of lent(one, mentionsAt)) governed.add(one, stretch);
  }
  const ofRelative = placed.filter(({ cue }) => cue.category === 'family');
  // "Not associated with exercise" as one concept: its words are denied for all that is put together from them.
  const denied = new Set(
    gather(placed, ({ isBehind, from, to }) => (isBehind === true ? positionsBetween(from, to) : [])),
  );
  const isOneItem = (from: number, to: number): boolean =>
    !tokens.slice(from, to).some((token) => isItemDivider(token) || isClauseEnd(token) || isTurn(token));
  const isDeniedWithin = ({ form, from, to }: Mention): boolean =>
    form === 'apart' &&
    placed.some((one) => one.cue.category === 'negated' && from < one.from && one.to <= to);
  return {
    at: (position) => scopeOf(governed.bitsAt(position) | (denied.has(position) ? bitOf('negated') : 0)),
    over: (positions) => scopeOf(positions.reduce((bits, position) => bits | governed.bitsAt(position), 0)),
    deniesBetween: (from, to) =>
      placed.some(
        ({ cue, from: first, to: end }) =>
          cue.category === 'negated' && cue.direction === 'backward' && from < first && end <= to,
      ),
    isOneItem,
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
