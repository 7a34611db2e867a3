import type { CaseBody, CaseForecast } from '../api/types';
import { materialOf } from './case-material';

const stage = (kind: string, ...findings: string[]) => ({
  stage: kind,
  text: { en: kind },
  findings: Object.fromEntries(findings.map((id) => [id, 'present'])),
});
const caseWith = (more: object = {}): CaseBody =>
  ({
    stages: [stage('history', 'fever'), stage('examination', 'rash', 'fever'), stage('imaging', 'nodule')],
    ...more,
  }) as unknown as CaseBody;
const FORECAST = {
  stages: [
    {
      nextTests: ['g', 'f', 'e', 'd', 'c', 'b', 'a'].map((testId) => ({ testId })),
      differential: [{ name: 'Measles', probability: 0.4, rank: 1 }],
    },
  ],
} as unknown as CaseForecast;

describe('what a case offers to ask about', () => {
  it('is the tests that the case judges, with its verdicts', () => {
    const choices = [[{ testId: 'ecg', verdict: 'best' }]];
    const [first] = materialOf(caseWith({ choices }), FORECAST);
    expect(first?.tests).toEqual(['ecg']);
    expect(first?.verdicts.get('ecg')).toBe('best');
  });

  it('is else the best tests of the engine, and its list', () => {
    const [first, second] = materialOf(caseWith(), FORECAST);
    expect(first?.tests).toEqual(['g', 'f', 'e', 'd', 'c', 'b']);
    expect(first?.engine).toEqual([{ name: 'Measles', probability: 0.4 }]);
    expect(second).toMatchObject({ kind: 'examination', tests: [], engine: [] });
  });

  it('is the list with an error that the case brings for one stage', () => {
    const drill = { stageNo: 2, lines: [{ id: 'a', text: { en: 'Measles' } }] };
    expect(materialOf(caseWith({ drill }), undefined).map((each) => each.drill)).toEqual([null, drill, null]);
  });

  it('is the findings that come to light later', () => {
    expect(materialOf(caseWith(), undefined).map(({ findings }) => findings)).toEqual([
      ['rash', 'nodule'],
      ['nodule'],
      [],
    ]);
  });
});
