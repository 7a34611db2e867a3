import fc from 'fast-check';
import { mostInASecond, readFrames, secondsApart, type Seen } from './frames';

const ROUND = '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10';
const frame = (answered: number): string => {
  const round = {
    id: ROUND,
    stageNo: 1,
    position: 1,
    task: { task: 'differential' },
    attempt: 1,
    state: 'open',
    closesAt: null,
    scored: false,
  };
  return `id: ${String(answered)}\nevent: room\ndata: ${JSON.stringify({ answered: { count: answered, of: 9 }, round })}\n\n`;
};

const tally = (answered: number): string =>
  `id: 9\nevent: tally\ndata: ${JSON.stringify({ roundId: ROUND, attempt: 1, answered, of: 9 })}\n\n`;

const streamOf = (parts: readonly Uint8Array[], broken = false): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      if (broken) controller.error(new Error('gone'));
      else controller.close();
    },
  });

describe('frames of a stream', () => {
  it('are read however the bytes are cut', async () => {
    const bytes = new TextEncoder().encode(
      `: hello\n\n${frame(1)}: still here\n\n${tally(2)}event: ended\ndata: {}\n\n`,
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async (size) => {
        const parts: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
        const seen: Seen[] = [];
        let clock = 0;
        const frames = await readFrames(
          streamOf(parts),
          () => (clock += 1),
          (one) => seen.push(one),
        );
        expect(frames).toMatchObject({ at: [1, 2], ended: true });
        expect(seen).toEqual([
          { at: 1, seq: 1, answered: 1, roundId: ROUND },
          { at: 2, seq: 9, answered: 2, roundId: ROUND },
        ]);
      }),
    );
  });

  it('count as far as they came, where the stream breaks off', async () => {
    const frames = await readFrames(streamOf([new TextEncoder().encode(frame(1))], true), () => 0);
    expect(frames.at.length).toBeLessThanOrEqual(1);
  });

  it('are counted in the fullest second, wherever it begins, with a little for the way', () => {
    expect(mostInASecond([])).toBe(0);
    expect(mostInASecond([0, 1000, 2000])).toBe(1);
    expect(mostInASecond([0, 800, 1100, 1500, 1699, 5000])).toBe(4);
  });

  it('tell how far one reader was behind another, by the states that both came to', () => {
    const seen = (...frames: [at: number, seq: number][]): Seen[] =>
      frames.map(([at, seq]) => ({ at, seq, answered: 0, roundId: null }));
    const one = seen([0, 1], [1000, 2], [2000, 3]);
    expect(secondsApart(one, seen([100, 1], [1400, 2], [2100, 3]))).toBe(0.4);
    expect(secondsApart(seen([100, 1], [1400, 2], [2100, 3]), one)).toBe(0.4);
    // a state that was passed over was seen with the next one; what was before somebody came cannot be missed
    expect(secondsApart(one, seen([1500, 2], [2250, 3]))).toBe(0.25);
    expect(secondsApart(one, seen([0, 1]))).toBeNull();
    expect(secondsApart(one, [])).toBeNull();
  });
});
