import { type EngineFinding, type EngineKnowledge } from '@openrounds/ddx-engine';
import { diseaseClues } from './disease-clues';

const finding = (id: string, domain: EngineFinding['domain']): EngineFinding => ({
  id,
  kind: 'symptom',
  stage: 'history',
  domain,
  baselineGrade: 'D',
  impliesAbsence: true,
  mustExplain: true,
});
const source = { kind: 'estimate', id: 'estimate', grade: 'D' } as const;
const KNOWLEDGE: EngineKnowledge = {
  findings: [
    finding('cough', { kind: 'binary', baseline: 0.2 }),
    finding('never-told', { kind: 'binary', baseline: 0 }),
    finding('pressure', { kind: 'categorical', states: ['low', 'high'], baseline: { low: 0.8, high: 0.2 } }),
  ],
  diseases: [
    {
      id: 'croup',
      prior: 0.01,
      priorGrade: 'D',
      restrict: {},
      links: [
        { finding: 'cough', theta: 0.4, source },
        { finding: 'never-told', theta: 0.5, source },
        { finding: 'pressure', theta: { low: 0.2, high: 0.8 }, source },
        { finding: 'not-written', theta: 0.5, source },
      ],
    },
  ],
  tests: [],
  redFlags: [],
};

describe('the clues to a disease', () => {
  it('are the logarithms of the likelihood ratios of its links, each finite', () => {
    expect(diseaseClues(KNOWLEDGE).get('croup')).toEqual({
      prior: 0.01,
      modifiers: [],
      clues: { cough: 0.69, 'never-told': 8.52, 'pressure=low': -1.39, 'pressure=high': 1.39 },
    });
  });
});
