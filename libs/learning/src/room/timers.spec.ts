import { Lecture, START } from '../../test/rooms';
import {
  countsUntil,
  deadlineOf,
  GRACE_MS,
  IDLE_MS,
  isOver,
  nextTimer,
  withSleepGivenBack,
  withTimersRun,
} from './timers';

const HOUR = 60 * 60 * 1000;
const open = (): Lecture => new Lecture().does({ type: 'open', roundId: 'r1' });

describe('withTimersRun', () => {
  it('closes a round when its time is up, as of that moment, and reveals nothing', () => {
    const { room } = open();
    expect(withTimersRun(room, START + 59_999)).toBe(room);
    const after = withTimersRun(room, START + 65_000);
    expect(after.rounds[0]).toMatchObject({ state: 'closed', closedAt: START + 60_000, layers: [] });
    expect(after.seq).toBe(room.seq + 1);
    expect(withTimersRun(after, START + 70_000)).toBe(after);
  });

  it('waits for the one who has more time', () => {
    const lecture = open().does({ type: 'extend', roundId: 'r1', seconds: 30, number: 2 });
    expect(withTimersRun(lecture.room, START + 89_000).rounds[0]?.state).toBe('open');
    expect(withTimersRun(lecture.room, START + 90_000).rounds[0]).toMatchObject({
      state: 'closed',
      closedAt: START + 90_000,
    });
    lecture.does({ type: 'extend', roundId: 'r1', seconds: null, number: 3 });
    expect(withTimersRun(lecture.room, START + HOUR).rounds[0]?.state).toBe('open');
  });

  it('ends the room twelve hours after the last act, and closes what is open', () => {
    const lecture = new Lecture().after(60).does({ type: 'open', roundId: 'r4' });
    expect(withTimersRun(lecture.room, lecture.now + IDLE_MS - 1).state).toBe('running');
    const after = withTimersRun(lecture.room, lecture.now + IDLE_MS + 5);
    expect(after).toMatchObject({ state: 'ended', endedAt: lecture.now + IDLE_MS });
    expect(after.rounds[3]).toMatchObject({ state: 'closed', layers: [] });
    expect(withTimersRun(after, lecture.now + 2 * IDLE_MS)).toBe(after);
  });
});

describe('nextTimer', () => {
  it('is the end of the open round, of the room, or never', () => {
    expect(nextTimer(new Lecture().room)).toBe(START + IDLE_MS);
    expect(nextTimer(open().room)).toBe(START + 60_000);
    expect(nextTimer(open().does({ type: 'end' }).room)).toBeNull();
  });
});

describe('isOver', () => {
  it('is a round whose grace has passed, or of which something was shown; none that was not asked', () => {
    const over = (lecture: Lecture, later = 0) =>
      lecture.room.rounds.slice(0, 1).map((round) => isOver(round, lecture.now + later));
    expect([over(new Lecture(), IDLE_MS), over(open(), IDLE_MS)]).toEqual([[false], [false]]);
    const closed = open().does({ type: 'close', roundId: 'r1' });
    expect([over(closed, GRACE_MS), over(closed, GRACE_MS + 1)]).toEqual([[false], [true]]);
    expect(over(closed.does({ type: 'reveal', roundId: 'r1', layers: ['class'] }))).toEqual([true]);
  });
});

describe('withSleepGivenBack', () => {
  it('leaves about twenty seconds of twenty after a minute asleep', () => {
    const { room } = open();
    const [lastTick, awake] = [START + 40_000, START + 100_000];
    const after = withTimersRun(withSleepGivenBack(room, lastTick, awake), awake);
    expect(after.rounds[0]).toMatchObject({ state: 'open', closesAt: awake + 20_000 });
  });

  it.each([
    ['ten seconds', 10_000, 0],
    ['eleven', 11_000, 11_000],
    ['three hours', 3 * HOUR, 2 * HOUR],
  ])('gives back of a gap of %s', (_, gap, back) => {
    const { room } = open();
    expect(withSleepGivenBack(room, START, START + gap).rounds[0]?.closesAt).toBe(START + 60_000 + back);
  });

  it('gives nothing back for time before the round opened, nor without a timer', () => {
    const { room } = open();
    expect(withSleepGivenBack(room, START - HOUR, START + 1_000)).toBe(room);
    const untimed = new Lecture().does({ type: 'open', roundId: 'r4' }).room;
    expect(withSleepGivenBack(untimed, START, START + HOUR)).toBe(untimed);
  });
});

describe('countsUntil', () => {
  it('is three seconds after the own deadline, or after the teacher closed', () => {
    const lecture = open().does({ type: 'extend', roundId: 'r1', seconds: 30, number: 2 });
    expect(deadlineOf(lecture.round('r1'), 2)).toBe(START + 90_000);
    expect(countsUntil(lecture.round('r1'), 1)).toBe(START + 63_000);
    expect(countsUntil(lecture.round('r1'), 2)).toBe(START + 93_000);
    lecture.after(20).does({ type: 'close', roundId: 'r1' });
    expect(countsUntil(lecture.round('r1'), 2)).toBe(START + 23_000);
  });

  it('ends before the first layer is shown', () => {
    const lecture = open().after(20).does({ type: 'close', roundId: 'r1' }).after(1);
    lecture.does({ type: 'reveal', roundId: 'r1', layers: ['class'] });
    expect(countsUntil(lecture.round('r1'), 1)).toBe(START + 21_000 - 1);
  });

  it('ends for every round with the diagnosis', () => {
    const lecture = open().does({ type: 'close', roundId: 'r1' }).does({ type: 'open', roundId: 'r2' });
    lecture.does({ type: 'close', roundId: 'r2' });
    lecture.does({ type: 'reveal', roundId: 'r1', layers: ['diagnosis'], confirm: true });
    expect(countsUntil(lecture.round('r2'), 1)).toBe(START - 1);
  });

  it('never comes for an open round without a timer', () => {
    expect(countsUntil(new Lecture().does({ type: 'open', roundId: 'r4' }).round('r4'), 1)).toBe(Infinity);
  });
});
