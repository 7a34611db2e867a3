import { stateName, valueText } from './finding-words';

const vocabulary = new Map([
  [
    'troponin',
    {
      id: 'troponin',
      name: 'Troponin',
      kind: 'lab',
      stage: 'laboratory',
      domain: 'categorical' as const,
      states: [{ code: 'raised', name: 'Raised' }],
    },
  ],
]);

describe('stateName', () => {
  it('is the vocabulary’s word, or the code where there is none', () => {
    expect(stateName(vocabulary, 'troponin', 'raised')).toBe('Raised');
    expect(stateName(vocabulary, 'troponin', 'absurd')).toBe('absurd');
    expect(stateName(vocabulary, 'crp', 'high')).toBe('high');
  });
});

describe('valueText', () => {
  it('writes a quantity with its unit, a state by name, and nothing for mere presence', () => {
    expect(valueText({ findingId: 't', value: { number: 37.2, unit: 'Cel' } }, vocabulary, 'en')).toBe(
      '37.2\u00a0°C',
    );
    expect(valueText({ findingId: 'troponin', value: { code: 'raised' } }, vocabulary, 'en')).toBe('Raised');
    expect(valueText({ findingId: 'cough' }, vocabulary, 'en')).toBe('');
  });
});
