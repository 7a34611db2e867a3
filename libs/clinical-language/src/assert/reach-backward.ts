import { senseKey } from '../model/sense';
import { type Stretch, type Token } from '../model/token';
import { type Mention } from '../resolve/mention';
import { BEFORE_ANSWER } from '../segment/sentences';
import { type Cue, type CueCategory } from './cue';
import { endsItem, isAsked, isJoined, isListed, isSpaced, startBehind } from './items';
import { type Placed, cues } from './placed-cue';
import {
  isAlternative,
  isAnaphor,
  isAnaphorOfAll,
  isClauseEnd,
  isDenying,
  isEcho,
  isItemDivider,
  isOfSeveral,
  isSubjectOrVerb,
  isTurn,
  mayStandBesideAnaphor,
  opensStatement,
} from './statements';

/** What the answer to something says: "fever: *none*". */
export const ANSWERS: ReadonlySet<CueCategory> = new Set(['negated', 'affirmed', 'possible']);

/** What a backward cue governs. */
export function backwardScope(
  tokens: readonly Token[],
  placed: Placed,
  sentence: Stretch,
  stops: ReadonlySet<number>,
): Stretch {
  const end = backwardEnd(tokens, placed, sentence);
  const subject = subjectEnd(tokens, placed, end, sentence);
  const isQuestion = end < placed.from && tokens[end]?.text === '?';
  const from = isQuestion
    ? questionStart(tokens, placed.cue, end, sentence.from, stops)
    : backwardStart(tokens, placed.cue, subject, sentence.from, stops);
  return { from, to: isOfThen(placed.cue) ? placed.to : end };
}

/** Where the clause begins that goes up to `end`, or what else ends before it. */
export const clauseStart = (
  tokens: readonly Token[],
  end: number,
  first: number,
  endsElse: (token: Token) => boolean = () => false,
): number =>
  startBehind(end, first, (at) => {
    const token = tokens[at];
    return token === undefined || isClauseEnd(token) || endsElse(token);
  });

/**
 * "Fever, cough and rash *were absent*", "fever and cough *both settled*": a verb of several things is one of all of which the clause before it is a
 * list; in "he has a fever and crackles were absent" it is none. What is over without a verb is so as well: "fever and cough *now resolved*".
 */
export function withSubjects(
  tokens: readonly Token[],
  { cue, from }: Placed,
  scope: Stretch,
  first: number,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch {
  const isOver = cue.over === true;
  if (cue.direction !== 'backward' || !(cue.category === 'negated' || isOver)) return scope;
  const isOfSome = [tokens[from - 1], tokens[from]].some(
    (token) => token !== undefined && isOfSeveral(token),
  );
  const joining = tokens[scope.from - 1];
  const isJoinedByWord = joining !== undefined && joining.text !== ',' && isItemDivider(joining);
  if (!isOfSome && !(isOver && isJoinedByWord)) return scope;
  const start = clauseStart(tokens, scope.from, first);
  return isListed(tokens, mentionsAt, start, scope.from, isOfSeveral) ? { from: start, to: scope.to } : scope;
}

/**
 * The first of the words right before a position that only take up what was told: "[it has since] cleared". Behind a comma what is over needs no
 * pronoun: 头痛，[今天]没有了.
 */
function anaphorStart(tokens: readonly Token[], end: number, from: number, isOver: boolean): number {
  let start = end;
  let isTakenUp = false;
  for (let at = end - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (isOver && token?.text === ',') return at + 1;
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
  { from, to: last }: Stretch,
): number {
  const isOver = cue.category === 'historical' && !comesBack(tokens, to, to + RETURNS_WITHIN);
  const isDenial =
    cue.category === 'negated' &&
    cue.closes === true &&
    endsItem(tokens, to, last) &&
    tokens.slice(end, to).some(isDenying);
  const takesUp = isAnswer || isDenial || isOver || cue.category === 'possible';
  if (cue.direction !== 'backward' || !takesUp) return end;
  let at = anaphorStart(tokens, end, from, isOver);
  const isTakenUp = at < end;
  const turn = tokens[at - 1];
  if (isTakenUp && at > from && turn !== undefined && isTurn(turn)) at -= 1;
  const mark = at > from ? tokens[at - 1]?.text : undefined;
  if (mark === ',' || (mark === ';' && isOver)) return at - 1;
  return isTakenUp && at > from ? at : end;
}

const isBesideAnaphor = (token: Token): boolean => token.kind === 'number' || mayStandBesideAnaphor(token);

/**
 * "She had a rash on the arms. *It cleared* within a day.": what the next sentence says of what this one told, with no more
 * of it than a pronoun. What came back is not over.
 */
export function takenUp(
  tokens: readonly Token[],
  { to: end }: Stretch,
  next: Stretch | undefined,
): Cue | undefined {
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

/** Between what is named and its denial in the same word stand so many words. */
const LONGEST_ECHO = 3;

/** 吐[倒没有]吐: what a denial repeats behind it is denied before it as well. */
export function echoed(
  tokens: readonly Token[],
  { cue, from, to }: Placed,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch | undefined {
  const isEchoAt = (at: number): boolean => tokens[at] !== undefined && isEcho(tokens[at]);
  if (cue.category !== 'negated' || cue.direction !== 'forward') return undefined;
  if (!isEchoAt(from) && !isEchoAt(from - 1)) return undefined;
  const behind = mentionsAt.get(to)?.filter((mention) => mention.from === to) ?? [];
  const known = new Set(behind.flatMap(({ senses }) => senses.map(senseKey)));
  const isSame = ({ senses }: Mention): boolean => senses.some((sense) => known.has(senseKey(sense)));
  let isAside = isEchoAt(from);
  for (let end = from; end > from - LONGEST_ECHO; end -= 1) {
    const before = mentionsAt.get(end - 1)?.find((mention) => mention.to === end && isSame(mention));
    if (before !== undefined && isAside) return before;
    if (!isEchoAt(end - 1)) return undefined;
    isAside = true;
  }
  return undefined;
}

/** Where what a backward cue governs ends: an answer stands behind a mark, "weight loss? *No*", "rash: *gone*". */
function backwardEnd(tokens: readonly Token[], { cue, from, to }: Placed, sentence: Stretch): number {
  const isAnswer = endsItem(tokens, to, sentence.to) || isAsked(tokens, from);
  if (!(ANSWERS.has(cue.category) || cue.over === true) || !isAnswer) return from;
  let end = from;
  while (end > sentence.from) {
    const speaker = speakerStart(tokens, end);
    if (speaker === undefined && !isAsked(tokens, end)) break;
    end = speaker ?? end - 1;
  }
  return end;
}

/** Behind who answers: "Pt:", "A.". */
const ENDS_SPEAKER: ReadonlySet<string> = new Set([':', '.']);

/** "Any fever? *Pt*: no", 头痛吗？*患者*：没有: where it begins who answers, between the mark of a question and what ends the name. */
function speakerStart(tokens: readonly Token[], at: number): number | undefined {
  if (!ENDS_SPEAKER.has(tokens[at]?.text ?? '')) return undefined;
  let first = at;
  while (BEFORE_ANSWER.has(tokens[first - 1]?.text ?? '')) first -= 1;
  return first < at && tokens[first - 1]?.text === '?' ? first : undefined;
}

/** "Pregnant, or could you be? *No*": an answer is one to all that is asked before `end`. */
const questionStart = (
  tokens: readonly Token[],
  { reach }: Cue,
  end: number,
  from: number,
  stops: ReadonlySet<number>,
): number =>
  startBehind(end, from, (at) => {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || isClauseEnd(token) || stops.has(at)) return true;
    const isAlternativeNext = next !== undefined && isAlternative(next);
    return token.text === ',' && reach !== 'list' && !isAlternativeNext;
  });

/** Marks between the items of a list before its "or". */
const LISTS: ReadonlySet<string> = new Set([',', '、']);

/** "*He has a cough*, rash or oedema is absent": whether what stands before a divider is a statement of its own. */
function isBehindStatement(tokens: readonly Token[], divider: number, from: number): boolean {
  const start = clauseStart(tokens, divider, from, isItemDivider);
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

/** "In her last *pregnancy*": what tells the time is as past as what it tells the time of. */
const isOfThen = ({ category }: Cue): boolean => category === 'historical';
