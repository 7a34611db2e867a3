import type { CaseForecast } from '../api/types';
import { forecastLines } from './forecast-lines';

const stage = (
  stageNo: number,
  list: readonly (readonly [string, number])[],
  keyProbability: number | null,
): CaseForecast['stages'][number] => ({
  stageNo,
  differential: list.map(([diseaseId, probability], place) => ({
    rank: place + 1,
    diseaseId,
    name: diseaseId.toUpperCase(),
    probability,
    mustNotMiss: false,
  })),
  other: 0.1,
  mustNotMiss: [],
  nextTests: [],
  keyRank: null,
  keyProbability,
});
const nameOf = (id: string): string => id.toUpperCase();

describe('forecastLines', () => {
  it('sets the key against what stands highest besides it at the end', () => {
    const stages = [
      stage(1, [['b', 0.5]], null),
      stage(
        2,
        [
          ['a2', 0.5],
          ['c', 0.3],
          ['b', 0.1],
        ],
        0.5,
      ),
    ];
    expect(forecastLines({ stages }, { diagnosis: 'a', acceptable: ['a2'] }, nameOf)).toEqual({
      key: { name: 'A', values: [null, 0.5] },
      rival: { name: 'C', values: [null, 0.3] },
    });
  });

  it('has no rival where nothing else is named', () => {
    const stages = [stage(1, [['a', 0.5]], 0.5)];
    expect(forecastLines({ stages }, { diagnosis: 'a' }, nameOf).rival).toBeNull();
    expect(forecastLines({ stages: [] }, { diagnosis: 'a' }, nameOf).key.values).toEqual([]);
  });
});
