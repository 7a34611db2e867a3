import { type Stretch, type Token } from '../model/token';
import { positionsBetween, textAt } from '../normalise/at-position';
import { gather } from '../normalise/lists-by-key';
import { grammar } from '../recognise/grammar';
import { wordsOfHan } from '../recognise/han-words';
import { type Person } from '../recognise/people';
import { type Mention } from '../resolve/mention';
import { type Cue, isOfOthers } from './cue';
import { type CueLexicon } from './cue-lexicon';
import { endsScopeOf } from './enders';
import { endsItem, isGluedMark, isSpaced } from './items';
import { type Placed, cues } from './placed-cue';
import { ANSWERS } from './reach-backward';
import {
  asksWhether,
  isBox,
  isClauseEnd,
  isDenying,
  isItemDivider,
  isQuestion,
  leadsTo,
  ownsWhatIsBefore,
} from './statements';

/** What of a cue counts: its denial ("no" of "has no", 未 of 未见明显), or what says more than "is" ("absent" of "are absent"). */
function saidBy({ from, to }: Stretch, tokens: readonly Token[]): number[] {
  const { copulas } = grammar();
  const positions = positionsBetween(from, to);
  const denials = positions.filter((at) => isDenying(tokens[at]));
  return denials.length > 0 ? denials : positions.filter((at) => !copulas.has(textAt(tokens, at)));
}

/** Whether words are among others, and there are any. */
const areAmong = (words: readonly number[], others: readonly number[]): boolean =>
  words.length > 0 && words.every((at) => others.includes(at));

/** Whether what counts of a cue is a part of the words of a longer concept, whatever the cue says: "knee jerks [are absent]" of lost reflexes. */
const holds = (mention: Mention, said: readonly number[]): boolean =>
  isOneConcept(mention) && mention.used.length > said.length && areAmong(said, mention.used);

/** Whether it is a part of what is put together from words that stand apart. */
const owns = ({ own = [] }: Mention, said: readonly number[]): boolean => areAmong(said, own);

const saysNormal = ({ senses }: Mention): boolean =>
  senses.every(({ kind }) => kind === 'state' || kind === 'panel');

/** Whether its words are one wording, of which a cue can be a part whatever it says. */
export const isOneConcept = (mention: Mention): boolean => mention.form === 'phrase' || saysNormal(mention);

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

/** Whether a cue ends denials and nothing else: "2+", 阳性. */
const isResult = ({ category, of }: Cue): boolean =>
  category === 'ends' && of?.size === 1 && of.has('negated');

/**
 * "Liver palpable below the margin": what opens a statement does so as the first words of a concept as well; a result is one as the last
 * words, "protein 2+ (negative)".
 */
const before = (stretch: Stretch, cues: readonly Cue[], around: Mention): Placed[] =>
  cues
    .filter((cue) =>
      stretch.from === around.from ? cue.category === 'ends' : stretch.to === around.to && isResult(cue),
    )
    .map((cue) => ({ ...stretch, cue }));

const NEGATOR = /^[无未没不否非]$/;

/**
 * A cue that begins inside a longer word (有无 in 还有无), or of one sign inside one (发 in 发热, the mark of "flat-topped"), is none; a negator
 * always is.
 */
function isInsideWord(tokens: readonly Token[], { from, to }: Stretch, endOfWord = 0): boolean {
  const [token, next] = [tokens[from], tokens[to]];
  // "Vomited ×2" counts.
  if (token?.text === '×') return next?.kind === 'number' && next.start === token.end;
  if (to === from + 1 && isGluedMark(tokens, from)) return true;
  if (token?.kind !== 'han' || NEGATOR.test(token.text)) return false;
  return endOfWord === 0 || (to === from + 1 && endOfWord !== to);
}

const isLed = (tokens: readonly Token[], at: number, from: number): boolean => {
  const before = at > from ? tokens[at - 1] : undefined;
  return before !== undefined && leadsTo(before);
};

/** Whether nothing of the same item stands before a position. */
const beginsItem = (tokens: readonly Token[], at: number, from: number): boolean =>
  at === from || /^[,;:.。(|/]$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.kind === 'line-end';

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
    ?.cues.some(
      (next) => next.direction === 'forward' && next.then !== true && endsScopeOf(next, 'historical'),
    ) === true;

/** 小时候[经常]咳嗽: whether a past stands before a position, and nothing that is told between them. */
function isBehindPast(
  placed: readonly Placed[],
  at: number,
  mentionsIn: (part: Stretch) => readonly Mention[],
): boolean {
  const past = placed.findLast(({ cue }) => cue.category === 'historical' && cue.direction === 'forward');
  return past !== undefined && mentionsIn({ from: past.to, to: at }).length === 0;
}

/**
 * "Dry *skin:* no", ANCA*阳性：*无: behind a word of its own item, and before an answer that is all there is, what would open a part of a
 * record is asked.
 */
function isAskedOf(tokens: readonly Token[], from: number, to: number, sentence: Stretch): boolean {
  if (tokens[to - 1]?.text !== ':' || to - from < 2) return false;
  const before = from > sentence.from ? tokens[from - 1] : undefined;
  if (before === undefined || (before.kind === 'mark' && before.text !== ')')) return false;
  const answer = cues().at(tokens, to, sentence.to);
  const isAnswer = answer?.cues.some(({ category }) => ANSWERS.has(category)) === true;
  return isAnswer && endsItem(tokens, answer.to, sentence.to);
}

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
  words: ReadonlyMap<number, number>,
): ReturnType<CueLexicon['at']> {
  const match = cues().at(tokens, at, to);
  // "her sister had": what tells something anew only behind what is told leaves its words to a shorter cue
  if (match?.cues.some(({ anew }) => anew) === true && !mentionsAt.has(at - 1))
    return cueAt(tokens, at, match.to - 1, mentionsAt, words);
  if (match !== undefined && endsInsideWord(tokens, { from: at, to: match.to }, words))
    return cueAt(tokens, at, match.to - 1, mentionsAt, words);
  if (match?.cues.some(({ category }) => category === 'pseudo') !== true) return match;
  const begun = positionsBetween(at + 1, match.to).find((inside) =>
    mentionsAt
      .get(inside)
      ?.some((mention) => mention.from === inside && mention.to > match.to && isOneConcept(mention)),
  );
  return begun === undefined ? match : cues().at(tokens, at, begun);
}

/** 没再[发热], 没有[过敏]: whether a cue of several signs ends with the first of a longer word, which leaves it the others. */
const endsInsideWord = (
  tokens: readonly Token[],
  { from, to }: Stretch,
  words: ReadonlyMap<number, number>,
): boolean => {
  const last = tokens[to - 1];
  if (to === from + 1 || last?.kind !== 'han' || NEGATOR.test(last.text)) return false;
  return (words.get(to - 1) ?? to) > to;
};

const isDenialBehind = ({ category, direction }: Cue): boolean =>
  category === 'negated' && direction === 'backward';

/** "Pregnancy test *negative* twice": what denies behind a concept is none where it is the end of the concept. */
const isBegun = (at: number, mentionsAt: ReadonlyMap<number, readonly Mention[]>): boolean =>
  mentionsAt.get(at)?.some((mention) => isOneConcept(mention) && mention.from < at) === true;

/**
 * The cues of a sentence from left to right. One inside a longer concept is none; one that may stand on either side
 * of what it governs is told by whether the item ends behind it; a relative who only tells has nothing.
 */
export function placeCues(
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
  /** The first mention among whose words a cue stands that takes what counts of it. */
  const taking = (
    part: Stretch,
    takes: (mention: Mention, said: readonly number[]) => boolean,
  ): Mention | undefined => {
    const mentions = mentionsIn(part);
    if (mentions.length === 0) return undefined;
    const said = saidBy(part, tokens);
    return mentions.find((mention) => takes(mention, said));
  };
  const conceptAround = (part: Stretch): Mention | undefined => taking(part, holds);
  const isFree = (part: Stretch): boolean =>
    conceptAround(part) === undefined && !isInsideWord(tokens, part, words.get(part.from));
  for (let at = sentence.from; at < sentence.to;) {
    for (const { cue, gap, to } of cues().gapsAt(tokens, at, sentence.to)) {
      const isOpen = cue.closes === true && !endsItem(tokens, to, sentence.to);
      const areFree = isFree({ from: at, to: gap.from }) && isFree({ from: gap.to, to });
      if (areFree && !isOpen && mayHold(cue, gap, mentionsAt)) withGap.push({ from: at, to, cue, gap });
    }
    const match = cueAt(tokens, at, sentence.to, mentionsAt, words);
    if (asksWhether(tokens, at) && !isMereLikeness(match))
      placed.push({ from: at, to: at + 1, cue: WHETHER });
    if (match === undefined || isAskedOf(tokens, at, match.to, sentence)) {
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
    const owner = taking(stretch, owns);
    const governing = match.cues.filter(({ category }) => category !== 'ends');
    const isEitherWay = new Set(governing.map(({ direction }) => direction)).size > 1;
    const isYesOrNo =
      isEitherWay && governing.every(({ category }) => category === 'negated' || category === 'affirmed');
    const isPast = isEitherWay && governing.some(({ category }) => category === 'historical');
    const isOver =
      governing.every(({ category }) => category === 'historical') && governing.some(({ over }) => over);
    const isOfTime = isPast && governing.some(({ then }) => then);
    const isBackward =
      endsItem(tokens, match.to, sentence.to) ||
      (isYesOrNo && isTick(tokens, sentence.from, at, match.to)) ||
      (isPast && endsThere(tokens, match.to, sentence.to)) ||
      (isEitherWay && (isOver || isOfTime) && isTold(tokens, sentence.from, at, mentionsAt));
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
      if (cue.opens === true && isLed(tokens, at, sentence.from)) continue;
      if (cue.category === 'historical' && cue.then === true && endsThere(tokens, match.to, sentence.to))
        continue;
      if (cue.category === 'current' && cue.then === true && isBehindPast(placed, at, mentionsIn)) continue;
      if (cue.closes === true && !closesItem(tokens, stretch, sentence.to)) continue;
      if (cue.begins === true && !beginsItem(tokens, at, sentence.from)) continue;
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
