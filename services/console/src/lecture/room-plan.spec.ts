import type { CaseForecast } from './lecture-api';
import { firstPlan, roundsOf, secondsOf, withTask } from './room-plan';

const forecastWith = (...tests: string[][]): CaseForecast =>
  ({
    stages: tests.map((ids) => ({ nextTests: ids.map((testId) => ({ testId })) })),
  }) as unknown as CaseForecast;

describe('the plan of a room', () => {
  it('asks a differential at every stage, with two minutes', () => {
    expect(roundsOf(firstPlan(2), undefined)).toEqual([
      { stageNo: 1, seconds: 120, task: { task: 'differential' } },
      { stageNo: 2, seconds: 120, task: { task: 'differential' } },
    ]);
  });

  it('asks in a fixed order, whatever was ticked first', () => {
    const [plan] = firstPlan(1);
    if (plan === undefined) throw new Error('there is a stage');
    const all = withTask(withTask(plan, 'representation', true), 'next-test', true);
    expect(all.tasks).toEqual(['differential', 'next-test', 'representation']);
    expect(withTask(all, 'differential', false).tasks).toEqual(['next-test', 'representation']);
  });

  it('offers tests in an order that tells nothing', () => {
    const plan = [{ tasks: ['next-test' as const], seconds: '' }];
    expect(roundsOf(plan, forecastWith(['troponin', 'ecg', 'd-dimer']))).toEqual([
      {
        stageNo: 1,
        seconds: null,
        task: {
          task: 'next-test',
          spec: { options: [{ id: 'd-dimer' }, { id: 'ecg' }, { id: 'troponin' }], several: false },
        },
      },
    ]);
  });

  it('asks for no test where there is none to choose', () => {
    const plan = [{ tasks: ['next-test' as const], seconds: '60' }];
    expect(roundsOf(plan, undefined)).toEqual([]);
    expect(roundsOf(plan, forecastWith(['ecg']))).toEqual([]);
  });

  it.each([
    ['90', 90],
    [' 5 ', 5],
    ['', null],
    ['0', null],
    ['1.5', null],
    ['soon', null],
  ])('reads %j as %j seconds', (typed, seconds) => {
    expect(secondsOf(typed)).toBe(seconds);
  });
});
