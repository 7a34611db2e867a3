import type { PhoneState } from './phone-state';

/** Whether the frame tells of another pen of one's team than is known here. */
export function hasOtherPen({ frame, mine }: Pick<PhoneState, 'frame' | 'mine'>): boolean {
  const pens = frame?.teams?.pens;
  const team = mine?.team ?? null;
  if (pens === undefined || mine === null) return false;
  return team === null || (pens[team.no - 1] ?? null) !== team.pen;
}

/** Whether this phone writes the answer to the round: everybody's own, or for the team where it holds the pen. */
export function isWriter({ frame, mine, memory }: Pick<PhoneState, 'frame' | 'memory' | 'mine'>): boolean {
  if (frame?.round?.answerBy !== 'team') return true;
  const pen = mine?.team?.pen ?? null;
  return pen !== null && pen === memory.seat?.number;
}
