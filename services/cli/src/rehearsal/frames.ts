import { RoomState } from '@openrounds/contracts';
import { z } from 'zod';

/** What arrived on one open stream. */
export interface Frames {
  /** When each event arrived, in milliseconds of the rehearsal's clock. */
  readonly at: readonly number[];
  /** The longest frame, in bytes as sent. */
  readonly longest: number;
  /** Whether the room said that it has ended. */
  readonly ended: boolean;
}

/** A frame as it was read: how many have answered so far, and in which round. */
export interface Seen {
  readonly at: number;
  /** The room's count of its changes. */
  readonly seq: number;
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
  let ended = false;
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const bytes of stream) {
      const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        ended ||= /^event: ended$/m.test(event);
        const seen = seenIn(event);
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
  return { at, longest, ended };
}

const Answered = z.union([
  RoomState.pick({ answered: true, round: true }).transform(({ answered, round }) => ({
    answered: answered.count,
    roundId: round?.id ?? null,
  })),
  z.object({ roundId: z.string(), answered: z.number() }),
]);

/** Of a whole state, or of a tally alone. */
function seenIn(event: string): Omit<Seen, 'at'> | undefined {
  const data = /^data: (.*)$/m.exec(event)?.[1];
  const told = data === undefined ? undefined : Answered.safeParse(JSON.parse(data)).data;
  return told && { ...told, seq: Number(/^id: (\d+)$/m.exec(event)?.[1] ?? 0) };
}

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

/**
 * How far one reader of a room was behind another at the most, in seconds: the longest time from a state on one stream to
 * that state, or a newer one, on the other. Null where either saw nothing, or one never caught up.
 */
export function secondsApart(one: readonly Seen[], other: readonly Seen[]): number | null {
  if (one.length === 0 || other.length === 0) return null;
  const behind = Math.max(mostBehind(one, other), mostBehind(other, one));
  return Number.isFinite(behind) ? behind / 1000 : null;
}

/** A reader who came later cannot have seen what was before. */
function mostBehind(leader: readonly Seen[], follower: readonly Seen[]): number {
  const since = follower[0]?.at ?? 0;
  return leader.reduce((most, { at, seq }) => {
    if (at < since) return most;
    const caughtUp = follower.find((frame) => frame.seq >= seq);
    return Math.max(most, (caughtUp?.at ?? Infinity) - at);
  }, 0);
}
