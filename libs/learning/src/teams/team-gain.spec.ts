import { listOf } from '../../test/lists';
import { scoreOf } from '../scores/score';
import { teamGain } from './team-gain';

const KEY = { diagnosis: 'pe', acceptable: [] };
const of = (pe: number): ReturnType<typeof scoreOf> => scoreOf(listOf({ pe, pneumonia: 10, panic: 5 }), KEY);

describe('teamGain', () => {
  it('is the mean of the members minus the team, more than 0 where the team did better', () => {
    const gain = teamGain(of(60), [of(20), of(40)]);
    expect(gain?.members).toBe(2);
    expect(gain?.logScore).toBeCloseTo((-Math.log(0.2) - Math.log(0.4)) / 2 + Math.log(0.6), 12);
    expect(gain?.brier).toBeGreaterThan(0);
    expect(teamGain(of(10), [of(20), of(40)])?.logScore).toBeLessThan(0);
  });

  it('is unknown where nobody committed alone', () => {
    expect(teamGain(of(60), [])).toBeNull();
  });
});
