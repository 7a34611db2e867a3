import { type Stretch, type Token } from '../model/token';
import { positionsBetween } from '../normalise/at-position';
import { type Mention } from '../resolve/mention';
import { isListed } from './items';
import { type Placed, cues } from './placed-cue';
import { ANSWERS, clauseStart } from './reach-backward';
import { asks, asksForFact, isAlternative, isItemDivider, isSubjectOrVerb } from './statements';

/** A question of so many items is a list without an "or". */
const LEAST_COMMAS = 2;

/** How a list is joined that one answer stands behind. */
type Joined = 'by-strokes' | 'by-words' | 'by-commas';

function joinedBefore(tokens: readonly Token[], { from, to }: Stretch, behind: number): Joined | undefined {
  const [joining, mark] = [tokens[from - 1], tokens[to]];
  if (joining === undefined || mark === undefined) return undefined;
  // "vomiting / cough nil / headache +": strokes part what is said
  if (joining.text === '/' && tokens[behind]?.text === '/') return undefined;
  if (joining.text === ',') return mark.text === '?' ? 'by-commas' : undefined;
  if (mark.text === '?' || !isItemDivider(joining)) return undefined;
  if (joining.text === '/') return 'by-strokes';
  return mark.kind === 'mark' && asks(mark) ? 'by-words' : undefined;
}

/** Whether a part of a list has an answer of its own: "falls P / sores N". */
const isAnsweredWithin = (tokens: readonly Token[], { from, to }: Stretch): boolean =>
  positionsBetween(from, to).some((at) =>
    cues()
      .at(tokens, at, to)
      ?.cues.some(({ category }) => ANSWERS.has(category)),
  );

/**
 * "Any *cough, wheeze* or rash? No", "*fits / faints* / funny turns: no", "*cough and* wheeze: no": the answer to a list is one to all of it; in "he has a
 * cough, any rash? No" it is not. What strokes join is one item, whether its parts are known or not.
 */
export function withListAnswered(
  tokens: readonly Token[],
  { cue, to: behind }: Placed,
  scope: Stretch,
  first: number,
  mentionsAt: ReadonlyMap<number, readonly Mention[]>,
): Stretch {
  if (cue.direction !== 'backward' || !ANSWERS.has(cue.category)) return scope;
  const joined = joinedBefore(tokens, scope, behind);
  if (joined === undefined) return scope;
  const start = clauseStart(tokens, scope.from, first, ({ text }) => text === '?');
  const from = positionsBetween(start, scope.to).find((at) => mentionsAt.has(at)) ?? scope.from;
  const isOpen = !tokens.slice(start, from).some(isSubjectOrVerb) || asksForFact(tokens, start, scope.to);
  const row = tokens.slice(from, scope.to);
  const isList =
    joined === 'by-commas'
      ? row.some(isAlternative) || row.filter(({ text }) => text === ',').length >= LEAST_COMMAS
      : !isAnsweredWithin(tokens, { from, to: scope.from });
  const isElse = (token: Token): boolean =>
    isAlternative(token) || (joined === 'by-strokes' && token.kind === 'word');
  return isOpen && isList && isListed(tokens, mentionsAt, from, scope.to, isElse)
    ? { from, to: scope.to }
    : scope;
}
