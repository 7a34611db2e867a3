import { type Stretch, type Token } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { type Mention } from '../resolve/mention';
import { type Cue, isOfOthers } from './cue';
import { LONGEST, LONGEST_ITEM, endsItem, isGlued, isListed, startBehind } from './items';
import { type Starts } from './enders';
import { type Placed } from './placed-cue';
import {
  isAlternative,
  isClauseEnd,
  isHaving,
  isItemDivider,
  isOfAny,
  isSubjectOrVerb,
  isTurn,
  opensStatement,
} from './statements';

/** "Nor was she in pain": words beside a denial that would end it elsewhere. */
const AUXILIARIES = 2;

/** "Denies [ever] having", 否认[患儿]有: so many tokens stand between a denial and the "has" that belongs to it. */
const BEFORE_HAVING = 3;
/** And so many between somebody and what he is said to have: a time. */
const BEFORE_HAVING_OF_OTHERS = 4;

/** What may end a forward cue. */
export interface Stops extends Starts {
  /** Where cues stand that end it. */
  readonly at: ReadonlySet<number>;
  /** Whether each item of the list that a denial stands in has its own: "no cough, *no* fever, a rash". */
  isRepeated(denial: Placed): boolean;
}

/** The end of what a forward cue governs. */
export function forwardEnd(
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
        (statements.has(at) && isHaving(token) && isOfCue(tokens, cue, { from: start, to: at }, concepts)) ||
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

/** "Denies ever *having* a fit", 其母近日*有*咳嗽: whether nothing that could be had stands between a denial, or somebody else, and a "has". */
function isOfCue(
  tokens: readonly Token[],
  cue: Cue,
  { from, to }: Stretch,
  concepts: readonly Stretch[],
): boolean {
  const isDenial = cue.category === 'negated';
  const before = to > from ? tokens[to - 1] : undefined;
  if (isDenial && before !== undefined && isAlternative(before)) return true;
  if (!isDenial && !isOfOthers(cue)) return false;
  const longest = isDenial ? BEFORE_HAVING : BEFORE_HAVING_OF_OTHERS;
  if (to - from > longest || tokens.slice(from, to).some(isItemDivider)) return false;
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

/** Where the item behind a divider ends for another statement: "denies pain and cough [on examination he has]". */
function nextStop(stops: ReadonlySet<number>, divider: number, to: number): number {
  for (let at = divider + 2; at <= Math.min(divider + LONGEST_ITEM, to); at += 1)
    if (stops.has(at)) return at;
  return to;
}

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
  const isToCome = category === 'conditional';
  if (isToCome && mark !== ',') return true;
  // "If drowsy, *has* a fit or vomits": a verb without a subject is one of several conditions.
  const behind = tokens[divider + 1];
  if (isToCome && behind !== undefined && isHaving(behind) && isAlternativeAhead(tokens, divider, to))
    return true;
  // "No jaundice or ascites was seen": what is denied with others has its verb behind the last of them.
  if (category === 'negated' && token !== undefined && isAlternative(token))
    return behind === undefined || !isSubjectOrVerb(behind);
  if (mark === '/' && (reach !== 'item' || isGlued(tokens, divider))) return true;
  // "Not pale, jaundiced, feverish": words by themselves are one list, whatever the cue.
  if (reach === 'item') return isBehindWord && isOneWord(tokens, divider, to);
  if (reach === 'clause') return !opensStatement(tokens, divider, to, isToCome);
  // 否认盗汗及体重减轻: a word joins two things, whatever they are
  if (mark === '、' || token?.kind === 'han') return true;
  // "no cough, persistent diarrhoea or rash": an item before an "or" begins as it likes
  if (category === 'negated' && mark === ',' && commas && isBeforeAlternative(tokens, divider, to))
    return true;
  if (opensStatement(tokens, divider, to, isToCome)) return false;
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

/**
 * Whether the item right before a denial has one as well ("*no cough, no* fever, a rash"), or is told without any
 * ("*cough, no* fever, sore throat"): then each thing says for itself whether it is so.
 */
export function isRepeatedDenial(
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
  const start = startBehind(end, 0, (at) => {
    const token = tokens[at];
    return token === undefined || isItemDivider(token) || isClauseEnd(token) || token.text === '.';
  });
  return isListed(tokens, mentionsAt, start, end, () => false);
}
