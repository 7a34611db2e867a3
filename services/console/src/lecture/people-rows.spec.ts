import type { Participant } from './lecture-api';
import { foundIn, inOrder, penOf, peopleRows } from './people-rows';

const seated = (number: number, more: Partial<Participant> = {}): Participant => ({
  number,
  name: null,
  team: null,
  removed: false,
  answeredOpen: null,
  rounds: [],
  ...more,
});
const round = (
  right: boolean | null,
  logScore: number | null,
  late = false,
): Participant['rounds'][number] => ({
  roundId: '0193e0a2-7c1b-7d4e-9a53-3f1f4c2b6a10',
  late,
  right,
  logScore,
  brier: null,
});
const ADA = seated(1, { name: 'Ada', rounds: [round(true, 0.5), round(false, 1.5), round(null, null)] });
const BEN = seated(2, { team: 3, answeredOpen: true, rounds: [round(true, 0.25, true)] });
const CY = seated(10, { name: 'cy' });
const numbers = (rows: readonly { readonly number: number }[]) => rows.map(({ number }) => number);

describe('the table of participants', () => {
  it('counts what was answered in time, what was right, and the mean score', () => {
    expect(peopleRows([ADA, BEN])).toEqual([
      {
        number: 1,
        name: 'Ada',
        team: null,
        simulated: false,
        answersNow: null,
        answered: 3,
        right: 1,
        judged: 2,
        score: 1,
      },
      {
        number: 2,
        name: '',
        team: 3,
        simulated: false,
        answersNow: true,
        answered: 1,
        right: 1,
        judged: 1,
        score: 0.25,
      },
    ]);
  });

  it('tells simulated students of a rehearsal from phones', () => {
    const [ada, student] = peopleRows([ADA, seated(2, { simulated: true })]);
    expect([ada?.simulated, student?.simulated]).toEqual([false, true]);
  });

  it('says who writes for a team while a question for teams is open', () => {
    const [ada = { number: 0, team: null }, ben = ada] = peopleRows([ADA, BEN]);
    expect([penOf(ada, [2]), penOf(ben, undefined)]).toEqual([null, null]);
    expect([penOf(ben, [null, 1, 2]), penOf(ben, [null, 1, 9]), penOf(ben, [])]).toEqual([
      'holds',
      'may-hold',
      'may-hold',
    ]);
  });

  it('leaves out whoever was taken out', () => {
    expect(peopleRows([ADA, { ...BEN, removed: true }])).toHaveLength(1);
  });

  it.each([
    ['number', false, [1, 2, 10]],
    ['number', true, [10, 2, 1]],
    ['name', false, [1, 10, 2]],
    ['score', false, [2, 1, 10]],
    ['score', true, [1, 2, 10]],
    ['right', true, [1, 2, 10]],
    ['team', true, [2, 1, 10]],
  ] as const)('sorts by %s (downwards: %s), whoever has nothing there last', (by, down, expected) => {
    expect(numbers(inOrder(peopleRows([CY, BEN, ADA]), { by, down }, 'en'))).toEqual(expected);
  });

  it('sorts by who has answered now before how often somebody has', () => {
    const rows = peopleRows([{ ...ADA, answeredOpen: false }, BEN]);
    expect(numbers(inOrder(rows, { by: 'answered', down: true }, 'en'))).toEqual([2, 1]);
  });

  it('finds by number or name', () => {
    const rows = peopleRows([ADA, BEN, CY]);
    expect(numbers(foundIn(rows, '1'))).toEqual([1, 10]);
    expect(numbers(foundIn(rows, ' CY'))).toEqual([10]);
    expect(numbers(foundIn(rows, ''))).toEqual([1, 2, 10]);
  });
});
