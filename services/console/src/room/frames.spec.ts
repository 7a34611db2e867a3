import { frameMark, newestFrame, withTally } from './frames';
import type { RoomState } from './types';

const ROUND = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const FRAME: RoomState = {
  code: '482713',
  roomId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a11',
  seq: 7,
  state: 'running',
  language: 'en',
  entry: 'open',
  serverNow: '2026-11-20T09:00:00.000Z',
  participants: 3,
  stage: { no: 1, of: 4, kind: 'history', title: null },
  round: {
    id: ROUND,
    stageNo: 1,
    position: 1,
    task: { task: 'differential' },
    attempt: 1,
    state: 'open',
    closesAt: null,
    scored: true,
  },
  answered: { count: 0, of: 3 },
  layers: [],
  result: null,
};

describe('frames', () => {
  it('never go back', () => {
    const older = { ...FRAME, seq: 6 };
    expect(newestFrame(FRAME, older)).toBe(FRAME);
    expect(newestFrame(older, FRAME)).toBe(FRAME);
    expect(newestFrame(null, older)).toBe(older);
  });

  it('of another room replace what was shown', () => {
    const other = { ...FRAME, roomId: ROUND, seq: 1 };
    expect(newestFrame(FRAME, other)).toBe(other);
  });

  it('take the count of their own round and attempt only', () => {
    const tally = { roundId: ROUND, attempt: 1, answered: 2, of: 3 };
    expect(withTally(FRAME, tally).answered).toEqual({ count: 2, of: 3 });
    expect(withTally(FRAME, { ...tally, attempt: 2 })).toBe(FRAME);
    expect(withTally(FRAME, { ...tally, roundId: FRAME.roomId })).toBe(FRAME);
  });

  it('are marked by what matters to oneself, not by who else has answered', () => {
    const mark = frameMark(FRAME);
    expect(frameMark({ ...FRAME, seq: 8, participants: 4, answered: { count: 1, of: 4 } })).toBe(mark);
    expect(frameMark({ ...FRAME, layers: ['diagnosis'] })).not.toBe(mark);
    expect(frameMark({ ...FRAME, feedback: { seq: 8 } })).not.toBe(mark);
    expect(frameMark({ ...FRAME, round: { ...(FRAME.round ?? never()), attempt: 2 } })).not.toBe(mark);
  });
});

function never(): never {
  throw new Error('the frame has a round');
}
