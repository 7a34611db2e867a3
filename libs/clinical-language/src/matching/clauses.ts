import { isTransparent, STOP_STEMS } from '../lexicon/function-words';
import { NO_TOKEN } from '../text/at-position';
import { type Token } from '../text/tokens';

/** Between the words of one concept these mean that it is not one. */
const BREAKING: ReadonlySet<string> = new Set(
  `no but without except denies denied negative however although with if ; : ( ) . which who normal she he before
  until above below beneath despite`.split(/\s+/),
);

/** Behind a comma these make a clause of their own: "to walk, her leg [became] painful". */
const VERBS_OF_STATE = /^(?:is|are|was|were|became|becomes|has|had|felt|feels|looks|looked|showed|shows)$/;
const MAX_SUBJECT = 4;

/** A comma behind which a subject with its verb follows, or "there is". */
function beginsClause(tokens: readonly Token[], comma: number): boolean {
  if (tokens[comma + 1]?.text === 'there') return true;
  if (!isTransparent(tokens[comma + 1] ?? NO_TOKEN)) return false;
  for (let position = comma + 2; position <= comma + 1 + MAX_SUBJECT; position += 1) {
    const token = tokens[position];
    if (token?.kind !== 'word') return false;
    if (VERBS_OF_STATE.test(token.text)) return true;
  }
  return false;
}

const MAX_REACH = 6;

/** "From the iliac fossa [to the navel]": between the parts of a concept, what it reaches to is its end and not its place. */
function reachesTo(tokens: readonly Token[], own: ReadonlySet<number>, position: number): boolean {
  if (tokens[position]?.text !== 'to') return false;
  for (let at = position - 1; at >= position - MAX_REACH; at -= 1)
    if (tokens[at]?.text === 'from') return !own.has(at);
  return false;
}

/** "Red eyes and [a] throat", "chest and face, and [now] the skin": what follows is another thing. */
function beginsAnother(tokens: readonly Token[], own: ReadonlySet<number>, position: number): boolean {
  if (tokens[position]?.text !== 'and') return false;
  const next = tokens[position + 1]?.text ?? '';
  if (next === 'now' || next === 'then' || next === 'later') return true;
  const before = tokens[position - 1] ?? NO_TOKEN;
  const isOther = before.kind === 'word' && !own.has(position - 1) && !STOP_STEMS.has(before.key);
  return (isOther || before.text === ',') && (next === 'a' || next === 'an');
}

/** Whether the words before and behind a position cannot be of one concept. */
export function partsConcepts(tokens: readonly Token[], own: ReadonlySet<number>, position: number): boolean {
  const { text } = tokens[position] ?? NO_TOKEN;
  if (BREAKING.has(text) || text.endsWith("n't")) return true;
  if (text === ',' && beginsClause(tokens, position)) return true;
  return reachesTo(tokens, own, position) || beginsAnother(tokens, own, position);
}

/** Said of what was named before: behind them a comma and a noun begin another item. */
const ADJECTIVES =
  /^(?:dry|thin|thick|irregular|regular|pale|weak|stiff|numb|cold|cool|warm|hot|red|dark|tender|sore|swollen|painful)$/;

/** What behind or before a noun tells how it is. */
const DESCRIBES =
  /^(?:dry|thin|thick|irregular|regular|pale|weak|stiff|numb|cold|cool|warm|hot|red|dark|tender|sore|swollen|painful|bad|yellow|green|white|black|blue|soft|hard|normal|clear|fine|ok|okay|good|well|flat|low|high|raised|reduced|poor|loose|heavy|tight|distended|bloody|smelly|blurred|slurred|itchy|enlarged|unremarkable|intact|nad|slow|fast|rapid)$/;

/** Whether a word tells how a noun is. */
export const describes = (text: string): boolean => DESCRIBES.test(text);

const isContent = (token: Token): boolean =>
  token.kind === 'word' && !STOP_STEMS.has(token.key) && !isTransparent(token);

/**
 * "Breathing and [bad] chest", "[yellow] discharge, skin normal", "[swollen] joints, belly soft": an adjective has its
 * own noun on its side of a comma, and the noun behind the comma its own adjective.
 */
export function isOfOtherItem(tokens: readonly Token[], used: readonly number[]): boolean {
  const own = new Set(used);
  const textAt = (at: number): string => tokens[at]?.text ?? '';
  return used.some((second, index) => {
    const first = used[index - 1];
    if (first === undefined) return false;
    let joint = second - 1;
    while (joint > first && !/^(?:,|and|\+|&)$/.test(textAt(joint))) joint -= 1;
    if (joint === first) return false;
    const behind = tokens[second + 1] ?? NO_TOKEN;
    const isBound = DESCRIBES.test(textAt(second)) && !own.has(second + 1) && isContent(behind);
    if (isBound && !DESCRIBES.test(behind.text)) return true;
    if (textAt(joint) !== ',' || !DESCRIBES.test(textAt(first))) return false;
    const hasNoun = tokens.slice(first + 1, joint).some(isContent);
    const isTold = DESCRIBES.test(behind.text) && !own.has(second + 1);
    const isTitled = second > joint + 1 && DESCRIBES.test(textAt(second - 1)) && !own.has(second - 1);
    return hasNoun && (isTold || isTitled);
  });
}

/**
 * Two words that only "or" joins are two things: "blood or clots". So are an adjective and the noun behind its comma:
 * "pulse irregular, pupils equal".
 */
export function areTwoItems(
  tokens: readonly Token[],
  [first = 0, second = 0, ...more]: readonly number[],
): boolean {
  if (more.length > 0 || second <= first + 1) return false;
  const between = tokens.slice(first + 1, second).filter((token) => !isTransparent(token));
  const [joining] = between;
  if (between.length !== 1 || joining === undefined) return false;
  const isAdjective = (at: number): boolean => ADJECTIVES.test(tokens[at]?.text ?? '');
  if (joining.text === 'or') return !isAdjective(first) && !isAdjective(second);
  return joining.text === ',' && isAdjective(first) && !isAdjective(second);
}
