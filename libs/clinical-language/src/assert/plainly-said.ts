import { type Stretch, type Token } from '../model/token';
import { type Mention } from '../resolve/mention';
import { isMereStatement } from './enders';
import { endsItem, isListed } from './items';
import { type Placed } from './placed-cue';
import { isItemDivider } from './statements';

/**
 * "No cough, *wheeze* or sputum": whether words stand right behind a denial, or are an item of a list of which nothing but
 * concepts stands behind one. Behind a comma another statement may begin, so that such a list must go on.
 */
export function isDeniedItem(
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
export function isStated(
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
