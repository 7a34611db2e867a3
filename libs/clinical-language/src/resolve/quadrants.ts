import { type Token } from '../model/token';
import { stem } from '../normalise/stem';

const HEIGHTS: ReadonlySet<string> = new Set(['upper', 'lower']);
const SIDES: ReadonlySet<string> = new Set(['left', 'right']);
const BELLY = stem('abdomen');

/** Whether the side at a position makes a quadrant: "upper [right] abdomen". */
function makesQuadrant(tokens: readonly Token[], position: number): boolean {
  if (!SIDES.has(tokens[position]?.text ?? '')) return false;
  const isHeight = (at: number): boolean => HEIGHTS.has(tokens[at]?.text ?? '');
  if (isHeight(position - 1)) return tokens[position + 1]?.key === BELLY;
  return isHeight(position + 1) && tokens[position + 2]?.key === BELLY;
}

/** A concept of the upper or lower abdomen is not told by words of one of its quadrants: that is another place. */
export function isOtherQuadrant(tokens: readonly Token[], used: readonly number[]): boolean {
  if (!used.some((position) => HEIGHTS.has(tokens[position]?.text ?? ''))) return false;
  const from = (used[0] ?? 0) - 1;
  const to = (used[used.length - 1] ?? 0) + 1;
  for (let position = from; position <= to; position += 1)
    if (!used.includes(position) && makesQuadrant(tokens, position)) return true;
  return false;
}
