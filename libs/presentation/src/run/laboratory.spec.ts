import { type Laboratory } from '@openrounds/contracts';
import { presentLaboratory } from './laboratory';
import { type Names } from './names';

const named = (language: 'en' | 'zh'): Names => ({
  language,
  finding: (id) => `${language} ${id}`,
  state: (findingId, state) => `${language} ${findingId} ${state}`,
  disease: (id) => `${language} ${id}`,
  test: (id) => id,
  redFlag: (id) => id,
  criterion: (findingId, id) => (id === 'doubled' ? `${language} ${findingId} has doubled` : undefined),
  citation: (id) => (id === 'estimate' ? undefined : `The paper of ${id}`),
});

const REPORT: Laboratory = {
  values: [
    {
      lab: 1,
      findingId: 'creatinine',
      quantity: { number: 180, unit: 'umol/L' },
      interval: { high: 90, unit: 'umol/L', source: { kind: 'published', id: 'someone-2001', grade: 'B' } },
      direction: 'high',
      marked: false,
      state: 'raised',
      latest: true,
      causes: [{ diseaseId: 'acute-kidney-injury', likelihoodRatio: 7 }],
    },
  ],
  changes: [
    {
      findingId: 'creatinine',
      earlier: 0,
      later: 1,
      from: 90,
      to: 180,
      unit: 'umol/L',
      absolute: 90,
      relative: 1,
      hours: null,
      direction: 'rise',
      significance: 'unknown',
      referenceChange: null,
      criteria: [
        { id: 'doubled', met: 'yes', source: { kind: 'estimate', id: 'estimate', grade: 'D' } },
        { id: 'gone', met: 'yes', source: { kind: 'published', id: 'someone-2001', grade: 'B' } },
      ],
    },
  ],
};

describe('presentLaboratory', () => {
  it.each(['en', 'zh'] as const)('names tests, states, causes, criteria and sources (%s)', (language) => {
    const { values, changes } = presentLaboratory(REPORT, named(language));
    expect(values[0]).toEqual({
      ...REPORT.values[0],
      name: `${language} creatinine`,
      stateName: `${language} creatinine raised`,
      interval: {
        high: 90,
        unit: 'umol/L',
        source: { kind: 'published', id: 'someone-2001', grade: 'B', citation: 'The paper of someone-2001' },
      },
      causes: [
        { diseaseId: 'acute-kidney-injury', name: `${language} acute-kidney-injury`, likelihoodRatio: 7 },
      ],
    });
    expect(changes[0]?.criteria).toMatchObject([
      { id: 'doubled', text: `${language} creatinine has doubled`, source: { id: 'estimate' } },
      { id: 'gone', source: { citation: 'The paper of someone-2001' } },
    ]);
    expect(changes[0]?.criteria[1]).not.toHaveProperty('text');
  });
});
