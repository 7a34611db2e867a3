import fc from 'fast-check';
import { Lecture, START } from '../../test/rooms';
import { refuse } from './outcome';
import { type Arrival, isCounted, type Kept, type Receipt, receive } from './receive';
import { type Room } from './room';

const KEPT = { ok: true, status: 'kept', write: true };
const UNCHANGED = { ok: true, status: 'unchanged', write: false };
const late = (write: boolean): object => ({ ok: true, status: 'late', write });
const arrival = (change: Partial<Arrival> = {}): Arrival => ({
  roundId: 'r1',
  attempt: 1,
  revision: 1,
  number: 1,
  receivedAt: START,
  ...change,
});
const open = (): Lecture => new Lecture().does({ type: 'open', roundId: 'r1' });
const closed = (): Lecture => open().after(20).does({ type: 'close', roundId: 'r1' });
/** Seconds after the start. */
const at = (seconds: number): Partial<Arrival> => ({ receivedAt: START + seconds * 1000 });

describe('receive', () => {
  it('keeps what comes while the round is open, and until three seconds after it closed', () => {
    expect(receive(open().room, arrival(), null)).toEqual(KEPT);
    expect(receive(closed().room, arrival(at(22)), null)).toEqual(KEPT);
    expect(receive(closed().room, arrival(at(30)), null)).toEqual(late(true));
  });

  it('judges by the timer before anybody has closed the round', () => {
    expect(receive(open().room, arrival(at(63)), null)).toEqual(KEPT);
    expect(receive(open().room, arrival(at(63.001)), null)).toEqual(late(true));
  });

  it('counts the longer time of one number', () => {
    const { room } = open().does({ type: 'extend', roundId: 'r1', seconds: 30, number: 2 });
    expect(receive(room, arrival({ ...at(80), number: 2 }), null)).toEqual(KEPT);
    expect(receive(room, arrival(at(80)), null)).toEqual(late(true));
  });

  it('answers a repeat as before, whatever has happened since', () => {
    const kept = { revision: 1, late: false };
    expect(receive(open().room, arrival(), kept)).toEqual(UNCHANGED);
    expect(receive(closed().room, arrival(at(500)), kept)).toEqual(UNCHANGED);
    expect(receive(closed().does({ type: 'end' }).room, arrival(at(500)), kept)).toEqual(UNCHANGED);
  });

  it('lets no late answer replace one that came in time', () => {
    const newer = arrival({ ...at(60), revision: 2 });
    expect(receive(closed().room, newer, { revision: 1, late: false })).toEqual(late(false));
    expect(receive(closed().room, newer, { revision: 1, late: true })).toEqual(late(true));
  });

  it('takes nothing in time that comes after something was shown', () => {
    const { room } = closed().does({ type: 'reveal', roundId: 'r1', layers: ['class'] });
    expect(receive(room, arrival(at(21)), null)).toEqual(late(true));
  });

  it.each<[string, Lecture, Partial<Arrival>, Kept | null, ReturnType<typeof refuse>]>([
    ['the round is not open yet', new Lecture(), {}, null, refuse('round-not-open')],
    ['there is no such round', open(), { roundId: 'x' }, null, refuse('not-found', '/roundId')],
    [
      'the round was reset',
      open().does({ type: 'reset', roundId: 'r1' }),
      {},
      null,
      refuse('round-reset', '/attempt'),
    ],
    [
      'the round was reset and opened again',
      open().does({ type: 'reset', roundId: 'r1' }).does({ type: 'open', roundId: 'r1' }),
      {},
      null,
      refuse('round-reset', '/attempt'),
    ],
    ['the attempt is still to come', open(), { attempt: 2 }, null, refuse('invalid-request', '/attempt')],
    ['a newer one is kept', open(), {}, { revision: 2, late: false }, refuse('newer-revision', '/revision')],
    [
      'the participant was removed',
      open().does({ type: 'remove', number: 1 }),
      {},
      null,
      refuse('forbidden'),
    ],
    ['the room has ended', closed().does({ type: 'end' }), at(60), null, refuse('room-ended')],
  ])('refuses when %s', (_, { room }, change, kept, refusal) => {
    expect(receive(room, arrival(change), kept)).toEqual(refusal);
  });

  it('keeps the highest revision that came in time, however often and in whatever order all of them arrive', () => {
    const arrivals = fc.array(
      fc.record({
        revision: fc.integer({ min: 1, max: 6 }),
        receivedAt: fc.integer({ min: 0, max: 40_000 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(arrivals, (unsorted) => {
        const { room } = closed();
        const inTurn = unsorted.sort((one, two) => one.receivedAt - two.receivedAt);
        const inTime = inTurn.filter(({ receivedAt }) => receivedAt <= 23_000);
        const expected = Math.max(0, ...inTime.map(({ revision }) => revision));
        const left = keptAfter(
          room,
          inTurn.map((one) => arrival({ ...one, receivedAt: START + one.receivedAt })),
        );
        if (expected > 0) expect(left).toEqual({ revision: expected, late: false });
        else expect(left === null || left.late).toBe(true);
      }),
    );
  });
});

/** What is kept when all of these have arrived. */
function keptAfter(room: Room, arrivals: readonly Arrival[]): Kept | null {
  return arrivals.reduce<Kept | null>((kept, one) => {
    const receipt: Receipt | ReturnType<typeof refuse> = receive(room, one, kept);
    if (!receipt.ok || !receipt.write) return kept;
    return { revision: one.revision, late: receipt.status === 'late' };
  }, null);
}

describe('isCounted', () => {
  const answer = { attempt: 1, number: 1, receivedAt: START + 60_000, late: false };

  it('counts what came in time, of this attempt, of those who are in the room', () => {
    const lecture = closed();
    expect(isCounted(lecture.room, lecture.round('r1'), answer)).toBe(true);
    expect(isCounted(lecture.room, lecture.round('r1'), { ...answer, attempt: 2 })).toBe(false);
    lecture.does({ type: 'remove', number: 1 });
    expect(isCounted(lecture.room, lecture.round('r1'), answer)).toBe(false);
  });

  it('counts what came late when the teacher said so, unless it came after something was shown', () => {
    const lecture = closed();
    const tardy = { ...answer, late: true };
    expect(isCounted(lecture.room, lecture.round('r1'), tardy)).toBe(false);
    lecture.after(60).does({ type: 'count-late', roundId: 'r1', counts: true });
    lecture.does({ type: 'reveal', roundId: 'r1', layers: ['class'] });
    expect(isCounted(lecture.room, lecture.round('r1'), tardy)).toBe(true);
    const counts = (receivedAt: number) =>
      isCounted(lecture.room, lecture.round('r1'), { ...tardy, receivedAt });
    expect([counts(START + 80_000), counts(START + 80_001)]).toEqual([true, false]);
  });
});
