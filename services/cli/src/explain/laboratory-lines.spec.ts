import { type Laboratory } from '@openrounds/contracts';
import { laboratoryLines } from './laboratory-lines';
import { WORDS } from './words';

const source = { kind: 'estimate' as const, id: 'estimate' };
const REPORT: Laboratory = {
  values: [
    {
      lab: 0,
      findingId: 'creatinine',
      name: 'Creatinine',
      quantity: { number: 92, unit: 'umol/L' },
      direction: 'normal',
      marked: false,
      latest: false,
      causes: [],
    },
    {
      lab: 1,
      findingId: 'creatinine',
      name: 'Creatinine',
      quantity: { number: 310.0004, unit: 'umol/L' },
      interval: { high: 110, unit: 'umol/L', source },
      direction: 'high',
      marked: true,
      latest: true,
      causes: [
        { diseaseId: 'acute-kidney-injury', name: 'Acute kidney injury', likelihoodRatio: 7 },
        { diseaseId: 'sepsis', name: 'Sepsis', likelihoodRatio: 4 },
      ],
    },
    {
      lab: 2,
      findingId: 'ana-positive',
      name: 'ANA positive',
      direction: 'negative',
      marked: false,
      latest: true,
      causes: [],
    },
  ],
  changes: [
    {
      findingId: 'creatinine',
      earlier: 0,
      later: 1,
      from: 92,
      to: 310.0004,
      unit: 'umol/L',
      absolute: 218,
      relative: 2.37,
      hours: null,
      direction: 'rise',
      significance: 'significant',
      referenceChange: null,
      criteria: [{ id: 'injury', text: 'Acute kidney injury', met: 'if-in-time', withinHours: 48, source }],
    },
  ],
};

describe('laboratoryLines', () => {
  it('tells the value that counts, its change, what it means and what commonly gives it', () => {
    expect(laboratoryLines(REPORT, WORDS.en)).toEqual([
      '  ↑↑ 310 umol/L (< 110)  Creatinine',
      '      92 -> 310 umol/L, +237 %: more than chance and the assay explain',
      '      only if the time was that short: Acute kidney injury',
      '      commonly from: Acute kidney injury; Sepsis',
      '  -           ANA positive',
    ]);
  });

  it('says the same in Chinese', () => {
    const lines = laboratoryLines(REPORT, WORDS.zh).join('\n');
    expect(lines).toContain('超出随机波动与检测误差可解释的范围');
    expect(lines).toContain('常见原因: Acute kidney injury；Sepsis');
  });
});
