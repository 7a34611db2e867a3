import type { RoomState, TallyMessage } from './types';

/** Of two frames the newer: one that was asked for may arrive after one that was told. */
export function newestFrame<Frame extends Pick<RoomState, 'roomId' | 'seq'>>(
  known: Frame | null,
  arrived: Frame,
): Frame {
  return known !== null && known.roomId === arrived.roomId && known.seq > arrived.seq ? known : arrived;
}

/** The frame with a newer count; unchanged where the count is of another round or attempt. */
export function withTally<Frame extends RoomState>(frame: Frame, tally: TallyMessage): Frame {
  const { round } = frame;
  if (round?.id !== tally.roundId || round.attempt !== tally.attempt) return frame;
  return { ...frame, answered: { count: tally.answered, of: tally.of } };
}

/** What of a frame changes what is kept of oneself: which round there is, how far it has come, what is shown. */
export function frameMark({ state, stage, round, layers, withheld, feedback }: RoomState): string {
  const asked = round && [round.id, round.attempt, round.state, round.closesAt];
  return JSON.stringify([state, stage?.no, asked, layers, withheld, feedback?.seq]);
}
