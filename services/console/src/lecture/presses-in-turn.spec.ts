import type { TeacherRoomState } from '../room/types';
import type { RoomAct } from './acts';
import { PressesInTurn, type Meaning, type PressHost } from './presses-in-turn';

const reveal: RoomAct = { type: 'reveal', roundId: 'r1', layers: ['class'] };
const NOTHING: Meaning = () => ({ kind: 'none' });

describe('PressesInTurn', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  /** Answers may be read three seconds after the start. */
  const showing: Meaning = (_, { now }) =>
    now < 3_000 ? { kind: 'wait', milliseconds: 3_000 - now } : { kind: 'act', act: reveal };

  const room = () => {
    const turns: (() => void)[] = [];
    const done: RoomAct[] = [];
    const told: boolean[] = [];
    const host: PressHost = {
      pressWhat: (choose) => {
        turns.push(() => {
          const act = choose({} as TeacherRoomState);
          if (act !== null) done.push(act);
        });
      },
      circumstances: () => ({ now: Date.now(), hasStageKey: false }),
      onWaiting: (waiting) => told.push(waiting),
    };
    const takeTurns = (): void => {
      for (const turn of turns.splice(0)) turn();
    };
    return { host, done, told, takeTurns, presses: new PressesInTurn() };
  };

  it('shows after the wait what was asked for before', () => {
    const { host, done, told, takeTurns, presses } = room();
    presses.press(showing, host);
    takeTurns();
    expect([done, told.at(-1)]).toEqual([[], true]);
    jest.advanceTimersByTime(3_000);
    takeTurns();
    expect([done, told.at(-1)]).toEqual([[reveal], false]);
  });

  it('takes a reveal back whose turn had not come when the next press was made', () => {
    const { host, done, told, takeTurns, presses } = room();
    presses.press(showing, host);
    presses.press(NOTHING, host);
    takeTurns();
    jest.advanceTimersByTime(10_000);
    takeTurns();
    expect([done, told.at(-1)]).toEqual([[], false]);
  });

  it('lets nothing wait once the page is left', () => {
    const { host, presses, takeTurns } = room();
    presses.press(showing, host);
    presses.leave();
    takeTurns();
    expect(jest.getTimerCount()).toBe(0);
  });
});
