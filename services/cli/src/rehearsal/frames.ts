import { RoomState } from '@openrounds/contracts';
import { z } from 'zod';

/** What arrived on one open stream. */
export interface Frames {
  /** When each event arrived, in milliseconds of the rehearsal's clock. */
  readonly at: readonly number[];
  /** The longest frame, in bytes as sent. */
  readonly longest: number;
}

/** A frame as it was read: how many have answered so far, and in which round. */
export interface Seen {
  readonly at: number;
  readonly answered: number;
  readonly roundId: string | null;
}

/**
 * Reads the events of a stream until it ends or is given up (WHATWG HTML, section 9.2; data on one line, as the product
 * sends it).
 *
 * @param onFrame called for each state or tally of the room
 */
export async function readFrames(
  stream: ReadableStream<Uint8Array>,
  now: () => number,
  onFrame: (seen: Seen) => void = () => undefined,
): Promise<Frames> {
  const at: number[] = [];
  let longest = 0;
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const bytes of stream) {
      const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        const seen = data === undefined ? undefined : seenIn(data);
        if (seen === undefined) continue;
        const arrived = now();
        at.push(arrived);
        longest = Math.max(longest, Buffer.byteLength(event));
        onFrame({ at: arrived, ...seen });
      }
    }
  } catch {
    // given up by whoever listens, or broken off: what came until then counts
  }
  return { at, longest };
}

const Answered = z.union([
  RoomState.pick({ answered: true, round: true }).transform(({ answered, round }) => ({
    answered: answered.count,
    roundId: round?.id ?? null,
  })),
  z.object({ roundId: z.string(), answered: z.number() }),
]);

/** Of a whole state, or of a tally alone. */
const seenIn = (data: string): Omit<Seen, 'at'> | undefined => Answered.safeParse(JSON.parse(data)).data;

/** What is sent a second apart may arrive so much closer. */
const JITTER_MS = 100;

/** The most frames within any second. */
export function mostInASecond(at: readonly number[]): number {
  let most = 0;
  let from = 0;
  at.forEach((time, index) => {
    while (time - (at[from] ?? time) >= 1000 - JITTER_MS) from += 1;
    most = Math.max(most, index - from + 1);
  });
  return most;
}
