import { illnessTimeOf } from '../../test/illness-time.fixture';
import { timeRowsOf } from '../recognise/time-words';

const rows = [...timeRowsOf('en'), ...timeRowsOf('zh')];

/** Rows that turn a time away: their example tells no other time than the two or three days of a complaint. */
const TURNING_AWAY = new Set(['other', 'not-illness']);

describe('the words of time', () => {
  it.each(rows.flatMap(({ role, state, example }) => (state && example ? [[role, state, example]] : [])))(
    'of %s tell %s: %s',
    (_role, state, example) => {
      expect(illnessTimeOf(example ?? '').split(' ')).toContain(state);
    },
  );

  it.each(rows.flatMap(({ role, example }) => (TURNING_AWAY.has(role) && example ? [[role, example]] : [])))(
    'of %s are told of no illness: %s',
    (_role, example) => {
      const [, duration] = illnessTimeOf(example ?? '').split(' ');
      expect(['-', 'days-1-7', 'under-24h']).toContain(duration);
    },
  );

  it('each have an example where they are a cue of the illness or an exception', () => {
    const cues = rows.filter(({ role }) =>
      ['onset', 'course', 'other', 'not-illness', 'attack', 'none'].includes(role),
    );
    expect(cues.filter(({ example }) => example === undefined)).toEqual([]);
  });
});
