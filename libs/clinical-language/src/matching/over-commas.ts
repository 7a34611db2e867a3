import { isTransparent, STOP_STEMS } from '../lexicon/function-words';
import { NO_TOKEN } from '../text/at-position';
import { type Token } from '../text/tokens';
import { describes } from './clauses';

/** A segment with one of these tells something by itself: "bone, *came* up last week, aches". */
const TELLS =
  /^(?:is|are|was|were|came|comes|come|went|goes|gone|does|did|do|has|had|have|gets|got|started|began|feels|felt|looks|looked)$/;
const COPULA = /^(?:is|are|was|were|looks|looked|feels|felt|seems)$/;
/** What counts or weighs the word behind it: "*hardly any* mist", "*a lot of* wind". */
const MEASURES = /^(?:hardly|barely|scarcely|lot|lots|plenty|bit|little|few|much|many|no|less|more)$/;
const BETWEEN_MEASURE = /^(?:any|a|an|of|the|some)$/;
const RELATES = /^(?:of|in|on|at|over|around|from|to|along|under|behind|near|across)$/;

const isContent = (token: Token): boolean =>
  token.kind === 'word' && !STOP_STEMS.has(token.key) && !isTransparent(token);

const commasBetween = (tokens: readonly Token[], from: number, to: number): number[] => {
  const commas: number[] = [];
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.text === ',') commas.push(at);
  return commas;
};

/** "Clumsy, *walking* is fine": the word behind the comma has a verb and a predicate of its own. */
function hasOwnPredicate(tokens: readonly Token[], own: ReadonlySet<number>, second: number): boolean {
  return (
    COPULA.test(tokens[second + 1]?.text ?? '') && !own.has(second + 2) && tokens[second + 2]?.kind === 'word'
  );
}

/** "Open mouth, *hardly any* mist": the word behind the comma belongs to what it measures. */
function measuresAnother(tokens: readonly Token[], own: ReadonlySet<number>, second: number): boolean {
  if (!MEASURES.test(tokens[second]?.text ?? '')) return false;
  let at = second + 1;
  while (BETWEEN_MEASURE.test(tokens[at]?.text ?? '')) at += 1;
  return !own.has(at) && isContent(tokens[at] ?? NO_TOKEN);
}

/** "Belly, *clear* fluid": behind a comma a noun with an adjective of its own is another thing. */
function isOtherNoun(
  tokens: readonly Token[],
  own: ReadonlySet<number>,
  first: number,
  comma: number,
  second: number,
): boolean {
  const before = second - 1;
  if (before <= comma || own.has(before) || !describes(tokens[before]?.text ?? '')) return false;
  if (describes(tokens[first]?.text ?? '') || describes(tokens[second]?.text ?? '')) return false;
  return !tokens.slice(comma + 1, second).some(({ text }) => RELATES.test(text));
}

/** "*Tight* fingers, abdomen drum-like": an adjective with its noun, and behind the comma more than one word. */
function isOtherPair(
  tokens: readonly Token[],
  own: ReadonlySet<number>,
  first: number,
  comma: number,
  used: readonly number[],
): boolean {
  const next = tokens[first + 1] ?? NO_TOKEN;
  if (!describes(tokens[first]?.text ?? '') || own.has(first + 1) || !isContent(next)) return false;
  return !describes(next.text) && used.filter((position) => position > comma).length >= 2;
}

/** Whether a comma between the words of a concept parts two things rather than the items of a list. */
export function isJoinedOverCommas(tokens: readonly Token[], used: readonly number[]): boolean {
  const own = new Set(used);
  return used.some((second, index) => {
    const first = used[index - 1];
    if (first === undefined) return false;
    const commas = commasBetween(tokens, first, second);
    const [comma] = commas;
    if (comma === undefined) return false;
    const tellsBetween = commas
      .slice(1)
      .some((end, segment) =>
        tokens.slice((commas[segment] ?? end) + 1, end).some(({ text }) => TELLS.test(text)),
      );
    const last = commas[commas.length - 1] ?? comma;
    return (
      tellsBetween ||
      hasOwnPredicate(tokens, own, second) ||
      measuresAnother(tokens, own, second) ||
      isOtherNoun(tokens, own, first, last, second) ||
      isOtherPair(tokens, own, first, comma, used)
    );
  });
}
